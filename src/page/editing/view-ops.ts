import type { ViewCell, ViewSheet } from "../sheet-data.js";

/** FortuneSheet's way of putting one cell. */
export interface CellOp {
  readonly op: "replace";
  readonly id: string;
  readonly path: (string | number)[];
  readonly value: ViewCell | null;
}

/**
 * What turns the sheets shown into the ones wanted, cell by cell; null where more than cells differs (a row shown again,
 * a sheet that grew), and the view has to be made anew.
 */
export function viewOps(shown: readonly ViewSheet[], wanted: readonly ViewSheet[]): readonly CellOp[] | null {
  if (shown.length !== wanted.length) return null;
  const ops: CellOp[] = [];
  for (const [index, sheet] of wanted.entries()) {
    const before = shown[index];
    if (!before || frame(before) !== frame(sheet)) return null;
    if (before === sheet || !sheet.id) continue;
    const old = cellsOf(before);
    const now = cellsOf(sheet);
    for (const [key, cell] of now) {
      const known = old.get(key);
      if (!known || JSON.stringify(known.v) !== JSON.stringify(cell.v))
        ops.push(opOf(sheet.id, cell.r, cell.c, cell.v));
    }
    for (const [key, { r, c }] of old) if (!now.has(key)) ops.push(opOf(sheet.id, r, c, null));
  }
  return ops;
}

function opOf(id: string, row: number, column: number, value: ViewCell | null): CellOp {
  return { op: "replace", id, path: ["data", row, column], value };
}

function cellsOf({ celldata = [] }: ViewSheet): Map<string, NonNullable<ViewSheet["celldata"]>[number]> {
  return new Map(celldata.map((cell) => [`${cell.r}_${cell.c}`, cell]));
}

/** All of a sheet but its cells. */
function frame({ id, name, row, column, hide, order, config }: ViewSheet): string {
  return JSON.stringify({ id, name, row, column, hide, order, config });
}
