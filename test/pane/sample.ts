import type { CheckResult } from "../../src/app/results.js";
import { explainFindings, type Finding } from "../../src/core/findings/index.js";
import { fail, success } from "../../src/core/result/index.js";
import { parseAddress, type CellAddress, type SheetTarget, type WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { readDesk, withExplanation, withoutExplanations } from "../../src/documents/desk/index.js";
import type { NewSheet } from "../../src/documents/xlsx/index.js";
import { changingDesk } from "../../src/pane/changing-desk.js";
import { explaining } from "../../src/pane/explaining.js";
import type { DeskEngine, ReportText, ScoreBoard, ScoreLine, ScoreSheet, WriteBackPlan } from "../../src/pane/index.js";
import type { PackView } from "../../src/pane/pack-shelf.js";
import { cell, sheet } from "./fake-workbook.js";

export function at(address: string): CellAddress {
  const found = parseAddress(address);
  if (!found) throw new Error(`no address: ${address}`);
  return found;
}

export function target(sheetName: string, address: string): SheetTarget {
  const { row, column } = at(address);
  return { sheet: sheetName, area: { top: row, left: column, bottom: row, right: column } };
}

const base: Finding = {
  id: "fund/execution-rate",
  severity: "error",
  annex: "a2",
  annexKey: "a2",
  subject: "fund.total.rate",
  sheet: "附件2",
  cell: at("H6"),
  range: null,
  title: "执行率与算式不符",
  message: "年度资金总额执行率填 100%，按全年执行数 26.91 ÷ 全年预算数 28.45 应为 94.59%。请改为 94.59%，或用公式。",
  why: "执行率是算出来的，不是填出来的；评审时最先核对这一格。",
  advice: "把 H6 改为公式 =F6/E6，得 94.59%。",
  actual: "100%",
  expected: "94.59%",
  cause: "照抄了预算完成率 100%。",
  explanation: { verb: "ratio", line: "26.91 ÷ 28.45 = 94.59%", terms: [] },
  related: [
    { file: null, sheet: "附件2", cell: at("F6"), label: "全年执行数", shown: "26.91" },
    { file: null, sheet: "附件2", cell: at("E6"), label: "全年预算数", shown: "28.45" },
  ],
  fixes: [{ kind: "formula", sheet: "附件2", cell: at("H6"), content: "=F6/E6", value: 0.9459, format: "0.00%" }],
  waived: null,
  document: null,
  source: { kind: "derived", note: "附件2 表内" },
  fingerprint: "1",
};

export function finding(part: Partial<Finding>): Finding {
  const { id, annex, subject } = { ...base, ...part };
  return { ...base, fingerprint: `${id}|${annex ?? ""}|${subject}|f1`, ...part };
}

export const findings: readonly Finding[] = [
  base,
  finding({
    id: "a1/three-public-sum",
    annex: "a1",
    annexKey: "a1",
    subject: "money.threePublic.final",
    sheet: "附件1",
    cell: at("D8"),
    title: "“三公”经费合计不等于三项之和",
    message: "“三公”经费 2024 年决算数填 0，三项之和为 0.35 万元，相差 0.35。请改为合计公式。",
    advice: "把 D8 改为 =D9+D12+D13。",
    actual: "0",
    expected: "0.35",
    cause: null,
    explanation: { verb: "sum", line: "0 + 0 + 0.35 = 0.35", terms: [] },
    related: [{ file: null, sheet: "附件1", cell: at("D13"), label: "公务接待", shown: "0.35" }],
    fixes: [{ kind: "formula", sheet: "附件1", cell: at("D8"), content: "=D9+D12+D13", value: 0.35, format: null }],
  }),
  finding({
    id: "indicator/reason-missing",
    subject: "indicators[人道救助受益人数].reason",
    cell: at("I21"),
    title: "扣分但没有写原因",
    message: "指标“人道救助受益人数”得 8 分，满分 10 分，偏差原因分析及改进措施为空。请写明原因和改进措施。",
    advice: "在 I21 写明未达到年度指标值的原因和改进措施。",
    actual: null,
    expected: null,
    cause: null,
    explanation: null,
    related: [],
    fixes: [],
  }),
  finding({
    id: "fund/rate-notation",
    severity: "warning",
    subject: "fund.current.rate",
    cell: at("H7"),
    title: "执行率写法不一",
    message: "当年财政拨款执行率写作 1，其余行写作百分数。建议统一写为 100%。",
    fixes: [],
    explanation: null,
    actual: "1",
    expected: "100%",
    cause: null,
    related: [],
  }),
  finding({
    id: "file/hidden",
    severity: "warning",
    annex: "a3",
    annexKey: "a3:1",
    subject: "rows",
    sheet: "附件3 应急救援",
    cell: at("A14"),
    title: "附表里有隐藏的行",
    message: "附件3 应急救援 第 14 行被隐藏，其中有指标“救援物资储备”。请取消隐藏后核对。",
    actual: null,
    expected: null,
    cause: null,
    explanation: null,
    related: [],
    fixes: [{ kind: "unhide", sheet: "附件3 应急救援", cell: at("A14"), content: "14:14", value: null, format: null }],
  }),
  finding({
    id: "indicator/perfect",
    severity: "info",
    subject: "indicators",
    cell: null,
    sheet: null,
    annex: null,
    annexKey: null,
    title: "各项全部满分",
    message: "项目表各项指标均满分、执行率 100%，容易被抽查，请备好佐证材料。",
    actual: null,
    expected: null,
    cause: null,
    explanation: null,
    related: [],
    fixes: [],
  }),
];

export const snapshot: WorkbookSnapshot = {
  name: "redcross-2024.xlsx",
  structureProtected: false,
  readOnly: false,
  deskXml: null,
  sheets: [
    sheet("附件1", { D8: cell(0, "0"), D13: cell(0.35) }),
    sheet("附件2", { E6: cell(28.45), F6: cell(26.91), H6: cell(1, "100%", { format: "0.00%" }), H7: cell(1) }),
    sheet("附件3 应急救援", { A14: cell("救援物资储备") }, { hiddenRows: [13] }),
  ],
};

const area = { top: 0, left: 0, bottom: 29, right: 8 };
const annex = { year: 2024, unit: "屈原管理区红十字会", project: null, moneyUnit: "万元", range: area };

export function checkOf(list: readonly Finding[]): CheckResult {
  const live = list.filter((item) => !item.waived);
  const count = (severity: Finding["severity"]): number => live.filter((item) => item.severity === severity).length;
  return {
    pack: "hunan-2024",
    packWhy: "工作簿里有附件1至附件4，年度为 2024，采用“湖南 2024”规则包。",
    annexes: [
      { ...annex, id: "a1", key: "a1", name: "部门整体支出绩效评价基础数据表", sheet: "附件1", title: "附件1" },
      { ...annex, id: "a2", key: "a2", name: "部门整体支出绩效自评表", sheet: "附件2", title: "附件2" },
      {
        ...annex,
        id: "a3",
        key: "a3:1",
        name: "项目支出绩效自评表",
        sheet: "附件3 应急救援",
        title: "附件3",
        project: "应急救援专项",
      },
      { ...annex, id: "a4", key: "a4", name: "政府性基金预算支出情况表", sheet: "附件4", title: "附件4" },
    ],
    findings: list,
    rules: Array.from({ length: 38 }, (_, index) => ({
      ...{ id: `r${index}`, title: `规则${index}`, checked: 1, failed: 0, notApplicable: null, notes: [] },
    })),
    summary: {
      error: count("error"),
      warning: count("warning"),
      info: count("info"),
      waived: list.length - live.length,
    },
    unread: [],
    lapsed: [],
  };
}

const bare = {
  level1: "产出指标",
  level2: "数量指标",
  weight: "10",
  band: null,
  totalAt: null,
  needsPerson: false,
  line: "",
  note: "",
  kind: "quantitative",
  direction: ">=",
  targetRead: null,
  actualRead: null,
  parts: [],
  deviates: false,
  choice: null,
  derivation: { method: "正向指标", numbers: [], source: "" },
  place: target("附件2", "H14"),
} as const;

type BareLine = Pick<ScoreLine, "name" | "target" | "actual" | "achievement" | "filed" | "computed" | "verdict">;

function lineOf(part: BareLine & Partial<ScoreLine>, annexKey = "a2"): ScoreLine {
  const path = `indicators[${part.name}]`;
  return { ...bare, key: `${annexKey} ${path}`, annexKey, path, ...part };
}

const sheets: readonly ScoreSheet[] = [
  {
    key: "a2",
    title: "部门整体支出绩效自评表",
    sheet: "附件2",
    project: null,
    execution: {
      rate: 0.9459,
      band: null,
      line: "10 × 26.91 ÷ 28.45 = 9.46",
      note: "",
      weight: "10",
      filed: "10",
      computed: "9.46",
      place: target("附件2", "I6"),
    },
    money: [
      { label: "年度资金总额", budget: "28.45", executed: "26.91", rate: 0.9459 },
      { label: "其中：当年财政拨款", budget: "20", executed: "20", rate: 1 },
      { label: "其他资金", budget: "8.45", executed: "6.91", rate: 0.8178 },
    ],
    groups: [
      { label: "产出指标", weight: "40", filed: "40", low: "40", high: "40" },
      { label: "效益指标", weight: "20", filed: "18", low: "14.5", high: "16.5" },
      { label: "满意度指标", weight: "10", filed: "10", low: "10", high: "10" },
    ],
    lines: [
      lineOf({
        name: "开展应急救护培训场次",
        target: "≥13场",
        actual: "13场",
        achievement: 1,
        filed: "10",
        computed: "10",
        verdict: "met",
      }),
      lineOf({
        name: "培训红十字救护员人数",
        target: "≥200人",
        actual: "231人",
        achievement: 1.155,
        filed: "10",
        computed: "10",
        verdict: "met",
      }),
      lineOf({
        name: "普及群众人次",
        level2: "数量指标",
        target: "≥2万人次",
        actual: "3万人次",
        achievement: 1.5,
        deviates: true,
        filed: "10",
        computed: "10",
        verdict: "over",
        note: "超出目标 50%，请说明原因。",
      }),
      lineOf({
        name: "救助任务完成时间",
        level2: "时效指标",
        target: "2024年12月底前",
        actual: "2024年12月",
        achievement: 1,
        filed: "10",
        computed: "10",
        verdict: "met",
      }),
      lineOf({
        level1: "效益指标",
        level2: "经济效益指标",
        name: "人道救助受益人数",
        target: "≥120人",
        actual: "102人",
        achievement: 0.85,
        filed: "10",
        computed: "8.5",
        verdict: "unmet",
        targetRead: "≥ 120 人",
        actualRead: "102 人",
        line: "10 × 102 ÷ 120 = 8.5",
        derivation: {
          method: "正向指标：按完成比例",
          numbers: [
            { name: "分值", value: "10" },
            { name: "指标值", value: "120" },
            { name: "实际完成值", value: "102" },
          ],
          source: "表内算式",
        },
      }),
      lineOf({
        level1: "效益指标",
        level2: "社会效益指标",
        name: "积极动员社会力量参与扶弱助残、助医、助学、助困",
        target: "持续提升",
        actual: "有所提升",
        achievement: null,
        filed: "8",
        computed: null,
        band: ["6", "8"],
        verdict: "unknown",
        needsPerson: true,
        kind: "qualitative",
        direction: null,
      }),
      lineOf({
        level1: "满意度指标",
        level2: "服务对象满意度",
        name: "受助对象满意度",
        target: "≥95%",
        actual: "96%",
        achievement: 1.0105,
        filed: "10",
        computed: "10",
        verdict: "met",
      }),
    ],
    total: { filed: "98", computed: "95.96", low: "93.96", high: "95.96" },
    grade: { filed: "优", computed: "优" },
  },
  {
    key: "a3:1",
    title: "项目支出绩效自评表",
    sheet: "附件3 应急救援",
    project: "应急救援专项",
    execution: { rate: 1, band: null, line: "", note: "", weight: "10", filed: "10", computed: "10", place: null },
    money: [],
    groups: [],
    lines: [
      lineOf(
        {
          name: "救援出任务次数",
          target: "≥20次",
          actual: "27次",
          achievement: 1.35,
          deviates: true,
          filed: "50",
          computed: "50",
          verdict: "over",
        },
        "a3:1",
      ),
    ],
    total: { filed: "100", computed: "100", low: "100", high: "100" },
    grade: { filed: null, computed: "优" },
  },
];

export const scores: ScoreBoard = {
  sheets,
  differences: [
    {
      name: "人道救助受益人数",
      what: "指标值 附件2 ≥120人，附件3 应急救援 ≥100人",
      place: target("附件3 应急救援", "D14"),
    },
  ],
  lapsed: [],
};

export const writeBack: WriteBackPlan = {
  edits: [
    {
      sheet: "附件2",
      row: 5,
      column: 8,
      content: { kind: "formula", formula: "=ROUND(H6*G6,2)", cached: 9.46 },
    },
    { sheet: "附件2", row: 17, column: 8, content: { kind: "value", value: 8.5 } },
  ],
  changes: [
    {
      place: "附件2 I6",
      target: target("附件2", "I6"),
      name: "预算执行率",
      oldShown: "10",
      newShown: "9.46",
      formula: "=ROUND(H6*G6,2)",
    },
    {
      place: "附件2 I18",
      target: target("附件2", "I18"),
      name: "人道救助受益人数",
      oldShown: "10",
      newShown: "8.5",
      formula: null,
    },
  ],
  skipped: [
    {
      place: "附件2 I19",
      name: "积极动员社会力量参与扶弱助残、助医、助学、助困",
      reason: { zh: "定性指标，由人评分", en: "qualitative, scored by a person" },
    },
  ],
};

const text = (words: string): { text: string; source: null } => ({ text: words, source: null });

export const report: ReportText = {
  title: "2024年度区红十字会部门整体支出绩效自评报告",
  problems: ["国有资本经营预算、社会保险基金预算未填，按“无”写入。"],
  sections: [
    { id: "basic", title: "一、部门（单位）基本情况", paragraphs: [], unset: true },
    {
      id: "general-budget",
      title: "二、一般公共预算支出情况",
      unset: false,
      paragraphs: [
        { role: "heading", spans: [text("（一）基本支出情况")] },
        {
          role: "body",
          spans: [
            text("2024年度财政拨款基本支出"),
            { text: "12.95", source: target("附件2", "D8") },
            text("万元，其中：人员经费"),
            { text: "11.83", source: null },
            text("万元，占基本支出的"),
            { text: "91.35%", source: null },
            text("，主要包括：基本工资、津贴补贴、奖金等；公用经费"),
            { text: "1.12", source: target("附件1", "D24") },
            text("万元，占基本支出的8.65%，主要包括：办公费、印刷费、邮电费、公务接待费、工会经费等。"),
          ],
        },
        { role: "heading", spans: [text("（二）项目支出情况")] },
        {
          role: "body",
          spans: [
            text("2024年度财政拨款项目支出"),
            { text: "15.5", source: target("附件3 应急救援", "F6") },
            text("万元。"),
          ],
        },
      ],
    },
    {
      id: "gov-fund",
      title: "三、政府性基金预算支出情况",
      unset: false,
      paragraphs: [{ role: "body", spans: [text("无")] }],
    },
  ],
};

const both = (words: string, english: string): { zh: string; en: string } => ({ zh: words, en: english });

function drawing(on: string): NewSheet {
  return {
    ...{ name: `核对单 ${on}`, columnWidths: [], cells: [], merges: [], validations: [], frozenRows: 0 },
    ...{ rowHeights: new Map(), hiddenRows: new Set([0]) },
    print: {
      ...{ orientation: "landscape", onePage: false, repeatRows: null },
      ...{ margins: { left: 0, right: 0, top: 0, bottom: 0 }, area: { top: 1, left: 0, bottom: 5, right: 3 } },
    },
  };
}

/** An engine that gives prepared answers; `list` may be changed between reads. */
const hunan = { id: "hunan-2024", title: both("湖南", "Hunan"), scope: "湖南省", own: false };
const packView: PackView = { inUse: hunan, why: "认出附表", chosen: false, packs: [hunan] };

export function fakeEngine(list: { current: readonly Finding[] } = { current: findings }): DeskEngine {
  return {
    compareWith: () => success([]),
    prepare: async () => undefined,
    packView: () => packView,
    takePack: async () => ({ ok: false, problems: [] }),
    choosingPack: () => changingDesk((desk) => desk),
    recognition: () => ({
      annexes: checkOf([]).annexes.map((one) => ({ ...one, sureness: "sure", roles: [] })),
      rest: [],
      lapsed: [],
      kinds: [
        { id: "a3", number: "附件3", name: "项目支出绩效自评表", titles: ["项目支出绩效自评表"], roles: [] },
        { id: "a4", number: "附件4", name: "政府性基金预算支出情况表", titles: [], roles: [] },
      ],
    }),
    pointing: () => fail("no-annex", "没有附表。", "No annex."),
    assigning: () => fail("no-annex", "没有附表。", "No annex."),
    unassigning: () => ({ change: changingDesk((desk) => desk), inverse: changingDesk((desk) => desk) }),
    check: ({ deskXml }) => {
      const desk = readDesk(deskXml);
      const { findings: explained, lapsed } = explainFindings(list.current, desk.ok ? desk.value.explanations : []);
      return { ...checkOf(explained), lapsed };
    },
    score: () => scores,
    writeBack: () => writeBack,
    deciding:
      (_, { path }, choice, on) =>
      () =>
        success(JSON.stringify({ path, choice, on })),
    explaining,
    unexplaining: (ids) => changingDesk((desk) => withoutExplanations(desk, new Set(ids))),
    restoring: (explanations) => changingDesk((desk) => explanations.reduce(withExplanation, desk)),
    proposedExplainer: ({ deskXml }) => {
      const desk = readDesk(deskXml);
      return (desk.ok ? desk.value.settings.get("explainedBy") : undefined) ?? "李会计";
    },
    checkSheet: (_, on) => ({ sheet: drawing(on), mark: "mark" }),
    checkSheetFile: (_, on) => ({ fileName: `核对单 ${on}.xlsx`, bytes: new Uint8Array([80, 75]) }),
    draft: () => success(report),
    buildReport: async () => success({ fileName: "绩效自评报告.docx", bytes: new Uint8Array([80, 75, 3, 4]) }),
    reportSource: () => fail("no-report", "没有报告。", "No report."),
    planReport: async () => fail("no-controls", "不是本工具的报告。", "No report of ours."),
    carry: () => success("报告数据"),
    names: () => [],
    textsOfReport: async () => success([]),
    unanswering: () => changingDesk((desk) => desk),
    basics: (read) => ({
      fields: [
        {
          id: "duties",
          label: both("职能职责", "Duties"),
          kind: "prose",
          hint: both("按“三定”方案，一条一段", "As the unit's charter says, one a paragraph"),
          standard: null,
          inReports: false,
        },
        {
          id: "offices",
          label: both("内设机构", "Offices"),
          kind: "list",
          hint: null,
          standard: null,
          inReports: false,
        },
        {
          id: "stateCapital",
          label: both("国有资本经营预算支出", "State capital budget"),
          kind: "money",
          hint: null,
          standard: null,
          inReports: false,
        },
        {
          id: "socialInsurance",
          label: both("社会保险基金预算支出", "Social insurance budget"),
          kind: "money",
          hint: null,
          standard: null,
          inReports: false,
        },
        {
          id: "publishedOn",
          label: both("公开日期", "Published on"),
          kind: "date",
          hint: null,
          standard: null,
          inReports: false,
        },
        {
          id: "publishedAt",
          label: both("公开网站", "Published at"),
          kind: "text",
          hint: null,
          standard: null,
          inReports: false,
        },
      ],
      answers: read.deskXml === null ? { duties: "1.开展救援、救灾的相关工作，建立红十字应急救援体系。" } : {},
    }),
    answering: (answers) => () => success(JSON.stringify(answers)),
  };
}
