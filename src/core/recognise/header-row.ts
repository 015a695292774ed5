import type { ColumnSpec } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import { headerCandidates, type HeaderCandidate } from "./header-candidates.js";
import { matcherOf } from "./label.js";
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
  /** Columns with parts of the value (指标性质, 度量单位), in the order of the pack. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** A header row (up to three rows high) with the columns found in it. */
export interface HeaderRow {
  readonly top: number;
  /** Last header row; values begin below. */
  readonly bottom: number;
  readonly columns: readonly HeaderColumn[];
}

type Columns = Readonly<Record<string, ColumnSpec>>;

/** A header may end this many rows above the others when nothing stands below it there. */
const tallest = 2;

/**
 * Finds the row in which most of the wanted columns stand, at least `least` of them.
 * Roles that share a label (N-1年决算数, N年决算数) are told apart by the years they print, else dealt out from left to
 * right in the order of the pack. `assigned` are the places of the block's columns that a person named, by column.
 */
export function findHeaderRow(
  region: Region,
  columns: Columns,
  least: number,
  assigned: AssignedPlaces = nothingAssigned,
): HeaderRow | null {
  const rows = headerCandidates(region, columns, assigned);
  let best: { bottom: number; chosen: ReadonlyMap<string, HeaderCandidate> } | null = null;
  for (const bottom of [...rows.keys()].sort((a, b) => a - b)) {
    const candidates = candidatesAt(region, rows, bottom);
    if (candidates.length < Math.max(least, (best?.chosen.size ?? 0) + 1)) continue;
    const chosen = chooseIn(candidates, columns);
    if (chosen.size >= least && chosen.size > (best?.chosen.size ?? 0)) best = { bottom, chosen };
  }
  return best && headerRow(region, best.bottom, best.chosen, columns);
}

/** Headers that end in this row, and those above with nothing of their own below them. */
function candidatesAt(
  region: Region,
  rows: ReadonlyMap<number, readonly HeaderCandidate[]>,
  bottom: number,
): HeaderCandidate[] {
  const found = [...(rows.get(bottom) ?? [])];
  for (let above = bottom - 1; above >= bottom - tallest; above--) {
    for (const candidate of rows.get(above) ?? []) {
      const { left } = candidate.area;
      let empty = true;
      for (let row = above + 1; row <= bottom; row++) empty &&= region.grid.textAt(row, left) === "";
      if (empty) found.push(candidate);
    }
  }
  return found;
}

function chooseIn(candidates: readonly HeaderCandidate[], columns: Columns): ReadonlyMap<string, HeaderCandidate> {
  const taken = new Set<number>();
  const chosen = new Map<string, HeaderCandidate>();
  const deal = (fitting: (role: string, spec: ColumnSpec) => readonly HeaderCandidate[]): void => {
    for (const [role, spec] of Object.entries(columns)) {
      if (chosen.has(role)) continue;
      // 一级指标 · 权重 · 二级指标 · 三级指标 · 分值: of two alike the one behind the column before it, in the order of the pack.
      const before = [...chosen.values()].at(-1)?.area.left ?? -1;
      const free = fitting(role, spec).filter((one) => one.role === role && !taken.has(one.area.left));
      const [first] = free.sort(
        (a, b) =>
          b.strength - a.strength ||
          Number(b.area.left > before) - Number(a.area.left > before) ||
          b.area.bottom - a.area.bottom ||
          a.area.left - b.area.left,
      );
      if (!first) continue;
      taken.add(first.area.left);
      chosen.set(role, first);
    }
  };
  const said = candidates.filter(({ strength }) => strength === 4);
  // Said of two columns of this row, it is said of none.
  deal((role) => (said.filter((one) => one.role === role).length === 1 ? said : []));
  const printed = candidates.filter(({ strength }) => strength < 4);
  const latest = Math.max(...printed.map(({ role, year }) => (columns[role]?.year === undefined ? 0 : (year ?? 0))), 0);
  if (latest > 0) {
    deal((_, spec) =>
      spec.year === undefined ? [] : printed.filter(({ year }) => year === latest + (spec.year ?? 0)),
    );
  }
  deal(() => printed);
  return chosen;
}

const certainties: Readonly<Record<HeaderCandidate["strength"], Certainty>> = {
  1: "bare",
  2: "label",
  3: "label",
  4: "person",
};

function headerRow(
  region: Region,
  bottom: number,
  chosen: ReadonlyMap<string, HeaderCandidate>,
  columns: Columns,
): HeaderRow {
  const inOrder = Object.entries(columns).flatMap(([role, spec]): HeaderColumn[] => {
    const one = chosen.get(role);
    if (!one) return [];
    const { area, text, year, strength } = one;
    const partColumns = (parts: readonly { readonly labels: readonly string[] }[] = []): number[] =>
      parts.flatMap(({ labels }) => partColumn(region, bottom, area, labels) ?? []);
    const parts = { before: partColumns(spec.split?.before), after: partColumns(spec.split?.after) };
    return [{ role, spec, area, text, year, how: certainties[strength], ...parts }];
  });
  const top = inOrder.reduce((least, { area }) => Math.min(least, area.top), bottom);
  return { top, bottom: lastHeaderRow(region, bottom, inOrder), columns: inOrder };
}

/** The nearest column of this header row with one of the labels. */
function partColumn(region: Region, bottom: number, { left }: Area, labels: readonly string[]): number | null {
  const matcher = matcherOf(labels);
  const columns: number[] = [];
  for (let row = bottom - tallest; row <= bottom; row++) {
    for (const { area, label } of region.rowCells(row))
      if (area.bottom <= bottom && matcher.match(label)) columns.push(area.left);
  }
  return columns.sort((a, b) => Math.abs(a - left) - Math.abs(b - left))[0] ?? null;
}

/** A row of units or of column numbers below the headers, （万元）, A, B/A, 1 2 3 4, still belongs to them. */
function lastHeaderRow(region: Region, bottom: number, columns: readonly HeaderColumn[]): number {
  if (bottom >= region.area.bottom) return bottom;
  const below = columns.map(({ area }) =>
    region.grid
      .textAt(bottom + 1, area.left)
      .normalize("NFKC")
      .trim(),
  );
  const filled = below.filter((text) => text !== "");
  if (filled.length < 2) return bottom;
  const isLettered = filled.every((text) => /^\(?(?:[A-Z]|[A-Z]\s?[/÷]\s?[A-Z])\)?$|^\([^()]{1,8}\)$/.test(text));
  const numbers = filled.map((text) => text.replace(/[()]/g, "")).filter((text) => /^\d{1,2}$/.test(text));
  const words = filled.filter((text) => !/\d/.test(text));
  const isNumbered = numbers.length >= 4 && words.length + numbers.length === filled.length && areConsecutive(numbers);
  return isLettered || (isNumbered && new Set(words).size <= 1) ? bottom + 1 : bottom;
}

function areConsecutive(texts: readonly string[]): boolean {
  const numbers = texts.map(Number).sort((a, b) => a - b);
  return (numbers[0] ?? 9) <= 3 && numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
}
