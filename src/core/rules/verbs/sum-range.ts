import type { Fact } from "../../facts/index.js";
import { addends, sheetKey, type CellPlace, type FormulaBook, type Formula } from "../../formula/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { decimal } from "../../quantity/index.js";
import { addressOf, type Area } from "../../sheet/index.js";
import { printAmount, factAmount } from "../amount.js";
import { nameOf } from "../diagnosis/index.js";
import { formulaFix, sumFormula } from "../fix.js";
import { failed, notApplicable, pass, type Outcome } from "../outcome.js";
import { selectFacts, type Scope } from "../select.js";
import { isMissing } from "../term.js";
import { gather, subtract } from "./gather.js";

/** The formula of a total takes each part once, and nothing else that holds a figure. */
export function sumRange(args: VerbArguments["sumRange"], scope: Scope): Outcome[] {
  if ("like" in args) return [];
  const [total] = selectFacts(args.total, scope);
  const [home] = total?.cells ?? [];
  const formula = home && scope.formulas.formulaAt(home)?.formula;
  if (!total || !home || !formula) return [notApplicable("合计不是公式")];
  const parts = gather(args.parts, scope);
  const minus = gather(args.minus, scope);
  if (isMissing(parts) || isMissing(minus) || parts.facts.length === 0) {
    return [notApplicable("没有可以汇总的各项")];
  }
  const counted = cellsOf(formula, home, scope.formulas);
  if (!counted) return [notApplicable("合计公式不是相加")];
  const faults = faultsOf(counted, home, parts.facts, minus.facts, scope.formulas);
  if (!faults) return [notApplicable("合计公式另有取法")];
  const told = describe(faults, args.faults, total, scope);
  if (told.length === 0) return [pass];
  const computed = subtract(parts.total, minus.total);
  const filed = factAmount(total, true);
  const proper = sumFormula(total, parts.facts, minus.facts);
  const text = scope.formulas.formulaAt(home)?.text ?? "";
  return [
    failed({
      anchor: total,
      actual: text,
      expected: proper ?? printAmount(computed),
      gap: filed && filed.value.minus(computed.value),
      filed,
      computed,
      words: { formula: text, fault: told.join("，"), sum: printAmount(computed), total: total.shown },
      explanation: { verb: "sum", line: `${proper ?? text} = ${printAmount(computed)}`, terms: [] },
      related: [...faults.skips, ...faults.repeats],
      fixes: formulaFix(total, proper, computed.value),
      doubts: true,
      proves: [{ fact: total, value: computed.value }],
    }),
  ];
}

interface Faults {
  readonly skips: readonly Fact[];
  readonly repeats: readonly Fact[];
  readonly includes: readonly CellPlace[];
  readonly itself: boolean;
}

/** Null where the formula may well add up the same in another way: typed figures stand in for the parts. */
function faultsOf(
  counted: Counted,
  home: CellPlace,
  parts: readonly Fact[],
  minus: readonly Fact[],
  formulas: FormulaBook,
): Faults | null {
  const itself = counted.has(keyOf(home));
  const foreign = expanded(counted, new Set([...parts, ...minus].flatMap(ownKey)), home, formulas);
  const [skips, repeats]: [Fact[], Fact[]] = [[], []];
  const inOthers = new Set<string>();
  for (const [facts, sign] of [
    [parts, 1],
    [minus, -1],
  ] as const) {
    for (const fact of facts) {
      const [place] = fact.cells;
      if (!place || fact.inText) return null;
      const count = (foreign.known.get(keyOf(place)) ?? 0) * sign;
      if (count > 1) repeats.push(fact);
      if (count > 0) continue;
      const inner = innerCells(place, formulas);
      if (inner?.every((key) => (foreign.others.get(key)?.count ?? 0) !== 0)) inner.forEach((key) => inOthers.add(key));
      // A row without a figure is no row yet; 无 and — are rightly passed over.
      else if (fact.reading.kind === "number") skips.push(fact);
    }
  }
  const includes = [...foreign.others]
    .filter(
      ([key, { place, count }]) =>
        count !== 0 && !inOthers.has(key) && key !== keyOf(home) && holdsFigure(place, formulas),
    )
    .map(([, { place }]) => place);
  if (skips.length > 0 && includes.length > 0 && !itself) return null;
  return { skips, repeats, includes, itself };
}

type Counted = ReadonlyMap<string, { readonly place: CellPlace; readonly count: number }>;

/** More cells than any block has: a whole column is not a sum of parts that can be told apart. */
const mostCells = 5_000;

const known = new WeakMap<FormulaBook, Map<string, Counted | null>>();

/** How often each cell is added by the formula of a cell, read once; null where it does more than add. */
function cellsOf(formula: Formula, home: CellPlace, formulas: FormulaBook): Counted | null {
  const read = known.get(formulas) ?? new Map<string, Counted | null>();
  known.set(formulas, read);
  const key = keyOf(home);
  let counted = read.get(key);
  if (counted === undefined) read.set(key, (counted = countedBy(formula, home, formulas)));
  return counted;
}

function countedBy(formula: Formula, home: CellPlace, formulas: FormulaBook): Counted | null {
  const found = new Map<string, { readonly place: CellPlace; count: number }>();
  for (const { reference, sign } of addends(formula) ?? []) {
    const { workbook, sheet, lastSheet, area } = reference;
    const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    if (workbook !== null || lastSheet !== null || size > mostCells) return null;
    for (const place of placesOf(area, formulas.sheetOf(sheet, home))) {
      const cell = formulas.cellAt(place);
      // Texts and empty cells add nothing, however often; a part may still be filled in.
      if (cell === null || (typeof cell.value === "string" && cell.formula === null)) {
        found.set(keyOf(place), { place, count: sign });
        continue;
      }
      const known = found.get(keyOf(place));
      found.set(keyOf(place), { place, count: (known?.count ?? 0) + sign });
    }
  }
  return found.size > 0 ? found : null;
}

function* placesOf(area: Area, sheet: string): Generator<CellPlace> {
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) yield { sheet, row, column };
  }
}

/** Subtotals among the cells stand for what they add up; `known` are the parts, `others` all that is left. */
function expanded(
  counted: Counted,
  parts: ReadonlySet<string>,
  home: CellPlace,
  formulas: FormulaBook,
): {
  readonly known: ReadonlyMap<string, number>;
  readonly others: ReadonlyMap<string, { place: CellPlace; count: number }>;
} {
  const known = new Map<string, number>();
  const others = new Map<string, { place: CellPlace; count: number }>();
  const visit = (cells: Counted, times: number, depth: number): void => {
    for (const [key, { place, count }] of cells) {
      if (parts.has(key)) {
        known.set(key, (known.get(key) ?? 0) + count * times);
        continue;
      }
      const parsed = formulas.formulaAt(place)?.formula;
      const inner = parsed && depth < 4 ? cellsOf(parsed, place, formulas) : null;
      if (inner && !inner.has(keyOf(home))) visit(inner, count * times, depth + 1);
      else others.set(key, { place, count: (others.get(key)?.count ?? 0) + count * times });
    }
  };
  visit(counted, 1, 0);
  return { known, others };
}

/** The cells that a part adds up itself; a total over them takes the part along. */
function innerCells(place: CellPlace, formulas: FormulaBook): readonly string[] | null {
  const parsed = formulas.formulaAt(place)?.formula;
  const inner = parsed ? cellsOf(parsed, place, formulas) : null;
  return inner ? [...inner.keys()] : null;
}

function holdsFigure(place: CellPlace, formulas: FormulaBook): boolean {
  const value = formulas.cellAt(place)?.value;
  return typeof value === "number" && !decimal(value).eq(0);
}

function describe(
  { skips, repeats, includes, itself }: Faults,
  words: VerbArguments["sumRange"]["faults"],
  total: Fact,
  { book }: Scope,
): string[] {
  const named = (facts: readonly Fact[]): string => listed(facts.map((fact) => `“${nameOf(fact, total, book)}”`));
  const cells = listed(includes.map((place) => addressOf(place)));
  return [
    skips.length > 0 ? words.skips.replace("{rows}", named(skips)) : null,
    repeats.length > 0 ? words.repeats.replace("{rows}", named(repeats)) : null,
    includes.length > 0 ? words.includes.replace("{rows}", cells) : null,
    itself ? words.itself : null,
  ].filter((text) => text !== null);
}

function listed(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join("、")}等` : names.join("、");
}

function ownKey({ cells: [cell] }: Fact): string[] {
  return cell ? [keyOf(cell)] : [];
}

function keyOf({ sheet, row, column }: CellPlace): string {
  return `${sheetKey(sheet)}!${row}:${column}`;
}
