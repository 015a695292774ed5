import type { Finding } from "../core/findings/index.js";

export interface KeyedFinding {
  /** Stable over a re-check while the mistake stays: rule, annex and role, never figures or addresses. */
  readonly key: string;
  readonly finding: Finding;
}

/** Findings in the order they are listed: by level, explained ones last. */
export interface FindingGroups {
  readonly error: readonly KeyedFinding[];
  readonly warning: readonly KeyedFinding[];
  readonly info: readonly KeyedFinding[];
  readonly waived: readonly KeyedFinding[];
}

export type FindingGroup = keyof FindingGroups;

export const findingGroupOrder: readonly FindingGroup[] = ["error", "warning", "info", "waived"];

export function groupFindings(findings: readonly Finding[]): FindingGroups {
  const seen = new Map<string, number>();
  const groups: Record<FindingGroup, KeyedFinding[]> = { error: [], warning: [], info: [], waived: [] };
  for (const finding of findings) {
    const base = `${finding.id}|${finding.annexKey ?? ""}|${finding.subject}`;
    const times = seen.get(base) ?? 0;
    seen.set(base, times + 1);
    groups[finding.waived ? "waived" : finding.severity].push({ key: `${base}|${times}`, finding });
  }
  return groups;
}

export function listedFindings(groups: FindingGroups): readonly KeyedFinding[] {
  return findingGroupOrder.flatMap((group) => groups[group]);
}
