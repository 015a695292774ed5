import type { Pack } from "./pack.js";
import type { RuleSpec } from "./rules-schema.js";

/** The sections of a pack. */
export type PackParts = Pick<Pack, "annexes" | "rules" | "scoring" | "narrative" | "forms" | "causes" | "families">;

export const noNarrative: Pack["narrative"] = {
  title: [],
  blankTitle: [],
  numbering: { section: "一、", heading: "（一）", item: "1.", enumeration: "一是" },
  options: {},
  form: [],
  values: {},
  lists: {},
  sections: [],
  closing: [],
  blankSection: "",
};

export const noForms: Pack["forms"] = { styles: {}, sets: {}, sheets: [] };

/** What `without` of a pack leaves of its base. */
export function baseParts(base: PackParts, without: readonly string[]): PackParts {
  const off = new Set(without);
  return {
    annexes: base.annexes.filter(({ id }) => !off.has(id)),
    rules: base.rules.filter(({ id }) => !off.has(id) && !off.has(familyOf(id))),
    scoring: base.scoring,
    causes: base.causes,
    families: base.families,
    narrative: off.has("narrative") ? noNarrative : base.narrative,
    forms: off.has("forms") ? noForms : base.forms,
  };
}

/** Everything that `without` may name. */
export function namesToSwitchOff({ annexes, rules }: PackParts): readonly string[] {
  const families = new Set(rules.map(({ id }) => familyOf(id)));
  return [...annexes.map(({ id }) => id), ...rules.map(({ id }) => id), ...families, "narrative", "forms"];
}

/** `a1/signature` → `a1/*` */
function familyOf(id: string): string {
  return `${id.slice(0, id.indexOf("/"))}/*`;
}

/** A rule of the base on the annexes that the pack has; null where it speaks of none of them. */
export function ruleFor(rule: RuleSpec, annexes: ReadonlySet<string>): RuleSpec | null {
  if (rule.for === undefined) return rule;
  const named = [rule.for].flat();
  const kept = named.filter((kind) => kind === "workbook" || annexes.has(kind));
  if (kept.length === named.length) return rule;
  return kept.length === 0 ? null : { ...rule, for: kept };
}
