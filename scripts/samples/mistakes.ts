import type { LaidOutForm } from "../../src/app/form-layout.js";
import type { CellAddress, CellValue } from "../../src/core/sheet/index.js";
import type { NewSheet } from "../../src/documents/xlsx/index.js";
import { redcross, type SampleSheet } from "./redcross.js";

/** Where a mistake is found, as the rule catalogue says it: its id, the sheet and the slot or text of the cell. */
export interface PlantedMistake {
  readonly id: string;
  readonly severity: "error" | "warning";
  /** Number of the sheet in the workbook, from 0. */
  readonly sheet: number;
  /** The cell that a person corrects. */
  readonly at: { readonly slot: string } | { readonly text: string };
  /** What was done, for people. */
  readonly what: string;
}

export const plantedMistakes: readonly PlantedMistake[] = [
  {
    id: "a1/year-columns",
    severity: "warning",
    sheet: 0,
    at: { text: "2022年决算数" },
    what: "A wrong year: the prior-year column is still headed 2022年决算数 (an old form reused); it holds 2023.",
  },
  {
    id: "file/typed-total",
    severity: "warning",
    sheet: 0,
    at: { slot: "money.threePublic.final" },
    what: "A typed total: 三公经费 of 2024 is a typed number, the same total in the two columns beside it is a formula.",
  },
  {
    id: "file/hidden",
    severity: "warning",
    sheet: 0,
    at: { text: "会议费、培训费" },
    what: "A hidden row: 会议费、培训费 is hidden.",
  },
  {
    id: "a1/unit-suspect",
    severity: "error",
    sheet: 0,
    at: { slot: "money.procurement.final" },
    what: "元 for 万元: 政府采购金额 of 2024 is typed as 12000 in a column of 万元; 1.20 is meant.",
  },
  {
    id: "fund/execution-rate",
    severity: "error",
    sheet: 1,
    at: { slot: "fund.total.rate" },
    what: "The execution rate is copied as 100 %, while 28.45 of 30.20 is 94.21 %.",
  },
  {
    id: "indicator/reason-missing",
    severity: "error",
    sheet: 1,
    at: { slot: "indicators[16].reason" },
    what: "A missing reason: the indicator lost 2 of 8 points, its 偏差原因分析及改进措施 is empty.",
  },
  {
    id: "fund/total-sum",
    severity: "error",
    sheet: 2,
    at: { slot: "fund.total.initial" },
    what: "A total left at 0: 年度资金总额 of 年初预算数 is 0, its parts come to 6.50.",
  },
  {
    id: "indicator/total-weight",
    severity: "error",
    sheet: 3,
    at: { slot: "total.weight" },
    what: "Weights of 110 in all: execution weighs 20, the indicators 90.",
  },
];

/** The clean sample with eight typical mistakes, each apart from the others. */
export const redcrossWithMistakes: readonly SampleSheet[] = redcross.map((sheet, index) => {
  switch (index) {
    case 0:
      return withValues(sheet, { "money.procurement.final": 12000, "money.threePublic.final": 0.06 });
    case 1:
      return withoutReason(
        withValues(sheet, { "fund.total.initial": 30.2, "fund.total.budget": 30.2, "fund.total.rate": 1 }),
        16,
      );
    case 2:
      // Typed in all three columns: the total left at 0 is the mistake here, not that it is typed.
      return withValues(sheet, { "fund.total.initial": 0, "fund.total.budget": 6.5, "fund.total.executed": 6.5 });
    case 3:
      return withValues(sheet, { "fund.total.weight": 20 });
    default:
      return sheet;
  }
});

/** What no fill can say: a header of last year's form, a hidden row. */
export function plantInSheet(form: LaidOutForm, index: number): LaidOutForm {
  if (index !== 0) return form;
  const header = cellWithText(form.sheet, "2023年决算数");
  const hidden = cellWithText(form.sheet, "会议费、培训费");
  const cells = form.sheet.cells.map((cell) =>
    cell.row === header.row && cell.column === header.column
      ? { ...cell, content: { kind: "value", value: "2022年决算数" } as const }
      : cell,
  );
  return { ...form, sheet: { ...form.sheet, cells, hiddenRows: new Set([hidden.row]) } };
}

export function placeOf(form: LaidOutForm, at: PlantedMistake["at"]): CellAddress {
  if ("text" in at) return cellWithText(form.sheet, at.text);
  const place = form.slots.get(at.slot);
  if (!place) throw new Error(`${form.sheet.name} has no slot ${at.slot}`);
  return place;
}

function cellWithText(sheet: NewSheet, text: string): CellAddress {
  const cell = sheet.cells.find(({ content }) => content.kind === "value" && content.value === text);
  if (!cell) throw new Error(`${sheet.name} has no cell ${text}`);
  return { row: cell.row, column: cell.column };
}

function withValues(sheet: SampleSheet, values: Readonly<Record<string, CellValue>>): SampleSheet {
  return { ...sheet, fill: { ...sheet.fill, values: { ...sheet.fill.values, ...values } } };
}

function withoutReason(sheet: SampleSheet, index: number): SampleSheet {
  const rows = sheet.fill.lists["indicators"] ?? [];
  const indicators = rows.map((row, at) => (at === index ? { ...row, reason: null } : row));
  return { ...sheet, fill: { ...sheet.fill, lists: { ...sheet.fill.lists, indicators } } };
}
