import { escapeText } from "../../xml/index.js";
import { tableStyleId } from "../table-style.js";

/** A sheet's table as Word is to show it. */
export interface AnnexTable {
  /** Of the columns, in any unit: only their proportions count. */
  readonly widths: readonly number[];
  readonly rows: readonly TableRow[];
  /** Leading rows that are repeated on every page. */
  readonly headers: number;
}

export interface TableRow {
  /** From left to right; together they span all columns. */
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly text: string;
  /** Columns it spans. */
  readonly columns: number;
  /** first: the cells below it with `further` belong to it. */
  readonly down: "none" | "first" | "further";
  readonly align: "left" | "center" | "right";
  readonly isBold: boolean;
  /** Drawn with lines around it. */
  readonly isFramed: boolean;
}

/** Between the margins of an official document, in twentieths of a point. */
export const standardWidth = 8_844;

/**
 * Each table with the paragraph after it, for Word joins tables that touch; the next one stands on a page of its own.
 * `width` in twentieths of a point.
 */
export function renderTables(tables: readonly AnnexTable[], width: number): string {
  return tables
    .map((table, index) => {
      const nextPage = index + 1 < tables.length ? "<w:pageBreakBefore/>" : "";
      return `${renderTable(table, width)}<w:p>${layout("left", nextPage)}</w:p>`;
    })
    .join("");
}

function renderTable({ widths, rows, headers }: AnnexTable, width: number): string {
  const columns = columnWidths(widths, rows, width);
  const grid = columns.map((one) => `<w:gridCol w:w="${one}"/>`).join("");
  const margins = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>';
  const properties = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>${margins}</w:tblPr>`;
  const body = rows.map((row, index) => renderRow(row, columns, index < headers));
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${body.join("")}</w:tbl>`;
}

/** 9 pt: a digit or letter takes half as much as a Chinese character; the rest is the cell's margins and lines. */
const digitWidth = 105;
const cellExtra = 190;

/** As on the sheet, but wide enough for the figures: a figure broken over two lines is read wrongly. */
function columnWidths(widths: readonly number[], rows: readonly TableRow[], width: number): readonly number[] {
  const total = widths.reduce((sum, one) => sum + one, 0) || 1;
  const wanted = widths.map((one) => (one / total) * width);
  const least = leastWidths(rows, widths.length, width / 6);
  const widened = wanted.map((one, index) => Math.max(one, least[index] ?? 0));
  const missing = widened.reduce((sum, one) => sum + one, 0) - width;
  const spare = widened.map((one, index) => one - (least[index] ?? 0));
  const allSpare = spare.reduce((sum, one) => sum + one, 0);
  if (missing <= 0 || allSpare <= missing) return wanted.map((one) => Math.max(1, Math.round(one)));
  return widened.map((one, index) => Math.max(1, Math.round(one - ((spare[index] ?? 0) / allSpare) * missing)));
}

/** What the longest figure of each column takes. */
function leastWidths(rows: readonly TableRow[], count: number, most: number): readonly number[] {
  const least = Array.from({ length: count }, () => 0);
  for (const { cells } of rows) {
    let at = 0;
    for (const { text, columns } of cells) {
      if (columns === 1 && /^[\d.,%+-]{1,20}$/.test(text)) {
        least[at] = Math.min(most, Math.max(least[at] ?? 0, text.length * digitWidth + cellExtra));
      }
      at += columns;
    }
  }
  return least;
}

/** A row that is taller than half a page may break. */
const longestUnbroken = 400;

function renderRow({ cells }: TableRow, columns: readonly number[], isHeader: boolean): string {
  let at = 0;
  const written = cells.map((cell) => {
    const width = columns.slice(at, at + cell.columns).reduce((sum, one) => sum + one, 0);
    at += cell.columns;
    return renderCell(cell, width, isHeader);
  });
  const isWhole = cells.every(({ text }) => text.length <= longestUnbroken);
  const layoutOfRow = `${isWhole ? "<w:cantSplit/>" : ""}${isHeader ? "<w:tblHeader/>" : ""}`;
  return `<w:tr>${layoutOfRow === "" ? "" : `<w:trPr>${layoutOfRow}</w:trPr>`}${written.join("")}</w:tr>`;
}

const frame = ["top", "left", "bottom", "right"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join("");

function renderCell(
  { text, columns, down, align, isBold, isFramed }: TableCell,
  width: number,
  isHeader: boolean,
): string {
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : "";
  const merge = down === "none" ? "" : down === "first" ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>";
  const borders = isFramed ? `<w:tcBorders>${frame}</w:tcBorders>` : "";
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}${borders}<w:vAlign w:val="center"/></w:tcPr>`;
  const format = isBold ? "<w:rPr><w:b/></w:rPr>" : "";
  const lines = down === "further" || text === "" ? [] : text.split(/\r\n|\r|\n/);
  const words = lines.map((line) => `<w:t xml:space="preserve">${escapeText(line)}</w:t>`).join("<w:br/>");
  const run = words === "" ? "" : `<w:r>${format}${words}</w:r>`;
  return `<w:tc>${properties}<w:p>${layout(align, isHeader ? "<w:keepNext/>" : "")}${run}</w:p></w:tc>`;
}

/** `paging`: a title never stands alone at the foot of a page. */
function layout(align: TableCell["align"], paging: string): string {
  return `<w:pPr><w:pStyle w:val="${tableStyleId}"/>${paging}${align === "left" ? "" : `<w:jc w:val="${align}"/>`}</w:pPr>`;
}
