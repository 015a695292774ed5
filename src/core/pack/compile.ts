import { z } from "zod";
import { annexesSchema } from "./annexes-schema.js";
import { formsSchema } from "./forms-schema.js";
import { narrativeSchema } from "./narrative-schema.js";
import { PackCompiler, type Bases } from "./pack-compiler.js";
import { packSchema } from "./pack-schema.js";
import type { Pack, PackProblem } from "./pack.js";
import { rulesSchema } from "./rules-schema.js";
import { scoringSchema } from "./scoring-schema.js";

z.config({ jitless: true, ...z.locales.zhCN() });

/** The files of a pack folder and what each must hold; rules may be spread over several (`rules:` of pack.yaml). */
export const packFiles = {
  "pack.yaml": packSchema,
  "annexes.yaml": annexesSchema,
  "rules.yaml": rulesSchema,
  "scoring.yaml": scoringSchema,
  "narrative.yaml": narrativeSchema,
  "forms.yaml": formsSchema,
} as const;

export type PackCompilation =
  { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly problems: readonly PackProblem[] };

const noBases: Bases = { ids: [], find: () => null };

/** The packs given as bases, which stand on nothing that is still to be compiled. */
export function basesOf(packs: readonly Pack[]): Bases {
  return { ids: packs.map(({ id }) => id), find: (id) => packs.find((pack) => pack.id === id) ?? null };
}

/**
 * Reads and checks the YAML of a pack, a folder's files by name or a single file, and lays it over its base: every
 * problem with file, line and what was expected.
 */
export function compilePack(
  texts: Readonly<Record<string, string | undefined>>,
  bases: Bases = noBases,
): PackCompilation {
  const compiler = new PackCompiler(texts, bases);
  const pack = compiler.compile();
  return pack && compiler.problems.length === 0 ? { ok: true, pack } : { ok: false, problems: compiler.problems };
}

/** Packs that may stand on each other, by folder: each compiled once, the bases first. */
export function compilePacks(
  sources: ReadonlyMap<string, Readonly<Record<string, string>>>,
): ReadonlyMap<string, PackCompilation> {
  const done = new Map<string, PackCompilation>();
  const under = new Set<string>();
  const compile = (id: string, texts: Readonly<Record<string, string>>): PackCompilation => {
    const known = done.get(id);
    if (known) return known;
    under.add(id);
    const compiled = compilePack(texts, {
      ids: [...sources.keys()],
      find: (base) => {
        if (under.has(base)) return "circular";
        const source = sources.get(base);
        const found = source && compile(base, source);
        return found?.ok ? found.pack : null;
      },
    });
    under.delete(id);
    done.set(id, compiled);
    return compiled;
  };
  for (const [id, texts] of sources) compile(id, texts);
  return done;
}
