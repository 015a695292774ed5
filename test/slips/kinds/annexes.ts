import type { WorkbookSnapshot } from "../../../src/core/sheet/index.js";
import { cellIn, figureIn, textIn, type DrawnBook } from "../drawn-book.js";
import { plus } from "../figures.js";
import { rowsOf, sheetsOf } from "../rows.js";
import { twinSheet, type Slip, type SlipMaker } from "../slip.js";

/** What annexes say of one another. */
export const annexSlips: SlipMaker = (book) => {
  const slips: Slip[] = [];
  if (!book.places.has("a1 header.unit")) return slips;
  for (const key of ["a1", "a2", "a4"]) {
    slips.push({
      kind: "单位名称不同",
      changes: [{ role: `${key} header.unit`, value: "平川市农业农村局" }],
      // Two of three agree: the third is told; with annex 2 changed the others disagree with it.
      at: [
        `${key} header.unit`,
        ...(key === "a2"
          ? [
              "a1 header.unit",
              "a4 header.unit",
              ...sheetsOf(book, "a3").flatMap((one) => [`${one} header.unit`, `${one} header.department`]),
            ]
          : []),
      ],
    });
  }
  for (const key of sheetsOf(book, "a3")) {
    slips.push({
      kind: "实施单位和主管部门都不同",
      changes: ["unit", "department"].map((field) => ({ role: `${key} header.${field}`, value: "平川市农业农村局" })),
      at: [`${key} header.unit`, `${key} header.department`],
    });
    slips.push({
      kind: "项目名称不一致",
      changes: [{ role: `${key} header.project`, value: "公共服务能力提升" }],
      at: [
        `${key} header.project`,
        ...["business", "upkeep", "earmarked"].flatMap((list) => [0, 1].map((index) => `a1 ${list}[${index}].label`)),
      ],
    });
  }
  for (const key of sheetsOf(book, "a1", "a2", "a3", "a4")) {
    const role = `${key} title.year`;
    if (!book.places.has(role)) continue;
    const value = textIn(book, role).replace(/20\d\d/, (year) => String(Number(year) - 1));
    slips.push({
      kind: "一张表的年度是上年",
      changes: [{ role, value }],
      at: [role, ...(key === "a2" ? sheetsOf(book, "a1", "a3", "a4").map((one) => `${one} title.year`) : [])],
    });
  }
  const whole = rowsOf(book, "a2");
  const twice = sheetsOf(book, "a3").flatMap((key) =>
    rowsOf(book, key).flatMap((row) =>
      whole
        .filter(({ name }) => name === row.name && !/满意|及时|按期|成本/.test(name))
        .map((own) => [row, own] as const),
    ),
  );
  for (const [row, own] of twice.filter(
    ([one]) => one.reached && one.bound && one.bound.sign === "≥" && one.score === one.weight,
  )) {
    const figure = Number(((row.reached?.figure ?? 0) * 1.05).toFixed(2));
    slips.push({
      kind: "同一指标两表完成值不同",
      changes: [{ role: `${row.role}.actual`, value: `${figure}${row.reached?.unit ?? ""}` }],
      at: [`${own.role}.actual`],
    });
  }
  for (const key of sheetsOf(book, "a1", "a2", "a4")) slips.push(...lastYearsSheet(book, key));
  for (const key of sheetsOf(book, "a1", "a2", "a3")) slips.push(unfilled(book, key));
  if (book.prior) slips.push(...againstLastYear(book));
  slips.push(...missing(book, "a4", ["workbook"]), ...missing(book, "a1", ["workbook"]));
  const [project] = sheetsOf(book, "a3");
  if (project && sheetsOf(book, "a3").length > 1) {
    slips.push(
      ...missing(book, project, [
        "a2 byExpenditure.projects",
        ...["business", "upkeep", "earmarked"].flatMap((list) => [0, 1].map((index) => `a1 ${list}[${index}].label`)),
      ]),
    );
  }
  if (/\d/.test(textIn(book, "a4 statement[0].opening"))) {
    slips.push({
      kind: "上年结转没有反映到项目",
      changes: [
        ...["initial", "budget", "executed"].flatMap((column) => [
          { role: `a3.0 fund.carryOver.${column}`, value: 0 },
          { role: `a3.0 fund.current.${column}`, value: { initial: 140, budget: 140, executed: 133.5 }[column] ?? 0 },
        ]),
        ...(book.hasFormulas
          ? []
          : [
              { role: "a3.0 fund.carryOver.rate", value: "—" },
              { role: "a3.0 fund.current.rate", value: 0.9536 },
            ]),
      ],
      at: ["a4 total.opening", "a4 statement[0].opening"],
    });
    slips.push({
      kind: "附件4小计不等于基本加项目",
      changes: [{ role: "a4 statement[0].outlay", value: 102.1 }],
      at: ["a4 statement[0].outlay"],
    });
    slips.push({
      kind: "附件4年末结转不平",
      changes: [{ role: "a4 statement[0].closing", value: 3.9 }],
      at: ["a4 statement[0].closing"],
    });
  }
  return slips;
};

function missing(book: DrawnBook, key: string, at: readonly string[]): Slip[] {
  const index = book.fills.findIndex((sheet) => sheet.key === key);
  const name = book.workbook.sheets[index]?.name;
  const reshape = (workbook: WorkbookSnapshot): WorkbookSnapshot => ({
    ...workbook,
    sheets: workbook.sheets.filter((sheet) => sheet.name !== name),
  });
  return name === undefined
    ? []
    : [{ kind: key.startsWith("a3") ? "少一张项目表" : "缺一张附表", changes: [], reshape, at }];
}

/** Figures that last year's workbook says otherwise. */
function againstLastYear(book: DrawnBook): Slip[] {
  const figures = ["vehicleRunning", "reception", "operating"].map((row) => `a1 money.${row}.prior`);
  const prior = figures.flatMap((role): Slip[] => {
    const value = plus(figureIn(book, role) ?? 0, -0.31);
    return [{ kind: "上年决算数与上年表不同", changes: [{ role, value }], at: [role] }];
  });
  const lowered = rowsOf(book, "a2").flatMap((row): Slip[] => {
    if (row.bound?.sign !== "≥" || !row.reached || row.hasReason || /满意/.test(row.name)) return [];
    const value = `≥${Number((row.reached.figure * 0.6).toFixed(2))}${row.bound.unit}`;
    return [
      { kind: "目标比上年完成值低得多", changes: [{ role: `${row.role}.target`, value }], at: [`${row.role}.target`] },
    ];
  });
  return [...prior, ...lowered];
}

/** A sheet of the year before that stayed in the workbook. */
function lastYearsSheet(book: DrawnBook, key: string): Slip[] {
  const place = book.places.get(`${key} title.year`);
  const sheet = book.workbook.sheets.find(({ name }) => name === place?.sheet);
  if (!place || !sheet) return [];
  const rows = sheet.rows.map((row, at) =>
    row.map((cell, column) => {
      if (!cell || at + sheet.top !== place.row || column + sheet.left !== place.column) return cell;
      const text = cell.text.replace(/20\d\d/, (year) => String(Number(year) - 1));
      return { ...cell, value: text, text };
    }),
  );
  const twin = { ...sheet, name: twinSheet, id: twinSheet, rows };
  const reshape = (workbook: WorkbookSnapshot): WorkbookSnapshot => ({
    ...workbook,
    sheets: [...workbook.sheets, twin],
  });
  return [{ kind: "留着上年的表", changes: [], reshape, at: [`twin of ${key} title.year`] }];
}

/** Nothing filled in but the head of the sheet. */
function unfilled(book: DrawnBook, key: string): Slip {
  const roles = [...book.places.keys()].filter(
    (role) =>
      role.startsWith(`${key} `) &&
      !/header|title|signature|level|\.name$|label$|by(?:Income|Expenditure)|\.weight$/.test(role) &&
      !cellIn(book, role)?.formula,
  );
  const words = [...book.places.keys()].filter((role) => role.startsWith(`${key} by`));
  const changes = [
    ...roles.map((role) => ({ role, value: null })),
    ...words.map((role) => ({ role, value: textIn(book, role).replace(/[\d.]+万元$/, "") })),
  ];
  return { kind: "整张表没有填", changes, at: [`sheet of ${key}`] };
}
