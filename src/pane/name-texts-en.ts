import type { NameTexts } from "./name-texts-zh.js";

export const en: NameTexts = {
  title: "Figures by name in Word",
  what: "A click copies a name; paste it anywhere in your Word document (text, tables, headers), then choose that document above: names turn into figures and sections.",
  search: "Find a name, figure or cell",
  kinds: "Kinds of names",
  all: "All",
  kind: { fact: "Figures", section: "Sections", cell: "Annex cells", column: "By row", table: "Annexes" },
  copy: (typed) => `Copy ${typed}`,
  copied: (typed) => `Copied ${typed}`,
  silent: "(nothing at present)",
  none: "No such name.",
  shown: (shown, all) => `${shown} of ${all} are listed; type more to narrow them down.`,
};
