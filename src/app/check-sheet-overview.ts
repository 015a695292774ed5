import type { CellValue } from "../core/sheet/index.js";
import type { NewSheet } from "../documents/xlsx/index.js";
import type { CheckSheet } from "./check-sheet.js";
import { PrintedPage, type PageColumn } from "./printed-page.js";

const columns: readonly PageColumn[] = [
  { width: 5, header: "序号", align: "center" },
  { width: 34, header: "文件", align: "left" },
  { width: 30, header: "单位", align: "left" },
  { width: 8, header: "年度", align: "center" },
  { width: 10, header: "必须更正", align: "center" },
  { width: 10, header: "需要说明", align: "center" },
  { width: 10, header: "已说明", align: "center" },
  { width: 8, header: "提示", align: "center" },
  { width: 10, header: "通过规则", align: "center" },
  { width: 40, header: "备注", align: "left" },
];

/** A line for each unit: who, how many of each level, or why it could not be read. */
export function layOutOverview(
  units: readonly { readonly name: string; readonly sheet: CheckSheet | null; readonly problem: string }[],
  name: string,
): NewSheet {
  const page = new PrintedPage(columns);
  page.title("绩效附表核对汇总");
  const read = units.filter(({ sheet }) => sheet !== null).length;
  const unread = units.length - read;
  page.line(`共 ${units.length} 个工作簿，已核对 ${read} 个${unread > 0 ? `，没有读的 ${unread} 个` : ""}。`);
  page.header();
  units.forEach(({ name: file, sheet, problem }, index) =>
    page.row([index + 1, file, ...(sheet ? countsOf(sheet) : [null, null, null, null, null, null, null]), problem]),
  );
  page.line("各单位的核对单见后面的工作表，以序号开头。本表由绩效附表台生成。");
  return page.sheet(name);
}

function countsOf({ unit, year, counts }: CheckSheet): readonly CellValue[] {
  return [unit, year, counts.error, counts.warning, counts.explained, counts.info, counts.passed];
}
