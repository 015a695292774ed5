import type { FormFill } from "../../src/app/form-rows.js";
import type { CellValue } from "../../src/core/sheet/index.js";
import type { Fund, Indicator, ProjectFacts, UnitFacts, Years } from "./unit-facts.js";

/** One sheet of a workbook: the key under which its cells are named, the form, and what goes into its slots. */
export interface SheetFill {
  /** `a1`, `a3.0`: the first sheet of a project. */
  readonly key: string;
  readonly annex: string;
  /** Null keeps the form's own name. */
  readonly name: string | null;
  readonly fill: FormFill;
}

/** The annexes of a unit, without the figures that follow from others. */
export function fillsOf(unit: UnitFacts): readonly SheetFill[] {
  return [
    { key: "a1", annex: "a1", name: null, fill: basicData(unit) },
    { key: "a2", annex: "a2", name: null, fill: selfEvaluation(unit) },
    ...unit.projects.map((project, index) => ({
      key: `a3.${index}`,
      annex: "a3",
      name: `附件3-${index + 1} ${project.name}`,
      fill: projectSheet(project, unit),
    })),
    { key: "a4", annex: "a4", name: null, fill: governmentFund(unit) },
  ];
}

type Values = Record<string, CellValue>;

function basicData(unit: UnitFacts): FormFill {
  const { staff, threePublic, operating, procurement, basicAdjustment, building } = unit;
  const { all, ...parts } = operating;
  return {
    values: {
      "header.unit": unit.name,
      "staff.quota": staff[0],
      "staff.actual": staff[1],
      ...Object.assign({}, ...Object.entries(threePublic).map(([row, years]) => yearsOf(row, years))),
      ...yearsOf("operating", all),
      ...Object.assign({}, ...Object.entries(parts).map(([row, years]) => yearsOf(`operating.${row}`, years))),
      "money.procurement.budget": procurement[0],
      "money.procurement.final": procurement[1],
      "money.basicAdjustment.budget": basicAdjustment[0],
      "money.basicAdjustment.final": basicAdjustment[1],
      "building.approvedScale": building?.scale[0] ?? "无",
      "building.actualScale": building?.scale[1] ?? "无",
      "building.budgetInvest": building?.invest[0] ?? "无",
      "building.actualInvest": building?.invest[1] ?? "无",
      "notes.thrift": unit.thrift,
      ...signatures(unit),
    },
    lists: {
      business: unit.business.map(item),
      upkeep: unit.upkeep.map(item),
      earmarked: unit.earmarked.map(item),
    },
  };
}

function yearsOf(row: string, [prior, budget, final]: Years): Values {
  return { [`money.${row}.prior`]: prior, [`money.${row}.budget`]: budget, [`money.${row}.final`]: final };
}

function item([label, [prior, budget, final]]: readonly [string, Years]): Values {
  return { label, prior, budget, final };
}

function selfEvaluation(unit: UnitFacts): FormFill {
  const inText = (block: string, figures: Readonly<Record<string, number>>): Values =>
    Object.fromEntries(Object.entries(figures).map(([name, figure]) => [`${block}.${name}`, `${figure}万元`]));
  return {
    values: {
      "header.unit": unit.name,
      ...fundOf("total", unit.fund),
      ...inText("byIncome", unit.byIncome),
      ...inText("byExpenditure", unit.byExpenditure),
      "goal.expected": unit.goal[0],
      "goal.achieved": unit.goal[1],
      "grade.word": "优",
      ...signatures(unit),
    },
    lists: { indicators: unit.indicators.map(indicator) },
  };
}

function projectSheet({ name, current, carryOver, other, goal, indicators }: ProjectFacts, unit: UnitFacts): FormFill {
  return {
    values: {
      "header.project": name,
      "header.department": unit.name,
      "header.unit": unit.name,
      ...fundOf("current", current),
      ...fundOf("carryOver", carryOver),
      ...fundOf("other", other),
      "goal.expected": goal[0],
      "goal.achieved": goal[1],
      ...signatures(unit),
    },
    lists: { indicators: indicators.map(indicator) },
  };
}

function fundOf(row: string, [initial, budget, executed]: Fund): Values {
  return { [`fund.${row}.initial`]: initial, [`fund.${row}.budget`]: budget, [`fund.${row}.executed`]: executed };
}

const groupTitles = { 产出: "产出指标\n（50分）", 效益: "效益指标\n（30分）", 满意度: "满意度指标\n（10分）" } as const;

function indicator([group, level2, name, target, actual, weight, score, reason]: Indicator): Values {
  const level1 = groupTitles[group];
  return { level1, level2, name, target, actual, weight, score, ...(reason === undefined ? {} : { reason }) };
}

function governmentFund(unit: UnitFacts): FormFill {
  const rows = unit.govFund.length > 0 ? unit.govFund.map((row): Values => ({ ...row })) : [{ name: "无" }];
  return { values: { "header.unit": unit.name, ...signatures(unit) }, lists: { statement: rows } };
}

function signatures({ year }: UnitFacts): Values {
  return {
    "signature.preparer": "计划财务股",
    "signature.filedOn": `${year + 1}年3月18日`,
    "signature.phone": "0730-0000000",
    "signature.head": "（已签章）",
  };
}
