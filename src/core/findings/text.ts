import { addressOf } from "../sheet/index.js";
import type { LapsedExplanation } from "./explanation.js";
import type { Finding, Severity, Waiver } from "./finding.js";

export const severityNames: Readonly<Record<Severity, string>> = {
  error: "必须更正",
  warning: "需要说明",
  info: "提示",
};

/** Of findings that a person explained. */
export const explainedName = "已说明";

/** One finding on two lines: place and message, then the way out, or the explanation that was given. */
export function findingText(finding: Finding): string {
  const cell = finding.cell ? `!${addressOf(finding.cell)}` : "";
  const place = finding.sheet === null ? "整本工作簿" : `${finding.sheet}${cell}`;
  const cause = finding.cause === null ? "" : `（${finding.cause}）`;
  if (finding.waived) {
    return `  ${explainedName}  ${place}  ${finding.message}${cause}  [${finding.id}]\n      说明：${waiverText(finding.waived)}`;
  }
  const [fix] = finding.fixes;
  const way =
    fix && fix.kind !== "unhide" ? `${finding.advice}　${addressOf(fix.cell)} 改为 ${fix.content}` : finding.advice;
  return `  ${severityNames[finding.severity]}  ${place}  ${finding.message}${cause}  [${finding.id}]\n      ${way}`;
}

/** `借调1人（张三，2025-03-01）` */
export function waiverText({ reason, by, on }: Waiver): string {
  const who = [by, on].filter((part) => part !== "").join("，");
  return who === "" ? reason : `${reason}（${who}）`;
}

const lapsedWords: Readonly<Record<LapsedExplanation["why"], string>> = {
  changed: "说明已失效：数字已变",
  gone: "说明用不上了：问题已不存在",
  error: "说明不起作用：现在是必须更正的问题",
};

export function lapsedText({ explanation, why }: LapsedExplanation): string {
  return `  ${lapsedWords[why]}  [${explanation.finding}]\n      原说明：${waiverText(explanation)}`;
}
