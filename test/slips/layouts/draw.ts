import { layOutForm, type LaidOutForm } from "../../../src/app/form-layout.js";
import type { FormFill } from "../../../src/app/form-rows.js";
import { calculated } from "../../../src/app/form-values.js";
import type { CellPlace } from "../../../src/core/formula/index.js";
import type { Pack, PackForms } from "../../../src/core/pack/index.js";
import type { CellAddress, CellValue, WorkbookSnapshot } from "../../../src/core/sheet/index.js";
import { readWorkbook, writeNewWorkbook, type NewWorkbook } from "../../../src/documents/xlsx/index.js";
import type { DrawnBook } from "../drawn-book.js";
import type { SheetFill } from "../fills.js";

/** The sheets of a workbook in some forms, laid out and computed. */
export interface DrawnSheets {
  readonly fills: readonly SheetFill[];
  readonly forms: readonly LaidOutForm[];
}

export function drawSheets(forms: PackForms, fills: readonly SheetFill[], year: number): DrawnSheets {
  return {
    fills,
    forms: fills.map(({ annex, name, fill }) => {
      const form = forms.sheets.find((candidate) => candidate.annex === annex);
      if (!form) throw new Error(`no form for ${annex}`);
      const laidOut = layOutForm(forms, form, year, fill, name ?? form.name);
      return { ...laidOut, sheet: calculated(laidOut.sheet) };
    }),
  };
}

/** What formulas came to, as a person would type it: by slot, in as many decimals as the cell shows. */
export function computedValues({ forms }: DrawnSheets, index: number): ReadonlyMap<string, CellValue> {
  const form = forms[index];
  const values = new Map<string, CellValue>();
  for (const [slot, { row, column }] of form?.slots ?? []) {
    const cell = form?.sheet.cells.find((one) => one.row === row && one.column === column);
    if (cell?.content.kind !== "formula") continue;
    const { cached } = cell.content;
    const decimals = cell.style.format === "0.00%" ? 4 : 2;
    values.set(slot, typeof cached === "number" ? Number(cached.toFixed(decimals)) : null);
  }
  return values;
}

/** A fill in which figures that formulas computed are typed. */
export function withTyped({ values, lists }: FormFill, computed: ReadonlyMap<string, CellValue>): FormFill {
  const own = Object.fromEntries([...computed].filter(([slot]) => !slot.includes("[")));
  return {
    values: { ...own, ...values },
    lists: Object.fromEntries(
      Object.entries(lists).map(([list, records]) => [
        list,
        records.map((record, index) => {
          const start = `${list}[${index}].`;
          const typed = [...computed].flatMap(([slot, value]) =>
            slot.startsWith(start) ? [[slot.slice(start.length), value] as const] : [],
          );
          return { ...Object.fromEntries(typed), ...record };
        }),
      ]),
    ),
  };
}

/** Where cells of the sheet with this number go when the layout is changed afterwards. */
export type Moves = (at: CellAddress) => CellAddress;

/** Writes the sheets as a file and reads them back, as a host would. */
export async function bookOf(
  name: string,
  pack: Pack,
  { fills, forms }: DrawnSheets,
  change: { readonly variant: (book: NewWorkbook) => NewWorkbook; readonly moves: Moves } = unchanged,
): Promise<DrawnBook> {
  const written = change.variant({ title: "", creator: "", deskXml: null, sheets: forms.map(({ sheet }) => sheet) });
  const read = await readWorkbook(writeNewWorkbook(written), "附表.xlsx");
  if (!read.ok) throw new Error(read.failure.message.en);
  const workbook = read.value;
  const places = new Map<string, CellPlace>();
  forms.forEach(({ slots }, index) => {
    const sheet = workbook.sheets[index]?.name ?? "";
    for (const [slot, at] of slots) places.set(`${fills[index]?.key} ${slot}`, { sheet, ...change.moves(at) });
  });
  for (const [role, at] of labelled(workbook, fills, places)) places.set(role, at);
  const hasFormulas = workbook.sheets.some(({ rows }) => rows.some((row) => row.some((cell) => cell?.formula)));
  return { name, pack, workbook, places, fills, prior: null, hasFormulas };
}

/** Cells that no slot names: the title with its year, the headers of the years, points in rows that carry none. */
function labelled(
  { sheets }: WorkbookSnapshot,
  fills: readonly SheetFill[],
  places: ReadonlyMap<string, CellPlace>,
): readonly (readonly [role: string, at: CellPlace])[] {
  return fills.flatMap(({ key }, index) => {
    const sheet = sheets[index];
    if (!sheet) return [];
    const cells = sheet.rows.flatMap((row, at) =>
      row.map((cell, column) => ({ text: cell?.text ?? "", row: sheet.top + at, column: sheet.left + column })),
    );
    const first = (role: string, pattern: RegExp): readonly (readonly [string, CellPlace])[] => {
      const found = cells.find(({ text }) => pattern.test(text));
      return found ? [[`${key} ${role}`, { sheet: sheet.name, row: found.row, column: found.column }]] : [];
    };
    const year = cells.flatMap(({ text }) => /(20\d\d)年度/.exec(text)?.[1] ?? [])[0] ?? "";
    const detail = places.get(`${key} fund.current.executed`);
    const below = ["weight", "score"].flatMap((field): readonly (readonly [string, CellPlace])[] => {
      const total = places.get(`${key} fund.total.${field}`);
      return detail && total ? [[`${key} fund.current.${field}`, { ...detail, column: total.column }]] : [];
    });
    return [
      ...first("title.year", /20\d\d年度/),
      ...first("unit.money", /^(?:经费控制情况|项目资金\s*|年度预算申请\s*)（万元）$|单位：万元$/),
      ...first("header.prior", new RegExp(`${Number(year) - 1}年决算`)),
      ...first("header.budget", new RegExp(`${year}年预算`)),
      ...first("header.final", new RegExp(`${year}年决算`)),
      ...below,
    ];
  });
}

const unchanged = { variant: (book: NewWorkbook): NewWorkbook => book, moves: (at: CellAddress): CellAddress => at };
