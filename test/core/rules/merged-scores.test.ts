import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { checkWorkbook, openBook } from "../../../src/app/index.js";
import { addressOf, type SheetSnapshot, type WorkbookSnapshot } from "../../../src/core/sheet/index.js";
import { readWorkbook } from "../../../src/documents/xlsx/index.js";
import { hunanPack } from "../../support/hunan-pack.js";
import { cellOf } from "../../support/sheet.js";
import { repositoryRoot } from "../../support/planted-tree.js";

const pack = hunanPack();
let sample: WorkbookSnapshot;

beforeAll(async () => {
  const read = await readWorkbook(readFileSync(resolve(repositoryRoot, "assets/samples/redcross-2024.xlsx")), null);
  if (!read.ok) throw new Error(read.failure.message.zh);
  sample = read.value;
});

/** Annex 2 of the sample with one score (H) and one reason (I) for the indicators in rows 30 and 31. */
function shared(score: number | null): WorkbookSnapshot {
  const sheets = structuredClone(sample.sheets) as SheetSnapshot[];
  const sheet = sheets[1];
  if (!sheet) throw new Error("no annex 2");
  const put = (row: number, column: number, value: string | number | null): void => {
    (sheet.rows[row] as ReturnType<typeof cellOf>[])[column] = cellOf(value);
  };
  put(29, 7, score);
  put(30, 7, null);
  put(29, 8, "人道救助资金缺少，宣传力度不够");
  put(30, 8, null);
  const merges = [7, 8].map((column) => ({ top: 29, left: column, bottom: 30, right: column }));
  sheets[1] = { ...sheet, merges: [...sheet.merges, ...merges] };
  return { ...sample, sheets, isLive: true };
}

function errors(workbook: WorkbookSnapshot): string[] {
  return checkWorkbook(workbook, openBook(workbook, pack), pack)
    .findings.filter(({ severity }) => severity === "error")
    .map(({ id, cell }) => `${id} ${cell ? addressOf(cell) : ""}`)
    .filter((found) => !found.startsWith("indicator/score-range"));
}

test("几项指标合并成一个得分、一个原因：后几行不算没填", () => {
  expect(errors(shared(7.45 + 6))).toEqual([]);
});

test("合并的得分格空着，说一次", () => {
  expect(errors(shared(null))).toEqual(["indicator/empty-score H30"]);
});
