import { fail, success, type Result } from "../../core/result/index.js";
import type { CellAddress } from "../../core/sheet/index.js";
import { readPartText } from "./part.js";
import { openPackage } from "./read-workbook.js";
import { layoutOf } from "./sheet-layout.js";
import { inheritedStyle } from "./sheet-places.js";
import { plainStyle, readStyles } from "./styles.js";
import { readWorkbookPart } from "./workbook-part.js";

/**
 * Number formats of cells, empty ones included: snapshots know those of filled cells only, yet what a person types into
 * an empty cell is read by its format. Failures: those of reading; `unknown-sheet`.
 */
export async function cellFormats(
  bytes: Uint8Array,
  sheet: string,
  cells: readonly CellAddress[],
): Promise<Result<readonly string[]>> {
  const archive = await openPackage(bytes);
  if (!archive.ok) return archive;
  const workbook = await readWorkbookPart(archive.value);
  if (!workbook.ok) return workbook;
  const entry = workbook.value.sheets.find(({ name }) => name === sheet);
  if (!entry) return fail("unknown-sheet", `工作簿中没有工作表“${sheet}”。`, `The workbook has no sheet “${sheet}”.`);
  const styles = await readStyles(archive.value, workbook.value.styles);
  if (!styles.ok) return styles;
  const text = await readPartText(archive.value, entry.part);
  if (!text.ok) return text;
  const layout = layoutOf(text.value, entry.part);
  if (!layout.ok) return layout;
  const rows = new Map(layout.value.rows.map((span) => [span.row, span]));
  return success(
    cells.map(({ row, column }) => {
      const span = rows.get(row) ?? null;
      const own = span?.cells.findLast((cell) => cell.column === column);
      const style = own?.style ?? inheritedStyle(layout.value, span, column);
      return (styles.value[style] ?? plainStyle).format;
    }),
  );
}
