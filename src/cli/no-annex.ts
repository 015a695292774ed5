import type { Failure } from "../core/result/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";

/** Why a workbook in which no annex was found gives nothing to work on; names a sheet that was left unread, if any. */
export function noAnnex({ sheets }: WorkbookSnapshot): Failure {
  const left = sheets.find(({ unread }) => unread !== null);
  const zh = left
    ? `没有找到附表；工作表“${left.name}”没有读：${left.unread ?? ""}`
    : "没有找到附表。附表按标题（如“部门整体支出绩效自评表”）和表头识别，请确认这是绩效自评的附表。";
  const en = left
    ? `No annex was found; the sheet “${left.name}” is too large and was not read.`
    : "No annex was found. Annexes are known by their titles and headers; see that this workbook holds them.";
  return { code: "no-annex", message: { zh, en } };
}
