import { describe, expect, it } from "vitest";
import { openBook } from "../../src/app/index.js";
import type { WorkbookSnapshot } from "../../src/core/sheet/index.js";
import {
  emptyDesk,
  readDesk,
  withDecision,
  withoutDecision,
  writeDesk,
  type DeskDecision,
} from "../../src/documents/desk/index.js";
import { hunanPack } from "../support/hunan-pack.js";
import { type CellText, sheetOf, workbookOf } from "../support/sheet.js";

const pack = hunanPack();

const rows = (target: string): readonly (readonly CellText[])[] => [
  ["附件2"],
  ["部门整体支出绩效自评表"],
  ["（2024年度）"],
  ["县级预算单位名称", "某某县林业局"],
  ["年度预算申请（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  ["", "年度资金总额", 1000, 1000, 800, 10, "80%", 8],
  ["年度总体目标", "预期目标", null, null, "实际完成情况"],
  ["", "造林", null, null, "造林"],
  ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
  ["", "产出指标(50)", "数量指标", "造林面积", target, "1.2万亩", 10, 10],
  ["", null, "质量指标", "成活率", "≥85%", "86%", 20, 20],
  ["", "效益指标(30)", "社会效益", "群众就业", "显著", "有成绩", 20, 15],
  ["", "满意度指标(10)", "服务对象满意度", "群众满意度", "≥95%", "96%", 10, 10],
  ["总分", null, null, null, null, null, 100, 93],
];

const several = "造林1.2万亩，补植3千亩";

function opened(decisions: readonly DeskDecision[], target = several) {
  const desk = decisions.reduce(withDecision, emptyDesk);
  const workbook: WorkbookSnapshot = { ...workbookOf(sheetOf("附件2", rows(target))), deskXml: writeDesk(desk, null) };
  return openBook(workbook, pack);
}

const line = (book: ReturnType<typeof opened>, name: string) =>
  book.scores[0]?.indicators.find((one) => one.name === name);

const path = (name: string): string => line(opened([]), name)?.path ?? "";

const choice: DeskDecision = {
  annex: "a2",
  path: path("造林面积"),
  target: "≥1.5万亩",
  forTarget: several,
  forActual: "1.2万亩",
  by: "李四",
  on: "2025-03-01",
};

describe("存在工作簿里的判断", () => {
  it("打开时就用上：改目标、定档次", () => {
    const book = opened([
      choice,
      { annex: "a2", path: path("群众就业"), level: "partly", forTarget: "显著", forActual: "有成绩", by: "", on: "" },
    ]);
    expect(line(book, "造林面积")).toMatchObject({ needsPerson: false, target: { source: "person" } });
    expect(line(book, "造林面积")?.computed?.toFixed()).toBe("8");
    expect(line(book, "群众就业")?.band?.map((end) => end.toFixed())).toEqual(["12", "16"]);
    expect([book.decisions.live.length, book.decisions.lapsed.length]).toEqual([2, 0]);
  });

  it("单元格改了字，判断就失效并列出来；改回来又有效", () => {
    const changed = opened([choice], "造林1.3万亩，补植3千亩");
    expect(line(changed, "造林面积")).toMatchObject({ computed: null, needsPerson: true });
    expect(changed.decisions.lapsed).toEqual([
      { decision: choice, reason: "changed", name: "造林面积", sheet: "附件2" },
    ]);
    expect(opened([choice]).decisions.lapsed).toEqual([]);
  });

  it("指标没有了", () => {
    const { decisions } = opened([{ ...choice, path: "indicators[没有的]" }]);
    expect(decisions.lapsed.map(({ reason }) => reason)).toEqual(["gone"]);
  });

  it("同一指标只留最后的判断，可以取消", () => {
    const desk = withDecision(withDecision(emptyDesk, choice), { ...choice, target: "≥2万亩" });
    expect(desk.decisions.map(({ target }) => target)).toEqual(["≥2万亩"]);
    expect(withoutDecision(desk, "a2", choice.path).decisions).toEqual([]);
  });

  it("不成样子的判断不读", () => {
    const xml = `<desk xmlns="urn:annex-desk:workbook:1"><decision id="x"/><decision annex="a2" path="p" level="best"/><decision annex="a2" path="p" direction="=" by="" on=""/></desk>`;
    const desk = readDesk(xml);
    expect(desk.ok && desk.value.decisions.map(({ direction }) => direction)).toEqual(["="]);
  });
});
