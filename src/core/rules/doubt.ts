import type { CellRef, Fact } from "../facts/index.js";
import { references, type FormulaBook } from "../formula/index.js";
import type { Decimal } from "../quantity/index.js";
import type { Failed } from "./outcome.js";

/** Formulas over formulas looked through, and cells of one range. */
const deepest = 4;
const largest = 1_000;

/**
 * Figures that an error was told about, so that what merely follows from them is not told a second time. A cell that
 * plays several roles is one figure.
 */
export class Doubts {
  private readonly known = new Map<string | Fact, Decimal | null>();
  private readonly proven = new Set<string | Fact>();
  private readonly expected = new Map<string | Fact, Decimal>();

  /** `meant` is the figure that should stand there, null when the check could not tell. */
  add(fact: Fact, meant: Decimal | null): void {
    this.known.set(keyOf(fact), meant);
  }

  /** Later rules take another figure instead: what formulas made of the filed one is as wrong. */
  prove(fact: Fact): void {
    this.proven.add(keyOf(fact));
  }

  /** A rule asks for this figure, which may be right all the same: a sum that holds with it is no second mistake. */
  expect(fact: Fact, value: Decimal): void {
    this.expected.set(keyOf(fact), value);
  }

  /** The doubtful figures among those a failed check went by, its own included; none for most checks. */
  behind({ anchor, related, computed }: Failed): DoubtfulInputs {
    const inputs = new Set([anchor ?? [], related, computed?.facts ?? []].flat());
    const facts = new Set<Fact>();
    const expected = new Map<Fact, Decimal>();
    const meant = new Map<Fact, Decimal>();
    let isDerived = false;
    for (const fact of inputs) {
      const value = this.known.get(keyOf(fact));
      if (value !== undefined) facts.add(fact);
      if (value) meant.set(fact, value);
      const asked = this.expected.get(keyOf(fact));
      if (asked) expected.set(fact, asked);
      isDerived ||= (fact.basis ?? []).some((input) => this.known.has(keyOf(input)));
    }
    const isAnchor = anchor !== null && facts.has(anchor);
    return { inputs: [...inputs], facts: [...facts], meant, expected, isAnchor, isDerived };
  }

  /** One of them was told to be wrong. */
  hold(facts: readonly Fact[]): boolean {
    return facts.some((fact) => this.known.has(keyOf(fact)));
  }

  /** A formula that reads a doubtful figure, itself or through others, follows as soon as that one is put right. */
  isPassedOn(fact: Fact | null, formulas: FormulaBook): boolean {
    if (!fact || fact.inText) return false;
    const [place] = fact.cells;
    return place !== undefined && this.reads(place, formulas, 0);
  }

  private reads(place: CellRef, formulas: FormulaBook, depth: number): boolean {
    const formula = depth < deepest ? (formulas.formulaAt(place)?.formula ?? null) : null;
    if (!formula) return false;
    return references(formula).some(({ workbook, sheet, area }) => {
      const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
      if (workbook !== null || size > largest) return false;
      const home = { ...place, sheet: formulas.sheetOf(sheet, place) };
      for (let row = area.top; row <= area.bottom; row++) {
        for (let column = area.left; column <= area.right; column++) {
          const cell = { ...home, row, column };
          const isSame = cell.sheet === place.sheet && row === place.row && column === place.column;
          if (!isSame && (this.isWrong(cellKey(cell)) || this.reads(cell, formulas, depth + 1))) return true;
        }
      }
      return false;
    });
  }

  private isWrong(key: string): boolean {
    return this.known.has(key) || this.proven.has(key);
  }

  get isEmpty(): boolean {
    return this.known.size + this.proven.size + this.expected.size === 0;
  }
}

export interface DoubtfulInputs {
  /** All figures that the check went by. */
  readonly inputs: readonly Fact[];
  readonly facts: readonly Fact[];
  /** What should stand in their place, where that is known. */
  readonly meant: ReadonlyMap<Fact, Decimal>;
  /** What other rules ask for in the place of an input. */
  readonly expected: ReadonlyMap<Fact, Decimal>;
  /** The figure that would be told about is told about already. */
  readonly isAnchor: boolean;
  /** A figure of ours (a score, say) was derived from a doubtful one. */
  readonly isDerived: boolean;
}

function keyOf(fact: Fact): string | Fact {
  const [cell] = fact.cells;
  return cell === undefined || fact.inText === true ? fact : cellKey(cell);
}

function cellKey({ file = "", sheet, row, column }: CellRef): string {
  return `${file}|${sheet}!${row}:${column}`;
}
