import type { RuleSpec } from "../pack/index.js";

/** A rule with its variants and `over` words written out. */
export interface RuleInstance {
  readonly rule: RuleSpec;
  readonly body: Omit<RuleSpec, "variants" | "over">;
  /** The kinds of annex it is for, and the list it goes through: instances of the same place look at the same records. */
  readonly targets: readonly string[];
  readonly place: string;
}

const known = new WeakMap<RuleSpec, readonly RuleInstance[]>();

/** `expandRule`, made once for each rule of a pack; `rules` are all of them, for a rule that goes by others. */
export function instancesOf(rule: RuleSpec, rules: readonly RuleSpec[]): readonly RuleInstance[] {
  const made = known.get(rule) ?? expandRule(rule).flatMap((instance) => likeOthers(instance, rules));
  known.set(rule, made);
  return made;
}

/** One instance for each variant and each word of `over`; `$name` is replaced in selectors and messages. */
function expandRule(rule: RuleSpec): RuleInstance[] {
  const { variants = [{}], ...shared } = rule;
  return variants.flatMap((variant) => {
    const { over, ...body } = { ...shared, ...variant };
    if (!over) return [instance(rule, body)];
    return combinations(over).map((words) => instance(rule, substitute(body, words) as RuleInstance["body"]));
  });
}

function instance(rule: RuleSpec, body: RuleInstance["body"]): RuleInstance {
  const targets = body.for === undefined ? [] : [body.for].flat();
  return { rule, body, targets, place: `${targets.join()} ${body.each ?? ""}` };
}

/** `like`: one instance for each sum that the rules named there check, under their conditions. */
function likeOthers(made: RuleInstance, rules: readonly RuleSpec[]): RuleInstance[] {
  const { rule, body } = made;
  const { sumRange } = body;
  if (!sumRange || !("like" in sumRange)) return [made];
  const sums = rules.filter(({ id }) => sumRange.like.includes(id)).flatMap((other) => instancesOf(other, rules));
  return sums.flatMap(({ body: { sum, for: targets, each, where, needs } }) => {
    if (sum?.relation !== "=") return [];
    const { total, parts, minus } = sum;
    const conditions = { for: targets, each, where, needs };
    return [instance(rule, { ...body, ...conditions, sumRange: { total, parts, minus, faults: sumRange.faults } })];
  });
}

function combinations(over: Readonly<Record<string, readonly string[]>>): Record<string, string>[] {
  let all: Record<string, string>[] = [{}];
  for (const [name, words] of Object.entries(over)) {
    all = all.flatMap((chosen) => words.map((word) => ({ ...chosen, [name]: word })));
  }
  return all;
}

function substitute(value: unknown, words: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string") {
    return Object.entries(words).reduce((text, [name, word]) => text.replaceAll(`$${name}`, word), value);
  }
  if (Array.isArray(value)) return value.map((item) => substitute(item, words));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substitute(item, words)]));
  }
  return value;
}
