import type { FormCell } from "../core/pack/index.js";
import type { Area } from "../core/sheet/index.js";
import type { PlannedRow } from "./form-rows.js";

/** First and last row of each id, zero-based. */
export type RowEnds = ReadonlyMap<string, readonly [first: number, last: number]>;

export function rowEnds(rows: readonly PlannedRow[]): RowEnds {
  const ends = new Map<string, readonly [number, number]>();
  rows.forEach(({ ids }, row) => {
    for (const id of ids) ends.set(id, [ends.get(id)?.[0] ?? row, row]);
  });
  return ends;
}

export function endsOf(ends: RowEnds, id: string): readonly [number, number] {
  return known(ends.get(id), `row ${id}`);
}

/** A pack is checked before its forms are laid out: what is missing here is a bug. */
export function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The form names an unknown ${what}.`);
  return value;
}

export function areaOf(spec: FormCell, row: number, ends: RowEnds): Area {
  const [from = "A", to = from] = spec.at.split(":");
  const { down } = spec;
  const bottom = down === undefined ? row : typeof down === "number" ? row + down - 1 : endsOf(ends, down)[1];
  return { top: row, left: from.charCodeAt(0) - 65, bottom, right: to.charCodeAt(0) - 65 };
}

/** `E[total]` → `E7`, `@[items.first]` → the own column at the list's first row, `E[]` → this row. */
export function inRows(formula: string, area: Area, ends: RowEnds): string {
  return formula.replace(/([A-Z]{1,2}|@)\[([A-Za-z.]{0,60})\]/g, (_, column: string, place: string) => {
    const letter = column === "@" ? String.fromCharCode(65 + area.left) : column;
    if (place === "") return `${letter}${area.top + 1}`;
    const [id = place, end] = place.endsWith(".first") || place.endsWith(".last") ? splitEnd(place) : [place];
    const [first, last] = endsOf(ends, id);
    return `${letter}${(end === "last" ? last : first) + 1}`;
  });
}

function splitEnd(place: string): [string, string] {
  const dot = place.lastIndexOf(".");
  return [place.slice(0, dot), place.slice(dot + 1)];
}
