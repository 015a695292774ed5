import type { LocalText } from "../../core/result/index.js";

export type FunctionId = "ACHIEVEMENT" | "SCORE" | "RATE";

export interface FunctionParameter {
  /** As it stands in the formula's tooltip. */
  readonly name: LocalText;
  readonly description: LocalText;
  readonly optional: boolean;
}

/** One custom function as a person sees it while typing a formula. */
export interface FunctionEntry {
  /** Also the name after `ANNEX.`, the same in every language: a workbook goes from one to the other. Never changed. */
  readonly id: FunctionId;
  readonly description: LocalText;
  readonly parameters: readonly FunctionParameter[];
}

const target: FunctionParameter = {
  name: { zh: "年度指标值", en: "target" },
  description: {
    zh: "如“≥100人”“控制在12.95万元以内”“12月底前”",
    en: "Annual target as typed, such as ≥100人 or 12月底前",
  },
  optional: false,
};

const actual: FunctionParameter = {
  name: { zh: "实际完成值", en: "actual" },
  description: {
    zh: "如“96人”；没有单位的随年度指标值",
    en: "What was achieved; without a unit it takes the target's",
  },
  optional: false,
};

const kind: FunctionParameter = {
  name: { zh: "指标类型", en: "kind" },
  description: {
    zh: "产出、数量、质量、时效、成本、效益、满意度等；没有写≥或≤的指标值据此定方向，成本取≤",
    en: "Group of the indicator: 数量, 质量, 时效, 成本, 效益, 满意度 …; gives a target without ≥ or ≤ its direction (成本: ≤)",
  },
  optional: true,
};

/** The one source of the functions' names and help texts: metadata files, association and tests follow it. */
export const functionTable: readonly FunctionEntry[] = [
  {
    id: "ACHIEVEMENT",
    description: {
      zh: "按年度指标值和实际完成值算完成率（1即100%，不封顶）。读不出的、须由人判断的给出错误和原因。",
      en: "Achievement of an indicator as a ratio (1 is 100%, not capped). What cannot be read, or is for a person to judge, gives an error with the reason.",
    },
    parameters: [target, actual, kind],
  },
  {
    id: "SCORE",
    description: {
      zh: "按计分办法算一项定量指标的得分。定性指标和读不出的给出错误和原因，不代人打分。",
      en: "Score of a measurable indicator by the scoring profile. What a person has to judge gives an error with the reason, never a number.",
    },
    parameters: [
      target,
      actual,
      {
        name: { zh: "分值", en: "weight" },
        description: { zh: "该指标的满分", en: "Full marks of the indicator" },
        optional: false,
      },
      kind,
    ],
  },
  {
    id: "RATE",
    description: {
      zh: "预算执行率＝执行数÷预算数（0.8045即80.45%）。预算数为0时为#DIV/0!。",
      en: "Execution rate: spent ÷ budget (0.8045 is 80.45%). A budget of 0 gives #DIV/0!.",
    },
    parameters: [
      {
        name: { zh: "执行数", en: "actual" },
        description: { zh: "全年执行数", en: "What was spent in the year" },
        optional: false,
      },
      {
        name: { zh: "预算数", en: "budget" },
        description: { zh: "全年预算数，单位同执行数", en: "Budget of the year, in the same unit" },
        optional: false,
      },
    ],
  },
];
