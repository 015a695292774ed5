import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { editWorkbook } from "../../src/documents/xlsx/index.js";

const sample = resolve(import.meta.dirname, "../../assets/samples/redcross-2024.xlsx");

/**
 * The sample as if filed a year before: its basic data are of 2023, and 公务接待 was 0.18 there where the sample of 2024
 * says 0.08 for the year before.
 */
export async function lastYearWorkbook(year = 2023): Promise<Uint8Array> {
  const sheet = "附件1 基础数据表";
  const edits = [
    { sheet, row: 1, column: 0, content: { kind: "value", value: `${year}年度部门整体支出绩效评价基础数据表` } },
    { sheet, row: 11, column: 5, content: { kind: "value", value: 0.18 } },
  ] as const;
  const edited = await editWorkbook(readFileSync(sample), { edits, unhide: [] });
  if (!edited.ok) throw new Error(edited.failure.message.en);
  return edited.value;
}
