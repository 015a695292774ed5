import type { Fact } from "../../facts/index.js";
import type { VerbArguments } from "../../pack/index.js";
import { comparable, decimal, type Decimal } from "../../quantity/index.js";
import { failed, notApplicable, pass, type Outcome } from "../outcome.js";
import { selectFacts, type Scope } from "../select.js";

/** A text that is, or contains, one of the words. */
export function words(args: VerbArguments["words"], scope: Scope): Outcome[] {
  const facts = args.values.flatMap((selector) => selectFacts(selector, scope)).filter((fact) => fact.shown !== "");
  const hit = facts
    .map((fact) => ({
      fact,
      word: wholeWord(fact.shown, args.is) ?? args.contains.find((word) => fact.shown.includes(word)),
    }))
    .find(({ word }) => word !== undefined);
  if (!hit) return [pass];
  return [failed({ anchor: hit.fact, actual: hit.fact.shown, words: { word: hit.word ?? "", text: hit.fact.shown } })];
}

/** Only a short text can be one of the words, so long ones need no second look. */
function wholeWord(shown: string, words: readonly string[]): string | undefined {
  if (shown.length > 20 || words.length === 0) return undefined;
  const text = comparable(shown);
  return words.find((word) => comparable(word) === text);
}

/** The facts say the same; blanks say nothing. Who differs from the most fails, the first of the most is the model. */
export function same(args: VerbArguments["same"], scope: Scope): Outcome[] {
  const facts = args.values
    .flatMap((selector) => selectFacts(selector, scope))
    .filter(({ reading }) => reading.kind === "text" || reading.kind === "number");
  if (facts.length < 2) return [notApplicable("只有一处，没有可比的")];
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = comparable(fact.shown);
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  const [model, ...others] = [...groups].sort(([, a], [, b]) =>
    args.model === "most" ? b.length - a.length : largest(b).cmp(largest(a)),
  );
  const reference = model?.[1][0];
  if (!model || !reference || others.length === 0) return [pass];
  const [modelKey] = model;
  return others.flatMap(([key, deviating]) => {
    if (args.loosely && (key.includes(modelKey) || modelKey.includes(key))) return [pass];
    return deviating.map((fact) =>
      failed({
        anchor: fact,
        actual: fact.shown,
        expected: reference.shown,
        words: { value: fact.shown, model: reference.shown },
        related: model[1],
      }),
    );
  });
}

function largest([fact]: readonly Fact[]): Decimal {
  return fact?.reading.kind === "number" ? fact.reading.value : decimal(0);
}
