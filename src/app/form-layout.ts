import type { FormCell, FormSheet, FormStyle, PackForms } from "../core/pack/index.js";
import type { Area, CellAddress, CellValue } from "../core/sheet/index.js";
import type { NewCell, NewContent, NewSheet, NewStyle, NewValidation } from "../documents/xlsx/index.js";
import { planRows, type FormFill, type PlannedCell, type PlannedRow } from "./form-rows.js";
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

type RowEnds = ReadonlyMap<string, readonly [first: number, last: number]>;

function rowEnds(rows: readonly PlannedRow[]): RowEnds {
  const ends = new Map<string, readonly [number, number]>();
  rows.forEach(({ ids }, row) => {
    for (const id of ids) ends.set(id, [ends.get(id)?.[0] ?? row, row]);
  });
  return ends;
}

function endsOf(ends: RowEnds, id: string): readonly [number, number] {
  return known(ends.get(id), `row ${id}`);
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The form names an unknown ${what}.`);
  return value;
}

function areaOf(spec: FormCell, row: number, ends: RowEnds): Area {
  const [from = "A", to = from] = spec.at.split(":");
  const { down } = spec;
  const bottom = down === undefined ? row : typeof down === "number" ? row + down - 1 : endsOf(ends, down)[1];
  return { top: row, left: from.charCodeAt(0) - 65, bottom, right: to.charCodeAt(0) - 65 };
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

/** `E[total]` → `E7`, `@[items.first]` → the own column at the list's first row, `E[]` → this row. */
function inRows(formula: string, area: Area, ends: RowEnds): string {
  return formula.replace(/([A-Z]{1,2}|@)\[([A-Za-z.]{0,60})\]/g, (_, column: string, place: string) => {
    const letter = column === "@" ? String.fromCharCode(65 + area.left) : column;
    if (place === "") return `${letter}${area.top + 1}`;
    const [id = place, end] = place.endsWith(".first") || place.endsWith(".last") ? splitEnd(place) : [place];
    const [first, last] = endsOf(ends, id);
    return `${letter}${(end === "last" ? last : first) + 1}`;
  });
}

function splitEnd(place: string): [string, string] {
  const dot = place.lastIndexOf(".");
  return [place.slice(0, dot), place.slice(dot + 1)];
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

/** A style with what it takes over from those it is like. */
function styleNamed(styles: Readonly<Record<string, FormStyle>>, name: string, seen: readonly string[] = []): NewStyle {
  const own = known(styles[name], `style ${name}`);
  if (seen.includes(name)) throw new Error(`The styles ${seen.join(", ")} are like one another.`);
  const base = own.like === undefined ? plainStyle : styleNamed(styles, own.like, [...seen, name]);
  return {
    font: own.font ?? base.font,
    size: own.size ?? base.size,
    bold: own.bold ?? base.bold,
    align: own.align ?? base.align,
    vertical: own.vertical ?? base.vertical,
    wrap: own.wrap ?? base.wrap,
    indent: own.indent ?? base.indent,
    border: own.border ?? base.border,
    shade: own.shade === undefined ? base.shade : own.shade === "none" ? null : own.shade,
    format: own.format ?? base.format,
  };
}

const plainStyle: NewStyle = {
  font: "宋体",
  size: 11,
  bold: false,
  align: null,
  vertical: "center",
  wrap: false,
  indent: 0,
  border: "none",
  shade: null,
  format: "General",
};
