import { addressOf } from "../sheet/index.js";
import type { Finding, Severity } from "./finding.js";

export const severityNames: Readonly<Record<Severity, string>> = {
  error: "必须更正",
  warning: "需要说明",
  info: "提示",
};

/** One finding on two lines: place and message, then the way out. */
export function findingText(finding: Finding): string {
  const cell = finding.cell ? `!${addressOf(finding.cell)}` : "";
  const place = finding.sheet === null ? "整本工作簿" : `${finding.sheet}${cell}`;
  const cause = finding.cause === null ? "" : `（${finding.cause}）`;
  const [fix] = finding.fixes;
  const way =
    fix && fix.kind !== "unhide" ? `${finding.advice}　${addressOf(fix.cell)} 改为 ${fix.content}` : finding.advice;
  return `  ${severityNames[finding.severity]}  ${place}  ${finding.message}${cause}  [${finding.id}]\n      ${way}`;
}
