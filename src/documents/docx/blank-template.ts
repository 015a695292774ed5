import { blankNarrative } from "../../core/narrative/index.js";
import type { NarrativeSpec } from "../../core/pack/index.js";
import { writeReport } from "./write-report.js";

/** The Word template of a pack: title, headings and an empty control per section, to be restyled and filled later. */
export function blankTemplate(spec: NarrativeSpec): Uint8Array {
  return writeReport(blankNarrative(spec));
}
