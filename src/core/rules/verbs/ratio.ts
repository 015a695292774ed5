import type { VerbArguments } from "../../pack/index.js";
import { divideIntervals, meets, scaleInterval, decimal, isZero } from "../../quantity/index.js";
import { factAmount, printAmount, type Amount } from "../amount.js";
import { besides, explainGap, type Rival } from "../diagnosis/index.js";
import { formulaFix, reference } from "../fix.js";
import { failed, notApplicable, pass, type Outcome } from "../outcome.js";
import { selectFacts, type Scope } from "../select.js";
import { evaluate, isMissing, provenAmount, unreadable } from "../term.js";

/** result (a rate, in per cent) = part ÷ whole. A whole of 0 has no rate. */
export function ratio(args: VerbArguments["ratio"], scope: Scope): Outcome[] {
  const [result] = selectFacts(args.result, scope);
  if (!result) return [notApplicable("表中没有这一比率")];
  const part = evaluate(args.part, scope);
  const whole = evaluate(args.whole, scope);
  if (isMissing(part)) return [notApplicable(part.missing)];
  if (isMissing(whole)) return [notApplicable(whole.missing)];
  if (isZero(whole.value)) return [notApplicable("分母为0，没有比率")];
  const filed = provenAmount(result, scope) ?? factAmount(result, false);
  if (!filed) return [notApplicable(unreadable(result))];
  const computed = quotient(part, whole);
  if (!computed || meets(filed, computed)) return [pass];
  const [home] = result.cells;
  const [a, b] = [part, whole].map(({ facts: [fact, ...others] }) =>
    home && fact && others.length === 0 ? reference(fact, home) : null,
  );
  const isPercentColumn = /[%％]/.test(result.label ?? "") && !result.shown.includes("%");
  const formula = a && b ? `=${a}/${b}${isPercentColumn ? "*100" : ""}` : null;
  const why = explainGap({ filed, computed, rivals: otherQuotients(part, whole, scope) }, scope);
  const value = isPercentColumn ? computed.value : computed.value.div(100);
  return [
    failed({
      anchor: result,
      actual: result.shown,
      expected: printAmount(computed, 2),
      gap: filed.value.minus(computed.value),
      filed,
      computed,
      words: {
        result: result.shown,
        part: printAmount(part),
        whole: printAmount(whole),
        quotient: printAmount(computed, 2),
      },
      explanation: {
        verb: "ratio",
        line: `${printAmount(part)} ÷ ${printAmount(whole)} = ${printAmount(computed, 2)}`,
        terms: [...part.facts, ...whole.facts].map((fact) => ({ label: fact.label ?? fact.path, shown: fact.shown })),
      },
      related: [...part.facts, ...whole.facts, ...why.related],
      fixes: formulaFix(result, formula, value, isPercentColumn ? null : "0.00%"),
      cause: why.cause,
    }),
  ];
}

function quotient(part: Amount, whole: Amount): Amount | null {
  const interval = divideIntervals(part, whole);
  if (!interval) return null;
  const { low, high } = scaleInterval(interval, decimal(100));
  return { value: part.value.div(whole.value).times(100), low, high, unit: "%", decimals: 2, facts: [] };
}

/** The quotient over another column of the whole's row, and the one upside down. */
function otherQuotients(part: Amount, whole: Amount, { book }: Scope): Rival[] {
  const [upper] = part.facts;
  const [lower] = whole.facts;
  if (!upper || !lower || part.facts.length + whole.facts.length > 2) return [];
  const rivals = besides(lower, book).flatMap((other): Rival[] => {
    const amount = factAmount(other, false);
    const figure = amount && quotient(part, amount);
    return figure ? [{ kind: "otherWhole", figure, fact: other }] : [];
  });
  const inverted = quotient(whole, part);
  return inverted ? [...rivals, { kind: "inverted", figure: inverted, fact: null }] : rivals;
}
