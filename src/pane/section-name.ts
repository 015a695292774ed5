import type { PlannedSection } from "./planned-update.js";
import type { UpdatePlanTexts } from "./update-plan-texts.js";

/** The title of a section as the plan names it. */
export function sectionName({ id, title }: PlannedSection, words: UpdatePlanTexts): string {
  if (title !== "") return title;
  return id === "title" ? words.title : id === "closing" ? words.closing : "";
}
