import { describe, expect, it } from "vitest";
import { choosePack, packSetting } from "../../src/app/index.js";
import { basesOf, compilePack } from "../../src/core/pack/compile.js";
import type { Pack } from "../../src/core/pack/index.js";
import type { WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { emptyDesk, withSetting, writeDesk } from "../../src/documents/desk/index.js";
import { packOf } from "../support/pack.js";
import { sheetOf, workbookOf } from "../support/sheet.js";

const hunan: Pack = { ...packOf("hunan-2024"), signs: [] };

/** A pack of annex 3 alone, with the sign given. */
function projectPack(id: string, sign: string): Pack {
  const text = `id: ${id}\ntitle: { zh: ${id}, en: ${id} }\nscope: 某地\nformat: 1\nbase: hunan-2024\nwithout: [a1, a2, a4]\nsigns: [${sign}]\n`;
  const compiled = compilePack({ "pack.yaml": text }, basesOf([hunan]));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.pack;
}

const split = projectPack("split", `{ because: 指标值分三列, labels: [指标性质], votes: 2 }`);
const twenty = projectPack(
  "twenty",
  `{ because: 执行率占20分, cell: { row: [年度资金总额], column: [分值, 权重], is: 20 } }`,
);
const central = projectPack("central", `{ because: 表上写着中央部门, contains: [中央部门] }`);
const packs = [hunan, split, twenty, central] as const;

const project = [
  ["项目支出绩效自评表"],
  ["（2024年度）"],
  ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  ["", "年度资金总额", 20, 20, 10, 10, "50%", 5],
];

const withCell = (row: number, column: number, text: string | number): (string | number)[][] =>
  project.map((cells, at) => (at === row ? cells.map((cell, place) => (place === column ? text : cell)) : cells));

const table: readonly (readonly [string, WorkbookSnapshot, string, RegExp])[] = [
  ["只有项目表，没有特征：第一个包", workbookOf(sheetOf("表", project)), "hunan-2024", /没有更多特征/],
  ["指标性质一列", workbookOf(sheetOf("表", [...project, ["一级指标", "指标性质"]])), "split", /指标值分三列/],
  ["执行率20分", workbookOf(sheetOf("表", withCell(3, 5, 20))), "twenty", /执行率占20分/],
  ["执行率写作“20分”", workbookOf(sheetOf("表", withCell(3, 5, "20分"))), "twenty", /执行率占20分/],
  ["20 在别的列", workbookOf(sheetOf("表", withCell(3, 7, 20))), "hunan-2024", /没有更多特征/],
  ["两样特征，票多的", workbookOf(sheetOf("表", [...withCell(3, 5, 20), ["指标性质"]])), "split", /三列/],
  ["中央部门", workbookOf(sheetOf("表", [["中央部门预算项目"], ...project])), "central", /中央/],
  [
    "有部门整体支出自评表：只有湖南包有",
    workbookOf(sheetOf("表", [...withCell(3, 5, 20)]), sheetOf("整体", [["某县部门整体支出绩效自评表"]])),
    "hunan-2024",
    /看到部门整体支出绩效自评表/,
  ],
  ["没有附表", workbookOf(sheetOf("表", [["通讯录"], ["姓名", "电话"]])), "hunan-2024", /没有看到附表的标题/],
];

describe("选规则包", () => {
  it.each(table)("%s", (_, workbook, id, why) => {
    const choice = choosePack(workbook, packs);
    expect(choice.pack.id).toBe(id);
    expect(choice.why).toMatch(why);
    expect(choice.why).toContain(choice.pack.title.zh);
    expect(choice.by).toBe("found");
  });

  const kept = (id: string): WorkbookSnapshot => ({
    ...workbookOf(sheetOf("表", project)),
    deskXml: writeDesk(withSetting(emptyDesk, packSetting, id), null),
  });

  it("工作簿里选定了的就用它", () => {
    const choice = choosePack(kept("central"), packs);
    expect([choice.pack.id, choice.by]).toEqual(["central", "kept"]);
    expect(choice.why).toContain("选定");
  });

  it("选定的包不在手边：照样认，并说明", () => {
    const choice = choosePack(kept("some-county"), packs);
    expect([choice.pack.id, choice.by]).toEqual(["hunan-2024", "found"]);
    expect(choice.why).toContain("some-county");
  });
});

it("行行都是特征标签的大表：不会越找越慢", () => {
  // Row by row against every header above, this would outlast the time a test has.
  const rows = Array.from({ length: 40_000 }, () => ["年度资金总额", "分值", 5]);
  expect(choosePack(workbookOf(sheetOf("表", [["项目支出绩效自评表"], ...rows])), packs).pack.id).toBe("hunan-2024");
});
