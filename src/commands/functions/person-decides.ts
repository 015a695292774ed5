import type { IndicatorScore } from "../../core/achievement/index.js";
import { formatDecimal } from "../../core/quantity/index.js";
import { fail, type Failure } from "../../core/result/index.js";
import type { ReadIndicator } from "./read-indicator.js";

/** Why there is no number. The engine's own remark is in Chinese; the English sentence says what kind of case it is. */
export function personDecides(
  { target, actual }: ReadIndicator,
  { band, note }: IndicatorScore,
): { readonly ok: false; readonly failure: Failure } {
  const between = band?.map((end) => formatDecimal(end));
  const zh = [note, ...(note.includes("人工判断") ? [] : ["需人工判断"])].filter((part) => part !== "").join("；");
  const range = between ? { zh: `（${between.join("～")}分之间）`, en: ` (${between.join(" to ")} points)` } : null;
  return fail("person-decides", zh + (range?.zh ?? ""), englishCase() + (range?.en ?? ""));

  function englishCase(): string {
    if (target.text === "") return "The target is empty";
    if (actual.kind === "empty") return "The actual value is empty";
    if (target.kind === "unparsed") return "The target cannot be read as one target: a person decides";
    if (target.kind === "qualitative") return "The target is in words: a person decides";
    return "The two values do not settle it: a person decides; the pane's scores say why";
  }
}
