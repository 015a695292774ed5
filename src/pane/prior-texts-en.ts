import type { PriorTexts } from "./prior-texts-zh.js";

export const en: PriorTexts = {
  title: "Last year’s workbook",
  none: "none",
  why: "Choose the annexes filed last year: last year’s figures, lowered targets and the like are compared with them. The file is only read and forgotten when the pane closes.",
  choose: "Choose last year’s workbook…",
  change: "Choose another…",
  forget: "Stop comparing",
  refused: (name) => `“${name}” could not be used: `,
  annexes: "Its annexes",
  year: (year) => `${year}`,
  sameYear: (prior, now) =>
    `These annexes are of ${prior}; the open workbook is of ${now}, so they are not of the year before.`,
};
