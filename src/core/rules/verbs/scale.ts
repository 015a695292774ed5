import type { VerbArguments } from "../../pack/index.js";
import { compareDecimals, decimal, isZero, meets, type Decimal } from "../../quantity/index.js";
import { amountOf, factAmount, printAmount, printWithUnit, type Amount } from "../amount.js";
import { scaleWords } from "../diagnosis/index.js";
import { valueFix } from "../fix.js";
import { holdsFormula } from "../holds-formula.js";
import { failed, notApplicable, pass, type Failed, type Outcome } from "../outcome.js";
import { selectFacts, type Scope } from "../select.js";
import { provenAmount, totalOf } from "../term.js";

/** One value is `times` the median of the others' non-zero values (or its reciprocal): typed in another unit. */
export function outlier(args: VerbArguments["outlier"], scope: Scope): Outcome[] {
  const values = args.values
    .flatMap((selector) => selectFacts(selector, scope))
    .flatMap((fact) => {
      const amount = factAmount(fact, false);
      return amount && !isZero(amount.value) ? [amount] : [];
    });
  if (values.length < 2) return [notApplicable("没有可比的年度")];
  if (!isSpread(values, args.times)) return [pass];
  const suspects = values.flatMap((amount) => {
    const usual = median(values.filter((other) => other !== amount).map(({ value }) => value.abs()));
    const size = amount.value.abs();
    if (size.gte(usual.times(args.times))) return [{ amount, mended: amount.value.div(args.by), isLarge: true }];
    if (size.times(args.times).lte(usual)) return [{ amount, mended: amount.value.times(args.by), isLarge: false }];
    return [];
  });
  // Of two values each looks odd beside the other; money typed in a smaller unit is the one seen in practice.
  const [suspect] = suspects.filter(({ isLarge }) => isLarge).concat(suspects);
  if (!suspect || isPassedOn(suspect.amount)) return [pass];
  return [rescaled(suspect.amount, suspect.mended, values, args.by, scope)];
}

/** The largest is `times` the smallest: without that none stands out beside the others, whatever their median. */
function isSpread(values: readonly Amount[], times: number): boolean {
  const sizes = values.map(({ value }) => value.abs()).sort(compareDecimals);
  const [least, most] = [sizes[0], sizes.at(-1)];
  return least !== undefined && most !== undefined && compareDecimals(most, least.times(times)) >= 0;
}

function isPassedOn({ facts }: Amount): boolean {
  return facts.some(holdsFormula);
}

function median(values: readonly Decimal[]): Decimal {
  const sorted = [...values].sort(compareDecimals);
  const at = (place: number): Decimal => sorted[Math.floor(place)] ?? decimal(0);
  return at((sorted.length - 1) / 2)
    .plus(at(sorted.length / 2))
    .div(2);
}

/** A sum that fails holds as soon as one of its terms (or its total) is divided by `by`. */
export function rescale(args: VerbArguments["rescale"], scope: Scope): Outcome[] {
  const [totalFact] = selectFacts(args.total, scope);
  const total = totalFact ? (provenAmount(totalFact, scope) ?? factAmount(totalFact, false)) : null;
  const parts = args.parts
    .flatMap((selector) => selectFacts(selector, scope))
    .flatMap((fact) => provenAmount(fact, scope) ?? factAmount(fact, false) ?? []);
  if (!total || parts.length === 0) return [notApplicable("没有可以汇总的各项")];
  const sum = totalOf(parts);
  if (meets(sum, total)) return [pass];
  for (const part of [...parts, total]) {
    const mended = part.value.div(args.by);
    // What would round to nothing explains any small gap.
    if (mended.abs().lt("0.01") || isPassedOn(part)) continue;
    const isTotal = part === total;
    const narrow = decimal("0.005");
    const difference = isTotal ? mended.minus(sum.value) : sum.value.minus(part.value).plus(mended).minus(total.value);
    if (difference.abs().lte(narrow.plus(isTotal ? sum.high.minus(sum.value) : total.high.minus(total.value)))) {
      return [rescaled(part, mended, [total, ...parts], args.by, scope)];
    }
  }
  return [pass];
}

function rescaled(suspect: Amount, mended: Decimal, others: readonly Amount[], by: number, scope: Scope): Failed {
  const isLarge = suspect.value.abs().gt(mended.abs());
  const [fact] = suspect.facts;
  const proper = { ...amountOf(mended, suspect.unit), decimals: 2 };
  return failed({
    anchor: fact ?? null,
    actual: printAmount(suspect),
    expected: printAmount(proper),
    gap: suspect.value.minus(mended),
    filed: suspect,
    computed: proper,
    words: {
      value: printWithUnit(suspect),
      mended: printWithUnit(proper),
      others: others
        .filter((other) => other !== suspect)
        .map((other) => printAmount(other))
        .join("、"),
    },
    explanation: {
      verb: "outlier",
      line: `${printAmount(suspect)} ${isLarge ? "÷" : "×"} ${by} = ${printAmount(proper)}`,
      terms: [],
    },
    related: others.filter((other) => other !== suspect).flatMap(({ facts }) => facts),
    fixes: fact ? valueFix(fact, mended) : [],
    cause: scaleWords(by, isLarge, scope.causes),
    proves: fact ? [{ fact, value: mended }] : [],
  });
}
