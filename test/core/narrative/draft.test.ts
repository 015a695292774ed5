import { describe, expect, it } from "vitest";
import { blankNarrative, draftNarrative, paragraphText, type Narrative } from "../../../src/core/narrative/index.js";
import { annex, hunan, redCross, redCrossSheets, redCrossTyped, typedRecord } from "./redcross.js";

const texts = (narrative: Narrative, id: string): readonly string[] =>
  [...narrative.sections, narrative.title, ...(narrative.closing ? [narrative.closing] : [])]
    .find((section) => section.id === id)
    ?.paragraphs.map(paragraphText) ?? [];

const figure = (narrative: Narrative, id: string) => narrative.figures.find((found) => found.id === id);

describe("红十字会的报告与公开稿逐字一致", () => {
  const narrative = draftNarrative(redCross(), hunan);

  it.each([
    ["title", ["2024年度区红十字会部门整体支出", "绩效自评报告"]],
    [
      "general-budget",
      [
        "（一）基本支出情况",
        "2024年度财政拨款基本支出12.95万元，其中：人员经费11.83万元，占基本支出的91.35%，主要包括：基本工资、津贴补贴、奖金、机关事业单位基本养老保险缴费、其他社会保障缴费、住房公积金等；公用经费1.12万元，占基本支出的8.65%，主要包括：办公费、印刷费、邮电费、公务接待费、工会经费等。",
        "（二）项目支出情况",
        "2024年度财政拨款项目支出15.5万元，是指单位为完成特定行政工作任务或事业发展目标而发生的支出，主要用于红十字会应急救援、无偿献血、应急救护培训等方面。",
      ],
    ],
    ["government-fund", ["无"]],
    ["state-capital", ["无"]],
    ["social-insurance", ["无"]],
    ["other", ["无"]],
    [
      "closing",
      [
        "报告需要以下附件：",
        "1.部门整体支出绩效评价基础数据表",
        "2.部门整体支出绩效自评表",
        "3.项目支出绩效自评表（一个一级项目支出一张表）",
        "4.政府性基金预算支出情况表",
      ],
    ],
  ])("%s", (id, expected) => expect(texts(narrative, id)).toEqual(expected));

  it("六的首句，随后是得分、执行率、逐组完成情况和三公", () => {
    const [first, groups, threePublic, ...typed] = texts(narrative, "performance");
    expect(first).toBe(
      "根据预算绩效管理要求，我部门组织对单位开展整体支出绩效评价，涉及一般公共预算支出28.45万元，政府性基金预算支出0万元，国有资本经营预算支出0万元，社会保险基金预算支出0万元。" +
        "从评价来看，自评得分94.75分，评价等级为“优”。年度预算执行率为100%（全年预算数28.45万元，全年执行数28.45万元）。",
    );
    expect(groups).toBe(
      "年度绩效指标共5项，其中3项达到年度指标值，2项未达到年度指标值。" +
        "从各类指标看：产出指标2项，达到年度指标值2项；效益指标2项，达到年度指标值0项；满意度指标1项，达到年度指标值1项。",
    );
    expect(threePublic).toBe(
      "2024年度“三公”经费预算0.5万元，决算0.2万元，完成预算的40%，比上年减少0.1万元，下降33.33%。",
    );
    expect(typed).toEqual(redCrossTyped.achievements.split("\n"));
  });

  it("七：与附件逐条一致，另起一段写目标、实际、差额", () => {
    expect(texts(narrative, "problems")).toEqual([
      "一是经济效益指标中的人道救助受益人数未达到年度指标值，其原因为人道救助资金缺少。二是社会效益指标中的积极动员社会力量参与扶弱助残、助医、助学、助困未达到年度指标值，其原因为宣传力度不够，社会力量参与较少。",
      "未达到年度指标值的具体情况：人道救助受益人数年度指标值为≥120人，实际完成102人，相差18人；积极动员社会力量参与扶弱助残、助医、助学、助困年度指标值为效果显著，实际完成基本达到。",
    ]);
    expect(texts(draftNarrative(redCross(), hunan, { unmetDetail: false }), "problems")).toHaveLength(1);
  });

  it("一：职责逐条编号，编制数取自附件1", () => {
    expect(texts(narrative, "overview")).toEqual([
      "（一）职能职责",
      ...redCrossTyped.functions.split("\n"),
      "（二）机构设置",
      "屈原管理区红十字会设立1个综合办公室。",
      "区红十字会核定全额拨款事业编制2名；核定领导职数2名，其中：会长1名，副会长1名。",
    ]);
    expect(figure(narrative, "staff.quota")).toMatchObject({ from: "cells", cells: [{ sheet: "附件1" }] });
  });

  it("八：措施逐条编号；九：（一）（二）", () => {
    expect(texts(narrative, "measures")).toEqual([
      "一是加大筹资力度，扩大救助范围。二是加大宣传力度，积极动员企业及爱心人士参与。",
    ]);
    const [application, publication] = texts(narrative, "application");
    expect(application).toMatch(/^（一）通过绩效自评，/);
    expect(publication).toBe(
      "（二）部门整体支出绩效自评报告按照财政要求在规定时间内在政府门户网站上进行公开，接受社会监督。",
    );
  });

  it("标题的序号一致", () => {
    expect(narrative.sections.map(({ title }) => title.slice(0, 2))).toEqual(
      ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].map((number) => `${number}、`),
    );
    expect(narrative.sections[1]).toMatchObject({ id: "general-budget", title: "二、一般公共预算支出情况" });
  });

  it.each([
    ["basic.operating", "1.12", "万元", "cells"],
    ["basic", "12.95", "万元", "cells"],
    ["projects", "15.5", "万元", "cells"],
    ["basic.personnel", "11.83", "万元", "derived"],
    ["basic.personnel.share", "91.35", "%", "derived"],
    ["general", "28.45", "万元", "derived"],
    ["govFund", "0", "万元", "cells"],
    ["stateCapital", "0", "万元", "default"],
    ["score", "94.75", "分", "cells"],
  ])("数字 %s 带着出处", (id, text, unit, from) => {
    const found = figure(narrative, id);
    expect(found).toMatchObject({ text, unit, from });
    expect(found?.cells.length).toBe(from === "cells" ? 1 : 0);
  });
});

describe("句子随事实而变", () => {
  const { a1, a2 } = redCrossSheets;

  it.each([
    ["两个问题一条措施", "加大筹资力度。", ["一是加大筹资力度。二是请填写与所列问题对应的改进措施。"]],
    ["一条也没写", "", ["一是请填写与所列问题对应的改进措施。二是请填写与所列问题对应的改进措施。"]],
    ["措施多于问题", "加强学习。\n加大筹资。\n加强宣传。", ["一是加强学习。二是加大筹资。三是加强宣传。"]],
  ])("措施与问题一一对应：%s", (_case, measures, expected) => {
    const drafted = draftNarrative(redCross({}, { ...redCrossTyped, measures }), hunan);
    expect(texts(drafted, "measures")).toEqual(expected);
    const invitations = drafted.sections
      .find(({ id }) => id === "measures")
      ?.paragraphs.flatMap(({ spans }) => spans.filter(({ kind }) => kind === "placeholder"));
    expect(invitations).toHaveLength((expected[0]?.match(/请填写/g) ?? []).length);
  });

  it("没有事实的句子不写", () => {
    const bare = draftNarrative({ annexes: [], typed: typedRecord({}), prior: null }, hunan);
    expect(texts(bare, "general-budget")).toEqual([]);
    expect(texts(bare, "government-fund")).toEqual(["无"]);
    expect(bare.closing?.paragraphs.map(paragraphText)).toEqual(["报告需要以下附件："]);
    expect(bare.sections).toHaveLength(10);
    expect(JSON.stringify(bare)).not.toMatch(/undefined|NaN|\{[a-z]/);
  });

  it("只有一个问题时不写“一是”；全部达标写“无”", () => {
    const one = a2.indicators.map((item, index) => (index === 3 ? { ...item, score: "15" } : item));
    const oneUnmet = draftNarrative(redCross({ a2: { ...a2, indicators: one } }), hunan);
    expect(texts(oneUnmet, "problems")[0]).toBe(
      "经济效益指标中的人道救助受益人数未达到年度指标值，其原因为人道救助资金缺少。",
    );
    const met = a2.indicators.map((item) => ({ ...item, score: item.weight }));
    const none = draftNarrative(redCross({ a2: { ...a2, indicators: met }, a3: null }), hunan);
    expect(texts(none, "problems")).toEqual(["无"]);
    expect(texts(none, "performance")[1]).toMatch(/^年度绩效指标共5项，全部达到年度指标值。/);
  });

  it("项目表独有的未达标指标写明项目", () => {
    const own = { ...a2.indicators[2], name: "捐赠物资发放率", reason: "" };
    const narrative = draftNarrative(redCross({ a3: { ...redCrossSheets.a3, indicators: [own] } }), hunan);
    expect(texts(narrative, "problems")[0]).toContain(
      "三是红十字会工作经费经济效益指标中的捐赠物资发放率未达到年度指标值。",
    );
  });

  it("达到目标而扣了分的指标没有差额", () => {
    const deducted = { ...a2.indicators[2], actual: "130人", achievement: "1.08" };
    const narrative = draftNarrative(redCross({ a2: { ...a2, indicators: [deducted] }, a3: null }), hunan);
    expect(texts(narrative, "problems")[1]).toBe(
      "未达到年度指标值的具体情况：人道救助受益人数年度指标值为≥120人，实际完成130人。",
    );
  });

  it("执行率低于 80% 是一个问题", () => {
    const low = { ...a2, fund: { total: { budget: "4753.66", executed: "3724.26" } }, indicators: [] };
    const narrative = draftNarrative(redCross({ a2: low, a3: null }), hunan);
    expect(texts(narrative, "problems")).toEqual(["预算执行率偏低，全年执行率为78.35%。"]);
  });

  it.each([
    ["0.3", "0.5", "0.4", "，比上年增加0.1万元，增长33.33%。"],
    ["0", "0.5", "0.4", "，比上年增加0.4万元。"],
    ["0.4", "0.5", "0.4", "，与上年持平。"],
  ])("三公 上年%s 预算%s 决算%s", (prior, budget, final, expected) => {
    const money = { ...a1.money, threePublic: { prior, budget, final } };
    expect(texts(draftNarrative(redCross({ a1: { ...a1, money } }), hunan), "performance")[2]).toContain(expected);
  });

  it("三公决算为 0 不写三公句；没有公用经费时只写基本支出", () => {
    const money = { threePublic: { prior: "0", budget: "0", final: "0" }, operating: { final: "无" } };
    const narrative = draftNarrative(redCross({ a1: { ...a1, money } }), hunan);
    expect(texts(narrative, "performance").join("")).not.toContain("三公");
    expect(texts(narrative, "general-budget")[1]).toBe("2024年度财政拨款基本支出12.95万元。");
  });

  it("有政府性基金时按附件4写，一般公共预算按收入性质取数", () => {
    const narrative = draftNarrative(
      redCross({
        a2: { ...a2, byIncome: { general: "20.45", govFund: "8" } },
        a4: { total: { outlay: "8" } },
      }),
      hunan,
    );
    expect(texts(narrative, "government-fund")).toEqual(["2024年度政府性基金预算支出8万元。"]);
    expect(texts(narrative, "performance")[0]).toContain("涉及一般公共预算支出20.45万元，政府性基金预算支出8万元，");
    expect(figure(narrative, "general")).toMatchObject({ from: "cells" });
  });

  it("按支出性质分填的是预算数时，支出取执行数", () => {
    const narrative = draftNarrative(
      redCross({
        a2: {
          ...a2,
          fund: { total: { budget: "4753.66", executed: "3824.26" } },
          byExpenditure: { basic: "1873.66", projects: "2880.00" },
        },
        a3: { fund: { total: { executed: "2000.60" } } },
      }),
      hunan,
    );
    expect(figure(narrative, "projects")).toMatchObject({ text: "2000.60", from: "cells" });
    expect(figure(narrative, "basic")).toMatchObject({ text: "1823.66", from: "derived" });
    expect(figure(narrative, "general")).toMatchObject({ text: "3824.26" });
  });

  it("没有填写的部分请人填写；公开日期和网址写成一句；人工数字照填", () => {
    const narrative = draftNarrative(
      redCross({}, { publishedOn: "2025年6月30日", publishedAt: "http://www.example.gov.cn", stateCapital: "3.50" }),
      hunan,
    );
    expect(narrative.sections[0]?.paragraphs[1]?.spans).toEqual([
      { kind: "placeholder", id: "functions", text: "请填写本单位的主要职能职责。" },
    ]);
    expect(texts(narrative, "overview").at(-1)).toBe("屈原管理区红十字会核定编制2名，2024年实际在职人员2名。");
    expect(texts(narrative, "application")[1]).toBe(
      "（二）部门整体支出绩效自评报告于2025年6月30日在政府门户网站（http://www.example.gov.cn）上进行公开，接受社会监督。",
    );
    expect(texts(narrative, "state-capital")).toEqual(["2024年度国有资本经营预算支出3.50万元。"]);
    expect(texts(narrative, "general-budget")[3]).toContain("主要用于红十字会工作经费等方面。");
    expect(texts(narrative, "general-budget")[1]).toMatch(/占基本支出的91.35%；公用经费1.12万元，占基本支出的8.65%。$/);
  });

  it("缺一张附件时，附件清单也没有它，编号连续", () => {
    const narrative = draftNarrative(redCross({ a3: null }), hunan);
    expect(texts(narrative, "closing")).toEqual([
      "报告需要以下附件：",
      "1.部门整体支出绩效评价基础数据表",
      "2.部门整体支出绩效自评表",
      "3.政府性基金预算支出情况表",
    ]);
  });

  it("多个项目的项目支出按各表执行数合计", () => {
    const project = (executed: string) => ({ fund: { total: { executed } }, header: { project: `项目${executed}` } });
    const book = {
      annexes: [annex("a3:1", "附件3-1", project("10.5")), annex("a3:2", "附件3-2", project("5.25"))],
      typed: typedRecord({}),
      prior: null,
    };
    const narrative = draftNarrative(book, hunan);
    expect(figure(narrative, "projects")).toMatchObject({ text: "15.75", from: "derived" });
    expect(texts(narrative, "general-budget").join("")).toContain("主要用于项目10.5、项目5.25等方面");
  });

  it("人写的大括号、方括号原样保留", () => {
    const odd = "一段[方括号]和{未知}以及{";
    expect(texts(draftNarrative(redCross({}, { otherNotes: odd }), hunan), "other")).toEqual([odd]);
  });
});

describe("空白模板的提纲", () => {
  const blank = blankNarrative(hunan);
  it("十节标题与正式报告相同，每节一个填写提示", () => {
    expect(blank.sections.map(({ title }) => title)).toEqual(
      draftNarrative(redCross(), hunan).sections.map(({ title }) => title),
    );
    expect(blank.sections.every(({ paragraphs }) => paragraphs[0]?.spans[0]?.kind === "placeholder")).toBe(true);
    expect(blank.figures).toEqual([]);
  });
});
