import { checkForms } from "./forms-references.js";
import { nearestOf } from "./nearest.js";
import type { Pack } from "./pack.js";
import { unknownNames } from "./role-names-in-rules.js";
import { verbNames } from "./rules-schema.js";

export interface ReferenceProblem {
  readonly section: "annexes" | "rules" | "narrative" | "forms";
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * What no schema sees: ids that repeat or point nowhere, rules without a verb. `known` are the names that the rules of
 * the base speak of; with them, names of roles are checked as well.
 */
export function checkReferences(pack: Pack, known: ReadonlySet<string> | null): ReferenceProblem[] {
  const problems: ReferenceProblem[] = [];
  const kinds = new Set(pack.annexes.map(({ id }) => id));
  repeated(pack.annexes.map(({ id }) => id)).forEach((index) =>
    problems.push({ section: "annexes", path: ["annexes", index, "id"], message: "附表编号重复" }),
  );
  repeated(pack.rules.map(({ id }) => id)).forEach((index) =>
    problems.push({ section: "rules", path: ["rules", index, "id"], message: "规则编号重复" }),
  );
  pack.rules.forEach((rule, index) => {
    const targets = rule.for === undefined ? [] : [rule.for].flat();
    for (const target of targets) {
      if (target !== "workbook" && !kinds.has(target)) {
        problems.push({
          section: "rules",
          path: ["rules", index, "for"],
          message: `没有编号为 ${target} 的附表${meant(target, [...kinds])}`,
        });
      }
    }
    for (const { path, message } of known ? unknownNames(rule, pack.annexes, known) : []) {
      problems.push({ section: "rules", path: ["rules", index, ...path], message });
    }
    const bodies = rule.variants ?? [{}];
    const likes = rule.sumRange && "like" in rule.sumRange ? rule.sumRange.like : [];
    // A pack that stands on another may have dropped some of them.
    if (likes.length > 0 && !pack.rules.some((other) => other !== rule && likes.includes(other.id))) {
      const path = ["rules", index, "sumRange", "like"];
      problems.push({ section: "rules", path, message: `没有编号为 ${likes.join("、")} 的规则` });
    }
    bodies.forEach((variant, number) => {
      const verbs = verbNames.filter((verb) => {
        const own = { ...rule, ...variant }[verb];
        return own !== undefined;
      });
      const count = verbs.length + (((variant as typeof rule).anyOf ?? rule.anyOf) ? 1 : 0);
      if (count !== 1) {
        const path = rule.variants ? ["rules", index, "variants", number] : ["rules", index];
        problems.push({
          section: "rules",
          path,
          message:
            count === 0
              ? `规则 ${rule.id} 没有动词（${verbNames.join("、")}）`
              : `规则 ${rule.id} 有不止一个动词：${verbs.join("、")}`,
        });
      }
    });
  });
  const rules = new Set(pack.rules.map(({ id }) => id));
  for (const { path, rule } of explainedRules(pack.narrative, [])) {
    if (!rules.has(rule))
      problems.push({ section: "narrative", path, message: `没有编号为 ${rule} 的规则${meant(rule, [...rules])}` });
  }
  problems.push(...checkForms(pack.forms, kinds).map((problem) => ({ section: "forms" as const, ...problem })));
  return problems;
}

/** Rules named by `explained` terms, wherever they stand. */
function explainedRules(
  data: unknown,
  path: readonly (string | number)[],
): readonly { readonly path: readonly (string | number)[]; readonly rule: string }[] {
  if (Array.isArray(data)) return data.flatMap((item, index) => explainedRules(item, [...path, index]));
  if (typeof data !== "object" || data === null) return [];
  if ("explained" in data && "by" in data && Array.isArray(data.by)) {
    return data.by.map((rule, index) => ({ path: [...path, "by", index], rule: String(rule) }));
  }
  return Object.entries(data).flatMap(([key, item]) => explainedRules(item, [...path, key]));
}

function meant(word: string, words: readonly string[]): string {
  const near = nearestOf(word, words);
  return near === null ? "" : `，是不是 ${near}？`;
}

function repeated(ids: readonly string[]): number[] {
  return ids.flatMap((id, index) => (ids.indexOf(id) < index ? [index] : []));
}
