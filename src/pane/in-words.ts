import type { Failure } from "../core/result/index.js";
import type { PaneTexts } from "./texts.js";

/** A failure's sentence in the language of the pane. */
export function inWords(problem: Failure, texts: PaneTexts): string {
  return problem.message[texts.language];
}
