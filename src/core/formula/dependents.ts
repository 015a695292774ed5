import { contains, type Area, type CellEdit } from "../sheet/index.js";
import { cellKey, sheetKey } from "./cells.js";
import type { FormulaCell } from "./formula-cells.js";

/** Pairs of changed cell and range looked at before giving up. */
const maxSteps = 20_000_000;

export interface Ordered {
  readonly cell: FormulaCell;
  /** Why it cannot be computed; null when it can be tried. */
  readonly blocked: "circular" | "too-large" | null;
}

/** The formulas to recompute, each after those it reads; members of a cycle (and what hangs on it) come last. */
export function dependents(formulas: readonly FormulaCell[], edits: readonly CellEdit[]): readonly Ordered[] {
  const readers = readersOf(formulas);
  const edited = new Set(edits.map(({ sheet, row, column }) => `${cellKey(row, column)} ${sheetKey(sheet)}`));
  const waits = new Map<FormulaCell, number>();
  const feeds = new Map<FormulaCell, FormulaCell[]>();
  const queue: {
    readonly sheet: string;
    readonly row: number;
    readonly column: number;
    readonly from: FormulaCell | null;
  }[] = [];
  const reached = (cell: FormulaCell): void => {
    if (waits.has(cell)) return;
    waits.set(cell, 0);
    queue.push({ ...cell, from: cell });
  };
  for (const cell of formulas)
    if (edited.has(`${cellKey(cell.row, cell.column)} ${sheetKey(cell.sheet)}`)) reached(cell);
  for (const { sheet, row, column } of edits) queue.push({ sheet, row, column, from: null });

  let steps = 0;
  for (let at = 0; at < queue.length && steps < maxSteps; at++) {
    const changed = queue[at];
    if (!changed) break;
    const here = readers.get(sheetKey(changed.sheet));
    const found = here?.ranges.filter(({ area }) => contains(area, changed)).map(({ cell }) => cell) ?? [];
    steps += 1 + (here?.ranges.length ?? 0);
    for (const cell of found.concat(here?.singles.get(cellKey(changed.row, changed.column)) ?? [])) {
      reached(cell);
      if (!changed.from) continue;
      waits.set(cell, (waits.get(cell) ?? 0) + 1);
      const fed = feeds.get(changed.from);
      if (fed) fed.push(cell);
      else feeds.set(changed.from, [cell]);
    }
  }
  if (steps >= maxSteps) return formulas.map((cell) => ({ cell, blocked: "too-large" }));
  return sorted(waits, feeds);
}

/** Who reads the cells of a sheet: those that name one cell by its key, those that name a range in a list. */
interface Readers {
  readonly singles: Map<number, FormulaCell[]>;
  readonly ranges: { readonly cell: FormulaCell; readonly area: Area }[];
}

function readersOf(formulas: readonly FormulaCell[]): ReadonlyMap<string, Readers> {
  const readers = new Map<string, Readers>();
  for (const cell of formulas) {
    for (const { sheet, area } of cell.reads) {
      const here = readers.get(sheet) ?? { singles: new Map<number, FormulaCell[]>(), ranges: [] };
      readers.set(sheet, here);
      if (area.top !== area.bottom || area.left !== area.right) {
        here.ranges.push({ cell, area });
        continue;
      }
      const key = cellKey(area.top, area.left);
      const list = here.singles.get(key);
      if (list) list.push(cell);
      else here.singles.set(key, [cell]);
    }
  }
  return readers;
}

function sorted(
  waits: Map<FormulaCell, number>,
  feeds: ReadonlyMap<FormulaCell, readonly FormulaCell[]>,
): readonly Ordered[] {
  const ready = [...waits.keys()].filter((cell) => waits.get(cell) === 0);
  const done = new Set<FormulaCell>();
  for (let at = 0; at < ready.length; at++) {
    const cell = ready[at];
    if (!cell) break;
    done.add(cell);
    for (const next of feeds.get(cell) ?? []) {
      const left = (waits.get(next) ?? 0) - 1;
      waits.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  const circular = [...waits.keys()].filter((cell) => !done.has(cell));
  return [
    ...ready.map((cell) => ({ cell, blocked: null })),
    ...circular.map((cell) => ({ cell, blocked: "circular" as const })),
  ];
}
