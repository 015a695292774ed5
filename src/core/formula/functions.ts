import { decimal, type Decimal } from "../quantity/index.js";
import type { Arguments } from "./arguments.js";
import {
  asBoolean,
  asNumber,
  errored,
  isDecimal,
  settled,
  snapped,
  unsupported,
  valued,
  type Attempt,
  type FormulaValue,
  type Outcome,
} from "./outcome.js";
import { power } from "./power.js";

type Apply = (given: Arguments) => Outcome;

/** The functions known here, by upper-case name. All others are `unsupported` under their name. */
export const functions: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ["SUM", (given) => overNumbers(given, (numbers) => settled(sum(numbers)))],
  ["PRODUCT", (given) => overNumbers(given, product)],
  ["AVERAGE", (given) => overNumbers(given, average)],
  ["MIN", (given) => overNumbers(given, (numbers) => valued(extreme(numbers, -1)))],
  ["MAX", (given) => overNumbers(given, (numbers) => valued(extreme(numbers, 1)))],
  ["COUNT", (given) => counted(given, (outcome) => outcome.kind === "value" && isDecimal(outcome.value))],
  ["COUNTA", (given) => counted(given, (outcome) => outcome.kind === "error" || outcome.value !== null)],
  ["ROUND", (given) => rounded(given, 1)],
  ["ROUNDUP", (given) => rounded(given, 3)],
  ["ROUNDDOWN", (given) => rounded(given, 0)],
  ["TRUNC", (given) => rounded(given, 0)],
  ["INT", (given) => overOne(given, floor)],
  ["ABS", (given) => overOne(given, (number) => number.abs())],
  [
    "MOD",
    (given) => overTwo(given, (a, b) => (b.eq(0) ? errored("#DIV/0!") : settled(a.minus(b.times(floor(a.div(b))))))),
  ],
  ["POWER", (given) => overTwo(given, power)],
  ["IF", choose],
  ["IFERROR", (given) => instead(given, () => true)],
  ["IFNA", (given) => instead(given, (code) => code === "#N/A")],
  ["AND", (given) => overBooleans(given, (list) => list.every(Boolean))],
  ["OR", (given) => overBooleans(given, (list) => list.some(Boolean))],
  ["NOT", negate],
  ["TRUE", () => valued(true)],
  ["FALSE", () => valued(false)],
  ["N", (given) => onValue(given, (value) => (isDecimal(value) ? value : decimal(value === true ? 1 : 0)))],
  ["ISNUMBER", (given) => tested(given, isDecimal)],
  ["ISTEXT", (given) => tested(given, (value) => typeof value === "string")],
  ["ISBLANK", (given) => tested(given, (value) => value === null)],
  ["ISERROR", isError],
]);

function isError(given: Arguments): Outcome {
  const outcome = given.single(0);
  return outcome.kind === "unsupported" ? outcome : valued(outcome.kind === "error");
}

/**
 * All numbers of the arguments, as SUM sees them: texts and booleans inside of references do not count, those written
 * into the formula do.
 */
function numbersOf(given: Arguments): Attempt<readonly Decimal[]> {
  const numbers: Decimal[] = [];
  for (let index = 0; index < given.formulas.length; index++) {
    const { outcomes, isReference } = given.list(index);
    for (const outcome of outcomes) {
      if (outcome.kind !== "value") return { problem: outcome };
      if (isDecimal(outcome.value)) numbers.push(outcome.value);
      else if (!isReference) {
        const number = asNumber(outcome.value);
        if ("problem" in number) return number;
        numbers.push(number.value);
      }
    }
  }
  return { value: numbers };
}

function overNumbers(given: Arguments, apply: (numbers: readonly Decimal[]) => Outcome): Outcome {
  const numbers = numbersOf(given);
  return "problem" in numbers ? numbers.problem : apply(numbers.value);
}

function sum(numbers: readonly Decimal[]): Decimal {
  return numbers.reduce((total, number) => total.plus(number), decimal(0));
}

function product(numbers: readonly Decimal[]): Outcome {
  if (numbers.length === 0) return valued(decimal(0));
  let result = decimal(1);
  for (const number of numbers) {
    const next = settled(result.times(number));
    if (next.kind !== "value" || !isDecimal(next.value)) return next;
    result = next.value;
  }
  return valued(result);
}

function average(numbers: readonly Decimal[]): Outcome {
  return numbers.length === 0 ? errored("#DIV/0!") : settled(sum(numbers).div(numbers.length));
}

function extreme(numbers: readonly Decimal[], sign: 1 | -1): Decimal {
  return (
    numbers.reduce<Decimal | null>((best, number) => (best && best.cmp(number) * sign >= 0 ? best : number), null) ??
    decimal(0)
  );
}

function counted(
  given: Arguments,
  counts: (outcome: Exclude<Outcome, { readonly kind: "unsupported" }>) => boolean,
): Outcome {
  let total = 0;
  for (let index = 0; index < given.formulas.length; index++) {
    for (const outcome of given.list(index).outcomes) {
      if (outcome.kind === "unsupported") return outcome;
      if (counts(outcome)) total++;
    }
  }
  return valued(decimal(total));
}

function numberAt(given: Arguments, index: number): Attempt<Decimal> {
  const outcome = given.single(index);
  return outcome.kind === "value" ? asNumber(outcome.value) : { problem: outcome };
}

function overOne(given: Arguments, apply: (number: Decimal) => Decimal): Outcome {
  if (given.formulas.length !== 1) return errored("#VALUE!");
  const number = numberAt(given, 0);
  return "problem" in number ? number.problem : valued(apply(number.value));
}

function overTwo(given: Arguments, apply: (first: Decimal, second: Decimal) => Outcome): Outcome {
  if (given.formulas.length !== 2) return errored("#VALUE!");
  const first = numberAt(given, 0);
  if ("problem" in first) return first.problem;
  const second = numberAt(given, 1);
  return "problem" in second ? second.problem : apply(first.value, second.value);
}

/** `mode` as big.js names it: 0 towards zero, 1 half away from zero, 3 away from zero. */
function rounded(given: Arguments, mode: 0 | 1 | 3): Outcome {
  const number = numberAt(given, 0);
  if ("problem" in number) return number.problem;
  const places = numberAt(given, 1);
  if ("problem" in places) return places.problem;
  const whole = Number(places.value.round(0, 0).toFixed());
  if (Math.abs(whole) > 300) return unsupported("ROUND");
  return settled(snapped(number.value).round(whole, mode));
}

function floor(number: Decimal): Decimal {
  const value = snapped(number);
  const whole = value.round(0, 0);
  return whole.gt(value) ? whole.minus(1) : whole;
}

function choose(given: Arguments): Outcome {
  const condition = given.single(0);
  if (condition.kind !== "value") return condition;
  const truth = asBoolean(condition.value);
  if ("problem" in truth) return truth.problem;
  if (truth.value) return filled(given.single(1));
  return given.formulas.length < 3 ? valued(false) : filled(given.single(2));
}

/** A formula never comes to an empty cell: it shows 0. */
function filled(outcome: Outcome): Outcome {
  return outcome.kind === "value" && outcome.value === null ? valued(decimal(0)) : outcome;
}

function instead(given: Arguments, replaces: (code: string) => boolean): Outcome {
  const outcome = given.single(0);
  return filled(outcome.kind === "error" && replaces(outcome.code) ? given.single(1) : outcome);
}

function overBooleans(given: Arguments, apply: (list: readonly boolean[]) => boolean): Outcome {
  const list: boolean[] = [];
  for (let index = 0; index < given.formulas.length; index++) {
    const { outcomes, isReference } = given.list(index);
    for (const outcome of outcomes) {
      if (outcome.kind !== "value") return outcome;
      if (isReference && (outcome.value === null || typeof outcome.value === "string")) continue;
      const truth = asBoolean(outcome.value);
      if ("problem" in truth) return truth.problem;
      list.push(truth.value);
    }
  }
  return list.length === 0 ? errored("#VALUE!") : valued(apply(list));
}

function negate(given: Arguments): Outcome {
  const outcome = given.single(0);
  if (outcome.kind !== "value") return outcome;
  const truth = asBoolean(outcome.value);
  return "problem" in truth ? truth.problem : valued(!truth.value);
}

function onValue(given: Arguments, apply: (value: FormulaValue) => FormulaValue): Outcome {
  const outcome = given.single(0);
  return outcome.kind === "value" ? valued(apply(outcome.value)) : outcome;
}

function tested(given: Arguments, test: (value: FormulaValue) => boolean): Outcome {
  const outcome = given.single(0);
  if (outcome.kind === "unsupported") return outcome;
  return valued(outcome.kind === "value" && test(outcome.value));
}
