import { addressOf, areaAddress } from "../sheet/index.js";
import type { LapsedExplanation } from "./explanation.js";
import type { Finding, FixProposal } from "./finding.js";

/** A finding as programs read it: A1 addresses, strings as a person would print them. */
export function findingJson(finding: Finding): Record<string, unknown> {
  const fixes = finding.fixes.map(fixJson);
  return {
    id: finding.id,
    severity: finding.severity,
    annex: finding.annex,
    subject: finding.subject,
    ...(finding.file !== undefined && { file: finding.file }),
    sheet: finding.sheet,
    cell: finding.cell && addressOf(finding.cell),
    range: finding.range && areaAddress(finding.range),
    title: finding.title,
    message: finding.message,
    why: finding.why,
    advice: finding.advice,
    actual: finding.actual,
    expected: finding.expected,
    cause: finding.cause,
    explanation: finding.explanation?.line ?? null,
    related: finding.related.map(({ file, sheet, cell, label }) => ({ file, sheet, cell: addressOf(cell), label })),
    fix: fixes[0] ?? null,
    fixes,
    waived: finding.waived,
    fingerprint: finding.fingerprint,
    document: finding.document,
    source: finding.source,
  };
}

/** An explanation that explains nothing now, and the finding in its place. */
export function lapsedJson({ explanation, why, now }: LapsedExplanation): Record<string, unknown> {
  const { finding, reason, by, on, about } = explanation;
  return { id: finding, why, reason, by, on, about, now: now && now.message };
}

function fixJson({ kind, sheet, cell, content }: FixProposal): Record<string, unknown> {
  return { kind, sheet, cell: addressOf(cell), content };
}
