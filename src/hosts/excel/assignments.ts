import type { CellEdit, UnhideEdit } from "../../core/sheet/index.js";
import { constantEntry, formatFor, type Entry } from "./cell-content.js";
import { columnAt, rowAt, type CellPlace, type CellState } from "./cell-states.js";

/** What one cell is to become. */
export interface Assignment extends CellPlace {
  readonly entry: Entry;
  readonly isFormula: boolean;
  readonly format: string | null;
}

/** Hidden rows and columns to show, shown ones to hide. */
export interface ChangedLines {
  readonly show: readonly UnhideEdit[];
  readonly hide: readonly UnhideEdit[];
}

export function queueAssignments(
  context: Excel.RequestContext,
  assignments: readonly Assignment[],
  before: readonly CellState[],
): void {
  assignments.forEach(({ sheet, row, column, entry, isFormula, format }, index) => {
    const range = context.workbook.worksheets.getItem(sheet).getCell(row, column).untrack();
    if (format !== null && format !== before[index]?.format) range.numberFormat = [[format]];
    if (isFormula) range.formulas = [[entry]];
    else range.values = [[entry]];
  });
}

export function queueLines(context: Excel.RequestContext, edits: readonly UnhideEdit[], hidden: boolean): void {
  for (const { sheet: name, rows, columns } of edits) {
    const sheet = context.workbook.worksheets.getItem(name);
    for (const row of rows) rowAt(sheet, row).rowHidden = hidden;
    for (const column of columns) columnAt(sheet, column).columnHidden = hidden;
  }
}

export function assignmentOf(edit: CellEdit, current: string): Assignment {
  const { sheet, row, column, content } = edit;
  const format = formatFor(edit, current);
  const isFormula = content.kind === "formula";
  const entry = isFormula ? content.formula : constantEntry(content.value, format);
  return { sheet, row, column, entry, isFormula, format };
}
