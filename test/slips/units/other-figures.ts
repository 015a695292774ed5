import type { Random } from "../../support/random.js";
import type { Fund, Indicator, ProjectFacts, UnitFacts, Years } from "../unit-facts.js";

/** Whole numbers of 分 (0.01 元 of 万元), so that sums are exact. */
const cents = (amount: number): number => Math.round(amount * 100);
const money = (amount: number): number => amount / 100;

/** The unit with other figures, right again: money, targets and what was reached, points. Its goals lose their figures. */
export function otherFigures(unit: UnitFacts, random: Random): UnitFacts {
  const projects = unit.projects.map((project): ProjectFacts => {
    const current = fund(random, random.whole(300, 60_000));
    const carryOver = project.carryOver[0] > 0 ? fund(random, random.whole(100, 5_000)) : project.carryOver;
    const other = project.other[0] > 0 ? fund(random, random.whole(100, 9_000)) : project.other;
    return { ...project, current, carryOver, other, goal };
  });
  const spent = projects.map(sumOf);
  const all = spent.reduce(added, [0, 0, 0] as Fund);
  const basic = fund(random, random.whole(20_000, 200_000));
  const whole = added(all, basic);
  const govFund = unit.govFund.map((row) => {
    const [opening, income] = [row.opening > 0 ? random.whole(1, 900) : 0, random.whole(100, 9_000)];
    return {
      ...row,
      opening: money(opening),
      income: money(income),
      basic: 0,
      projects: money(random.whole(50, opening + income)),
    };
  });
  const fromFund = money(govFund.reduce((sum, row) => sum + cents(row.projects), 0));
  const other = unit.byIncome.other > 0 ? money(random.whole(100, 2_000)) : 0;
  const general = money(cents(whole[2]) - cents(fromFund) - cents(other));
  const indicators = new Map<string, Indicator>();
  const budgets = new Map(unit.projects.map(({ name }, index) => [name, spent[index]]));
  const years = (of: Years): Years => (of[2] === 0 ? of : thrifty(random));
  const item = ([name]: readonly [string, Years]): readonly [string, Years] => {
    const [, budget = 0, executed = 0] = budgets.get(name) ?? [];
    return [name, [money(random.whole(100, 60_000)), budget, executed]];
  };
  const threePublic = Object.fromEntries(
    Object.entries(unit.threePublic).map(([row, of]) => [row, years(of)]),
  ) as UnitFacts["threePublic"];
  const [office, utilities, meetings] = [thrifty(random), thrifty(random), thrifty(random)];
  const operating = [0, 1, 2].map((at) =>
    money([office, utilities, meetings].reduce((sum, row) => sum + cents(row[at] ?? 0), random.whole(0, 500))),
  ) as unknown as Years;
  return {
    ...unit,
    staff: [random.whole(20, 90), random.whole(5, 20)],
    threePublic,
    business: unit.business.map(item),
    upkeep: unit.upkeep.map(item),
    earmarked: unit.earmarked.map(item),
    operating: { all: operating, office, utilities, meetings },
    procurement: [money(random.whole(1, 9_999)), money(random.whole(1, 9_999))],
    fund: whole,
    byIncome: { general, govFund: fromFund, special: 0, other },
    byExpenditure: { basic: basic[2], projects: all[2] },
    goal,
    govFund,
    projects: projects.map((project, index) => ({
      ...project,
      indicators: drawn(project.indicators, spent[index] ?? [0, 0, 0], random, indicators),
    })),
    indicators: drawn(unit.indicators, whole, random, indicators),
  };
}

const goal = [
  "按计划完成全年各项任务，提高服务水平。",
  "全年任务基本完成，部分指标没有达到，原因和改进措施见下表。",
] as const;

/** Executed within the budget by less than a tenth, the budget within a fifth of the first one. */
function fund(random: Random, budget: number): Fund {
  const initial = Math.round(budget * (0.85 + random.next() * 0.3));
  return [money(initial), money(budget), money(Math.round(budget * (0.91 + random.next() * 0.09)))];
}

function added(a: Fund, b: Fund): Fund {
  return [0, 1, 2].map((at) => money(cents(a[at] ?? 0) + cents(b[at] ?? 0))) as unknown as Fund;
}

function sumOf({ current, carryOver, other }: ProjectFacts): Fund {
  return added(added(current, carryOver), other);
}

/** Less than the year before and than the budget. */
function thrifty(random: Random): Years {
  const final = random.whole(10, 3_000);
  return [money(final + random.whole(0, final)), money(final + random.whole(0, final)), money(final)];
}

/** An indicator that stands in two tables says the same in both. */
function drawn(
  rows: readonly Indicator[],
  [, budget, executed]: Fund,
  random: Random,
  known: Map<string, Indicator>,
): readonly Indicator[] {
  const weights = pointsOf(rows, random);
  return rows.map((row, index): Indicator => {
    const [level1, level2, name, target, actual] = row;
    const weight = weights[index] ?? 0;
    if (name.endsWith("成本")) return [level1, level2, name, `≤${budget}万元`, `${executed}万元`, weight, weight];
    const said = known.get(name) ?? [level1, level2, name, ...figures(target, actual, random), 0, 0];
    known.set(name, said);
    const [, , , wanted, reached] = said;
    const share = shareOf(wanted, reached);
    if (share === null && actual.startsWith("基本"))
      return [level1, level2, name, target, actual, weight, Math.round(weight * 70) / 100, "力量不足，下年补齐"];
    const reason = "受天气影响，进度推迟，下年补上";
    const score = share === null || share >= 1 ? weight : Math.round(weight * share * 100 + 1e-7) / 100;
    return score < weight
      ? [level1, level2, name, wanted, reached, weight, score, reason]
      : [level1, level2, name, wanted, reached, weight, score];
  });
}

function figures(target: string, actual: string, random: Random): readonly [string, string] {
  const [, sign = "", figure = "", unit = ""] = /^([≥≤])(\d+(?:\.\d+)?)(\D+)$/.exec(target) ?? [];
  if (figure === "") return [target, actual];
  const isShare = unit === "%";
  const decimals = figure.split(".")[1]?.length ?? 0;
  const step = 10 ** decimals;
  const wanted = isShare ? random.whole(60, 95) : Math.round(Number(figure) * (0.5 + random.next()) * step) / step || 1;
  const isMissed = sign === "≥" && random.chance(0.15);
  const by = sign === "≤" ? 0.8 + random.next() * 0.2 : isMissed ? 0.85 + random.next() * 0.1 : 1 + random.next() * 0.2;
  const raw = Math.round(wanted * by * step) / step;
  // A single one more may be a third of a small target.
  const reached = isShare ? Math.min(raw, 100) : raw > wanted * 1.25 ? wanted : raw;
  return [`${sign}${wanted}${unit}`, `${reached}${unit}`];
}

/** What was reached of a target that is to be exceeded. */
function shareOf(target: string, actual: string): number | null {
  const wanted = /^≥(\d+(?:\.\d+)?)/.exec(target)?.[1];
  return wanted === undefined ? null : Number.parseFloat(actual) / Number(wanted);
}

/** 50, 30 and 10 points over the rows of the groups, each at least 2 and none most of its group. */
function pointsOf(rows: readonly Indicator[], random: Random): readonly number[] {
  const points = { 产出: 50, 效益: 30, 满意度: 10 };
  const left = { ...points };
  return rows.map(([group], index) => {
    const after = rows.slice(index + 1).filter(([other]) => other === group).length;
    if (after === 0) return left[group];
    const even = left[group] / (after + 1);
    const weight = Math.max(2, Math.round(even) + random.whole(-1, 1));
    left[group] -= weight;
    return weight;
  });
}
