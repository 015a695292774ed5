import type { Fact } from "../../facts/index.js";
import type { FixProposal } from "../../findings/index.js";
import { otherWorkbooks, type FormulaValue, type Outcome as Computed } from "../../formula/index.js";
import { decimal, decimalsOf, formatDecimal, readNumber, roundHalfUp, type Decimal } from "../../quantity/index.js";
import { addressOf, type Cell } from "../../sheet/index.js";
import { amountOf } from "../amount.js";
import { failed, notApplicable, pass, type Failed, type Outcome } from "../outcome.js";
import type { Scope } from "../select.js";
import { meantValue } from "./meant-value.js";
import { formulaFacts } from "./one-per-cell.js";

/**
 * A formula's stored value differs from what the formula comes to. Told where it begins: a formula that follows from
 * what is stored in the cells it reads is right, however wrong those are. Errors are another rule's business.
 */
export function staleValues(facts: readonly Fact[], scope: Scope): Outcome[] {
  if (scope.isLive) return [notApplicable("公式由 Excel 随时重算")];
  const own = formulaFacts(facts);
  if (own.length === 0) return [notApplicable("没有公式")];
  const { formulas } = scope;
  const unknown: Fact[] = [];
  const stale: { readonly fact: Fact; readonly cell: Cell; readonly value: FormulaValue }[] = [];
  for (const fact of own) {
    const [place] = fact.cells;
    const cell = place && formulas.cellAt(place);
    if (!cell || cell.isError || cell.value === null) continue;
    const computed = formulas.fromStored(place);
    if (computed.kind === "unsupported") unknown.push(fact);
    if (computed.kind !== "value" || agrees(cell, computed)) continue;
    if (!agrees(cell, formulas.fromStored(place, true))) stale.push({ fact, cell, value: computed.value });
  }
  // All that follows from a stale cell is judged by what it will be.
  const proves = stale.length === 0 ? [] : own.flatMap((fact) => provenByRecomputation(fact, scope));
  const findings = stale.map(({ fact, cell, value }, index): Outcome => {
    const meant = proves.find((one) => one.fact === fact)?.value ?? null;
    return failed({ ...staleFinding(fact, cell, value, meant), proves: index === 0 ? proves : [] });
  });
  const told = unknown.filter(({ formula }) => otherWorkbooks(formula ?? "").length === 0);
  const left: Outcome[] = told.length === 0 ? [] : [{ status: "left", note: leftNote(told) }];
  const outcomes = [...left, ...findings];
  return outcomes.length === 0 ? [pass] : outcomes;
}

/** Floats and formats round: what shows alike, or differs by less than any figure is printed with, is alike. */
function agrees(cell: Cell, computed: Computed): boolean {
  if (computed.kind !== "value") return true;
  const { value } = computed;
  if (typeof value === "string") return typeof cell.value === "string" && value.trim() === cell.value.trim();
  if (typeof value === "boolean" || value === null) return value === cell.value;
  const stored = storedNumber(cell);
  if (stored === null) return false;
  const gap = stored.minus(value).abs();
  if (gap.lte(noise) || gap.lte(value.abs().times(relativeNoise))) return true;
  const places = roundedTo(cell, stored);
  return places !== null && roundHalfUp(value, places).eq(roundHalfUp(stored, places));
}

const noise = decimal("0.000001");
const relativeNoise = decimal("0.000000001");

function storedNumber({ value }: Cell): Decimal | null {
  if (typeof value === "number") return decimal(value);
  const text = readNumber(String(value));
  return text.kind === "number" && text.unit === null ? text.printed : null;
}

/** Places that a format shows; without a format those of a value that some program stored rounded. */
function roundedTo({ format, text }: Cell, stored: Decimal): number | null {
  const shown = format === "General" ? null : readNumber(text);
  if (shown?.kind === "number") return shown.decimals + (shown.unit === "%" ? 2 : 0);
  const places = decimalsOf(stored);
  return places >= 2 ? places : null;
}

function provenByRecomputation(
  fact: Fact,
  { formulas, book }: Scope,
): { readonly fact: Fact; readonly value: Decimal }[] {
  const [place] = fact.cells;
  const cell = place && formulas.cellAt(place);
  if (!cell) return [];
  const computed = formulas.recomputed(place);
  const value = agrees(cell, computed) ? null : meantValue(fact, computed, book);
  return value ? [{ fact, value }] : [];
}

function staleFinding(fact: Fact, cell: Cell, value: FormulaValue, meant: Decimal | null): Partial<Failed> {
  const expected = shownLike(cell, value);
  return {
    anchor: fact,
    actual: fact.shown,
    expected,
    words: { value: fact.shown === "" ? "空白" : fact.shown, computed: expected, formula: fact.formula ?? "" },
    explanation: { verb: "is", line: `${fact.formula ?? ""} = ${expected}`, terms: [] },
    computed: meant ? amountOf(meant, fact.unit) : null,
    fixes: sameFormula(fact, value),
    doubts: true,
  };
}

/** As the cell would show it. */
function shownLike({ text, format }: Cell, value: FormulaValue): string {
  if (value === null || typeof value !== "object") return String(value);
  const shown = readNumber(text);
  const isPercent = format.includes("%");
  const scaled = isPercent ? value.times(100) : value;
  const least = shown.kind === "number" ? shown.decimals : 0;
  const places = format === "General" ? Math.min(decimalsOf(scaled), 4) : Math.max(least, 0);
  return formatDecimal(scaled, places) + (isPercent ? "%" : "");
}

/** Writing the formula once more makes its value and all that follows from it right. */
function sameFormula(fact: Fact, value: FormulaValue): FixProposal[] {
  const [cell] = fact.cells;
  if (!cell || !fact.formula) return [];
  const stored = typeof value === "object" && value !== null ? Number(value.toFixed()) : value;
  const place = { sheet: cell.sheet, cell: { row: cell.row, column: cell.column } };
  return [{ kind: "formula", ...place, content: fact.formula, value: stored, format: null }];
}

function leftNote(facts: readonly Fact[]): string {
  const places = facts.flatMap(({ cells }) => cells.slice(0, 1));
  const sheet = places[0]?.sheet ?? "";
  const cells = places.map(addressOf);
  const some = cells.length > 8 ? `${cells.slice(0, 8).join("、")} 等` : cells.join("、");
  return `“${sheet}”有 ${cells.length} 个公式用了这里不会算的写法，按存着的值采用：${some}`;
}
