import type { Finding, RelatedCell, Severity } from "../findings/index.js";
import type { Fact } from "../facts/index.js";
import type { RuleInstance } from "./expand.js";
import { fingerprintOf } from "./fingerprint.js";
import { fillMessage, messageFacts } from "./message.js";
import type { Failed } from "./outcome.js";
import type { Term } from "../pack/index.js";
import { printAmount } from "./amount.js";
import { selectFacts, type Scope } from "./select.js";
import { evaluate, isMissing } from "./term.js";

/** A failed check as the finding that people see. */
export function findingOf({ rule, body }: RuleInstance, outcome: Failed, severity: Severity, scope: Scope): Finding {
  const anchor = [body.anchor ?? []].flat().flatMap((selector) => selectFacts(selector, scope))[0] ?? outcome.anchor;
  const words = { ...figures(body.let ?? {}, scope), ...outcome.words };
  const [cell] = anchor?.cells ?? [];
  const subject = anchor?.path ?? scope.node.path;
  const others = [...outcome.related, ...(body.related ?? []).flatMap((selector) => selectFacts(selector, scope))];
  const message = body.message ?? rule.title;
  const annexKey = anchor && anchor.annex !== "" ? anchor.annex : (scope.annex?.key ?? null);
  return {
    id: rule.id,
    severity,
    annex: annexKey === null ? null : (annexKey.split(":")[0] ?? null),
    annexKey,
    subject,
    ...fileOf(cell ?? scope.annex),
    sheet: cell?.sheet ?? scope.annex?.sheet ?? null,
    cell: cell ? { row: cell.row, column: cell.column } : null,
    range: null,
    title: rule.title,
    message: fillMessage(message, words, scope),
    why: rule.why,
    advice: fillMessage(rule.advice, words, scope),
    actual: outcome.actual,
    expected: outcome.expected,
    cause: outcome.cause,
    explanation: outcome.explanation,
    related: relatedCells(others, anchor),
    fixes: outcome.fixes.filter(({ kind }) => body.fix === undefined || kind === body.fix),
    waived: null,
    document: null,
    source: rule.source,
    fingerprint: fingerprintOf(
      {
        rule: rule.id,
        annexKey,
        subject,
        facts: [
          ...(anchor ? [anchor] : []),
          ...others,
          ...(outcome.filed?.facts ?? []),
          ...(outcome.computed?.facts ?? []),
          ...messageFacts(message, words, scope),
        ],
      },
      scope.book,
    ),
  };
}

/** At most two decimals: a share that never ends is told as people print it. */
function figures(terms: Readonly<Record<string, Term>>, scope: Scope): Record<string, string> {
  return Object.fromEntries(
    Object.entries(terms).map(([name, term]) => {
      const amount = evaluate(term, scope);
      return [name, isMissing(amount) ? "—" : printAmount(amount, Math.min(amount.decimals, 2))];
    }),
  );
}

function fileOf(place: { readonly file?: string } | null): { readonly file?: string } {
  return place?.file === undefined ? {} : { file: place.file };
}

function relatedCells(facts: readonly Fact[], anchor: Fact | null): RelatedCell[] {
  const seen = new Set<string>();
  return facts.flatMap((fact) => {
    const [cell] = fact.cells;
    if (!cell || fact === anchor) return [];
    const key = `${cell.file ?? ""}|${cell.sheet}!${cell.row}:${cell.column}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      {
        file: cell.file ?? null,
        sheet: cell.sheet,
        cell: { row: cell.row, column: cell.column },
        label: fact.label ?? fact.path,
        shown: fact.shown,
      },
    ];
  });
}
