import { dataRecord, type AnnexFacts, type FactBook, type FactRecord } from "../core/facts/index.js";
import { formulaBook } from "../core/formula/index.js";
import { explainFindings, orderFindings, type Finding } from "../core/findings/index.js";
import type { Pack } from "../core/pack/index.js";
import { runRules } from "../core/rules/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import { withoutCheckSheets } from "./sheet-mark.js";
import type { OpenBook } from "./open-book.js";
import type { AnnexSummary, CheckResult, FindingCounts } from "./results.js";

/** Runs every rule of the pack over an opened workbook. `why` tells why it was this pack. */
export function checkWorkbook(workbook: WorkbookSnapshot, opened: OpenBook, pack: Pack, why = ""): CheckResult {
  const { book } = opened;
  const checked = new Set(book.annexes.map(({ sheet }) => sheet));
  const { findings, runs } = runRules(pack.rules, book, {
    profile: profileOf(pack),
    causes: pack.causes,
    formulas: formulaBook(workbook.sheets, (_, sheet) => checked.has(sheet)),
    isLive: workbook.isLive ?? false,
  });
  const keys = book.annexes.map(({ key }) => key);
  const { findings: ordered, lapsed } = explainFindings(orderFindings(findings, keys), opened.explanations);
  return {
    pack: pack.id,
    packWhy: why === "" ? packWhy(pack, book.annexes) : why,
    annexes: annexSummaries(book),
    findings: ordered,
    rules: runs,
    summary: countFindings(ordered),
    lapsed,
    unread: withoutCheckSheets(workbook).sheets.flatMap(({ name, unread }) =>
      unread === null ? [] : [{ sheet: name, reason: unread }],
    ),
  };
}

const profiles = new WeakMap<Pack, FactRecord>();

/** The scoring profile as records that rules may name; made once for each pack. */
function profileOf(pack: Pack): FactRecord {
  const profile = profiles.get(pack) ?? dataRecord(pack.scoring, "profile");
  profiles.set(pack, profile);
  return profile;
}

function packWhy(pack: Pack, annexes: readonly AnnexFacts[]): string {
  const kinds = new Set(annexes.map(({ name }) => name));
  return kinds.size === 0 ? `没有认出附表，按“${pack.title.zh}”查找` : `认出${[...kinds].join("、")}`;
}

export function annexSummaries({ annexes }: FactBook): readonly AnnexSummary[] {
  return annexes.map(({ id, key, name, sheet, range, title, year, unit, project, moneyUnit }) => ({
    ...{ id, key, name, sheet, range, title, year, unit, project, moneyUnit },
  }));
}

/** Live findings by level; explained ones only under `waived`. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const live = findings.filter(({ waived }) => waived === null);
  const of = (severity: Finding["severity"]): number => live.filter((finding) => finding.severity === severity).length;
  return {
    error: of("error"),
    warning: of("warning"),
    info: of("info"),
    waived: findings.length - live.length,
  };
}
