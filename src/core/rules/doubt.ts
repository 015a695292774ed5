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

  /** A formula that reads a doubtful figure, itself or through others, follows as soon as that one is put right. */
  isPassedOn({ anchor }: Failed, formulas: FormulaBook): boolean {
    const [place] = anchor?.cells ?? [];
    return place !== undefined && anchor?.inText !== true && this.reads(place, formulas, 0);
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
          if (!isSame && (this.known.has(cellKey(cell)) || this.reads(cell, formulas, depth + 1))) return true;
        }
      }
      return false;
    });
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
  return cell === undefined || fact.inText === true ? fact : cellKey(cell);
}

function cellKey({ file = "", sheet, row, column }: CellRef): string {
  return `${file}|${sheet}!${row}:${column}`;
}
