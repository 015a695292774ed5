import { isZero } from "../../quantity/index.js";
import { addendCauses, resultCauses } from "./candidates.js";
import type { Cause } from "./cause.js";
import type { GapContext } from "./gap-context.js";

/**
 * The one slip that explains the gap between a result and what it should be; null where none does, or where two do
 * and neither is clearly the likelier. Linear in the addends.
 */
export function diagnose(context: GapContext): Cause | null {
  const { filed, addends } = context;
  if (isZero(filed.value) && addends.length > 0) {
    return { kind: "zero", figure: filed, mended: null, scale: null, isExact: true };
  }
  const all = [...resultCauses(context), ...addendCauses(context)];
  const exact = all.filter(({ isExact }) => isExact);
  const candidates = exact.length > 0 ? exact : all;
  const [first, ...others] = candidates;
  if (!first) return null;
  if (others.length === 0) return first;
  const rank = Math.min(...candidates.map(rankOf));
  const likeliest = candidates.filter((cause) => rankOf(cause) === rank);
  return likeliest.length === 1 ? (likeliest[0] ?? null) : null;
}

/** A factor of thousands hits nothing by chance; all others are as likely as each other. */
function rankOf({ scale }: Cause): number {
  return scale?.factor.gte(1000) ? 0 : 1;
}
