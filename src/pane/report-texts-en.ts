import { isUpToDate } from "./planned-update.js";
import type { ReportTexts } from "./report-texts-zh.js";

export const en: ReportTexts = {
  saveDocx: "Save as Word",
  copyAll: "Copy all",
  copySection: (title) => `Copy “${title}”`,
  errors: (count) => `${count} errors are still open in the annexes; figures in the report may be wrong.`,
  seeFindings: "Show",
  unsetSection: "Nothing here yet; the document shows a placeholder.",
  problems: "Please note",
  figureFrom: (place) => `From ${place}`,

  update: "Update an existing report",
  updateWhy:
    "Choose an edited report or a template: only figures and paragraphs that nobody edited change, your words stay. You see everything before it is written.",
  choose: "Choose a report or template…",
  change: "Choose another…",
  forget: "Do not update it",
  forgotten: "No existing report is updated any more.",
  refused: (name) => `“${name}” could not be used: `,
  planning: "Comparing…",
  planned: (name, plan) =>
    isUpToDate(plan)
      ? `“${name}” agrees with the annexes.`
      : `“${name}”: ${plan.linked.length} names linked, ${plan.figures.length} figures, ${plan.rewritten.length} sections rewritten, ${plan.kept.length} kept, ${plan.conflicts.length} for you to decide.`,
  upToDate: "The report agrees with the annexes.",
  lookAgain: "The report or the annexes have just changed and were compared anew. Look again before you write.",
  ownCopy:
    "This is the copy you were given a moment ago. If you edited it in Word since, choose it again so that no edit is lost.",
  write: (undecided) => (undecided === 0 ? "Write and save" : `Write and save (${undecided} undecided)`),
  overLinked: (name) => `“${name}” itself is written; the browser asks you first.`,
  newName: (name) =>
    `This is a template: the report is saved as “${name}”, the template is left alone, and the workbook remembers it.`,
  remembered: (name) => `The workbook remembers the template “${name}”`,
  sameName: (name) => `You get it under the same name, “${name}”; the original file is left alone.`,

  otherWays: "Cannot find the file?",
  saveAgain: "Save once more",
  wordWayOffer: "Update in Word…",
  wordWay:
    "Open the report in Word and the Annex Desk pane there; choose this workbook (save it first), or press “Copy for Word” here and “Paste data…” there. The report is updated in place, without a download.",
  copyForWord: "Copy for Word",
  copyForWordWhy:
    "Copies the report’s figures and texts; paste them into the Annex Desk pane in Word to update the report that is open there.",
  copiedForWord: "The report’s data is copied. Open the report in Word and press “Paste data…” in the Annex Desk pane.",
  copiedText: "The whole text is copied; paste it in Word.",
};
