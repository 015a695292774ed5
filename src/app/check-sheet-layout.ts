import type { CellValue } from "../core/sheet/index.js";
import type { NewSheet } from "../documents/xlsx/index.js";
import type { CheckSheet, CheckSheetGroup, CheckSheetRow, CheckState } from "./check-sheet.js";
import { PrintedPage, type PageColumn } from "./printed-page.js";

const columns: readonly PageColumn[] = [
  { width: 5, header: "序号", align: "center" },
  { width: 34, header: "核对内容", align: "left" },
  { width: 11, header: "结果", align: "center" },
  { width: 6, header: "处数", align: "center" },
  { width: 22, header: "位置", align: "left" },
  { width: 44, header: "问题，或不适用的原因", align: "left" },
  { width: 28, header: "说明", align: "left" },
  { width: 10, header: "说明人", align: "center" },
  { width: 12, header: "说明日期", align: "center" },
];

const stateNames: Readonly<Record<CheckState, string>> = {
  error: "必须更正",
  warning: "需要说明",
  info: "提示",
  explained: "已说明",
  passed: "通过",
  covered: "见其他问题",
  notApplicable: "不适用",
};

const states = Object.keys(stateNames) as CheckState[];

/**
 * A check sheet on A4 across: title, unit, year and counts, the lines by family under a header that every page repeats,
 * and places to sign. The first row is hidden and carries the mark by which the sheet is known as ours.
 */
export function layOutCheckSheet(sheet: CheckSheet, name: string): NewSheet {
  const page = new PrintedPage(columns);
  page.title("绩效附表核对单");
  page.line(headingOf(sheet));
  page.line(countsOf(sheet));
  for (const { sheet: unread, reason } of sheet.unread) page.line(`工作表“${unread}”没有读：${reason}`);
  page.header();
  let number = 0;
  for (const group of sheet.groups) {
    page.heading(groupHeading(group));
    for (const row of group.rows) page.row(textsOf(row, ++number), isOpen(row) ? stateColumn : null);
  }
  page.line("", 12);
  page.line("核对人（签名）：　　　　　　　　　　复核人（签名）：　　　　　　　　　　日期：　　　　年　　月　　日", 28);
  page.line("本表由绩效附表台生成，再次生成时整张替换，请勿在表内填写；它不是附表，不参加核对。");
  return page.sheet(name);
}

const stateColumn = 2;

function isOpen({ state }: CheckSheetRow): boolean {
  return state === "error" || state === "warning";
}

function headingOf({ unit, year, on, pack }: CheckSheet): string {
  const parts = [`单位：${unit ?? "（未填）"}`, `年度：${year ?? "（未填）"}`, `核对日期：${on}`, `规则：${pack}`];
  return parts.join("　　");
}

function countsOf({ rules, counts }: CheckSheet): string {
  const { passed, notApplicable, covered, error, warning, info, explained } = counts;
  const others = covered > 0 ? `，见其他问题 ${covered} 条` : "";
  return (
    `共核对 ${rules} 条规则：通过 ${passed} 条，不适用 ${notApplicable} 条${others}；` +
    `必须更正 ${error} 处，需要说明 ${warning} 处，已说明 ${explained} 处，提示 ${info} 处。`
  );
}

function groupHeading({ title, rows }: CheckSheetGroup): string {
  const parts = states.flatMap((state) => {
    const count = rows.filter((row) => row.state === state).length;
    return count > 0 ? [`${stateNames[state]} ${count}`] : [];
  });
  return `${title}　　${parts.join(" · ")}`;
}

function textsOf(row: CheckSheetRow, number: number): readonly CellValue[] {
  const { title, rule, state, checked, place, detail, reason, by, on } = row;
  return [number, `${title}（${rule}）`, stateNames[state], checked, place, detail, reason, by, on];
}
