import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { AnnexFacts, Fact, FactBook, FactNode, FactRecord, FactType } from "../../../src/core/facts/index.js";
import type { NarrativeSpec } from "../../../src/core/pack/index.js";
import { narrativeSchema } from "../../../src/core/pack/narrative-schema.js";
import { readNumber } from "../../../src/core/quantity/index.js";

/** The narrative of the pack in the tree, as its schema understands it. */
export const hunan: NarrativeSpec = narrativeSchema.parse(
  parse(readFileSync(new URL("../../../src/packs/hunan-2024/narrative.yaml", import.meta.url), "utf8")),
);

/** What a test writes down: a text or number as the cell shows it, a record, or a list of records. */
export type Sketch = string | { readonly [name: string]: Sketch } | readonly { readonly [name: string]: Sketch }[];

const moneyWords =
  /^(prior|budget|final|initial|executed|basic|projects|general|govFund|special|other|outlay|stateCapital|socialInsurance)$/;

function typeOf(name: string): FactType {
  if (moneyWords.test(name)) return "money";
  if (name === "quota" || name === "achievement" || name === "actualStaff") return "count";
  if (name === "weight" || name === "score" || name === "rate" || name === "target" || name === "actual") return name;
  return name === "word" ? "grade" : "text";
}

/** Counts cells up, so that every fact of a test stands somewhere of its own. */
class Sheet {
  private row = 0;

  constructor(
    private readonly annex: string,
    private readonly name: string,
  ) {}

  record(sketch: Readonly<Record<string, Sketch>>, path: string, label: string): FactRecord {
    const fields = new Map<string, FactNode>();
    for (const [name, value] of Object.entries(sketch)) {
      fields.set(name, this.node(value, path === "" ? name : `${path}.${name}`, name));
    }
    return { node: "record", path, annex: this.annex, label, fields };
  }

  private node(sketch: Sketch, path: string, name: string): FactNode {
    if (typeof sketch === "string") return this.fact(sketch, path, name);
    if (!Array.isArray(sketch)) return this.record(sketch as Readonly<Record<string, Sketch>>, path, name);
    const items = (sketch as readonly Readonly<Record<string, Sketch>>[]).map((item) => {
      const label = typeof item["name"] === "string" ? item["name"] : "";
      return this.record(item, `${path}[${label}]`, label);
    });
    return { node: "list", path, annex: this.annex, items };
  }

  private fact(shown: string, path: string, name: string): Fact {
    const type = typeOf(name);
    const read = readNumber(shown);
    const isText =
      type === "text" || type === "grade" || ((type === "target" || type === "actual") && !/^\d+$/.test(shown));
    const reading: Fact["reading"] =
      read.kind !== "number"
        ? { kind: read.kind }
        : isText
          ? { kind: "text" }
          : {
              kind: "number",
              value: read.value,
              low: read.value,
              high: read.value,
              decimals: Math.max(0, read.baseDecimals),
              approximate: false,
              asText: false,
            };
    const isTyped = this.annex === "";
    return {
      node: "fact",
      path,
      annex: this.annex,
      type,
      reading,
      unit: type === "money" ? "万元" : null,
      shown,
      cells: isTyped ? [] : [{ sheet: this.name, row: this.row++, column: 3 }],
      from: isTyped ? "typed" : "cells",
    };
  }
}

export function annex(
  key: string,
  sheet: string,
  root: Readonly<Record<string, Sketch>>,
  words: Partial<Pick<AnnexFacts, "year" | "unit" | "project">> = {},
): AnnexFacts {
  return {
    id: key.split(":")[0] ?? key,
    key,
    name: sheet,
    sheet,
    sheetId: sheet,
    range: { top: 0, left: 0, bottom: 40, right: 8 },
    title: sheet,
    year: words.year ?? 2024,
    unit: words.unit ?? null,
    project: words.project ?? null,
    moneyUnit: "万元",
    root: new Sheet(key, sheet).record(root, "", sheet),
  };
}

export function typedRecord(typed: Readonly<Record<string, string>>): FactRecord {
  return new Sheet("", "").record(typed, "", "");
}

const duties = [
  "1.开展救援、救灾的相关工作，建立红十字应急救援体系。",
  "2.开展应急救护培训，普及应急救护、防灾避险和卫生健康知识，组织志愿者参与现场救护。",
  "3.承办区委、区管委交办的其他事项。",
].join("\n");

export const redCrossTyped = {
  reportUnit: "区红十字会",
  functions: duties,
  organization: "屈原管理区红十字会设立1个综合办公室。",
  staffing: "区红十字会核定全额拨款事业编制{编制数}名；核定领导职数2名，其中：会长1名，副会长1名。",
  personnelUses: "基本工资、津贴补贴、奖金、机关事业单位基本养老保险缴费、其他社会保障缴费、住房公积金",
  operatingUses: "办公费、印刷费、邮电费、公务接待费、工会经费",
  projectUses: "红十字会应急救援、无偿献血、应急救护培训",
  achievements: "依托区红十字志愿服务队，成立了7支志愿服务队。\n组织开展宣传活动。",
  measures: "加大筹资力度，扩大救助范围。\n加大宣传力度，积极动员企业及爱心人士参与。",
} as const;

const indicators = [
  {
    level1: "产出指标(50分)",
    level2: "数量指标",
    name: "应急救护培训场次",
    target: "≥11期",
    actual: "11期",
    weight: "20",
    score: "20",
    reason: "",
  },
  {
    level1: "产出指标(50分)",
    level2: "时效指标",
    name: "完成及时率",
    target: "≥95%",
    actual: "100%",
    weight: "30",
    score: "30",
    reason: "无",
  },
  {
    level1: "效益指标(30分)",
    level2: "经济效益指标",
    name: "人道救助受益人数",
    target: "≥120人",
    actual: "102人",
    weight: "15",
    score: "12.75",
    reason: "人道救助资金缺少。",
  },
  {
    level1: "效益指标(30分)",
    level2: "社会效益",
    name: "积极动员社会力量参与扶弱助残、助医、助学、助困",
    target: "效果显著",
    actual: "基本达到",
    weight: "15",
    score: "12",
    reason: "宣传力度不够，社会力量参与较少",
  },
  {
    level1: "满意度指标(10分)",
    level2: "服务对象满意度",
    name: "群众满意度",
    target: "≥95%",
    actual: "96%",
    weight: "10",
    score: "10",
    reason: "",
  },
] as const;

const groups = ["产出指标(50分)", "效益指标(30分)", "满意度指标(10分)"].map((name) => ({
  name,
  items: indicators.filter(({ level1 }) => level1 === name),
}));

const grid = (prior: string, budget: string, final: string): Sketch => ({ prior, budget, final });

/** Annexes of the district Red Cross behind the published report of 2024. */
export const redCrossSheets = {
  a1: {
    staff: { quota: "2", actual: "2" },
    money: {
      threePublic: grid("0.3", "0.5", "0.2"),
      projects: grid("12", "15.5", "15.5"),
      operating: grid("1.20", "1.12", "1.12"),
    },
  },
  a2: {
    fund: { total: { initial: "28.45", budget: "28.45", executed: "28.45", weight: "10", score: "10" } },
    byIncome: { general: "28.45", govFund: "0", special: "", other: "" },
    byExpenditure: { basic: "12.95", projects: "15.5" },
    indicators,
    groups,
    total: { weight: "100", score: "94.75" },
  },
  a3: {
    header: { project: "红十字会工作经费", unit: "区红十字会" },
    fund: { total: { initial: "15.5", budget: "15.5", executed: "15.5" } },
    indicators: [indicators[0], { ...indicators[2] }],
  },
  a4: { total: { outlay: "无" } },
} as const;

type Sheets = Readonly<Record<keyof typeof redCrossSheets, Readonly<Record<string, Sketch>>>>;

/** The book, with sheets (null: absent) and typed facts replaced. */
export function redCross(
  change: Partial<Readonly<Record<keyof Sheets, Readonly<Record<string, Sketch>> | null>>> = {},
  typed: Readonly<Record<string, string>> = redCrossTyped,
): FactBook {
  const sheets = { ...redCrossSheets, ...change };
  const annexes: AnnexFacts[] = [];
  if (sheets.a1) annexes.push(annex("a1", "附件1", sheets.a1, { unit: "屈原管理区红十字会" }));
  if (sheets.a2) annexes.push(annex("a2", "附件2", sheets.a2, { unit: "屈原管理区红十字会" }));
  if (sheets.a3) annexes.push(annex("a3:1", "附件3", sheets.a3, { unit: "区红十字会", project: "红十字会工作经费" }));
  if (sheets.a4) annexes.push(annex("a4", "附件4", sheets.a4));
  return { annexes, typed: typedRecord(typed), prior: null };
}
