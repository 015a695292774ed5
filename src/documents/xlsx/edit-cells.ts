import { fail, success, type Result } from "../../core/result/index.js";
import { addressOf } from "../../core/sheet/index.js";
import { escapeText } from "../xml/index.js";
import type { CellWrite } from "./cell-write.js";
import { cachedXml, cellXml, type CellContent } from "./cell-xml.js";
import { arrayInTheWay, freedFollowers, place } from "./grouped-formulas.js";
import { count } from "./part.js";
import type { CellSpan, RowSpan, SheetLayout } from "./sheet-layout.js";
import { dimension, explicitPlaces, inheritedStyle } from "./sheet-places.js";
import { prefixOf, startTag, type Splice } from "./splice.js";

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
  const [from, to] = (row.attributes["spans"] ?? "").split(":").map((edge) => count(edge) ?? 0);
  return Boolean(from && to) && added.some(({ column }) => column + 1 < (from ?? 0) || column + 1 > (to ?? 0));
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

/** New rows; an empty `<sheetData/>` is opened for them. */
function intoData(layout: SheetLayout, rows: readonly Splice[]): readonly Splice[] {
  const { data } = layout;
  if (!data.selfClosing || rows.length === 0) return rows;
  const text = `${startTag(data, {}, false)}${rows.map((row) => row.text).join("")}</${data.rawName}>`;
  return [{ from: data.start, to: data.tagEnd, text }];
}
