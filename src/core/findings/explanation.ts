import type { Finding, Waiver } from "./finding.js";

/** Why a finding stands although nothing is wrong, in a person's words, as it is kept with the workbook. */
export interface KeptExplanation extends Waiver {
  /** The finding's fingerprint. */
  readonly id: string;
  /** Id of the rule. */
  readonly finding: string;
  /** What the finding said then; empty when it was not kept. */
  readonly about: string;
}

/**
 * An explanation that explains nothing now. changed: its finding speaks of other figures · gone: there is no such finding
 * any more · error: it must be corrected now, and what must be corrected cannot be explained away.
 */
export interface LapsedExplanation {
  readonly explanation: KeptExplanation;
  readonly why: "changed" | "gone" | "error";
  /** The finding in its place as it is now; null when it is gone. */
  readonly now: Finding | null;
}

export interface ExplainedFindings {
  /** All of them in their order, explained ones with `waived`. */
  readonly findings: readonly Finding[];
  readonly lapsed: readonly LapsedExplanation[];
}

/** Puts kept explanations to their findings. Only warnings can be explained. */
export function explainFindings(findings: readonly Finding[], kept: readonly KeptExplanation[]): ExplainedFindings {
  if (kept.length === 0) return { findings, lapsed: [] };
  const byId = new Map(kept.map((explanation) => [explanation.id, explanation]));
  const used = new Set<string>();
  const explained = findings.map((finding) => {
    const found = finding.severity === "warning" ? byId.get(finding.fingerprint) : undefined;
    if (!found) return finding;
    used.add(found.id);
    const { reason, by, on } = found;
    return { ...finding, waived: { reason, by, on } };
  });
  const live = explained.filter(({ waived }) => waived === null);
  const lapsed = [...byId.values()].flatMap((explanation): LapsedExplanation[] => {
    if (used.has(explanation.id)) return [];
    const same = live.find(({ fingerprint }) => fingerprint === explanation.id);
    const now = same ?? live.find(({ fingerprint }) => placeOf(fingerprint) === placeOf(explanation.id)) ?? null;
    const why = now === null ? "gone" : now.severity === "error" ? "error" : "changed";
    return [{ explanation, why, now }];
  });
  return { findings: explained, lapsed };
}

/** A fingerprint without its figures: rule, annex and role. */
function placeOf(fingerprint: string): string {
  return fingerprint.slice(0, fingerprint.lastIndexOf("|"));
}
