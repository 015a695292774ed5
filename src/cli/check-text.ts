import type { AnnexSummary } from "../app/index.js";
import { findingText } from "../core/findings/index.js";
import type { CheckedFile } from "./check-file.js";

/** One workbook of `annex check` for people: its annexes, findings and counts. */
export function workbookText({ files, result, failure }: CheckedFile): string {
  const head = files.join("、");
  if (!result) return `${head}\n  读不了：${failure?.message.zh ?? ""}\n`;
  const { error, warning, info } = result.summary;
  const lines = [
    head,
    `  认出 ${result.annexes.map(annexText).join("、")}`,
    ...result.unread.map(({ sheet, reason }) => `  工作表“${sheet}”没有读：${reason}`),
    ...result.findings.map(findingText),
    `  必须更正 ${error} · 需要说明 ${warning} · 提示 ${info}`,
  ];
  return `${lines.join("\n")}\n`;
}

function annexText({ name, project, sheet }: AnnexSummary): string {
  return `${name}${project === null ? "" : `（${project}）`}〔${sheet}〕`;
}
