import type { AnnexSummary, CheckResult } from "../app/index.js";
import { findingJson, lapsedJson } from "../core/findings/index.js";
import { areaAddress } from "../core/sheet/index.js";
import type { CheckedFile } from "./check-file.js";

/** One workbook of `annex check --format json`. */
export function workbookJson({ files, result, failure }: CheckedFile): unknown {
  const [file = null] = files;
  const shared = { file, ...(files.length > 1 ? { files } : {}) };
  if (!result) {
    const error = failure && { code: failure.code, message: failure.message.zh };
    return {
      ...shared,
      pack: null,
      packWhy: null,
      status: "unreadable",
      error,
      annexes: [],
      findings: [],
      summary: noFindings,
    };
  }
  return {
    ...shared,
    pack: result.pack,
    packWhy: result.packWhy,
    status: "ok",
    error: null,
    annexes: result.annexes.map(annexJson),
    findings: result.findings.map(findingJson),
    summary: result.summary,
    lapsed: result.lapsed.map(lapsedJson),
    rules: result.rules,
    unread: result.unread,
  };
}

const noFindings: CheckResult["summary"] = { error: 0, warning: 0, info: 0, waived: 0 };

function annexJson({ id, sheet, range, title, year, unit, project, moneyUnit }: AnnexSummary): unknown {
  return { annex: id, sheet, range: areaAddress(range), title, year, unit, project, moneyUnit };
}
