import type { RecognisedAnnex, RoleName } from "../core/recognise/index.js";
import { fail, success, type Result } from "../core/result/index.js";
import { contains, type Area, type CellAddress, type Grid } from "../core/sheet/index.js";

/**
 * The cell that a selection means for a role: a whole selected column means its header, a whole row its label; any other
 * selection must be one cell, or one merge. `annex` is the annex there, if any. Failures: `elsewhere`, `too-much`.
 */
export function meantCell(area: Area, role: RoleName, grid: Grid, annex: RecognisedAnnex | null): Result<CellAddress> {
  const within = (annex && common(area, annex.range)) ?? common(area, grid.bounds);
  if (!within) return elsewhere;
  const { top, left } = within;
  if (isOneCell(within, grid) || (role.part === "row" && top === within.bottom))
    return success({ row: top, column: left });
  if (role.part === "column" && left === within.right)
    return success({ row: headerRow(annex, role, within), column: left });
  return tooMuch;
}

/** The row of the other headers of the block, where the selection crosses it. */
function headerRow(annex: RecognisedAnnex | null, { role }: RoleName, { top, bottom }: Area): number {
  const block = `${role.split(".")[0]}.`;
  const headers = annex?.evidence.filter((one) => one.part === "column" && one.role.startsWith(block)) ?? [];
  const row = Math.max(top, ...headers.map(({ area }) => area.bottom));
  return row <= bottom ? row : top;
}

function isOneCell({ top, left, bottom, right }: Area, grid: Grid): boolean {
  return contains(grid.areaAt(top, left), { row: bottom, column: right });
}

function common(a: Area, b: Area): Area | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}

const elsewhere = fail(
  "elsewhere",
  "选中的地方在表格之外，是空的。请选中表里的单元格。",
  "What is selected lies outside the table and is empty. Select a cell of the table.",
);

const tooMuch = fail(
  "too-much",
  "选中的范围太大，分不清是哪一格。请只选中一个单元格。",
  "Too much is selected to tell which cell is meant. Select a single cell.",
);
