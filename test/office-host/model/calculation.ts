import {
  evaluate,
  parseFormula,
  type CellSource,
  type Formula,
  type Outcome,
} from "../../../src/core/formula/index.js";
import { decimal } from "../../../src/core/quantity/index.js";
import type { CellValue } from "../../../src/core/sheet/index.js";
import type { ModelCell } from "./cell.js";
import type { SheetModel } from "./sheet-model.js";
import type { WorkbookModel } from "./workbook-model.js";

const notUnderstood: Outcome = { kind: "unsupported", reason: "" };
const parsed = new Map<string, Formula | null>();

/**
 * Brings every formula's result up to date, with the engine's own calculator; answers the sheets where one changed.
 * What the calculator does not know keeps its stored result; a circle comes to 0, as in Excel.
 */
export function recalculate(workbook: WorkbookModel): readonly SheetModel[] {
  const changed = new Set<SheetModel>();
  const settled = new Map<string, Outcome>();
  const outcomeAt = (sheet: SheetModel, row: number, column: number, cell: ModelCell): Outcome => {
    if (cell.formula === null) return stored(cell);
    const key = `${sheet.id}${row},${column}`;
    const known = settled.get(key);
    if (known !== undefined) return known;
    settled.set(key, { kind: "value", value: decimal(0) });
    const formula = formulaOf(cell.formula);
    const outcome = formula === null ? notUnderstood : evaluate(formula, sourceFor(sheet));
    const result = outcome.kind === "unsupported" ? stored(cell) : outcome;
    settled.set(key, result);
    const after = { value: valueOf(result), isError: result.kind === "error" };
    if (after.value !== cell.value || after.isError !== cell.isError) {
      sheet.setCell(row, column, { ...cell, ...after, text: null });
      changed.add(sheet);
    }
    return result;
  };
  const sourceFor = (own: SheetModel): CellSource => ({
    cells(name, area) {
      const sheet = name === null ? own : workbook.sheet(name);
      if (sheet === null) return null;
      return [...sheet.storedIn(area)].map(({ row, column, cell }) => outcomeAt(sheet, row, column, cell));
    },
  });
  for (const sheet of workbook.sheets) {
    for (const { row, column, cell } of [...sheet.storedFormulas()]) outcomeAt(sheet, row, column, cell);
  }
  return [...changed];
}

function formulaOf(text: string): Formula | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const result = parseFormula(text);
  const formula = result.ok ? result.value : null;
  parsed.set(text, formula);
  return formula;
}

function stored(cell: ModelCell): Outcome {
  if (cell.isError) return { kind: "error", code: String(cell.value) };
  return { kind: "value", value: typeof cell.value === "number" ? decimal(cell.value) : cell.value };
}

/** A formula that comes to nothing shows 0, as `=A1` does for an empty cell. */
function valueOf(outcome: Outcome): CellValue {
  if (outcome.kind === "error") return outcome.code;
  if (outcome.kind === "unsupported") return null;
  const { value } = outcome;
  return value !== null && typeof value === "object" ? value.toNumber() : (value ?? 0);
}
