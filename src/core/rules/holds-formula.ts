import type { Fact } from "../facts/index.js";

/** A formula only passes on what was typed elsewhere. */
export function holdsFormula({ formula }: Fact): boolean {
  return typeof formula === "string";
}
