import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** A case of a rule as its pack writes it: the clean sample with some roles changed. */
export interface RuleCase {
  readonly edit?: Readonly<Record<string, unknown>>;
  /** Of last year's workbook. */
  readonly prior?: Readonly<Record<string, unknown>>;
  readonly hide?: { readonly sheet: string; readonly rows?: readonly number[]; readonly columns?: readonly number[] };
  readonly drop?: readonly string[];
  readonly insert?: { readonly below: string; readonly rows: readonly (readonly unknown[])[] };
  readonly merge?: readonly (readonly [first: string, last: string])[];
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
