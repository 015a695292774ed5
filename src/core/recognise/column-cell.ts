import type { ColumnSpec } from "../pack/index.js";
import type { Area, Grid } from "../sheet/index.js";
import type { HeaderColumn } from "./header-row.js";
import type { PlacedCell } from "./placed.js";
import { placeCell } from "./region.js";

type PartSpec = NonNullable<ColumnSpec["split"]>["before"][number];

/** The cell of a column in a row; a value split over columns (≥ · 95 · %) is put together, its parts remembered. */
export function columnCell(grid: Grid, row: number, column: HeaderColumn): PlacedCell {
  const { spec, area, text, before, after } = column;
  const cell = placeCell(grid, row, area.left, spec, text);
  if (before.length === 0 && after.length === 0) return cell;
  const behind: Area[] = [];
  const partsOf = (columns: readonly number[], specs: readonly PartSpec[]): string =>
    columns.reduce((joined, at, index) => {
      const part = grid.areaAt(row, at);
      if (part.left === cell.area.left) return joined;
      behind.push(part);
      return joined + partText(grid.textAt(row, at), specs[index]);
    }, "");
  const own = cell.text.trim();
  const first = partsOf(before, spec.split?.before ?? noParts);
  const last = partsOf(after, spec.split?.after ?? noParts);
  const start = own.startsWith(first) ? "" : first;
  const end = own.endsWith(last) ? "" : last;
  if (own === "" || (start === "" && end === "")) return { ...cell, behind };
  return { ...cell, text: start + own + end, inText: true, behind };
}

const noParts: readonly PartSpec[] = [];

/** What a part adds: nothing where it is blank or dashed out. */
function partText(printed: string, spec: PartSpec | undefined): string {
  const text = printed.normalize("NFKC").trim();
  if (/^(?:[-—–/\\]*|无)$/.test(text)) return "";
  return spec?.words[text] ?? text;
}
