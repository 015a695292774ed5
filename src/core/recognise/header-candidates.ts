import type { ColumnSpec } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import { indexOf, yearIn } from "./label.js";
import type { Region, TextCell } from "./region.js";
import type { AssignedPlaces } from "./role-assignment.js";

/** A cell that may be the header of a column. */
export interface HeaderCandidate {
  readonly area: Area;
  readonly text: string;
  readonly role: string;
  /** 1 without its brackets, 2 the whole label, 3 together with the header over it, 4 a person's word. */
  readonly strength: 1 | 2 | 3 | 4;
  readonly year: number | null;
}

/** Of a header that is printed in two cells, one over the other. */
const longestPart = 12;

/** Every cell that may be a header, by the last row it covers. */
export function headerCandidates(
  region: Region,
  columns: Readonly<Record<string, ColumnSpec>>,
  assigned: AssignedPlaces,
): Map<number, HeaderCandidate[]> {
  const rows = new Map<number, HeaderCandidate[]>();
  const add = (candidate: HeaderCandidate): void => {
    const row = rows.get(candidate.area.bottom);
    if (row) row.push(candidate);
    else rows.set(candidate.area.bottom, [candidate]);
  };
  const index = indexOf(columns);
  for (const cell of region.words) {
    const { area, text, label } = cell;
    for (const { role, strength, year } of index.match(label)) add({ area, text, role, strength, year });
    const over = textOver(region, cell);
    if (over === "") continue;
    for (const plain of [over + label.plain, label.plain + over]) {
      for (const { role, year } of index.match({ plain, bare: plain }))
        add({ area, text: plain, role, strength: 3, year });
    }
  }
  for (const [role, places] of assigned) {
    for (const { area } of places) {
      const text = region.grid.textAt(area.top, area.left);
      add({ area, text, role, strength: 4, year: yearIn(text) });
    }
  }
  return rows;
}

/** 2024年 over 预算数 and 决算数: the header over this one. */
function textOver(region: Region, { area, label }: TextCell): string {
  if (label.plain.length > longestPart) return "";
  const { top, left } = region.grid.areaAt(area.top - 1, area.left);
  const over = region.rowCells(top).find((cell) => cell.area.left === left)?.label.plain ?? "";
  return over.length > longestPart ? "" : over;
}
