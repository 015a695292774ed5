import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** A case of a rule as its pack writes it: the clean sample with some roles changed. */
export interface RuleCase {
  readonly edit?: Readonly<Record<string, unknown>>;
  readonly finds?: readonly string[];
}

export interface RuleCases {
  readonly finds: readonly RuleCase[];
  readonly silent: readonly RuleCase[];
}

/** The cases of a pack by rule. */
export function ruleCasesOf(packFolder: string): ReadonlyMap<string, RuleCases> {
  const folder = join(packFolder, "cases");
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const all = files.flatMap((name) =>
    Object.entries(parse(readFileSync(join(folder, name), "utf8")) as Record<string, RuleCases>),
  );
  return new Map(all.filter(([id]) => id.includes("/")));
}
