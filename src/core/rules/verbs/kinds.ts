import type { Fact } from "../../facts/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { readNumber, isZero } from "../../quantity/index.js";
import { amountOf, printAmount } from "../amount.js";
import { formulaFix, valueFix } from "../fix.js";
import { holdsFormula } from "../holds-formula.js";
import { failed, notApplicable, pass, type Outcome } from "../outcome.js";
import { selectFacts, type Scope } from "../select.js";
import { evaluate, isMissing } from "../term.js";
import { errorCells } from "./error-cells.js";
import { externalFormulas } from "./external-formulas.js";
import { onePerCell } from "./one-per-cell.js";
import { staleValues } from "./stale-values.js";

/** Kinds of values: integers, numbers, numbers kept as text. */
export function is(args: VerbArguments["is"], scope: Scope): Outcome[] {
  const facts = selectFacts(args.value, scope);
  switch (args.kind) {
    case "textNumber":
      return textNumbers(facts, scope);
    case "integer":
      return facts.map((fact) => {
        const { reading } = fact;
        const fits = reading.kind !== "number" || (reading.value.mod(1).eq(0) && reading.value.gte(0));
        return fits ? pass : unfit(fact);
      });
    case "blank":
      return facts.map((fact) => (fact.reading.kind === "number" ? unfit(fact) : pass));
    case "percent":
      return facts.flatMap(percent);
    case "error":
      return errorCells(facts, scope);
    case "stale":
      return staleValues(facts, scope);
    case "external":
      return externalFormulas(facts, scope);
    case "number":
      return facts.map((fact) => (fact.reading.kind === "text" ? unfit(fact) : pass));
  }
}

function unfit(fact: Fact): Outcome {
  return failed({ anchor: fact, actual: fact.shown, words: { value: fact.shown } });
}

/** A share shows its %, or stands under a header that does; 1 and 0.8 are shares, 100 and 80 leave it open (gap 0). */
function percent(fact: Fact): Outcome[] {
  const filed = readNumber(fact.shown);
  const { reading } = fact;
  if (reading.kind !== "number" || filed.kind !== "number" || isZero(filed.value)) return [];
  if (filed.unit === "%" || /[%％]/.test(fact.label ?? "")) return [pass];
  const share = { ...amountOf(reading.value, "%"), decimals: 2 };
  const ratio = reading.value.div(100);
  const fixes = fact.formula
    ? formulaFix(fact, fact.formula, ratio, "0.00%")
    : valueFix(fact, ratio, "0.00%").map((fix) => ({
        ...fix,
        content: ratio.toFixed(),
        value: Number(ratio.toFixed()),
      }));
  const isShare = !filed.value.eq(reading.value);
  return [
    failed({
      anchor: fact,
      actual: fact.shown,
      expected: printAmount(share),
      gap: filed.value.minus(reading.value),
      words: { value: fact.shown, share: printAmount(share) },
      fixes: isShare ? fixes : [],
    }),
  ];
}

/** Decimals as printed: a cell whose format rounds stands for what it shows. */
export function decimals({ values, atMost }: VerbArguments["decimals"], scope: Scope): Outcome[] {
  const amounts = onePerCell(values.flatMap((selector) => selectFacts(selector, scope))).filter(
    ({ type, reading }) => type === "money" && reading.kind === "number",
  );
  if (amounts.length === 0) return [notApplicable("表中没有金额")];
  const fine = amounts.filter(({ shown }) => {
    const filed = readNumber(shown);
    return filed.kind === "number" && filed.decimals > atMost;
  });
  const [first, ...rest] = fine;
  if (!first) return [pass];
  const words = { value: first.shown, count: String(fine.length) };
  return [failed({ anchor: first, actual: first.shown, words, related: rest })];
}

/** 2025年3月20日, 2025-3-20, 20250320: the year comes first. */
export function dated({ value, year }: VerbArguments["dated"], scope: Scope): Outcome[] {
  const wanted = evaluate(year, scope);
  if (isMissing(wanted)) return [notApplicable(wanted.missing)];
  const text = wanted.value.toFixed();
  return selectFacts(value, scope).map((fact) => {
    const named = /(?<!\d)(?:19|20)\d\d/.exec(fact.shown.normalize("NFKC"))?.[0];
    if (named === undefined || named === text) return pass;
    return failed({
      anchor: fact,
      actual: fact.shown,
      expected: text,
      words: { value: fact.shown, named, year: text },
    });
  });
}

/** One finding per column, the other cells in `related`. */
function textNumbers(facts: readonly Fact[], { formulas }: Scope): Outcome[] {
  const columns = new Map<number | undefined, [Fact, ...Fact[]]>();
  for (const fact of onePerCell(facts.filter(isTextNumber))) {
    const column = fact.cells[0]?.column;
    const known = columns.get(column);
    if (known) known.push(fact);
    else columns.set(column, [fact]);
  }
  if (columns.size === 0) return [pass];
  return [...columns.values()].map((column) => {
    const [first, ...rest] = column;
    const fixes = column.flatMap((fact) => {
      const [place] = fact.cells;
      // A formula that gives text is for a person to change; a cell formatted as text would make text of the number.
      if (!place || fact.reading.kind !== "number" || holdsFormula(fact)) return [];
      return valueFix(fact, fact.reading.value, formulas.cellAt(place)?.format === "@" ? "General" : null);
    });
    return failed({
      anchor: first,
      actual: first.shown,
      words: { count: String(column.length), value: first.shown },
      related: rest,
      fixes,
    });
  });
}

/** 约15 is no number kept as text: it is words. */
function isTextNumber({ reading, inText, from }: Fact): boolean {
  return reading.kind === "number" && reading.asText && !reading.approximate && !inText && from === "cells";
}
