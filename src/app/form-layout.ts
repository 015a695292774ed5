import type { FormCell, FormSheet, PackForms } from "../core/pack/index.js";
import type { Area, CellAddress, CellValue } from "../core/sheet/index.js";
import type { NewCell, NewContent, NewSheet, NewStyle, NewValidation } from "../documents/xlsx/index.js";
import { areaOf, endsOf, inRows, known, rowEnds, type RowEnds } from "./form-places.js";
import { planRows, type FormFill, type PlannedCell } from "./form-rows.js";
import { styleNamed } from "./form-styles.js";
import { linesOf } from "./text-lines.js";

/** A form laid out on a sheet, with the place of every slot: `fund.total.rate`, `indicators[3].score`. */
export interface LaidOutForm {
  readonly annex: string;
  readonly sheet: NewSheet;
  readonly slots: ReadonlyMap<string, CellAddress>;
}

/**
 * Places the rows of a form one below the other. Formulas are written without their values (see `calculated`).
 * A pack whose form names an unknown style, set or row is a broken pack: it throws, packs are checked before.
 */
export function layOutForm(
  forms: PackForms,
  form: FormSheet,
  year: number,
  fill: FormFill,
  name = form.name,
): LaidOutForm {
  const rows = planRows(form, forms.sets, fill);
  const ends = rowEnds(rows);
  const styles = new Map(Object.keys(forms.styles).map((key) => [key, styleNamed(forms.styles, key)]));
  const styleOf = (key: string): NewStyle => known(styles.get(key), `style ${key}`);
  const slots = new Map<string, CellAddress>();
  const cells: NewCell[] = [];
  const merges: Area[] = [];
  const validations: NewValidation[] = [];
  const rowHeights = new Map<number, number>();
  rows.forEach((planned, row) => {
    let height = planned.height ?? form.rowHeight;
    for (const cell of planned.cells) {
      const area = areaOf(cell.spec, row, ends);
      const style = styleOf(cell.spec.style);
      const content = contentOf(cell, area, ends, year);
      const at = { row: area.top, column: area.left };
      if (cell.slot !== null) slots.set(cell.slot, at);
      cells.push({ ...at, style, content }, ...covered(area, style));
      if (area.top !== area.bottom || area.left !== area.right) merges.push(area);
      validations.push(...validationOf(cell.spec, area, ends));
      if (area.top === area.bottom) height = Math.max(height, heightNeeded(content, style, widthOf(form, area)));
    }
    rowHeights.set(row, height);
  });
  const repeat = form.print.repeat === undefined ? null : endsOf(ends, form.print.repeat);
  const sheet: NewSheet = {
    name: inYear(name, year),
    columnWidths: form.columns,
    rowHeights,
    hiddenRows: new Set(),
    cells,
    merges,
    validations,
    frozenRows: form.freeze === undefined ? 0 : endsOf(ends, form.freeze)[1] + 1,
    print: {
      orientation: form.print.orientation,
      margins: form.print.margins,
      repeatRows: repeat,
      area: { top: 0, left: 0, bottom: rows.length - 1, right: form.columns.length - 1 },
      onePage: form.print.onePage,
    },
  };
  return { annex: form.annex, sheet, slots };
}

function widthOf(form: FormSheet, area: Area): number {
  return form.columns.slice(area.left, area.right + 1).reduce((sum, width) => sum + width, 0);
}

function contentOf({ spec, value }: PlannedCell, area: Area, ends: RowEnds, year: number): NewContent {
  if (value === undefined && spec.formula !== undefined) {
    return { kind: "formula", formula: inRows(spec.formula, area, ends), cached: "" };
  }
  return { kind: "value", value: valueOf(spec, value, year) };
}

function valueOf(spec: FormCell, value: CellValue | undefined, year: number): CellValue {
  if (spec.text !== undefined) return inYear(spec.text, year).replace("{value}", () => String(value ?? ""));
  const shown = value ?? spec.blank ?? null;
  return typeof shown === "string" ? inYear(shown, year) : shown;
}

function inYear(text: string, year: number): string {
  return text.replace(/\{N([-+]1)?\}/g, (_, step: string | undefined) => String(year + Number(step ?? 0)));
}

/** The other cells of a merge carry its style, so that its border is drawn all round. */
function covered(area: Area, style: NewStyle): NewCell[] {
  const cells: NewCell[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      if (row === area.top && column === area.left) continue;
      cells.push({ row, column, style, content: { kind: "value", value: null } });
    }
  }
  return cells;
}

function validationOf(spec: FormCell, area: Area, ends: RowEnds): NewValidation[] {
  const first = { ...area, bottom: area.top, right: area.left };
  if (spec.choices) {
    const message = `请从下拉列表中选择：${spec.choices.join("、")}。`;
    return [{ area: first, rule: { kind: "choices", words: spec.choices }, soft: false, message }];
  }
  if (!spec.number) return [];
  const { whole, from, to, soft, message } = spec.number;
  const bound = (value: number | string): string =>
    typeof value === "number" ? String(value) : inRows(value, area, ends);
  const rule = { kind: "number", whole, from: bound(from), to: to === undefined ? null : bound(to) } as const;
  return [{ area: first, rule, soft, message }];
}

function heightNeeded(content: NewContent, style: NewStyle, width: number): number {
  if (content.kind !== "value" || typeof content.value !== "string" || !style.wrap) return 0;
  const lines = linesOf(content.value, (width - 1 - style.indent) * (11 / style.size));
  return lines * Math.ceil(style.size * 1.35) + 4;
}
