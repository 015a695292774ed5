import { shiftFormula } from "../../core/formula/index.js";
import { fail, success, type Result } from "../../core/result/index.js";
import { addressOf, contains, parseArea, areaAddress, type Area } from "../../core/sheet/index.js";
import { escapeText } from "../xml/index.js";
import { cachedXml, cellXml, type CellContent } from "./cell-xml.js";
import { count } from "./part.js";
import type { CellSpan, RowSpan, SheetLayout } from "./sheet-layout.js";
import { prefixOf, startTag, type Splice } from "./splice.js";

/** One cell to write. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  /** `content` replaces what the cell holds, `cached` only the stored value of its formula. */
  readonly kind: "content" | "cached";
  readonly content: CellContent;
  /** Another style than the cell has now; gets the present one. */
  readonly restyle: ((style: number) => number) | null;
}

/**
 * The splices that write cells into a sheet. Rows and cells that are not there are put in at their place, in the style
 * of their row or column. Failure: `part-of-array` for a cell inside an array formula or a data table of several cells.
 */
export function editCells(layout: SheetLayout, writes: readonly CellWrite[]): Result<readonly Splice[]> {
  const blocked = arrayInTheWay(layout, writes);
  if (blocked) {
    return fail(
      "part-of-array",
      `单元格 ${blocked.cell} 属于数组公式区域 ${blocked.area}，不能单独修改。`,
      `The cell ${blocked.cell} is part of the array formula in ${blocked.area} and cannot be changed alone.`,
    );
  }
  const splices: Splice[] = [];
  const written = new Set(writes.filter(({ kind }) => kind === "content").map((write) => place(write)));
  const followers = freedFollowers(layout, written);
  const byRow = new Map<number, CellWrite[]>();
  for (const write of writes) byRow.set(write.row, [...(byRow.get(write.row) ?? []), write]);

  const prefix = prefixOf(layout.data.rawName);
  let next = 0;
  const newRows: Splice[] = [];
  for (const [row, list] of [...byRow].sort(([a], [b]) => a - b)) {
    while ((layout.rows[next]?.row ?? Infinity) < row) next++;
    const span = layout.rows.find((candidate) => candidate.row === row);
    if (span) splices.push(...editRow(layout, span, list, followers));
    else {
      const cells = [...list]
        .sort((a, b) => a.column - b.column)
        .map((write) => freshCell(layout, null, write))
        .join("");
      const at = layout.rows[next]?.start ?? layout.data.contentEnd;
      if (cells !== "")
        newRows.push({ from: at, to: at, text: `<${prefix}row r="${row + 1}">${cells}</${prefix}row>` });
    }
  }
  for (const [cell, formula] of followers) {
    if (!written.has(place(cell)) && !byRow.get(cell.row)?.some(({ column }) => column === cell.column)) {
      splices.push(formulaSplice(cell, formula));
    }
  }
  splices.push(...intoData(layout, newRows), ...explicitPlaces(layout, splices), ...dimension(layout, writes));
  return success(splices);
}

function place({ row, column }: { readonly row: number; readonly column: number }): number {
  return row * 16_384 + column;
}

function arrayInTheWay(layout: SheetLayout, writes: readonly CellWrite[]): { cell: string; area: string } | null {
  for (const row of layout.rows) {
    for (const { formula } of row.cells) {
      const area = formula?.fills;
      if (!area || (area.top === area.bottom && area.left === area.right)) continue;
      const hit = writes.find((write) => write.kind === "content" && contains(area, write));
      if (hit) return { cell: addressOf(hit), area: areaAddress(area) };
    }
  }
  return null;
}

/**
 * A shared formula is written once, at its master. When the master is overwritten its followers get the formula in
 * full, so that they keep computing what they did.
 */
function freedFollowers(layout: SheetLayout, written: ReadonlySet<number>): ReadonlyMap<CellSpan, string> {
  const masters = new Map<string, CellSpan>();
  const freed = new Map<CellSpan, string>();
  for (const { cells } of layout.rows) {
    for (const cell of cells) {
      const group = cell.formula?.group ?? null;
      if (group === null || !cell.formula) continue;
      if (cell.formula.text !== "") masters.set(group, cell);
      const master = masters.get(group);
      if (!master?.formula || master === cell || !written.has(place(master))) continue;
      freed.set(cell, shiftFormula(master.formula.text, cell.row - master.row, cell.column - master.column));
    }
  }
  return freed;
}

function editRow(
  layout: SheetLayout,
  row: RowSpan,
  writes: readonly CellWrite[],
  followers: ReadonlyMap<CellSpan, string>,
): readonly Splice[] {
  const splices: Splice[] = [];
  const added: CellWrite[] = [];
  for (const write of writes) {
    const cell = row.cells.findLast(({ column }) => column === write.column);
    if (!cell) added.push(write);
    else if (write.kind === "content") splices.push(replacedCell(cell, write));
    else if (cell.formula) splices.push(recachedCell(layout, cell, write.content, followers.get(cell) ?? null));
  }
  if (added.length === 0) return splices;
  const inserts = added
    .sort((a, b) => a.column - b.column)
    .map((write) => {
      const at = row.cells.find(({ column }) => column > write.column)?.start ?? row.contentEnd;
      return { from: at, to: at, text: freshCell(layout, row, write) };
    });
  const outOfSpans = spansMiss(row, added);
  if (row.selfClosing) {
    const cells = inserts.map(({ text }) => text).join("");
    const tag = startTag(row, { r: String(row.row + 1), ...(outOfSpans ? { spans: null } : {}) }, false);
    return [{ from: row.start, to: row.end, text: `${tag}${cells}</${row.rawName}>` }];
  }
  if (outOfSpans)
    splices.push({ from: row.start, to: row.tagEnd, text: startTag(row, { r: String(row.row + 1), spans: null }) });
  return [...splices, ...inserts];
}

/** `spans` promises where a row's cells lie; it is optional, and dropped when it would be wrong. */
function spansMiss(row: RowSpan, added: readonly CellWrite[]): boolean {
  const [from, to] = (row.attributes["spans"] ?? "").split(":").map((edge) => count(edge));
  return from != null && to != null && added.some(({ column }) => column + 1 < from || column + 1 > to);
}

function replacedCell(cell: CellSpan, write: CellWrite): Splice {
  const style = write.restyle?.(cell.style) ?? cell.style;
  const text = cellXml(cell, style, write.content, prefixOf(cell.rawName));
  return { from: cell.start, to: cell.end, text: text === "" ? `<${cell.rawName} r="${addressOf(cell)}"/>` : text };
}

function recachedCell(layout: SheetLayout, cell: CellSpan, content: CellContent, formula: string | null): Splice {
  const [value, isError] =
    content.kind === "formula" ? [content.cached, content.cachedIsError] : [content.value, false];
  const { type, xml } = cachedXml(value, isError, prefixOf(cell.rawName));
  const kept = cell.formula ? layout.source.slice(cell.formula.start, cell.formula.end) : "";
  const head = startTag(cell, { r: addressOf(cell), t: type }, false);
  return {
    from: cell.start,
    to: cell.end,
    text: `${head}${formula === null ? kept : formulaXml(cell, formula)}${xml}</${cell.rawName}>`,
  };
}

function formulaXml(cell: CellSpan, formula: string): string {
  const name = cell.formula?.rawName ?? `${prefixOf(cell.rawName)}f`;
  return `<${name}>${escapeText(formula)}</${name}>`;
}

function formulaSplice(cell: CellSpan, formula: string): Splice {
  const { start, end } = cell.formula ?? { start: cell.tagEnd, end: cell.tagEnd };
  return { from: start, to: end, text: formulaXml(cell, formula) };
}

/** A new cell looks like its row, or else like its column. */
function freshCell(layout: SheetLayout, row: RowSpan | null, write: CellWrite): string {
  const style = inheritedStyle(layout, row, write.column);
  return cellXml(write, write.restyle?.(style) ?? style, write.content, prefixOf(layout.data.rawName));
}

export function inheritedStyle(layout: SheetLayout, row: RowSpan | null, column: number): number {
  const ofRow = row?.attributes["customFormat"] === "1" ? count(row.attributes["s"]) : null;
  const span = layout.columns.find(({ attributes }) => {
    const [from, to] = [count(attributes["min"]), count(attributes["max"])];
    return from !== null && to !== null && column + 1 >= from && column + 1 <= to;
  });
  return ofRow ?? count(span?.attributes["style"]) ?? 0;
}

/** New rows; an empty `<sheetData/>` is opened for them. */
function intoData(layout: SheetLayout, rows: readonly Splice[]): readonly Splice[] {
  const { data } = layout;
  if (!data.selfClosing || rows.length === 0) return rows;
  const text = `${startTag(data, {}, false)}${rows.map((row) => row.text).join("")}</${data.rawName}>`;
  return [{ from: data.start, to: data.tagEnd, text }];
}

/** Where a producer left addresses out, places are counted; anything put in between would shift what follows. */
function explicitPlaces(layout: SheetLayout, splices: readonly Splice[]): readonly Splice[] {
  const taken = (from: number, to: number): boolean =>
    splices.some((splice) => splice.from < splice.to && splice.from < to && from < splice.to);
  const places: Splice[] = [];
  const name = (span: RowSpan | CellSpan, address: string): void => {
    if (span.attributes["r"] !== undefined || taken(span.start, span.tagEnd)) return;
    const at = span.start + 1 + span.rawName.length;
    places.push({ from: at, to: at, text: ` r="${address}"` });
  };
  for (const row of layout.rows) {
    name(row, String(row.row + 1));
    for (const cell of row.cells) name(cell, addressOf(cell));
  }
  return places;
}

/** The used range that the sheet states is widened, never narrowed. */
function dimension(layout: SheetLayout, writes: readonly CellWrite[]): readonly Splice[] {
  const span = layout.dimension;
  const stated = parseArea(span?.attributes["ref"] ?? "");
  if (!span || !stated) return [];
  const area = writes.reduce<Area>(
    (whole, { row, column }) => ({
      top: Math.min(whole.top, row),
      left: Math.min(whole.left, column),
      bottom: Math.max(whole.bottom, row),
      right: Math.max(whole.right, column),
    }),
    stated,
  );
  if (areaAddress(area) === areaAddress(stated)) return [];
  return [{ from: span.start, to: span.tagEnd, text: startTag(span, { ref: areaAddress(area) }) }];
}
