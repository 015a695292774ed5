import type { AnnexSpec } from "./annexes-schema.js";
import type { PackParts } from "./base-parts.js";
import { nearestOf } from "./nearest.js";
import { isRecord } from "./overlay.js";
import type { RuleSpec } from "./rules-schema.js";
import type { Path } from "./yaml-source.js";

/** A name in a rule's selectors that nothing goes by. */
export interface UnknownName {
  readonly path: Path;
  readonly message: string;
}

/** Keys whose words are no selectors. */
const wordKeys: ReadonlySet<string> = new Set([
  "id",
  "title",
  "why",
  "advice",
  "message",
  "source",
  "severity",
  "level",
  "for",
  "covers",
  "fix",
  "relation",
]);

/** `indicators[*]{kind=quantitative}.score`, `fund.$row.budget`, `**` */
const selector =
  /^(?:[A-Za-z$*][\w$*]*(?:\[[^\]]{0,20}\])?(?:\{[^}]{0,60}\})?)(?:\.[A-Za-z$*][\w$*]*(?:\[[^\]]{0,20}\])?(?:\{[^}]{0,60}\})?){0,12}$/;

/** Every name that the rules of a pack speak of (roles, and what the engine adds to them) or may: its profile, its form. */
export function knownNames({
  rules,
  scoring,
  narrative,
}: Pick<PackParts, "rules" | "scoring" | "narrative">): ReadonlySet<string> {
  const spoken = rules.flatMap((rule) => selectorsIn(rule, []).flatMap(({ text }) => namesOf(text)));
  return new Set([...spoken, ...keysOf(scoring), ...narrative.form.map(({ id }) => id)]);
}

function keysOf(data: unknown): readonly string[] {
  if (Array.isArray(data)) return data.flatMap(keysOf);
  return isRecord(data) ? Object.entries(data).flatMap(([key, item]) => [key, ...keysOf(item)]) : [];
}

/** Names of the selectors that are no role of the annexes and that no rule of the base speaks of. */
export function unknownNames(
  rule: RuleSpec,
  annexes: readonly AnnexSpec[],
  known: ReadonlySet<string>,
): readonly UnknownName[] {
  const roles = new Set(annexes.flatMap(rolesOf));
  const places = new Set(Object.keys(rule.over ?? {}));
  const candidates = [...roles, ...known];
  return selectorsIn(rule, []).flatMap(({ path, text }) =>
    namesOf(text).flatMap((name): readonly UnknownName[] => {
      if (roles.has(name) || known.has(name) || (name.startsWith("$") && places.has(name.slice(1)))) return [];
      if (name.includes("$")) return [];
      const near = nearestOf(name, candidates);
      return [{ path, message: `没有名为 ${name} 的角色${near === null ? "" : `，是不是 ${near}？`}` }];
    }),
  );
}

function selectorsIn(data: unknown, path: Path): readonly { readonly path: Path; readonly text: string }[] {
  if (typeof data === "string") return selector.test(data) ? [{ path, text: data }] : [];
  if (Array.isArray(data)) return data.flatMap((item, index) => selectorsIn(item, [...path, index]));
  if (!isRecord(data)) return [];
  return Object.entries(data).flatMap(([key, item]) => (wordKeys.has(key) ? [] : selectorsIn(item, [...path, key])));
}

function namesOf(text: string): readonly string[] {
  return text
    .replace(/\{[^}]{0,60}\}|\[[^\]]{0,20}\]/g, "")
    .split(".")
    .filter((name) => name !== "" && name !== "**");
}

function rolesOf({ id, blocks }: AnnexSpec): readonly string[] {
  return [
    id,
    ...blocks.flatMap((block): readonly string[] => {
      switch (block.kind) {
        case "record":
          return [block.id, ...Object.keys(block.columns)];
        case "grid":
          return [
            block.id,
            ...Object.keys(block.columns),
            ...block.rows.map((row) => row.id),
            ...(block.headerYears === undefined ? [] : [block.headerYears]),
          ];
        case "list":
          return [block.id, ...Object.keys(block.columns), ...(block.total ? [block.total.id] : [])];
        case "inline":
        case "fields":
          return [block.id, ...Object.keys(block.fields)];
      }
    }),
  ];
}
