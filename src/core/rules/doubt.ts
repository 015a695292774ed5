import type { Fact } from "../facts/index.js";
import type { Decimal } from "../quantity/index.js";
import type { Failed } from "./outcome.js";

/**
 * Figures that an error was told about, so that what merely follows from them is not told a second time. A cell that
 * plays several roles is one figure.
 */
export class Doubts {
  private readonly known = new Map<string | Fact, { readonly fact: Fact; readonly meant: Decimal | null }>();

  /** `meant` is the figure that should stand there, null when the check could not tell. */
  add(fact: Fact, meant: Decimal | null): void {
    this.known.set(keyOf(fact), { fact, meant });
  }

  /** The doubtful figures among those a failed check went by, its own included; none for most checks. */
  behind({ anchor, related, computed }: Failed): DoubtfulInputs {
    const facts = new Map<string | Fact, Fact>();
    let isDerived = false;
    for (const fact of [anchor ?? [], related, computed?.facts ?? []].flat()) {
      if (this.known.has(keyOf(fact))) facts.set(keyOf(fact), fact);
      isDerived ||= (fact.basis ?? []).some((input) => this.known.has(keyOf(input)));
    }
    const isAnchor = anchor !== null && facts.has(keyOf(anchor));
    const meant = new Map<Fact, Decimal>();
    for (const [key, fact] of facts) {
      const value = this.known.get(key)?.meant;
      if (value) meant.set(fact, value);
    }
    return { facts: [...facts.values()], meant, isAnchor, isDerived };
  }

  get isEmpty(): boolean {
    return this.known.size === 0;
  }
}

export interface DoubtfulInputs {
  readonly facts: readonly Fact[];
  /** What should stand in their place, where that is known. */
  readonly meant: ReadonlyMap<Fact, Decimal>;
  /** The figure that would be told about is told about already. */
  readonly isAnchor: boolean;
  /** A figure of ours (a score, say) was derived from a doubtful one. */
  readonly isDerived: boolean;
}

function keyOf(fact: Fact): string | Fact {
  const [cell] = fact.cells;
  return cell === undefined || fact.inText === true
    ? fact
    : `${cell.file ?? ""}|${cell.sheet}!${cell.row}:${cell.column}`;
}
