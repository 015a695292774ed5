import { expect, it } from "vitest";
import { buildBook, factAt, itemsAt } from "../../../src/core/facts/index.js";
import { recognise } from "../../../src/core/recognise/index.js";
import { packOf } from "../../support/pack.js";
import { sheetOf, workbookOf, type CellText } from "../../support/sheet.js";

const pack = packOf("hunan-2024");

function statement(...rows: readonly (readonly CellText[])[]) {
  const head = ["科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出", "年末结转和结余"];
  const sheet = sheetOf("附件4", [["2024年度政府性基金预算支出情况表"], head, ["合计", null, 0, 9, 9, 0], ...rows]);
  const [annex] = buildBook(recognise(workbookOf(sheet), pack.annexes)).annexes;
  const names = (path: string): string[] => itemsAt(annex?.root ?? null, path).map(({ label }) => label);
  const under = itemsAt(annex?.root ?? null, "statementSubtotals").map(({ label, fields }) => [
    label,
    itemsAt({ node: "record", path: "", annex: "", label: "", fields }, "items").map((item) => [
      item.label,
      factAt(item, "income")?.shown,
    ]),
  ]);
  return { leaves: names("statement"), under };
}

it("类、款、项：只有最下一级是行，上级各管紧挨着的下一级", () => {
  const { leaves, under } = statement(
    ["212", "城乡社区支出", 0, 7, 7, 0],
    ["21208", "土地出让收入安排的支出", 0, 7, 7, 0],
    ["2120804", "农村基础设施建设支出", 0, 3, 3, 0],
    ["2120899", "其他土地出让支出", 0, 4, 4, 0],
    ["229", "其他支出", 0, 2, 2, 0],
  );
  expect(leaves).toEqual(["农村基础设施建设支出", "其他土地出让支出", "其他支出"]);
  expect(under).toEqual([
    ["城乡社区支出", [["土地出让收入安排的支出", "7"]]],
    [
      "土地出让收入安排的支出",
      [
        ["农村基础设施建设支出", "3"],
        ["其他土地出让支出", "4"],
      ],
    ],
  ]);
});

it("没有编码的行都是行", () => {
  expect(statement([null, "甲", 0, 4, 4, 0], [null, "乙", 0, 5, 5, 0])).toEqual({ leaves: ["甲", "乙"], under: [] });
});

it("没有编码的行不管有编码的行", () => {
  expect(statement(["212", "甲", 0, 4, 4, 0], [null, "乙", 0, 5, 5, 0])).toEqual({ leaves: ["甲", "乙"], under: [] });
});
