import type { Outcome, View } from "./desk-state.js";
import { differs } from "./differs.js";
import type { PaneTexts } from "./texts.js";

/** What a screen reader says when a view has its result. */
export function announcementOf(view: View, { check, scores, report }: Outcome, texts: PaneTexts): string {
  if (view === "scores" && scores) {
    return texts.scoresDone(scores.sheets.length, scores.sheets.flatMap(({ lines }) => lines).filter(differs).length);
  }
  if (view === "report" && report) return texts.reportDone(report.sections.length);
  const { error, warning, info } = check.summary;
  return error + warning + info === 0 ? texts.summaryClean : texts.summary(error, warning, info);
}
