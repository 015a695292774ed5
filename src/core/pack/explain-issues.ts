import { z } from "zod";
import { nearestOf } from "./nearest.js";
import { isRecord } from "./overlay.js";
import type { Path } from "./yaml-source.js";

export interface ExplainedIssue {
  readonly at: Path;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** What the schema found wrong, for the person who wrote it: what was expected, and what was probably meant. */
export function explainIssues(issues: readonly Issue[], schema: z.ZodType): readonly ExplainedIssue[] {
  return issues.flatMap((issue) => explain(issue, [], schema));
}

function explain(issue: Issue, above: Path, schema: z.ZodType): readonly ExplainedIssue[] {
  const at = [...above, ...issue.path.filter((step) => typeof step !== "symbol")];
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = keysAt(schema, at);
      return issue.keys.map((key) => ({ at: [...at, key], message: unknownKey(key, known) }));
    }
    case "invalid_value":
      return [{ at, message: wrongWord(issue) }];
    case "invalid_type":
      return [{ at, message: wrongKind(issue, at) }];
    case "invalid_union": {
      const branch = likeliest(issue.errors);
      if (branch) return branch.flatMap((inner) => explain(inner, at, schema));
      return [{ at, message: issue.message }];
    }
    case "too_small":
      return [{ at, message: issue.origin === "array" || issue.origin === "string" ? "不能是空的" : issue.message }];
    default:
      return [{ at, message: issue.message }];
  }
}

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearestOf(key, known);
  if (near !== null) return `不认识的键 ${key}，是不是 ${near}？`;
  return `不认识的键 ${key}${known.length > 0 && known.length <= 24 ? `；这里可以写 ${known.join("、")}` : ""}`;
}

function wrongWord(issue: Extract<Issue, { code: "invalid_value" }>): string {
  const words = issue.values.map(String);
  const { input } = issue;
  const near = typeof input === "string" ? nearestOf(input, words) : null;
  return `应为 ${words.join("、")}${words.length > 1 ? " 之一" : ""}${near === null ? "" : `，是不是 ${near}？`}`;
}

function wrongKind(issue: Extract<Issue, { code: "invalid_type" }>, at: Path): string {
  const expected = kinds[issue.expected] ?? issue.expected;
  const last = at.at(-1);
  if (issue.input === undefined && typeof last === "string") return `缺少 ${last}，应为${expected}`;
  return `应为${expected}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  array: "列表",
  tuple: "列表",
  object: "一组“键: 值”",
  record: "一组“键: 值”",
};

/** The alternative that the writer had in mind: the one that fits furthest down, not one of another kind altogether. */
function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const fit = (branch: readonly Issue[]): number => {
    const depth = Math.max(...branch.map(({ path }) => path.length));
    const isOtherKind = branch.some(({ code, path }) => code === "invalid_type" && path.length === 0);
    const strange = branch.some(({ code, path }) => code === "unrecognized_keys" && path.length === 0);
    return (isOtherKind ? -10 : 0) + (strange ? -1 : 0) + depth;
  };
  return [...branches].filter((branch) => branch.length > 0).sort((a, b) => fit(b) - fit(a))[0] ?? null;
}

type JsonSchema = Readonly<Record<string, unknown>>;

/** The keys that the schema knows at a place, all alternatives together. */
function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  const root = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
  let level = alternatives(root, root);
  for (const step of path) {
    level = level.flatMap((node) => alternatives(childSchema(node, step), root));
  }
  return [...new Set(level.flatMap(({ properties }) => (isRecord(properties) ? Object.keys(properties) : [])))];
}

function childSchema(node: JsonSchema, step: string | number): unknown {
  const { properties, additionalProperties, items, prefixItems } = node;
  if (typeof step === "number") return Array.isArray(prefixItems) ? (prefixItems[step] as unknown) : items;
  return isRecord(properties) && step in properties ? properties[step] : additionalProperties;
}

/** A schema with its references and alternatives resolved; references that lead in a circle are left out. */
function alternatives(node: unknown, root: JsonSchema, seen: ReadonlySet<string> = new Set()): readonly JsonSchema[] {
  if (!isRecord(node)) return [];
  const { $ref: reference } = node;
  if (typeof reference === "string") {
    if (seen.has(reference)) return [];
    const found = reference
      .split("/")
      .slice(1)
      .reduce<unknown>((at, name) => (isRecord(at) ? at[name] : undefined), root);
    return alternatives(found, root, new Set([...seen, reference]));
  }
  const choices = [node["anyOf"], node["oneOf"], node["allOf"]].filter(Array.isArray).flat() as unknown[];
  return [node, ...choices.flatMap((choice) => alternatives(choice, root, seen))];
}
