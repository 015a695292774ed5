import type { FixProposal } from "../../findings/index.js";
import type { Fact } from "../../facts/index.js";
import { decimal, type Decimal } from "../../quantity/index.js";
import { factAmount, type Amount } from "../amount.js";
import { valueFix } from "../fix.js";
import { holdsFormula } from "../holds-formula.js";
import type { Scope } from "../select.js";
import type { Cause } from "./cause.js";
import { diagnose } from "./diagnose.js";
import type { Addend, GapFigure, Rival } from "./gap-context.js";
import { besides, factOn } from "./row.js";
import { witnessCause } from "./witness.js";
import { causeWords } from "./words.js";

/** A gap as the verbs know it. */
export interface Gap {
  /** The result; its fact comes first among `filed.facts`. */
  readonly filed: Amount;
  readonly computed: Amount;
  readonly parts?: readonly Amount[];
  readonly minus?: readonly Amount[];
  readonly rivals?: readonly Rival[];
  readonly tolerance?: number;
  /** A field in the row of a part that tells what the part should be. */
  readonly witness?: string | undefined;
}

/** What a finding says of the cause. */
export interface GapCause {
  readonly cause: string | null;
  /** Further cells to show. */
  readonly related: readonly Fact[];
  /** A way out besides the one of the check, where the slip is certain. */
  readonly fixes: readonly FixProposal[];
  /** The part that is wrong, and what it should be. */
  readonly suspect: { readonly fact: Fact; readonly value: Decimal } | null;
}

const silent: GapCause = { cause: null, related: [], fixes: [], suspect: null };

/** The likeliest cause of a gap in the words of the pack, with the cells it speaks of. */
export function explainGap(
  { filed, computed, parts = [], minus = [], rivals = [], tolerance = 0, witness }: Gap,
  scope: Scope,
): GapCause {
  const result = figureOf(filed);
  const addends: Addend[] = [
    ...parts.map((part): Addend => ({ ...figureOf(part), sign: 1 })),
    ...minus.map((part): Addend => ({ ...figureOf(part), sign: -1 })),
  ];
  const gap = filed.value.minus(computed.value);
  const told = witness === undefined ? null : witnessCause(gap, addends, witness, scope.book);
  const cause =
    told ??
    diagnose({
      filed: result,
      computed,
      addends,
      rivals: [...rivals, ...rivalsOf(result, computed.value, scope)],
      factors: scope.causes.scales.map(({ factor }) => decimal(factor)),
      tolerance: decimal(tolerance),
    });
  const words = cause && causeWords(cause, result.fact, scope);
  if (!cause || words === null) return silent;
  const { fact } = cause.figure;
  const suspect = wrongPart(cause, result.fact);
  return {
    cause: words,
    related: fact && fact !== result.fact ? [fact] : [],
    // A part with a proven slip may be mended itself; a result is mended by the check's own fix.
    fixes: suspect ? valueFix(suspect.fact, suspect.value) : [],
    suspect,
  };
}

function figureOf(amount: Amount): GapFigure {
  const [fact = null, ...others] = amount.facts;
  const single = others.length === 0 ? fact : null;
  const { value, low, high, decimals } = amount;
  return {
    value,
    low,
    high,
    decimals,
    fact: single,
    isTyped: single !== null && !holdsFormula(single) && single.cells.length > 0,
    isText: single?.reading.kind === "number" && single.reading.asText,
  };
}

/** Other columns of the result's row, and the same figure of last year's book. */
function rivalsOf({ fact }: GapFigure, computed: Decimal, { book }: Scope): Rival[] {
  if (!fact || fact.unit === null) return [];
  const columns = besides(fact, book).flatMap((other) => rival("otherColumn", other));
  const lastYear = book.prior?.annexes.find(({ key }) => key === fact.annex)?.root ?? null;
  const before = lastYear && factOn(lastYear, fact.path);
  return [...columns, ...(before ? rival("lastYear", before) : [])].filter(({ figure }) => !figure.value.eq(computed));
}

function rival(kind: Rival["kind"], fact: Fact): Rival[] {
  const amount = factAmount(fact, false);
  return amount ? [{ kind, figure: amount, fact }] : [];
}

function wrongPart({ figure, mended, isExact }: Cause, result: Fact | null): GapCause["suspect"] {
  return figure.fact && figure.fact !== result && mended && isExact ? { fact: figure.fact, value: mended } : null;
}
