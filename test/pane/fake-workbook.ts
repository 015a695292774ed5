import type { NewSheet } from "../../src/documents/xlsx/index.js";
import type { DeskChange, WorkbookCapabilities, WorkbookHost, WrittenEdits } from "../../src/app/ports.js";
import { fail, success, type Result } from "../../src/core/result/index.js";
import type {
  Cell,
  CellEdit,
  SheetSnapshot,
  SheetTarget,
  UnhideEdit,
  WorkbookSnapshot,
} from "../../src/core/sheet/index.js";

export function cell(value: number | string, text = String(value), more: Partial<Cell> = {}): Cell {
  return { value, text, formula: null, format: "General", isError: false, ...more };
}

export function sheet(name: string, cells: Record<string, Cell>, more: Partial<SheetSnapshot> = {}): SheetSnapshot {
  const rows: (Cell | null)[][] = Array.from({ length: 30 }, () => Array.from({ length: 10 }, () => null));
  for (const [address, content] of Object.entries(cells)) {
    const row = rows[Number(address.slice(1)) - 1];
    if (row) row[address.charCodeAt(0) - 65] = content;
  }
  return {
    id: name,
    name,
    visibility: "visible",
    isProtected: false,
    top: 0,
    left: 0,
    rows,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    unread: null,
    ...more,
  };
}

/** A workbook in memory that answers at once and remembers what was asked of it. */
export class FakeWorkbook implements WorkbookHost {
  readonly selected: SheetTarget[] = [];
  readonly stored: string[] = [];
  readonly written: { edits: readonly CellEdit[]; unhide: readonly UnhideEdit[] }[] = [];
  undone = 0;
  reads = 0;
  nextRead: Result<WorkbookSnapshot> | null = null;
  nextWrite: Result<WrittenEdits> | null = null;
  nextStore: Result<string> | null = null;
  nextSelection: Result<SheetTarget> | null = null;
  selectionReads = 0;
  nextPut: Result<string> | null = null;
  readonly drawn: NewSheet[] = [];
  readDelay = 0;
  private onChange: (() => void) | null = null;

  constructor(
    public snapshot: WorkbookSnapshot,
    private readonly abilities: WorkbookCapabilities = { readOnly: false, undo: "cleared", watches: true },
  ) {}

  capabilities(): WorkbookCapabilities {
    return this.abilities;
  }

  async read(): Promise<Result<WorkbookSnapshot>> {
    this.reads++;
    if (this.readDelay > 0) await new Promise((resolve) => setTimeout(resolve, this.readDelay));
    const prepared = this.nextRead;
    this.nextRead = null;
    return prepared ?? success(this.snapshot);
  }

  async select(target: SheetTarget): Promise<Result<void>> {
    this.selected.push(target);
    return success(undefined);
  }

  async selection(): Promise<Result<SheetTarget>> {
    this.selectionReads++;
    const [last] = this.selected.slice(-1);
    const prepared = this.nextSelection ?? (last ? success(last) : null);
    return prepared ?? fail("no-selection", "没有选中单元格。", "No cell is selected.");
  }

  async write(edits: readonly CellEdit[], unhide: readonly UnhideEdit[] = []): Promise<Result<WrittenEdits>> {
    const prepared = this.nextWrite;
    this.nextWrite = null;
    if (prepared) return prepared;
    this.written.push({ edits, unhide });
    return success({
      cells: edits.map((edit) => ({ edit, before: { value: 1, formula: null, format: "General" } })),
      unhidden: unhide,
    });
  }

  async undo(): Promise<Result<void>> {
    this.undone++;
    return success(undefined);
  }

  async storeDesk(change: DeskChange): Promise<Result<string>> {
    const prepared = this.nextStore;
    this.nextStore = null;
    if (prepared) return prepared;
    const xml = change(this.stored.at(-1) ?? this.snapshot.deskXml);
    if (xml.ok) this.stored.push(xml.value);
    return xml;
  }

  async putSheet(drawn: NewSheet): Promise<Result<string>> {
    const prepared = this.nextPut;
    this.nextPut = null;
    if (prepared) return prepared;
    this.drawn.push(drawn);
    return success(drawn.name);
  }

  watch(changed: () => void): () => void {
    this.onChange = changed;
    return () => (this.onChange = null);
  }

  /** A person changed a cell. */
  change(): void {
    this.onChange?.();
  }
}
