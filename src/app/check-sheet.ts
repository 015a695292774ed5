import type { Finding } from "../core/findings/index.js";
import type { Pack } from "../core/pack/index.js";
import { addressOf, areaAddress } from "../core/sheet/index.js";
import type { CheckResult, RuleRun } from "./results.js";

/**
 * What one line of a check sheet comes to. covered: it failed only where a graver finding says all there is to say;
 * notApplicable: nothing in the workbook is of its kind.
 */
export type CheckState = Finding["severity"] | "explained" | "passed" | "covered" | "notApplicable";

/** A rule that found nothing, or one of its findings. */
export interface CheckSheetRow {
  readonly rule: string;
  readonly title: string;
  readonly state: CheckState;
  /** How many places the rule looked at. */
  readonly checked: number;
  /** `附件2 自评表!H6`; empty where nothing was found. */
  readonly place: string;
  /** The finding's message, or why the rule did not apply. */
  readonly detail: string;
  /** The explanation given; all three empty without one. */
  readonly reason: string;
  readonly by: string;
  /** ISO date. */
  readonly on: string;
}

export interface CheckSheetGroup {
  readonly title: string;
  readonly rows: readonly CheckSheetRow[];
}

/** Every rule that was run and what it came to, as a reviewer signs it. */
export interface CheckSheet {
  readonly unit: string | null;
  readonly year: number | null;
  /** ISO date of the check. */
  readonly on: string;
  /** Name of the pack. */
  readonly pack: string;
  readonly rules: number;
  /** Lines by state. */
  readonly counts: Readonly<Record<CheckState, number>>;
  readonly groups: readonly CheckSheetGroup[];
  /** Sheets that could not be read, with the reason. */
  readonly unread: CheckResult["unread"];
}

/** The check sheet of a result; `on` is the day of the check, an ISO date. Families without a name go by their id. */
export function checkSheet(result: CheckResult, pack: Pick<Pack, "title" | "families">, on: string): CheckSheet {
  const byRule = grouped(result.findings, ({ id }) => id);
  const families = grouped(result.rules, ({ id }) => familyOf(id));
  const groups = [...families].map(([family, runs]): CheckSheetGroup => ({
    title: pack.families[family] ?? family,
    rows: runs.flatMap((run) => rowsOf(run, byRule.get(run.id) ?? [])),
  }));
  const counts: Record<CheckState, number> = { ...noneYet };
  for (const { state } of groups.flatMap(({ rows }) => rows)) counts[state]++;
  return {
    unit: result.annexes.find(({ unit }) => unit !== null)?.unit ?? null,
    year: result.annexes.find(({ year }) => year !== null)?.year ?? null,
    on,
    pack: pack.title.zh,
    rules: result.rules.length,
    counts,
    groups,
    unread: result.unread,
  };
}

const noneYet: Readonly<Record<CheckState, number>> = {
  ...{ error: 0, warning: 0, info: 0, explained: 0, passed: 0, covered: 0, notApplicable: 0 },
};

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function familyOf(rule: string): string {
  return rule.slice(0, Math.max(rule.indexOf("/"), 0)) || rule;
}

function rowsOf(run: RuleRun, findings: readonly Finding[]): CheckSheetRow[] {
  const { id: rule, title, checked, failed, notApplicable } = run;
  const row = { rule, title, checked, place: "", detail: "", reason: "", by: "", on: "" };
  if (findings.length > 0) return findings.map((finding) => ({ ...row, ...found(finding) }));
  if (notApplicable !== null) return [{ ...row, state: "notApplicable", detail: notApplicable }];
  return [{ ...row, state: failed > 0 ? "covered" : "passed" }];
}

function found(finding: Finding): Pick<CheckSheetRow, "state" | "place" | "detail" | "reason" | "by" | "on"> {
  const { severity, message, waived } = finding;
  const { reason, by, on } = waived ?? { reason: "", by: "", on: "" };
  return { state: waived ? "explained" : severity, place: placeOf(finding), detail: message, reason, by, on };
}

function placeOf({ sheet, cell, range, document }: Finding): string {
  if (document) return `${document.file} 第${document.paragraph}段`;
  if (sheet === null) return "整本工作簿";
  const address = cell ? addressOf(cell) : range ? areaAddress(range) : "";
  return address === "" ? sheet : `${sheet}!${address}`;
}
