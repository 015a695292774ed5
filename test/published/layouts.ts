import type { SheetSnapshot } from "../../src/core/sheet/index.js";
import type { CellText } from "../support/sheet.js";
import type { PublishedGroup, PublishedRow, PublishedTable } from "./published-table.js";
import { TableBuilder } from "./table-builder.js";

export interface LaidOut {
  readonly sheet: SheetSnapshot;
  readonly places: TableBuilder["places"];
}

/** How a bureau prints the table. Columns count from 0; `target` holds three columns where the form splits it. */
interface Layout {
  readonly sheetName: string;
  readonly width: number;
  readonly titles: { readonly a2: string; readonly a3: string };
  readonly money: {
    readonly initial: string;
    readonly budget: string;
    readonly executed: string;
    readonly score: string;
  };
  readonly columns: Readonly<Record<Column, { readonly at: number; readonly header: string }>>;
  readonly splitsTarget: boolean;
  /** Level 1 and level 2 in merged cells, or repeated on every row. */
  readonly merges: boolean;
  /** Blank row above the headers, header repeated before the second group. */
  readonly pageBreak: boolean;
  readonly wide: boolean;
}

type Column = "level1" | "level2" | "name" | "target" | "actual" | "weight" | "score" | "reason";

const standard: Layout = {
  sheetName: "附件",
  width: 9,
  titles: { a2: "部门整体支出绩效自评表", a3: "项目支出绩效自评表" },
  money: { initial: "年初预算数", budget: "全年预算数", executed: "全年执行数", score: "得分" },
  columns: {
    level1: { at: 1, header: "一级指标" },
    level2: { at: 2, header: "二级指标" },
    name: { at: 3, header: "三级指标" },
    target: { at: 4, header: "年度指标值" },
    actual: { at: 5, header: "实际完成值" },
    weight: { at: 6, header: "分值" },
    score: { at: 7, header: "得分" },
    reason: { at: 8, header: "偏差原因分析及改进措施" },
  },
  splitsTarget: false,
  merges: true,
  pageBreak: false,
  wide: false,
};

const weightFirst: Layout = {
  ...standard,
  sheetName: "Sheet3",
  width: 10,
  titles: { a2: "2021年度××县部门（单位）整体支出绩效自评表", a3: "项目支出绩效自评表" },
  money: { initial: "年初批复数", budget: "调整后预算数", executed: "预算执行数", score: "自评得分" },
  columns: {
    level1: { at: 1, header: "一级\n指标" },
    level2: { at: 2, header: "二级\n指标" },
    name: { at: 3, header: "三级指标" },
    weight: { at: 5, header: "指标权重（分）" },
    target: { at: 6, header: "年初目标值(A)" },
    actual: { at: 7, header: "全年实际值" },
    score: { at: 8, header: "自评得分" },
    reason: { at: 9, header: "未完成原因及拟采取的改进措施" },
  },
  merges: false,
};

const splitTarget: Layout = {
  ...standard,
  sheetName: "绩效自评",
  width: 12,
  money: { initial: "年初预算", budget: "预算数（A）", executed: "执行数（B）", score: "得分" },
  columns: {
    level1: { at: 1, header: "一级指标" },
    level2: { at: 2, header: "二级指标" },
    name: { at: 3, header: "三级指标" },
    target: { at: 4, header: "指标性质" },
    actual: { at: 7, header: "全年完成值" },
    weight: { at: 8, header: "权重" },
    score: { at: 9, header: "得分" },
    reason: { at: 10, header: "未完成原因分析" },
  },
  splitsTarget: true,
};

const pageBreaks: Layout = {
  ...standard,
  sheetName: "打印稿",
  columns: {
    ...standard.columns,
    target: { at: 4, header: "指标值（Ａ）" },
    actual: { at: 5, header: "实际完成值（Ｂ）" },
  },
  merges: false,
  pageBreak: true,
  wide: true,
};

export const layouts = { standard, weightFirst, splitTarget, pageBreaks } as const;
export type LayoutName = keyof typeof layouts;

export function layOut(table: PublishedTable, name: LayoutName): LaidOut {
  const layout: Layout = layouts[name];
  const sheet = new TableBuilder();
  title(sheet, table, layout);
  fund(sheet, table, layout);
  goal(sheet, table, layout);
  indicators(sheet, table, layout);
  return { sheet: sheet.sheet(layout.sheetName), places: sheet.places };
}

function title(sheet: TableBuilder, table: PublishedTable, layout: Layout): void {
  sheet.put(0, layout.titles[table.annex], { columns: layout.width });
  sheet.next();
  sheet.put(0, `（${table.year}年度）`, { columns: layout.width });
  sheet.next();
  if (table.annex === "a2") {
    sheet.put(0, "县级预算单位名称", { columns: 2 });
    sheet.put(2, table.unit, { columns: layout.width - 2 });
    sheet.next();
    return;
  }
  sheet.put(0, "项目名称", { columns: 2 });
  sheet.put(2, table.project ?? "", { columns: layout.width - 2 });
  sheet.next();
  sheet.put(0, "主管部门", { columns: 2 });
  sheet.put(2, table.unit, { columns: 3 });
  sheet.put(5, "实施单位");
  sheet.put(6, table.unit, { columns: layout.width - 6 });
  sheet.next();
}

/** The money columns stand under those of the indicators, whatever these are called. */
function fund(
  sheet: TableBuilder,
  { annex, fund: money, byIncome, byExpenditure }: PublishedTable,
  layout: Layout,
): void {
  const { initial, budget, executed, score } = layout.money;
  const offset = layout.width - 6;
  sheet.put(0, annex === "a2" ? "年度预算申请（万元）" : "项目资金（万元）", { columns: offset });
  const heads =
    money.weight === null
      ? [initial, budget, executed, "执行率", `${score}（20分×执行率）`]
      : [initial, budget, executed, "分值", "执行率", score];
  heads.forEach((head, index) => {
    sheet.put(offset + index, head);
  });
  sheet.next();
  sheet.put(1, "年度资金总额");
  const figures: readonly (readonly [string, string | null])[] = [
    ["initial", money.initial],
    ["budget", money.budget],
    ["executed", money.executed],
    ["weight", money.weight],
    ["rate", money.rate],
    ["score", money.score],
  ];
  figures
    .filter(([role]) => role !== "weight" || money.weight !== null)
    .forEach(([role, text], index) => {
      sheet.put(offset + index, typed(text, layout), { role: `fund.total.${role}` });
    });
  sheet.next();
  for (const row of money.rows ?? []) {
    sheet.put(1, row.label);
    sheet.put(offset, typed(row.initial, layout));
    sheet.put(offset + 1, typed(row.budget, layout));
    sheet.next();
  }
  if (!byIncome || !byExpenditure) return;
  const middle = Math.floor(layout.width / 2);
  sheet.put(1, "按收入性质分：", { columns: middle - 1 });
  sheet.put(middle, "按支出性质分：", { columns: layout.width - middle });
  sheet.next();
  byIncome.forEach((text, index) => {
    sheet.put(1, index === 0 ? `其中：${text}` : text, { columns: middle - 1 });
    const spent = byExpenditure[index];
    if (spent !== undefined) {
      sheet.put(middle, index === 0 ? `其中：${spent}` : spent, { columns: layout.width - middle });
    }
    sheet.next();
  });
}

function goal(sheet: TableBuilder, { goal: texts }: PublishedTable, layout: Layout): void {
  if (!texts) return;
  const middle = Math.floor(layout.width / 2);
  sheet.put(0, "年度总体目标", { rows: 2 });
  sheet.put(1, "预期目标", { columns: middle - 1 });
  sheet.put(middle, "实际完成情况", { columns: layout.width - middle });
  sheet.next();
  sheet.put(1, texts[0], { columns: middle - 1, role: "goal.expected" });
  sheet.put(middle, texts[1], { columns: layout.width - middle, role: "goal.achieved" });
  sheet.next();
}

function headers(sheet: TableBuilder, table: PublishedTable, layout: Layout): void {
  sheet.put(0, "绩效指标");
  for (const [column, { at, header }] of Object.entries(layout.columns)) {
    if (column !== "weight" || hasWeights(table)) sheet.put(at, header);
  }
  if (layout.splitsTarget) {
    sheet.put(layout.columns.target.at + 1, "指标值");
    sheet.put(layout.columns.target.at + 2, "度量单位");
  }
  sheet.next();
}

function hasWeights({ groups }: PublishedTable): boolean {
  return groups.some(({ rows }) => rows.some(({ weight }) => weight !== null));
}

function indicators(sheet: TableBuilder, table: PublishedTable, layout: Layout): void {
  headers(sheet, table, layout);
  table.groups.forEach((group, index) => {
    if (layout.pageBreak && index === 1) {
      sheet.next();
      headers(sheet, table, layout);
    }
    group.rows.forEach((row, at) => {
      indicator(sheet, group, row, at, layout);
      sheet.next();
    });
  });
  if (table.total) {
    sheet.put(0, "总分", { columns: layout.columns.name.at + 1 });
    sheet.put(layout.columns.weight.at, typed(table.total[0], layout), { role: "total.weight" });
    sheet.put(layout.columns.score.at, typed(table.total[1], layout), { role: "total.score" });
    sheet.next();
  }
  if (table.note !== undefined) sheet.put(0, table.note, { columns: layout.width });
}

function indicator(sheet: TableBuilder, group: PublishedGroup, row: PublishedRow, at: number, layout: Layout): void {
  const { columns } = layout;
  const run = (from: number): number => {
    const end = group.rows.findIndex((other, index) => index > from && other.level2 !== row.level2);
    return (end < 0 ? group.rows.length : end) - from;
  };
  const sharing = (from: number): number => {
    const end = group.rows.findIndex((other, index) => index > from && other.score !== "shared");
    return (end < 0 ? group.rows.length : end) - from;
  };
  if (!layout.merges) {
    sheet.put(columns.level1.at, wide(group.label, layout));
    sheet.put(columns.level2.at, row.level2);
  } else {
    if (at === 0) sheet.put(columns.level1.at, group.label, { rows: group.rows.length });
    if (group.rows[at - 1]?.level2 !== row.level2) sheet.put(columns.level2.at, row.level2, { rows: run(at) });
  }
  const isPlaceholder = row.name === "……";
  sheet.put(columns.name.at, row.name, { role: isPlaceholder ? `${row.name}${row.level2}.name` : `${row.name}.name` });
  target(sheet, row, layout);
  sheet.put(columns.actual.at, typed(row.actual, layout), { role: `${row.name}.actual` });
  sheet.put(columns.weight.at, typed(row.weight, layout), { role: `${row.name}.weight` });
  if (row.score !== "shared") {
    sheet.put(columns.score.at, typed(row.score, layout), { rows: sharing(at), role: `${row.name}.score` });
  }
  sheet.put(columns.reason.at, null, { role: `${row.name}.reason` });
}

/** `≥266米` as 性质 ≥, 值 266, 单位 米; what has no such parts stays in one cell. */
function target(sheet: TableBuilder, row: PublishedRow, layout: Layout): void {
  const { at } = layout.columns.target;
  if (!layout.splitsTarget) {
    sheet.put(at, typed(row.target, layout), { role: `${row.name}.target` });
    return;
  }
  const parts = /^([≥≤=]?)(\d+(?:\.\d+)?)(\D*)$/.exec(row.target ?? "");
  const isNumber = parts !== null && !/^万$|覆盖/.test(parts[3] ?? "");
  if (isNumber && parts[1] !== "") sheet.put(at, parts[1] ?? "");
  sheet.put(at + 1, isNumber ? Number(parts[2]) : row.target, { role: `${row.name}.target` });
  if (isNumber) sheet.put(at + 2, parts[3] ?? "");
}

/** Plain numbers are numbers in a sheet; in the printed edition everything is full-width text. */
function typed(text: string | null, layout: Layout): CellText {
  if (text === null) return null;
  if (layout.wide) return wide(text, layout);
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

function wide(text: string, { wide: isWide }: Layout): string {
  if (!isWide) return text;
  return text.replace(/[0-9.%()]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
