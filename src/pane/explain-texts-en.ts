import type { ExplainTexts } from "./explain-texts-zh.js";

export const en: ExplainTexts = {
  offer: "Explain…",
  title: "Why it need not be corrected",
  reason: "Reason",
  reasonHint: "Section seven of the report and the check sheet use it.",
  reasonMissing: "Please give the reason.",
  by: "Explained by",
  byHint: "May be empty",
  save: "Store in workbook",
  cancel: "Cancel",
  keys: "Ctrl+Enter stores, Esc cancels",
  given: "Explained",
  edit: "Edit",
  withdraw: "Withdraw",
  readOnly: "The workbook is read-only; no explanation can be stored.",
  lapsed: (count) =>
    count === 1 ? "1 explanation explains nothing now:" : `${count} explanations explain nothing now:`,
  why: {
    changed: "Lapsed: the figures have changed",
    gone: "The finding is gone",
    error: "It must be corrected now and cannot be explained",
  },
  then: "Then",
  now: "Now",
  show: "Show finding",
  clear: "Clear",
  clearAll: "Clear all",
};
