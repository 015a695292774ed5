import type { Finding, Severity } from "./finding.js";

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** By severity, then by annex, then in reading order of the sheet. */
export function orderFindings(findings: readonly Finding[], annexKeys: readonly string[]): Finding[] {
  const place = (key: string | null): number => (key === null ? annexKeys.length : annexKeys.indexOf(key));
  return [...findings].sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      place(a.annexKey) - place(b.annexKey) ||
      (a.cell?.row ?? -1) - (b.cell?.row ?? -1) ||
      (a.cell?.column ?? -1) - (b.cell?.column ?? -1),
  );
}
