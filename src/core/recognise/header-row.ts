import type { ColumnSpec } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import { matcherOf, yearIn } from "./label.js";
import type { Certainty } from "./placed.js";
import type { Region } from "./region.js";
import { nothingAssigned, type AssignedPlaces } from "./role-assignment.js";

export interface HeaderColumn {
  readonly role: string;
  readonly spec: ColumnSpec;
  readonly area: Area;
  readonly text: string;
  readonly year: number | null;
  readonly how: Certainty;
}

/** A header row (possibly two rows high) with the columns found in it. */
export interface HeaderRow {
  readonly top: number;
  /** Last header row; values begin below. */
  readonly bottom: number;
  readonly columns: readonly HeaderColumn[];
}

interface Candidate {
  readonly area: Area;
  readonly text: string;
  readonly role: string;
  readonly strength: number;
  readonly year: number | null;
}

/** What a person said outweighs every label. */
const personStrength = 3;

/**
 * Finds the row in which most of the wanted columns stand, at least `least` of them.
 * Roles that share a label (N-1年决算数, N年决算数) are dealt out from left to right in the order of the pack.
 * `assigned` are the places of the block's columns that a person named, by column.
 */
export function findHeaderRow(
  region: Region,
  columns: Readonly<Record<string, ColumnSpec>>,
  least: number,
  assigned: AssignedPlaces = nothingAssigned,
): HeaderRow | null {
  const candidates = candidateCells(region, columns, assigned);
  const bottoms = [...new Set(candidates.map(({ area }) => area.bottom))].sort((a, b) => a - b);
  let best: HeaderRow | null = null;
  for (const bottom of bottoms) {
    const row = columnsAt(region, bottom, candidates, columns);
    if (row.columns.length >= least && row.columns.length > (best?.columns.length ?? 0)) best = row;
  }
  return best;
}

function candidateCells(
  region: Region,
  columns: Readonly<Record<string, ColumnSpec>>,
  assigned: AssignedPlaces,
): Candidate[] {
  const found: Candidate[] = [];
  for (const [role, spec] of Object.entries(columns)) {
    const matcher = matcherOf(spec.labels);
    for (const { area, text, label } of region.cells) {
      const match = matcher.match(label);
      if (match) found.push({ area, text, role, strength: match.strength, year: match.year });
    }
    for (const { area } of assigned.get(role) ?? []) {
      const text = region.grid.textAt(area.top, area.left);
      found.push({ area, text, role, strength: personStrength, year: yearIn(text) });
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
    ({ area }) =>
      area.bottom === bottom || (area.bottom === bottom - 1 && region.grid.textAt(bottom, area.left) === ""),
  );
  const taken = new Set<number>();
  const chosen = new Map<string, HeaderColumn>();
  const take = (role: string, spec: ColumnSpec, { area, text, year, strength }: Candidate): void => {
    taken.add(area.left);
    chosen.set(role, { role, spec, area, text, year, how: certainties[strength] ?? "label" });
  };
  for (const [role, spec] of Object.entries(columns)) {
    // Said of two columns of this row, it is said of none.
    const [said, ...others] = inRow.filter((one) => one.role === role && one.strength === personStrength);
    if (said && others.length === 0 && !taken.has(said.area.left)) take(role, spec, said);
  }
  for (const [role, spec] of Object.entries(columns)) {
    if (chosen.has(role)) continue;
    const [first] = inRow
      .filter((one) => one.role === role && one.strength < personStrength && !taken.has(one.area.left))
      .sort((a, b) => b.strength - a.strength || a.area.left - b.area.left);
    if (first) take(role, spec, first);
  }
  const inOrder = Object.keys(columns).flatMap((role) => chosen.get(role) ?? []);
  const top = inOrder.reduce((least, { area }) => Math.min(least, area.top), bottom);
  return { top, bottom, columns: inOrder };
}

const certainties: readonly (Certainty | undefined)[] = [undefined, "bare", "label", "person"];
