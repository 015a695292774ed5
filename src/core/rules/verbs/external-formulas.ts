import type { Fact } from "../../facts/index.js";
import type { FixProposal } from "../../findings/index.js";
import { otherWorkbooks } from "../../formula/index.js";
import { failed, pass, type Outcome } from "../outcome.js";
import type { Scope } from "../select.js";
import { formulaFacts } from "./one-per-cell.js";

/** Formulas that reach other workbooks, once for each workbook; the values that stand there are the way out. */
export function externalFormulas(facts: readonly Fact[], { formulas }: Scope): Outcome[] {
  const bySource = new Map<string, [Fact, ...Fact[]]>();
  for (const fact of formulaFacts(facts)) {
    for (const source of otherWorkbooks(fact.formula ?? "")) {
      const known = bySource.get(source);
      if (known) known.push(fact);
      else bySource.set(source, [fact]);
    }
  }
  if (bySource.size === 0) return [pass];
  return [...bySource].map(([source, all]) => {
    const [first, ...rest] = all;
    return failed({
      anchor: first,
      actual: first.formula ?? null,
      words: { source, formula: first.formula ?? "", count: String(all.length) },
      related: rest,
      fixes: all.flatMap(({ cells: [place] }): FixProposal[] => {
        const cell = place && formulas.cellAt(place);
        if (!cell || cell.value === null || cell.isError) return [];
        const { sheet, row, column } = place;
        return [
          { kind: "value", sheet, cell: { row, column }, content: String(cell.value), value: cell.value, format: null },
        ];
      }),
    });
  });
}
