import { evaluate, parseFormula, type CellSource, type Outcome } from "../core/formula/index.js";
import { decimal } from "../core/quantity/index.js";
import type { Area, CellValue } from "../core/sheet/index.js";
import type { NewContent, NewSheet } from "../documents/xlsx/index.js";

/** Fills in what the formulas of a form come to. They speak of their own sheet; a circle or an unknown function is a bug. */
export function calculated(sheet: NewSheet): NewSheet {
  const contents = new Map(sheet.cells.map((cell) => [place(cell.row, cell.column), cell.content]));
  const outcomes = new Map<string, Outcome>();
  const outcomeAt = (at: string, content: NewContent): Outcome => {
    const known = outcomes.get(at);
    if (known) return known;
    const outcome = content.kind === "value" ? typed(content.value) : computed(content.formula, source);
    outcomes.set(at, outcome);
    return outcome;
  };
  const source: CellSource = {
    cells: (_, area) =>
      placesIn(area).flatMap((at) => {
        const content = contents.get(at);
        return content === undefined || isEmpty(content) ? [] : [outcomeAt(at, content)];
      }),
  };
  const cells = sheet.cells.map((cell) =>
    cell.content.kind === "formula"
      ? {
          ...cell,
          content: {
            ...cell.content,
            cached: stored(outcomeAt(place(cell.row, cell.column), cell.content), cell.content),
          },
        }
      : cell,
  );
  return { ...sheet, cells };
}

function place(row: number, column: number): string {
  return `${row},${column}`;
}

function placesIn({ top, left, bottom, right }: Area): string[] {
  const places: string[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) places.push(place(row, column));
  }
  return places;
}

function isEmpty(content: NewContent): boolean {
  return content.kind === "value" && (content.value === null || content.value === "");
}

function typed(value: CellValue): Outcome {
  return { kind: "value", value: typeof value === "number" ? decimal(value) : value };
}

function computed(formula: string, source: CellSource): Outcome {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(`The form has a formula that cannot be read: ${formula}`);
  return evaluate(parsed.value, source);
}

function stored(outcome: Outcome, content: NewContent): CellValue {
  const what = content.kind === "formula" ? content.formula : "";
  if (outcome.kind !== "value") throw new Error(`The form has a formula without a value: ${what}`);
  const { value } = outcome;
  return value !== null && typeof value === "object" ? Number(value.toPrecision(15)) : value;
}
