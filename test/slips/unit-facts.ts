/** Last year's final figure, this year's budget, this year's final figure, in 万元. */
export type Years = readonly [prior: number, budget: number, final: number];

/** 年初预算数, 全年预算数, 全年执行数, in 万元. */
export type Fund = readonly [initial: number, budget: number, executed: number];

export type Indicator = readonly [
  level1: "产出" | "效益" | "满意度",
  level2: string,
  name: string,
  target: string,
  actual: string,
  weight: number,
  score: number,
  reason?: string,
];

export interface ProjectFacts {
  readonly name: string;
  readonly current: Fund;
  readonly carryOver: Fund;
  readonly other: Fund;
  readonly goal: readonly [expected: string, achieved: string];
  readonly indicators: readonly Indicator[];
}

/**
 * A public body and its year, right in every figure and free of any form. Totals, rates and the scores that follow are
 * not here: forms compute them.
 */
export interface UnitFacts {
  readonly name: string;
  readonly year: number;
  readonly staff: readonly [quota: number, actual: number];
  readonly threePublic: Readonly<Record<"vehiclePurchase" | "vehicleRunning" | "abroad" | "reception", Years>>;
  readonly business: readonly (readonly [name: string, Years])[];
  readonly upkeep: readonly (readonly [name: string, Years])[];
  readonly earmarked: readonly (readonly [name: string, Years])[];
  readonly operating: Readonly<Record<"all" | "office" | "utilities" | "meetings", Years>>;
  readonly procurement: readonly [budget: number, final: number];
  readonly basicAdjustment: readonly [budget: number, final: number];
  /** Scales in ㎡, investments in 万元; null where nothing was built. */
  readonly building: {
    readonly scale: readonly [approved: number, actual: number];
    readonly invest: readonly [budget: number, actual: number];
  } | null;
  readonly thrift: string;
  readonly fund: Fund;
  /** What was spent, by income and by expenditure. */
  readonly byIncome: Readonly<Record<"general" | "govFund" | "special" | "other", number>>;
  readonly byExpenditure: Readonly<Record<"basic" | "projects", number>>;
  readonly goal: readonly [expected: string, achieved: string];
  readonly indicators: readonly Indicator[];
  readonly projects: readonly ProjectFacts[];
  readonly govFund: readonly {
    readonly code: string;
    readonly name: string;
    readonly opening: number;
    readonly income: number;
    readonly basic: number;
    readonly projects: number;
  }[];
}

export const nothing: Fund = [0, 0, 0];
