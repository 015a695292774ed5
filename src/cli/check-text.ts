import type { AnnexSummary } from "../app/index.js";
import { explainedName, findingText, lapsedText, severityNames } from "../core/findings/index.js";
import type { CheckedFile } from "./check-file.js";

/** One workbook of `annex check` for people: its annexes, findings and counts. */
export function workbookText({ files, result, failure }: CheckedFile): string {
  const head = files.join("、");
  if (!result) return `${head}\n  读不了：${failure?.message.zh ?? ""}\n`;
  const { error, warning, info, waived } = result.summary;
  const counts = [
    `${severityNames.error} ${error}`,
    `${severityNames.warning} ${warning}`,
    `${severityNames.info} ${info}`,
    ...(waived > 0 ? [`${explainedName} ${waived}`] : []),
  ];
  const lines = [
    head,
    `  认出 ${result.annexes.map(annexText).join("、")}`,
    `  规则包 ${result.pack}（${result.packWhy}）`,
    ...result.unread.map(({ sheet, reason }) => `  工作表“${sheet}”没有读：${reason}`),
    ...result.findings.map(findingText),
    ...result.lapsed.map(lapsedText),
    ...result.rules.flatMap(({ notes }) => notes.map((note) => `  ${note}`)),
    `  ${counts.join(" · ")}`,
  ];
  return `${lines.join("\n")}\n`;
}

function annexText({ name, project, sheet }: AnnexSummary): string {
  return `${name}${project === null ? "" : `（${project}）`}〔${sheet}〕`;
}
