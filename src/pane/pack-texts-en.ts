import type { PackTexts } from "./pack-texts-zh.js";

export const en: PackTexts = {
  title: "Rule pack",
  choose: "Which pack checks this workbook",
  automatic: "By the sheets",
  own: "own",
  scope: "Applies to: ",
  ownWhat:
    "This is a pack of your own, kept in the workbook (a large one is not: load it again next time). It may switch off or change rules, so look at it before filing.",
  load: "Load a pack file…",
  loadWhat: "YAML: one file, or the files of one pack together.",
  refused: (name, count) => `“${name}” could not be used; ${count} to mend:`,
  place: (line, column) => `line ${line}, column ${column}`,
};
