import type { Fact } from "../../src/core/facts/index.js";
import type { FixProposal } from "../../src/core/findings/index.js";
import { formatDecimal, roundHalfUp, type Decimal } from "../../src/core/quantity/index.js";
import type { Outcome } from "../../src/core/rules/outcome.js";
import { addressOf } from "../../src/core/sheet/index.js";

/** What a failed check says, in short texts; what it does not say is left out. */
export interface Told {
  /** The cell a person corrects. */
  readonly at?: string;
  readonly actual?: string;
  readonly expected?: string;
  readonly gap?: string;
  /** The figures that were compared. */
  readonly filed?: string;
  readonly computed?: string;
  readonly words?: Readonly<Record<string, string>>;
  readonly line?: string;
  readonly terms?: readonly string[];
  readonly related?: readonly string[];
  /** `C2 =SUM(C3:C4) → 28.45`, with the format the cell gets. */
  readonly fixes?: readonly string[];
  readonly cause?: string;
  readonly proves?: readonly string[];
  readonly doubts?: true;
}

/** 通过, 不适用：why, 照旧：note, or what a failed check says. */
export function told(outcomes: readonly Outcome[]): (string | Told)[] {
  return outcomes.map((outcome) => {
    switch (outcome.status) {
      case "pass":
        return "通过";
      case "notApplicable":
        return `不适用：${outcome.reason}`;
      case "left":
        return `照旧：${outcome.note}`;
      case "fail": {
        const { anchor, actual, expected, gap, filed, computed, words, explanation, cause, doubts } = outcome;
        return {
          ...(anchor && { at: cellOf(anchor) }),
          ...(actual !== null && { actual }),
          ...(expected !== null && { expected }),
          ...(gap && { gap: figure(gap) }),
          ...(filed && { filed: figure(filed.value) }),
          ...(computed && { computed: figure(computed.value) }),
          ...(Object.keys(words).length > 0 && { words }),
          ...(explanation && { line: `${explanation.verb}: ${explanation.line}` }),
          ...(explanation &&
            explanation.terms.length > 0 && {
              terms: explanation.terms.map(({ label, shown }) => `${label} ${shown}`),
            }),
          ...(outcome.related.length > 0 && { related: outcome.related.map(cellOf) }),
          ...(outcome.fixes.length > 0 && { fixes: outcome.fixes.map(fixText) }),
          ...(cause !== null && { cause }),
          ...(outcome.proves.length > 0 && {
            proves: outcome.proves.map(({ fact, value }) => `${cellOf(fact)} ${figure(value)}`),
          }),
          ...(doubts && { doubts }),
        };
      }
    }
  });
}

/** A quotient that never ends is cut. */
function figure(value: Decimal): string {
  return formatDecimal(roundHalfUp(value, 6));
}

/** `C2`; on other sheets than `a2`, where tests draw their tables, with its name. A fact without cells goes by its path. */
function cellOf({ cells: [cell], path }: Fact): string {
  if (!cell) return path;
  return cell.sheet === "a2" ? addressOf(cell) : `${cell.sheet}!${addressOf(cell)}`;
}

function fixText({ kind, sheet, cell, content, value, format }: FixProposal): string {
  const place = sheet === "a2" ? addressOf(cell) : `${sheet}!${addressOf(cell)}`;
  const kept = kind === "formula" || kind === "value" ? "" : `${kind} `;
  const result = String(value) === content ? "" : ` → ${JSON.stringify(value)}`;
  return `${place} ${kept}${content}${result}${format === null ? "" : ` (${format})`}`;
}
