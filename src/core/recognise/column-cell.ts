import type { ColumnSpec } from "../pack/index.js";
import type { Area, Grid } from "../sheet/index.js";
import type { HeaderColumn } from "./header-row.js";
import type { PlacedCell } from "./placed.js";
import { placeCell } from "./region.js";

type PartSpec = NonNullable<NonNullable<ColumnSpec["split"]>["before"]>;

/** The cell of a column in a row; a value split over columns (≥ · 95 · %) is put together, its parts remembered. */
export function columnCell(grid: Grid, row: number, column: HeaderColumn): PlacedCell {
  const { spec, area, text, before, after } = column;
  const cell = placeCell(grid, row, area.left, spec, text);
  if (before === null && after === null) return cell;
  const own = cell.text.trim();
  const first = partText(grid, row, before, spec.split?.before);
  const last = partText(grid, row, after, spec.split?.after);
  const start = own.startsWith(first) ? "" : first;
  const end = own.endsWith(last) || own === "" ? "" : last;
  const behind = [before, after].flatMap((at): Area[] => (at === null ? [] : [grid.areaAt(row, at)]));
  if (start === "" && end === "") return { ...cell, behind };
  return { ...cell, text: own === "" ? "" : start + own + end, inText: own !== "", behind };
}

/** What a part adds: nothing where it is blank or dashed out. */
function partText(grid: Grid, row: number, column: number | null, spec: PartSpec | undefined): string {
  if (column === null || !spec) return "";
  const text = grid.textAt(row, column).normalize("NFKC").trim();
  if (/^(?:[-—–/\\]*|无)$/.test(text)) return "";
  return spec.words[text] ?? text;
}
