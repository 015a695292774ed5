import { figureIn, textIn, type DrawnBook } from "../drawn-book.js";
import { plus, swapped, times } from "../figures.js";
import { rowsOf, sheetsOf } from "../rows.js";
import type { Slip, SlipMaker } from "../slip.js";

function costsOf(book: DrawnBook, key: string): readonly string[] {
  return rowsOf(book, key)
    .filter(({ level2, name }) => level2.includes("成本") && name.endsWith("成本"))
    .map(({ role }) => `${role}.actual`);
}

function ratesOf(book: DrawnBook): readonly string[] {
  return [...book.places.keys()].filter(
    (role) => /\.(?:rate|scaleRate|investRate)$/.test(role) && (figureIn(book, role) ?? 0) !== 0,
  );
}

/** Rates, held as 0.9853 under a format of per cent. */
export const wrongRates: SlipMaker = (book) => {
  const rate = (kind: string, change: (figure: number, role: string) => number | null): Slip[] =>
    ratesOf(book).flatMap((role): Slip[] => {
      const figure = Number((figureIn(book, role) ?? 0).toFixed(4));
      const value = change(figure, role);
      return value === null || value === figure ? [] : [{ kind, changes: [{ role, value }], at: [role] }];
    });
  return [
    ...rate("比率照抄100%", (figure) => (figure > 0.995 ? null : 1)),
    ...rate("比率小了10倍", (figure) => times(figure, 0.1)),
    ...rate("比率差半个百分点", (figure) => plus(figure, -0.005)),
    // Over a small budget the last place is a matter of rounding.
    ...rate("比率末位差2", (figure, role) => (role === "a2 fund.total.rate" ? plus(figure, 0.0002) : null)),
    ...rate("比率两位数字写颠倒", (figure) => {
      const turned = swapped(times(figure, 100));
      return turned === null ? null : times(turned, 0.01);
    }),
  ];
};

/** 100 % that shows as 1. */
export const rateShownAsOne: SlipMaker = (book) => {
  const full = ratesOf(book).filter((role) => figureIn(book, role) === 1 && /fund/.test(role));
  return full.map((role): Slip => ({
    kind: "执行率显示为1",
    changes: [{ role, value: 1, format: "General" }],
    at: [role],
  }));
};

export const executionSlips: SlipMaker = (book) => {
  const sheets = sheetsOf(book, "a2", "a3");
  const slips: Slip[] = [];
  for (const key of sheets) {
    const score = figureIn(book, `${key} fund.total.score`) ?? 0;
    const weight = figureIn(book, `${key} fund.total.weight`) ?? 10;
    const role = `${key} fund.total.score`;
    // Where all scores are whole numbers, up to half a point is rounding.
    const isRounded = rowsOf(book, key).every((row) => Number.isInteger(row.score)) && plus(weight, -score) <= 0.5;
    if (plus(weight, -score) > 0.1 && !isRounded)
      slips.push({ kind: "执行率不足得满分", changes: [{ role, value: weight }], at: [role] });
    slips.push({ kind: "执行得分多打", changes: [{ role, value: plus(weight, 1) }], at: [role] });
    slips.push({ kind: "执行得分少打", changes: [{ role, value: plus(score, -1) }], at: [role] });
    slips.push({
      kind: "执行率分值改了",
      changes: [{ role: `${key} fund.total.weight`, value: plus(weight, 5) }],
      at: [`${key} fund.total.weight`, `${key} total.weight`],
    });
  }
  for (const key of sheets) {
    const isWhole = key === "a2";
    const row = isWhole ? "total" : "current";
    const [initial, budget, executed] = ["initial", "budget", "executed"].map(
      (name) => `${key} fund.${row}.${name}`,
    ) as [string, string, string];
    const over = times(figureIn(book, budget) ?? 0, 1.05);
    slips.push({
      kind: "执行数大于预算数",
      changes: [{ role: executed, value: Number(over.toFixed(2)) }],
      at: [executed, `${key} fund.total.executed`],
    });
    slips.push({ kind: "预算数漏填", changes: [{ role: budget, value: 0 }], at: [budget, `${key} fund.total.budget`] });
    slips.push({
      kind: "预算数和执行数填反",
      changes: [
        { role: budget, value: figureIn(book, executed) },
        { role: executed, value: figureIn(book, budget) },
      ],
      at: [executed, `${key} fund.total.executed`],
    });
    slips.push({
      kind: "年初预算数小了一半",
      changes: [{ role: initial, value: Number(times(figureIn(book, initial) ?? 0, 0.5).toFixed(2)) }],
      at: [`${key} fund.total.budget`, `${key} fund.total.initial`],
    });
    slips.push({
      kind: "执行数小了10倍",
      changes: [{ role: executed, value: times(figureIn(book, executed) ?? 0, 0.1) }],
      at: [`${key} fund.total.rate`, `${key} fund.total.executed`],
    });
    slips.push({
      kind: "金额为负",
      changes: [{ role: executed, value: -(figureIn(book, executed) ?? 0) }],
      at: [executed],
    });
    slips.push({
      kind: "照抄预算数",
      changes: [{ role: executed, value: figureIn(book, budget) }],
      at: [
        `${key} fund.total.executed`,
        `${key} fund.total.rate`,
        ...(isWhole ? [] : ["a2 byExpenditure.projects"]),
        // Where a project's sheet stands alone, its cost alone says otherwise.
        ...(sheets.length > 1 ? [] : costsOf(book, key)),
      ],
    });
    if (!isWhole) {
      const carryOver = `${key} fund.carryOver.executed`;
      slips.push({ kind: "金额为负", changes: [{ role: carryOver, value: -3 }], at: [carryOver] });
    }
  }
  // A slip that changes nothing is none.
  return slips.filter(({ changes }) => changes.some(({ role, value }) => figureIn(book, role) !== value));
};

/** Figures by nature stand inside text cells. */
export const byNature: SlipMaker = (book) => {
  if (!book.places.has("a2 byIncome.general")) return [];
  const columns = ["initial", "budget", "executed"].map((column) => `a2 fund.total.${column}`);
  const slips: Slip[] = [];
  for (const role of ["a2 byIncome.general", "a2 byExpenditure.basic", "a2 byExpenditure.projects"]) {
    const text = textIn(book, role);
    const figure = /(\d+(?:\.\d+)?)万元/.exec(text)?.[1] ?? "";
    const put = (kind: string, value: number | null): void => {
      if (value === null) return;
      slips.push({ kind, changes: [{ role, value: text.replace(figure, String(value)) }], at: [role, ...columns] });
    };
    put("按性质分：两位数字写颠倒", swapped(Number(figure)));
    put("按性质分：大了10倍", times(Number(figure), 10));
    put("按性质分：负数", -Number(figure));
  }
  const move = (from: string, to: string, amount: number): Slip["changes"] =>
    [[from, -amount] as const, [to, amount] as const].map(([role, by]) => ({
      role,
      value: textIn(book, role).replace(
        /(\d+(?:\.\d+)?)万元/,
        (_, figure: string) => `${plus(Number(figure), by)}万元`,
      ),
    }));
  slips.push({
    kind: "附件2项目支出与附件3不符",
    changes: move("a2 byExpenditure.projects", "a2 byExpenditure.basic", 12.3),
    at: ["a2 byExpenditure.projects"],
  });
  slips.push({
    kind: "附件2政府性基金与附件4不符",
    changes: move("a2 byIncome.general", "a2 byIncome.govFund", 20),
    at: ["a2 byIncome.govFund"],
  });
  slips.push({
    kind: "公用经费大于基本支出",
    changes: move(
      "a2 byExpenditure.basic",
      "a2 byExpenditure.projects",
      plus(Number(/(\d+(?:\.\d+)?)万元/.exec(textIn(book, "a2 byExpenditure.basic"))?.[1] ?? 0), -20),
    ),
    at: ["a2 byExpenditure.basic"],
  });
  // Both blocks hold, one by the budget and one by what was spent.
  const budget = figureIn(book, "a2 fund.total.budget") ?? 0;
  const executed = figureIn(book, "a2 fund.total.executed") ?? 0;
  if (/：0万元|:0万元/.test(textIn(book, "a2 byIncome.govFund")))
    slips.push({
      kind: "收入支出口径不同",
      changes: [
        {
          role: "a2 byIncome.general",
          value: textIn(book, "a2 byIncome.general").replace(
            /(\d+(?:\.\d+)?)万元/,
            (_, figure: string) => `${plus(Number(figure), plus(budget, -executed))}万元`,
          ),
        },
      ],
      at: ["a2 byExpenditure.basic"],
    });
  return slips;
};

/** 分值 and 得分 in a row below the total, left of 执行率 and right of it. */
export const weightsBelowTotal: SlipMaker = (book) =>
  sheetsOf(book, "a3")
    .slice(0, 1)
    .flatMap((key): Slip[] => {
      const roles = [`${key} fund.current.weight`, `${key} fund.current.score`].filter((role) => book.places.has(role));
      return roles.map((role) => ({ kind: "明细行填了分值得分", changes: [{ role, value: 9.5 }], at: [role] }));
    });

/** A cost that says what was spent. */
export const costSlips: SlipMaker = (book) =>
  sheetsOf(book, "a2", "a3").flatMap((key) =>
    costsOf(book, key).map((role): Slip => {
      const figure = Number(/[\d.]+/.exec(textIn(book, role))?.[0] ?? 0);
      return { kind: "成本与执行数不符", changes: [{ role, value: `${times(figure, 0.9)}万元` }], at: [role] };
    }),
  );
