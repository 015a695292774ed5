import { describe, expect, it } from "vitest";
import { placeholders } from "../../src/app/index.js";
import { NameFinder, contentNames } from "../../src/core/narrative/index.js";
import { readFileSync } from "node:fs";
import { openBook } from "../../src/app/index.js";
import { readWorkbook } from "../../src/documents/xlsx/index.js";
import { hunanPack } from "../support/hunan-pack.js";

const pack = hunanPack();
const read = await readWorkbook(readFileSync("assets/samples/redcross-2024.xlsx"), "redcross-2024.xlsx");
if (!read.ok) throw new Error(read.failure.message.en);
const { book } = openBook(read.value, pack);
const list = placeholders(pack, book);
const of = (typed: string) => list.find((one) => one.typed === typed);

describe("可以写进模板的名称", () => {
  it.each([
    [
      "{{公用经费}}",
      { kind: "fact", id: "basic.operating", text: "1.12", unit: "万元", source: "附件1 基础数据表!F22" },
    ],
    ["{{单位名称}}", { kind: "fact", id: "unit" }],
    ["{{节:存在的问题及原因分析}}", { kind: "section", id: "problems" }],
    ["{{节:机构设置}}", { kind: "section", id: "overview#机构设置", group: "部门（单位）基本情况" }],
    ["{{表:附件2}}", { kind: "table", id: "a2", text: "附件2 整体支出自评表" }],
    [
      "{{项目.名称}}",
      { kind: "column", id: "projectSheets.name", text: "红十字会应急救援、无偿献血、应急救护培训", group: "项目" },
    ],
    ["{{附件2.年度资金总额.全年执行数}}", { kind: "cell", id: "a2.fund.total.executed", text: "28.45" }],
  ])("%s", (typed, expected) => expect(of(typed)).toMatchObject(expected));

  it("每一个都写得进去：照抄一遍，找回的就是它", () => {
    const finder = new NameFinder(contentNames(book, pack.narrative, pack.annexes));
    for (const { kind, id, typed } of list) {
      const word = typed.slice(2, -2).replace(/^[节表]:/, "");
      const found = finder.find(kind === "section" || kind === "table" ? kind : "fact", word);
      expect([typed, found.kind === "found" ? found.name.id : found]).toEqual([typed, id]);
    }
    expect(list.length).toBeGreaterThan(100);
  });
});

describe("人怎么写名称", () => {
  const finder = new NameFinder(contentNames(book, pack.narrative, pack.annexes));
  const id = (...given: Parameters<NameFinder["find"]>) => {
    const found = finder.find(...given);
    return found.kind === "found" ? found.name.id : found;
  };

  it.each([
    ["fact", "公用经费", "basic.operating"],
    ["fact", " 公 用 经 费 ", "basic.operating"],
    ["fact", "basic.operating", "basic.operating"],
    ["fact", "三公经费决算", "threePublic.final"],
    ["fact", "“三公”经费决算", "threePublic.final"],
    ["fact", "指标．得分", "indicators.score"],
    ["fact", "a2.fund.total.executed", "a2.fund.total.executed"],
    ["fact", "附件2.全年执行数", "a2.fund.total.executed"],
    ["fact", "部门整体支出绩效自评表.年度资金总额.全年执行数", "a2.fund.total.executed"],
    ["fact", "公用经费用", { kind: "unknown", closest: "公用经费" }],
    ["fact", "公用", { kind: "unknown", closest: "公用经费" }],
    ["fact", "全无此事", { kind: "unknown", closest: null }],
    ["section", "存在的问题", "problems"],
    ["section", "七、存在的问题及原因分析", "problems"],
    ["section", "problems", "problems"],
    ["section", "（一）职能职责", "overview#职能职责"],
    ["section", "支出情况", { kind: "several", labels: expect.arrayContaining(["一般公共预算支出情况"]) as string[] }],
    ["section", "附件", { kind: "unknown", closest: null }],
    ["table", "附件２", "a2"],
    ["table", "a3", "a3"],
    ["table", "项目支出绩效自评表", "a3"],
    ["table", "附件9", { kind: "unknown", closest: "附件1" }],
  ] as const)("%s %s", (kind, typed, expected) => expect(id(kind, typed)).toEqual(expected));

  it("很长的名称也很快答复", () => {
    const from = performance.now();
    finder.find("fact", "公用经费.".repeat(20_000));
    expect(performance.now() - from).toBeLessThan(200);
  });
});
