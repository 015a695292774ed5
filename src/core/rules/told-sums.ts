import type { Fact } from "../facts/index.js";
import type { Decimal } from "../quantity/index.js";
import type { Failed } from "./outcome.js";
import type { Scope } from "./select.js";

interface ToldSum {
  readonly parts: ReadonlySet<Fact>;
  readonly gap: Decimal;
}

/**
 * Sums that were told to be off. A larger sum over the same parts that is off by as much tells the same mistake: the
 * points of all indicators are 3 too many because those of one group are.
 */
export class ToldSums {
  private readonly told: ToldSum[] = [];

  get isEmpty(): boolean {
    return this.told.length === 0;
  }

  add(outcome: Failed, scope: Scope): void {
    const sum = sumOf(outcome, scope);
    if (sum) this.told.push(sum);
  }

  /** The gap is that of the told sums within this one taken together, or of one that it lies within. */
  explain(outcome: Failed, scope: Scope): boolean {
    const sum = sumOf(outcome, scope);
    if (!sum) return false;
    const within = this.told.filter(({ parts }) => isWithin(parts, sum.parts));
    const [first, ...others] = within.map(({ gap }) => gap);
    if (first && others.reduce((all, gap) => all.plus(gap), first).eq(sum.gap)) return true;
    return this.told.some(({ parts, gap }) => gap.eq(sum.gap) && isWithin(sum.parts, parts));
  }
}

function sumOf({ anchor, gap, explanation }: Failed, { sums }: Scope): ToldSum | null {
  const sum = anchor && explanation?.verb === "sum" ? sums.get(anchor) : undefined;
  return sum && gap && sum.minus.length === 0 && sum.parts.length > 0 ? { parts: new Set(sum.parts), gap } : null;
}

function isWithin(some: ReadonlySet<Fact>, all: ReadonlySet<Fact>): boolean {
  return some.size <= all.size && [...some].every((fact) => all.has(fact));
}
