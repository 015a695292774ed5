import { success, type Result } from "../../core/result/index.js";
import type { Archive } from "../archive/index.js";
import type { XmlTag } from "../xml/index.js";
import { readCellLooks, type CellLook } from "./cell-looks.js";
import { count, readPart } from "./part.js";
import { cellPosition, rowPosition } from "./raw-cell.js";
import { openPackage } from "./read-workbook.js";
import { readWorkbookPart } from "./workbook-part.js";

/** How a workbook looks, for a view that draws it; the engine never needs it. */
export interface WorkbookAppearance {
  readonly looks: readonly CellLook[];
  /** By the name of the sheet. */
  readonly sheets: ReadonlyMap<string, SheetAppearance>;
}

export interface SheetAppearance {
  /** By zero-based column, in characters of the default font. */
  readonly columnWidths: ReadonlyMap<number, number>;
  /** By zero-based row, in points. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** Index into `looks`, empty cells included. */
  readonly cells: readonly { readonly row: number; readonly column: number; readonly look: number }[];
}

/** Beyond these a sheet is drawn plain. */
const appearanceCaps = { cells: 60_000, columns: 512 } as const;

/** Fails as `readWorkbook` does; a view can do without. */
export async function readAppearance(bytes: Uint8Array): Promise<Result<WorkbookAppearance>> {
  const archive = await openPackage(bytes);
  if (!archive.ok) return archive;
  const workbook = await readWorkbookPart(archive.value);
  if (!workbook.ok) return workbook;
  const looks = await readCellLooks(archive.value, workbook.value.styles);
  if (!looks.ok) return looks;
  const sheets = new Map<string, SheetAppearance>();
  for (const { name, part } of workbook.value.sheets) {
    const sheet = await readSheetAppearance(archive.value, part);
    if (!sheet.ok) return sheet;
    sheets.set(name, sheet.value);
  }
  return success({ looks: looks.value, sheets });
}

async function readSheetAppearance(archive: Archive, part: string): Promise<Result<SheetAppearance>> {
  const columnWidths = new Map<number, number>();
  const rowHeights = new Map<number, number>();
  const cells: { row: number; column: number; look: number }[] = [];
  let row = -1;
  let column = -1;
  const read = await readPart(archive, part, {
    open: (tag) => {
      const { name, attributes } = tag;
      if (name === "col") widths(tag, columnWidths);
      else if (name === "row") {
        row = rowPosition(tag, row) ?? row;
        column = -1;
        const height = Number(attributes["ht"]);
        if (height > 0 && height <= 409.5) rowHeights.set(row, height);
      } else if (name === "c") {
        const at = cellPosition(tag, row, column);
        if (!at) return;
        column = at.column;
        const look = count(attributes["s"]);
        if (look !== null && look > 0) cells.push({ row: at.row, column: at.column, look });
      }
    },
    done: () => cells.length > appearanceCaps.cells,
  });
  return read.ok ? success({ columnWidths, rowHeights, cells }) : read;
}

function widths({ attributes }: XmlTag, into: Map<number, number>): void {
  const from = count(attributes["min"]);
  const to = count(attributes["max"]);
  const width = Number(attributes["width"]);
  if (from === null || to === null || from < 1 || !(width > 0 && width <= 255)) return;
  for (let column = from - 1; column < Math.min(to, appearanceCaps.columns); column++) into.set(column, width);
}
