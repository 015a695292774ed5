import { decimal, type Decimal } from "../quantity/index.js";
import { errored, isDecimal, settled, unsupported, valued, type Outcome } from "./outcome.js";

/** Whole exponents only: roots have no exact decimal. */
export function power(base: Decimal, exponent: Decimal): Outcome {
  if (base.eq(0) && exponent.lte(0)) return errored(exponent.eq(0) ? "#NUM!" : "#DIV/0!");
  if (!exponent.round(0).eq(exponent) || exponent.abs().gt(1_000)) return unsupported("^");
  const whole = Number(exponent.toFixed());
  if (base.e * whole > 308) return errored("#NUM!");
  let result = decimal(1);
  for (let step = 0; step < Math.abs(whole); step++) {
    const next = settled(result.times(base));
    if (next.kind !== "value" || !isDecimal(next.value)) return next;
    result = next.value;
  }
  if (whole >= 0) return valued(result);
  return result.eq(0) ? errored("#NUM!") : settled(decimal(1).div(result));
}
