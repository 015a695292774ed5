import type { CellValue } from "../../../src/core/sheet/index.js";
import { figureIn, textIn, type DrawnBook } from "../drawn-book.js";
import { plus, swapped, times } from "../figures.js";
import { allRows, headersOf, rowsOf, sheetsOf, type Row } from "../rows.js";
import type { Slip, SlipMaker } from "../slip.js";

type RowSlip = (row: Row, book: DrawnBook) => Omit<Slip, "kind"> | null;

/** One cell of the row typed anew, and told there unless another cell is the one to mend. */
function cell(row: Row, field: string, value: CellValue, at: readonly string[] = [field]): Omit<Slip, "kind"> {
  return { changes: [{ role: `${row.role}.${field}`, value }], at: at.map((one) => `${row.role}.${one}`) };
}

const isRising = ({ bound, level2, reached }: Row): boolean =>
  bound !== null && reached !== null && bound.sign !== "≤" && !/成本/.test(level2);

/** A figure with the unit that it had. */
function withUnit({ reached }: Row, figure: number): string {
  return `${figure}${reached?.unit ?? ""}`;
}

const rowSlips: readonly (readonly [kind: string, slip: RowSlip])[] = [
  ["得分高于分值", (row) => cell(row, "score", plus(row.weight, 2))],
  ["得分为负", (row) => cell(row, "score", -1)],
  ["得分大了10倍", (row) => (row.score > 0 ? cell(row, "score", times(row.score, 10)) : null)],
  ["未达标得满分", (row) => (row.score < row.weight && row.bound ? cell(row, "score", row.weight) : null)],
  ["得分多打", (row) => (row.weight - row.score > 0.3 && row.bound ? cell(row, "score", plus(row.score, 0.3)) : null)],
  ["得分少打", (row) => (row.weight - row.score > 0.1 && row.bound ? cell(row, "score", plus(row.score, -1)) : null)],
  [
    "得分两位数字写颠倒",
    (row) => {
      const value = swapped(row.score);
      const isOff = value !== null && Math.abs(value - row.score) > 0.1;
      return row.weight > row.score && row.bound && isOff ? cell(row, "score", value) : null;
    },
  ],
  [
    "达标却扣分",
    (row) =>
      row.score === row.weight && row.bound ? cell(row, "score", plus(row.weight, -1), ["score", "reason"]) : null,
  ],
  [
    "定性达标却扣得多",
    (row) =>
      /^(?:健全|明显)/.test(row.target) && row.score === row.weight
        ? cell(row, "score", times(row.weight, 0.5), ["score", "reason"])
        : null,
  ],
  [
    "定性只是基本达到却得满分",
    (row) =>
      /^(?:健全|明显)/.test(row.target) && row.score === row.weight ? cell(row, "actual", "基本达到", ["score"]) : null,
  ],
  ["没有填得分", (row) => cell(row, "score", null)],
  ["没有填分值", (row) => cell(row, "weight", null)],
  ["没有填指标值", (row) => cell(row, "target", null)],
  ["没有填完成值", (row) => cell(row, "actual", null)],
  ["完成值填无", (row) => (row.bound && row.bound.figure > 0 ? cell(row, "actual", "无") : null)],
  ["没有填偏差原因", (row) => (row.hasReason ? cell(row, "reason", null) : null)],
  ["照抄指标值", (row) => (row.bound && row.bound.sign !== "" ? cell(row, "actual", row.target) : null)],
  ["完成值填了完成", (row) => (row.bound && row.bound.sign !== "" ? cell(row, "actual", "已完成") : null)],
  ["完成值读不出", (row) => (row.bound ? cell(row, "actual", "见附件") : null)],
  [
    "完成值小了10倍",
    (row) =>
      isRising(row) && (row.reached?.figure ?? 0) > 0
        ? cell(row, "actual", withUnit(row, times(row.reached?.figure ?? 0, 0.1)), ["score", "actual"])
        : null,
  ],
  [
    "完成值大了10倍",
    (row) =>
      isRising(row) && !row.hasReason && (row.reached?.figure ?? 0) > 0
        ? cell(row, "actual", withUnit(row, times(row.reached?.figure ?? 0, 10)))
        : null,
  ],
  [
    "完成值大了一万倍",
    (row) =>
      row.reached && row.reached.figure > 0
        ? cell(row, "actual", withUnit(row, times(row.reached.figure, 10_000)))
        : null,
  ],
  [
    "完成值的单位丢了万",
    (row) => (/^万/.test(row.reached?.unit ?? "") ? cell(row, "actual", row.actual.replace("万", "")) : null),
  ],
  [
    "完成值少于目标",
    (row) =>
      isRising(row) && row.score === row.weight && (row.bound?.figure ?? 0) > 0
        ? cell(row, "actual", withUnit(row, Number(times(row.bound?.figure ?? 0, 0.8).toFixed(2))), ["score"])
        : null,
  ],
  [
    "完成值单位不同",
    (row) => (row.reached?.unit === "%" && row.bound ? cell(row, "actual", `${row.reached.figure}月`) : null),
  ],
  [
    "比率超过100%",
    (row) =>
      /合格率|覆盖率|满意度|完好率/.test(row.name) && row.reached?.unit === "%"
        ? cell(row, "actual", `${times(row.reached.figure, 10)}%`)
        : null,
  ],
  [
    "成本方向写反",
    (row) => (/^≤.*万元$/.test(row.target) && row.level2.includes("成本") ? changedSign(row, "≥") : null),
  ],
  ["满意度方向写反", (row) => (/满意度$/.test(row.name) && row.bound?.sign === "≥" ? changedSign(row, "≤") : null)],
  [
    "晚于规定时间",
    (row) => (/前$/.test(row.target) ? cell(row, "actual", row.actual.replace(/年.*$/, "年12月31日")) : null),
  ],
  ["完成日期是上年", (row) => (/前$/.test(row.target) ? cell(row, "actual", lastYear(row.actual)) : null)],
  [
    "指标值日期是上年",
    (row) => (/前$/.test(row.target) ? cell(row, "target", lastYear(row.target), ["target", "actual"]) : null),
  ],
  [
    "补助标准不相等",
    (row) =>
      /标准$/.test(row.name)
        ? cell(row, "actual", withUnit(row, times(row.reached?.figure ?? 0, 0.9)), ["actual", "score"])
        : null,
  ],
  ["空白表的省略号没有删", (row) => cell(row, "name", "……")],
  ["指标值是占位", (row) => cell(row, "target", "××")],
  ["指标没有名称", (row) => cell(row, "name", null)],
];

function changedSign(row: Row, sign: string): Omit<Slip, "kind"> {
  return {
    changes: [{ role: `${row.role}.target`, value: row.target.replace(/^[≥≤]/, sign) }],
    at: [`${row.role}.target`],
  };
}

function lastYear(text: string): string {
  return text.replace(/20\d\d/, (year) => String(Number(year) - 1));
}

export const rowMistakes: SlipMaker = (book) =>
  rowSlips.flatMap(([kind, make]) => {
    const fitting = allRows(book).flatMap((row): Slip[] => {
      const slip = make(row, book);
      return slip ? [{ kind, ...slipped(slip, book) }] : [];
    });
    return fitting;
  });

/** Where the form splits a target, its sign stands in a cell of its own. */
function slipped(slip: Omit<Slip, "kind">, book: DrawnBook): Omit<Slip, "kind"> {
  const changes = slip.changes.map((change) => {
    const sign = change.role.replace(/\.target$/, ".sign");
    if (sign === change.role || !book.places.has(sign) || typeof change.value !== "string") return change;
    return /^[≥≤]/.test(change.value) ? { role: sign, value: change.value.charAt(0) } : change;
  });
  return { ...slip, changes };
}

/** Points of an indicator, of a group, of the sheet. */
export const weightSlips: SlipMaker = (book) => {
  const slips: Slip[] = [];
  for (const row of allRows(book).filter(({ weight }) => weight > 3)) {
    const at = [`${row.role}.weight`, ...headersOf(book, row), `${row.key} total.weight`];
    const put = (kind: string, by: number): void => {
      slips.push({ kind, changes: [{ role: `${row.role}.weight`, value: plus(row.weight, by) }], at });
    };
    put("分值多写", 3);
    put("分值少写", -2);
  }
  for (const key of sheetsOf(book, "a2", "a3")) {
    const role = `${key} total.weight`;
    slips.push({ kind: "分值合计写错", changes: [{ role, value: 90 }], at: [role] });
  }
  for (const group of groupsOf(book)) {
    const headers = headersOf(book, group[0]);
    const value = textIn(book, headers[0] ?? "").replace(/(\d+)分/, (_, points: string) => `${Number(points) + 10}分`);
    slips.push({
      kind: "一级指标表头分值写错",
      changes: headers.map((role) => ({ role, value })),
      at: headers,
    });
    // All points of the group in one row, but one for each of the others.
    const weight = group.reduce((sum, row) => sum + row.weight, 0);
    if (group.length < 3 || weight < 30 || group.some((row) => row.score < row.weight)) continue;
    slips.push({
      kind: "一项占了大半分值",
      changes: group.flatMap(({ role }, index) =>
        ["weight", "score"].map((field) => ({
          role: `${role}.${field}`,
          value: index === 0 ? plus(weight, 1 - group.length) : 1,
        })),
      ),
      at: [`${group[0].role}.weight`],
    });
  }
  return slips;
};

/** The rows of each level-1 group. */
function groupsOf(book: DrawnBook): readonly (readonly [Row, ...Row[]])[] {
  return sheetsOf(book, "a2", "a3").flatMap((key) => {
    const rows = rowsOf(book, key);
    return [...new Set(rows.map(({ level1 }) => level1))].flatMap((level1) => {
      const [first, ...rest] = rows.filter((row) => row.level1 === level1);
      return first ? [[first, ...rest] as const] : [];
    });
  });
}

/** Names, goals, grades. */
export const wordSlips: SlipMaker = (book) => {
  const slips: Slip[] = [];
  for (const key of sheetsOf(book, "a2", "a3")) {
    const rows = rowsOf(book, key);
    const [first, second] = rows;
    if (first && second && first.target !== second.target && first.level2 === second.level2) {
      slips.push({
        kind: "指标名称重复",
        changes: [{ role: `${second.role}.name`, value: first.name }],
        at: [`${second.role}.name`, `${first.role}.name`],
      });
    }
    const expected = textIn(book, `${key} goal.expected`);
    slips.push({
      kind: "完成情况照抄目标",
      changes: [{ role: `${key} goal.achieved`, value: expected }],
      at: [`${key} goal.achieved`],
    });
    slips.push({
      kind: "预期目标空着",
      changes: [{ role: `${key} goal.expected`, value: null }],
      at: [`${key} goal.expected`],
    });
    slips.push({
      kind: "完成情况空着",
      changes: [{ role: `${key} goal.achieved`, value: null }],
      at: [`${key} goal.achieved`],
    });
    slips.push({
      kind: "目标留着提示",
      changes: [{ role: `${key} goal.expected`, value: `${expected}（100字以内）` }],
      at: [`${key} goal.expected`],
    });
    const named = rows.find(({ bound, name }) => bound !== null && expected.includes(`${name}${bound.figure}`));
    if (named?.bound) {
      slips.push({
        kind: "目标里的数字与指标不同",
        changes: [
          {
            role: `${key} goal.expected`,
            value: expected.replace(String(named.bound.figure), String(times(named.bound.figure, 2))),
          },
        ],
        at: [`${key} goal.expected`],
      });
    }
    slips.push({
      kind: "指标值填成了分值",
      changes: rows
        .filter(({ bound }) => bound)
        .flatMap((row) => ["target", "actual"].map((field) => ({ role: `${row.role}.${field}`, value: row.weight }))),
      at: rows
        .filter(({ bound }) => bound)
        .slice(0, 1)
        .map((row) => `${row.role}.target`),
    });
  }
  const achieved = textIn(book, "a2 goal.achieved");
  if (/其中：/.test(achieved)) {
    slips.push({
      kind: "目标里分项与总数不符",
      changes: [{ role: "a2 goal.achieved", value: achieved.replace("133.5万元", "135.3万元") }],
      at: ["a2 goal.achieved"],
    });
  }
  if (book.places.has("a2 grade.word")) {
    for (const value of ["良", "中", "差"])
      slips.push({ kind: "等次与总分不符", changes: [{ role: "a2 grade.word", value }], at: ["a2 grade.word"] });
    slips.push({ kind: "等次用语", changes: [{ role: "a2 grade.word", value: "优秀" }], at: ["a2 grade.word"] });
  }
  for (const key of sheetsOf(book, "a3")) {
    for (const field of ["project", "department", "unit"]) {
      const role = `${key} header.${field}`;
      if (book.places.has(role)) slips.push({ kind: "项目表表头空着", changes: [{ role, value: null }], at: [role] });
    }
  }
  return slips.filter(({ changes }) => changes.length > 0);
};

/** What the catalogue only hints at. */
export const hints: SlipMaker = (book) =>
  sheetsOf(book, "a2", "a3").flatMap((key): Slip[] => {
    const rows = rowsOf(book, key);
    const economic = rows.find(({ level2 }) => level2.includes("经济效益"));
    const cost = rows.find(({ level2, name }) => level2.includes("成本") && name.endsWith("成本"));
    const output = rows.find(({ level1, bound }) => level1.includes("产出") && bound?.sign === "≥");
    const initial = `${key} fund.${key === "a2" ? "total" : "current"}.initial`;
    const level = "info";
    const slips: Slip[] = [];
    if (economic) {
      const changes = [{ role: `${economic.role}.name`, value: "培训人数" }];
      slips.push({ kind: "指标归类可疑", changes, at: [`${economic.role}.name`], level });
    }
    if (cost?.reached && output?.bound) {
      const changes = [
        { role: `${cost.role}.actual`, value: `${times(cost.reached.figure, 0.5)}万元` },
        { role: `${output.role}.actual`, value: withUnit(output, times(output.bound.figure, 0.5)) },
      ];
      slips.push({ kind: "任务没有完成的节约", changes, at: [`${cost.role}.actual`], level });
    }
    if (book.hasFormulas || key === "a2") {
      const changes = [{ role: initial, value: times(figureIn(book, initial) ?? 0, 2) }];
      slips.push({ kind: "预算调减遮住低执行率", changes, at: [`${key} fund.total.rate`], level });
    }
    return slips;
  });

/** One score for several indicators. */
export const sharedScore: SlipMaker = (book) =>
  allRows(book)
    .filter(({ index }) => index > 0)
    .flatMap(({ key, index, role }): Slip[] => {
      const first = `${key} indicators[${index - 1}].score`;
      const [top, bottom] = [book.places.get(first), book.places.get(`${role}.score`)];
      if (!top || !bottom) return [];
      return [
        {
          kind: "几项合并一个得分",
          changes: [
            { role: `${role}.score`, value: null },
            { role: first, value: plus(figureIn(book, first) ?? 0, figureIn(book, `${role}.score`) ?? 0) },
          ],
          reshape: (workbook) => ({
            ...workbook,
            sheets: workbook.sheets.map((sheet) =>
              sheet.name === top.sheet
                ? {
                    ...sheet,
                    merges: [
                      ...sheet.merges,
                      { top: top.row, bottom: bottom.row, left: top.column, right: top.column },
                    ],
                  }
                : sheet,
            ),
          }),
          at: [first],
        },
      ];
    });
