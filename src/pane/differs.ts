import type { FiledScore } from "./engine.js";

/** Filed against computed passes up to 0.05 points, as the rules have it; a computed score that nobody filed differs. */
export function differs({ filed, computed }: FiledScore): boolean {
  return computed !== null && (filed === null || Math.abs(Number(filed) - Number(computed)) > 0.05);
}
