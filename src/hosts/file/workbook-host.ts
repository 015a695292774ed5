import {
  freeSheetName,
  isMarked,
  type DeskChange,
  type WorkbookHost,
  type WrittenCell,
  type WrittenEdits,
} from "../../app/index.js";
import { fail, success, type Result } from "../../core/result/index.js";
import type { Cell, CellEdit, SheetTarget, UnhideEdit, WorkbookSnapshot } from "../../core/sheet/index.js";
import { editWorkbook, putSheet, readWorkbook, type NewSheet } from "../../documents/xlsx/index.js";

export interface FileWorkbookHost extends WorkbookHost {
  /** The workbook as it stands, with all that was written. */
  bytes(): Uint8Array;
  name(): string | null;
  /** Puts another file in its place and tells those who watch. */
  replace(bytes: Uint8Array, name: string | null): void;
}

export interface FileHostOptions {
  /** Shows the target to the person; the command line has nobody to show it to. */
  readonly select?: (target: SheetTarget) => void;
  /** What the person has selected where the workbook is shown; several blocks where they are apart. */
  readonly selection?: () => readonly SheetTarget[];
}

/**
 * A workbook file as a host. Nothing is written to disk: `bytes()` is the result. Failures of reading and writing are
 * those of `readWorkbook` and `editWorkbook`; locked cells of protected sheets are refused (`protected`), as Excel does.
 */
export function fileWorkbookHost(
  bytes: Uint8Array,
  name: string | null,
  { select, selection = () => [] }: FileHostOptions = {},
): FileWorkbookHost {
  let current = bytes;
  let currentName = name;
  let reading: Promise<Result<WorkbookSnapshot>> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  const watchers = new Set<() => void>();

  const read = (): Promise<Result<WorkbookSnapshot>> => (reading ??= readWorkbook(current, currentName));
  const replaceBytes = (next: Uint8Array): void => {
    current = next;
    reading = null;
  };
  /** One change after the other: each starts from what the one before left. */
  const inTurn = <T>(act: () => Promise<Result<T>>): Promise<Result<T>> => {
    const turn = queue.then(act);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const change = async (wanted: Parameters<typeof editWorkbook>[1]): Promise<Result<void>> => {
    const edited = await editWorkbook(current, wanted);
    if (!edited.ok) return edited;
    replaceBytes(edited.value);
    return success(undefined);
  };

  const write = async (edits: readonly CellEdit[], unhide: readonly UnhideEdit[]): Promise<Result<WrittenEdits>> => {
    const before = await read();
    if (!before.ok) return before;
    const changed = await change({ edits, unhide, respectProtection: true });
    if (!changed.ok) return changed;
    return success({
      cells: edits.map((edit) => writtenCell(edit, before.value)),
      unhidden: unhide.map((shown) => hiddenBefore(shown, before.value)),
    });
  };

  const storeDesk = async (deskChange: DeskChange): Promise<Result<string>> => {
    const now = await read();
    if (!now.ok) return now;
    const wanted = deskChange(now.value.deskXml);
    if (!wanted.ok) return wanted;
    const changed = await change({ edits: [], deskXml: wanted.value });
    return changed.ok ? wanted : changed;
  };

  const put = async (sheet: NewSheet, mark: string): Promise<Result<string>> => {
    const now = await read();
    if (!now.ok) return now;
    const { sheets } = now.value;
    const present = sheets.find((one) => isMarked(one, mark))?.name ?? null;
    const name =
      present ??
      freeSheetName(
        sheet.name,
        sheets.map((one) => one.name),
      );
    const drawn = await putSheet(current, { ...sheet, name }, present);
    if (!drawn.ok) return drawn;
    replaceBytes(drawn.value);
    return success(name);
  };

  const undo = async (written: WrittenEdits): Promise<Result<void>> => {
    const now = await read();
    if (!now.ok) return now;
    const changed = written.cells.find(({ edit }) => !holds(cellOf(now.value, edit), edit));
    if (changed) {
      return fail(
        "changed-since",
        "该单元格在写入之后又被修改过，未撤销。",
        "The cell was changed after the write; nothing was taken back.",
      );
    }
    return change({ edits: written.cells.map(restoring), hide: written.unhidden, respectProtection: true });
  };

  return {
    capabilities: () => ({ readOnly: false, undo: "own", watches: false }),
    read,
    select: async (target) => {
      const snapshot = await read();
      if (!snapshot.ok) return snapshot;
      if (!snapshot.value.sheets.some((sheet) => sheet.name === target.sheet)) {
        return fail(
          "unknown-sheet",
          `工作簿中没有工作表“${target.sheet}”。`,
          `The workbook has no sheet “${target.sheet}”.`,
        );
      }
      select?.(target);
      return success(undefined);
    },
    selection: async () => {
      const [block, ...others] = selection();
      return block && others.length === 0 ? success(block) : notOneBlock;
    },
    write: (edits, unhide = []) => inTurn(() => write(edits, unhide)),
    undo: (written) => inTurn(() => undo(written)),
    storeDesk: (deskChange) => inTurn(() => storeDesk(deskChange)),
    putSheet: (sheet, mark) => inTurn(() => put(sheet, mark)),
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    bytes: () => current,
    name: () => currentName,
    replace: (next, nextName) => {
      currentName = nextName;
      replaceBytes(next);
      for (const changed of watchers) changed();
    },
  };
}

const notOneBlock = fail(
  "no-selection",
  "没有选中单元格，或选中了不相连的几块。请在表里只选中一个单元格再试。",
  "No cell is selected, or several blocks are. Select a single cell in the sheet and try again.",
);

function cellOf(snapshot: WorkbookSnapshot, { sheet, row, column }: CellEdit): Cell | null {
  const found = snapshot.sheets.find(({ name }) => name === sheet);
  return found?.rows[row - found.top]?.[column - found.left] ?? null;
}

function writtenCell(edit: CellEdit, snapshot: WorkbookSnapshot): WrittenCell {
  const cell = cellOf(snapshot, edit);
  return {
    edit,
    before: { value: cell?.value ?? null, formula: cell?.formula ?? null, format: cell?.format ?? "General" },
  };
}

/** Only what was hidden is hidden again when taken back. */
function hiddenBefore({ sheet, rows, columns }: UnhideEdit, snapshot: WorkbookSnapshot): UnhideEdit {
  const found = snapshot.sheets.find(({ name }) => name === sheet);
  return {
    sheet,
    rows: rows.filter((row) => found?.hiddenRows.includes(row)),
    columns: columns.filter((column) => found?.hiddenColumns.includes(column)),
  };
}

function holds(cell: Cell | null, { content }: CellEdit): boolean {
  if (content.kind === "formula") return cell?.formula === content.formula;
  const written = content.value === "" ? null : content.value;
  return (cell?.formula ?? null) === null && (cell?.value ?? null) === written;
}

function restoring({ edit, before }: WrittenCell): CellEdit {
  const { sheet, row, column, format } = edit;
  const content: CellEdit["content"] =
    before.formula === null
      ? { kind: "value", value: before.value }
      : { kind: "formula", formula: before.formula, cached: before.value };
  return { sheet, row, column, content, ...(format === undefined ? {} : { format: before.format }) };
}
