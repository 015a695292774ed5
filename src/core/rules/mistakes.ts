import type { Fact } from "../facts/index.js";
import type { Severity } from "../findings/index.js";
import type { Decimal } from "../quantity/index.js";
import type { Check } from "./check.js";
import { isBlank } from "./condition.js";
import { Doubts } from "./doubt.js";
import { notApplicable, type Failed, type Outcome } from "./outcome.js";
import type { Finder, Scope } from "./select.js";

/** What a rule goes by, and how it checks. */
interface Asking {
  readonly needs: readonly Finder[];
  readonly check: Check;
  /** Only a figure that is missing keeps it from telling. */
  readonly isRegardless: boolean;
}

interface Telling {
  readonly severity: Severity;
  /** The rule says of whatever it tells that it is wrong. */
  readonly isCertain: boolean;
  readonly check: Check;
}

const waits = notApplicable("所依据的数字另有错误，改正后再比");

/** The mistakes told so far, so that one mistake is one finding. */
export class Mistakes {
  private readonly doubts = new Doubts();
  /** Whether the rule that doubts a figure would let another one pass. */
  private readonly allows = new Map<Fact, (value: Decimal) => boolean>();

  add(outcome: Failed, { severity, isCertain, check }: Telling, scope: Scope): void {
    const { anchor, computed, proves, suspect, explanation } = outcome;
    for (const { fact } of proves) this.doubts.prove(fact);
    if (anchor && computed && explanation?.verb === "equal") this.doubts.expect(anchor, computed.value);
    if (severity !== "error") return;
    if (suspect) {
      this.doubts.add(suspect.fact, suspect.value);
      return;
    }
    if (!outcome.doubts && !isCertain) return;
    for (const { fact, value } of proves) this.doubts.add(fact, value);
    if (!anchor) return;
    this.doubts.add(anchor, outcome.doubts ? (computed?.value ?? null) : null);
    this.allows.set(anchor, (value) => passes(check, scope, [[anchor, value]]));
  }

  /**
   * A check that fails by a figure another rule found wrong has nothing to say of its own: it holds on the figure that
   * was meant, or it waits until that one is put right. What a rule needs it goes by, too.
   */
  settled(outcomes: readonly Outcome[], asking: Asking, scope: Scope): readonly Outcome[] {
    if (this.doubts.isEmpty) return outcomes;
    return outcomes.map((outcome) =>
      outcome.status === "fail" && this.isSame(outcome, asking, scope) ? waits : outcome,
    );
  }

  private isSame(outcome: Failed, { needs, check, isRegardless }: Asking, scope: Scope): boolean {
    const { inputs, facts, meant, expected, isAnchor, isDerived } = this.doubts.behind(outcome);
    const open = facts.filter((fact) => !scope.proven.has(fact));
    if (isRegardless) return open.some(isBlank);
    if (isAnchor || isDerived) return true;
    if (outcome.explanation?.verb !== "sum") {
      const needed = needs.flatMap((find) => find(scope).facts);
      if (open.length > 0 || this.doubts.hold(needed)) return true;
      const figures = inputs.flatMap((fact) => [fact, ...(fact.basis ?? [])]);
      return outcome.gap !== null && figures.some((fact) => this.doubts.isPassedOn(fact, scope.formulas));
    }
    if (open.some(isBlank) || this.closes(outcome, open, meant)) return true;
    if (inputs.some((fact) => fact !== outcome.anchor && this.doubts.isPassedOn(fact, scope.formulas))) return true;
    if (open.length + expected.size === 0) return false;
    return passes(check, scope, [...expected, ...meant]);
  }

  /** A single part is wrong, nobody knows by how much, and what would close the gap is a figure that it may be. */
  private closes({ gap }: Failed, [part, ...others]: readonly Fact[], meant: ReadonlyMap<Fact, Decimal>): boolean {
    if (!part || !gap || others.length > 0 || meant.has(part) || part.reading.kind !== "number") return false;
    return this.allows.get(part)?.(part.reading.value.plus(gap)) ?? false;
  }
}

/** The check again, with other figures in the place of some. */
function passes(check: Check, scope: Scope, figures: readonly (readonly [Fact, Decimal])[]): boolean {
  const again = check({ ...scope, proven: new Map([...scope.proven, ...figures]) });
  return again.every(({ status }) => status !== "fail");
}
