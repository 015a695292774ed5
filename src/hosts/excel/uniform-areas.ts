import type { Area, CellAddress } from "../../core/sheet/index.js";

/**
 * Rectangles of cells that agree in something, so that a look is given to each rectangle instead of each cell. Cells come in
 * any order; none stands in two rectangles.
 */
export function uniformAreas<C extends CellAddress, V>(
  cells: readonly C[],
  of: (cell: C) => V,
): readonly { readonly value: V; readonly area: Area }[] {
  const inOrder = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const closed: { value: V; area: Area }[] = [];
  let above = new Map<string, { value: V; area: Area }>();
  let current = new Map<string, { value: V; area: Area }>();
  let row = -1;
  let run: { value: V; area: Area } | null = null;
  const endRun = (): void => {
    if (!run) return;
    const { left, right, top } = run.area;
    const key = `${left}:${right}`;
    const upper = above.get(key);
    if (upper && upper.value === run.value && upper.area.bottom === top - 1) {
      upper.area = { ...upper.area, bottom: top };
      current.set(key, upper);
    } else {
      closed.push(run);
      current.set(key, run);
    }
    run = null;
  };
  for (const cell of inOrder) {
    const value = of(cell);
    if (cell.row !== row) {
      endRun();
      above = current;
      current = new Map();
      row = cell.row;
    }
    if (run && run.value === value && run.area.right === cell.column - 1) {
      run.area = { ...run.area, right: cell.column };
      continue;
    }
    endRun();
    run = { value, area: { top: row, left: cell.column, bottom: row, right: cell.column } };
  }
  endRun();
  return closed;
}
