import { isUpToDate } from "../planned-update.js";
import type { WordTexts } from "./word-texts-zh.js";

export const en: WordTexts = {
  language: "en",
  product: "Annex Desk",
  subtitle: "Update the open report",
  year: (year) => `${year}`,

  source: "Annex data",
  sourceWhy:
    "Choose the annex workbook (save it in Excel first), or paste what the pane in Excel copied. It is only read.",
  choose: "Choose workbook…",
  change: "Choose another…",
  paste: "Paste data…",
  pasteLabel: "Paste here what “Copy for Word” in Excel’s pane copied",
  pasteTake: "Use it",
  pasteCancel: "Cancel",
  drop: "Drop the .xlsx file here",
  pasted: "Pasted data",
  forget: "Put it away",
  forgotten: "The annex data was put away.",
  errors: (count) => `The workbook still has ${count} errors, so figures may be wrong. Check it in Excel.`,
  noAnnex: "No annex was found in the file. Choose the annex workbook.",

  steps: {
    loading: "Loading the program…",
    reading: "Reading the annexes…",
    planning: "Comparing with the open report…",
    updating: "Updating the report and reading it back…",
    saving: "Making the copy…",
  },
  unexpected: "Something went wrong in the program and nothing was finished. Try again, or reopen the pane.",
  failedSource: "This annex data cannot be used",
  failedPlan: "The open document cannot be compared",
  failedUpdate: "Not updated",
  failedCopy: "The copy was not saved",
  again: "Compare again",

  plan: "What will be done",
  planned: (plan) =>
    isUpToDate(plan)
      ? "The report agrees with the annexes."
      : `Figures ${plan.figures.length}, sections rewritten ${plan.rewritten.length}, kept ${plan.kept.length}, for you to decide ${plan.conflicts.length}.`,
  upToDate: "The report agrees with the annexes; there is nothing to change.",
  lookAgain: "The document was just changed and has been compared again. Look at the new plan, then update.",
  update: (undecided) => (undecided === 0 ? "Update report" : `Update report (${undecided} undecided)`),
  saveCopy: "Save an updated copy…",
  undo: "Afterwards, Ctrl+Z in Word takes it back step by step. Save once before, so that the original can be found.",
  readOnly: "The document is read-only: only a copy can be saved.",

  updated: ({ figures, sections }) => `Updated and read back: figures ${figures}, sections rewritten ${sections}.`,
  tracked: "Changes are tracked in this document: rewritten words are revisions, figures follow the annexes directly.",
  refused: "Word did not take:",
  left: "Not rewritten in place, so that nothing gets lost:",
  leftOutside: "Figures outside the sections",
  leftHow: "Settle that and update again, or save an updated copy.",
  cancelled: "Called off; nothing was saved.",
  copied: (kind, name) =>
    kind === "saved"
      ? `The copy was saved as “${name}”.`
      : `The copy “${name}” was handed to the browser. If it is nowhere, update the file on the page without Office.`,

  cursor: "Figure at the cursor",
  cursorNone: "Put the cursor on a figure of the report to see where it comes from.",
  cursorBook: (name) => `Workbook: ${name}`,
  listed: (count) => `Where the figures come from (${count})`,
  computed: "Computed from the annexes",

  notWord: "This is not Word",
  notWordWhat: "This pane works in Word. Without Word, update the report file on the page.",
  oldWord: "This version of Word is too old",
  oldWordWhat: "Word 2016 or later is needed. The page can update report files as well.",
  slow: "Word has not answered yet",
  slowWhat: "Ten seconds have passed. Make sure no dialog is open in Word, then reload this pane.",
  reload: "Reload",
  openPage: "Open the page",
};
