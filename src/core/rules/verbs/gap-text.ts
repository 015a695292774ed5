import { decimalsOf } from "../../quantity/index.js";
import { printWithUnit, type Amount } from "../amount.js";

/** By how much two figures differ, printed as finely as they were: 31.5 − 28.45 is 3.05, not 3.1. */
export function gapText(filed: Amount, computed: Amount): string {
  const gap = filed.value.minus(computed.value).abs();
  const decimals = Math.max(computed.decimals, Math.min(filed.decimals, decimalsOf(gap)));
  return printWithUnit({ ...computed, value: gap, decimals });
}
