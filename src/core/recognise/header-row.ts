import type { ColumnSpec } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import { matcherOf } from "./label.js";
import type { Region, TextCell } from "./region.js";

export interface HeaderColumn {
  readonly role: string;
  readonly spec: ColumnSpec;
  readonly area: Area;
  readonly text: string;
  readonly year: number | null;
}

/** A header row (possibly two rows high) with the columns found in it. */
export interface HeaderRow {
  readonly top: number;
  /** Last header row; values begin below. */
  readonly bottom: number;
  readonly columns: readonly HeaderColumn[];
}

interface Candidate {
  readonly cell: TextCell;
  readonly role: string;
  readonly strength: number;
  readonly year: number | null;
}

/**
 * Finds the row in which most of the wanted columns stand, at least `least` of them.
 * Roles that share a label (N-1年决算数, N年决算数) are dealt out from left to right in the order of the pack.
 */
export function findHeaderRow(
  region: Region,
  columns: Readonly<Record<string, ColumnSpec>>,
  least: number,
): HeaderRow | null {
  const candidates = candidateCells(region, columns);
  const bottoms = [...new Set(candidates.map(({ cell }) => cell.area.bottom))].sort((a, b) => a - b);
  let best: HeaderRow | null = null;
  for (const bottom of bottoms) {
    const row = columnsAt(region, bottom, candidates, columns);
    if (row.columns.length >= least && row.columns.length > (best?.columns.length ?? 0)) best = row;
  }
  return best;
}

function candidateCells(region: Region, columns: Readonly<Record<string, ColumnSpec>>): Candidate[] {
  const found: Candidate[] = [];
  for (const [role, spec] of Object.entries(columns)) {
    const matcher = matcherOf(spec.labels);
    for (const cell of region.cells) {
      const match = matcher.match(cell.label);
      if (match) found.push({ cell, role, strength: match.strength, year: match.year });
    }
  }
  return found;
}

/** Headers that end in this row, and those one row above with nothing of their own below them. */
function columnsAt(
  region: Region,
  bottom: number,
  candidates: readonly Candidate[],
  columns: Readonly<Record<string, ColumnSpec>>,
): HeaderRow {
  const inRow = candidates.filter(
    ({ cell: { area } }) =>
      area.bottom === bottom || (area.bottom === bottom - 1 && region.grid.textAt(bottom, area.left) === ""),
  );
  const taken = new Set<TextCell>();
  const chosen: HeaderColumn[] = [];
  for (const [role, spec] of Object.entries(columns)) {
    const [first] = inRow
      .filter((candidate) => candidate.role === role && !taken.has(candidate.cell))
      .sort((a, b) => b.strength - a.strength || a.cell.area.left - b.cell.area.left);
    if (!first) continue;
    taken.add(first.cell);
    chosen.push({ role, spec, area: first.cell.area, text: first.cell.text, year: first.year });
  }
  const top = chosen.reduce((least, { area }) => Math.min(least, area.top), bottom);
  return { top, bottom, columns: chosen };
}
