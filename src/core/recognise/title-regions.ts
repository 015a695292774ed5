import type { Area, Grid } from "../sheet/index.js";
import type { TextCell } from "./region.js";
import { isTitleNumber, type TitleHit } from "./title-hits.js";

/** Where the annex of a title lies: down to the next title, and across to the title beside it. */
export interface TitleRegion {
  readonly hit: TitleHit;
  readonly area: Area;
}

/** `cells` are all of the sheet, in reading order. */
export function titleRegions(grid: Grid, cells: readonly TextCell[], hits: readonly TitleHit[]): TitleRegion[] {
  const bands: TitleHit[][] = [];
  for (const hit of hits) {
    const band = bands.at(-1);
    if (band?.[0]?.cell.area.top === hit.cell.area.top) band.push(hit);
    else bands.push([hit]);
  }
  const rows = rowsOf(cells);
  const tops = bands.map((band, index) => (index === 0 ? grid.bounds.top : firstRow(rows, band)));
  return bands.flatMap((band, index) => {
    const top = tops[index] ?? grid.bounds.top;
    const bottom = (tops[index + 1] ?? grid.bounds.bottom + 1) - 1;
    return band.length === 1 ? alone(band, { ...grid.bounds, top, bottom }) : beside(grid, cells, band, top, bottom);
  });
}

function alone([hit]: readonly TitleHit[], area: Area): TitleRegion[] {
  return hit ? [{ hit, area }] : [];
}

function rowsOf(cells: readonly TextCell[]): ReadonlyMap<number, readonly TextCell[]> {
  const rows = new Map<number, TextCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.area.top);
    if (row) row.push(cell);
    else rows.set(cell.area.top, [cell]);
  }
  return rows;
}

/** The title's own row, or that of its number (附件2) right above. */
function firstRow(rows: ReadonlyMap<number, readonly TextCell[]>, band: readonly TitleHit[]): number {
  const top = band[0]?.cell.area.top ?? 0;
  for (const above of [top - 1, top - 2]) {
    const cells = rows.get(above);
    if (!cells) continue;
    return cells.every(({ label }) => isTitleNumber(label.bare)) ? above : top;
  }
  return top;
}

/** Annexes side by side are parted at the empty column before the next title, or at the title itself. */
function beside(
  grid: Grid,
  cells: readonly TextCell[],
  band: readonly TitleHit[],
  top: number,
  bottom: number,
): TitleRegion[] {
  const filled = new Set<number>();
  for (const { area } of cells) {
    if (area.bottom < top || area.top > bottom) continue;
    for (let column = area.left; column <= Math.min(area.right, grid.bounds.right); column++) filled.add(column);
  }
  const lefts = band.map(({ cell }, index) => {
    if (index === 0) return grid.bounds.left;
    const previous = band[index - 1]?.cell.area.left ?? grid.bounds.left;
    for (let column = cell.area.left - 1; column > previous; column--) if (!filled.has(column)) return column;
    return cell.area.left;
  });
  return band.map((hit, index) => {
    const right = (lefts[index + 1] ?? grid.bounds.right + 1) - 1;
    return { hit, area: { top, bottom, left: lefts[index] ?? grid.bounds.left, right } };
  });
}
