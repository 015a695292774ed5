import { readNumber, sameDimension, type NumberReading } from "../../core/quantity/index.js";
import { fail, success, type Result } from "../../core/result/index.js";
import { cellText, type CellArgument } from "./cell-text.js";

type Amount = Extract<NumberReading, { readonly kind: "number" }>;

/** `ANNEX.RATE`: spent over budget, exact, above 1 where more was spent; without a budget there is no rate. */
export function rate(actual: CellArgument, budget: CellArgument): Result<number> {
  const spent = amount(actual, "执行数", "amount spent");
  if (!spent.ok) return spent;
  const planned = amount(budget, "预算数", "budget");
  if (!planned.ok) return planned;
  const [a, b] = [spent.value.measure, planned.value.measure];
  if ((a === null) !== (b === null) || (a !== null && b !== null && !sameDimension(a, b))) {
    return fail("units-differ", "执行数和预算数的单位不一致", "The two amounts are not in the same unit.");
  }
  if (planned.value.value.eq(0)) {
    return fail("division-by-zero", "预算数为0，没有执行率", "The budget is 0: there is no execution rate.");
  }
  if (planned.value.value.lt(0)) return fail("negative-budget", "预算数是负数", "The budget is negative.");
  return success(spent.value.value.div(planned.value.value).toNumber());
}

function amount(argument: CellArgument, zh: string, en: string): Result<Amount> {
  const text = cellText(argument);
  if (!text.ok) return text;
  const read = readNumber(text.value);
  if (read.kind === "empty") return fail("empty", `${zh}是空的`, `The ${en} is empty.`);
  if (read.kind !== "number") return fail("no-number", `${zh}不是数字`, `The ${en} is not a number.`);
  if (read.approximate) return fail("approximate", `${zh}是约数`, `The ${en} is only approximate.`);
  return success(read);
}
