import type { ProposalTexts } from "./proposal-texts-zh.js";

export const en: ProposalTexts = {
  choose: "Take texts from last year’s report…",
  title: (name) => `From “${name}”`,
  refused: (name) => `No texts could be taken from “${name}”: `,
  look: "Years and numbers that are marked may be last year’s; check them once they are taken.",
  filled: (count) => `${count} more are filled in already and left alone.`,
  allFilled: "All that was found is filled in already and left alone.",
  under: (heading) => `“${heading}” in the report`,
  accept: "Take",
  acceptOne: (label) => `Take “${label}”`,
  acceptAll: (count) => `Take all (${count})`,
  dismiss: "Take none",
  found: (name, count) => `${count} texts found in “${name}”; look at them before you take them.`,
  accepted: (labels) => `Taken from last year: ${labels}; kept in the workbook`,
};
