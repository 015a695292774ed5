import { addressOf, areaAddress, columnName, type Area } from "../../core/sheet/index.js";
import type { NewCell, NewPrint, NewSheet, NewValidation } from "./new-book.js";
import type { NewStyles } from "./new-styles.js";
import type { NewStrings } from "./new-strings.js";
import { escapeAttribute, escapeText } from "../xml/index.js";
import { xmlHead } from "./new-xml.js";

/** Numbers of styles, as cells carry them. */
type Styles = Pick<NewStyles, "index">;

/** Numbers of shared texts; null where texts stand in their cells. */
type Strings = Pick<NewStrings, "index"> | null;

/** The XML of one worksheet; its elements stand in the order that the schema demands. */
export function newSheetXml(sheet: NewSheet, styles: Styles, strings: Strings, isFirst: boolean): string {
  return (
    xmlHead +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="${areaAddress(extent(sheet))}"/>` +
    viewXml(sheet, isFirst) +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    columnsXml(sheet.columnWidths) +
    rowsXml(sheet, styles, strings) +
    mergesXml(sheet.merges) +
    validationsXml(sheet.validations) +
    printXml(sheet.print) +
    "</worksheet>"
  );
}

function extent(sheet: NewSheet): Area {
  const bottom = Math.max(0, ...sheet.cells.map((cell) => cell.row));
  const right = Math.max(0, ...sheet.cells.map((cell) => cell.column));
  return { top: 0, left: 0, bottom, right };
}

function viewXml({ frozenRows }: NewSheet, isFirst: boolean): string {
  const selected = isFirst ? ' tabSelected="1"' : "";
  if (frozenRows === 0) return `<sheetViews><sheetView${selected} workbookViewId="0"/></sheetViews>`;
  const corner = addressOf({ row: frozenRows, column: 0 });
  return (
    `<sheetViews><sheetView${selected} workbookViewId="0">` +
    `<pane ySplit="${frozenRows}" topLeftCell="${corner}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`
  );
}

function columnsXml(widths: readonly number[]): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<cols>${columns.join("")}</cols>`;
}

function rowsXml(sheet: NewSheet, styles: Styles, strings: Strings): string {
  const byRow = new Map<number, NewCell[]>();
  for (const row of sheet.rowHeights.keys()) byRow.set(row, []);
  for (const cell of sheet.cells) {
    const cells = byRow.get(cell.row);
    if (cells) cells.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const rows = [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const height = sheet.rowHeights.get(row);
      const size = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
      const hidden = sheet.hiddenRows.has(row) ? ' hidden="1"' : "";
      const inner = cells.sort((a, b) => a.column - b.column).map((cell) => cellXml(cell, styles, strings));
      return `<row r="${row + 1}"${size}${hidden}>${inner.join("")}</row>`;
    });
  return `<sheetData>${rows.join("")}</sheetData>`;
}

function cellXml(cell: NewCell, styles: Styles, strings: Strings): string {
  const head = `<c r="${addressOf(cell)}" s="${styles.index(cell.style)}"`;
  if (cell.content.kind === "formula") {
    const { formula, cached } = cell.content;
    const body = `<f>${escapeText(formula.replace(/^=/, ""))}</f>`;
    if (typeof cached === "string") return `${head} t="str">${body}<v>${escapeText(cached)}</v></c>`;
    if (typeof cached === "boolean") return `${head} t="b">${body}<v>${cached ? 1 : 0}</v></c>`;
    return `${head}>${body}${cached === null ? "" : `<v>${cached}</v>`}</c>`;
  }
  const { value } = cell.content;
  if (value === null || value === "") return `${head}/>`;
  if (typeof value === "string") {
    if (strings) return `${head} t="s"><v>${strings.index(value)}</v></c>`;
    return `${head} t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`;
  }
  if (typeof value === "boolean") return `${head} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `${head}><v>${value}</v></c>`;
}

function mergesXml(merges: readonly Area[]): string {
  if (merges.length === 0) return "";
  const refs = merges.map((area) => `<mergeCell ref="${areaAddress(area)}"/>`);
  return `<mergeCells count="${merges.length}">${refs.join("")}</mergeCells>`;
}

function validationsXml(validations: readonly NewValidation[]): string {
  if (validations.length === 0) return "";
  return `<dataValidations count="${validations.length}">${validations.map(validationXml).join("")}</dataValidations>`;
}

function validationXml({ area, rule, soft, message }: NewValidation): string {
  const style = soft ? ' errorStyle="warning"' : "";
  const common = `${style} allowBlank="1" showInputMessage="1" showErrorMessage="1" error="${escapeAttribute(message)}" sqref="${areaAddress(area)}"`;
  if (rule.kind === "choices") {
    return `<dataValidation type="list"${common}><formula1>"${escapeText(rule.words.join(","))}"</formula1></dataValidation>`;
  }
  const type = rule.whole ? "whole" : "decimal";
  if (rule.to === null) {
    return `<dataValidation type="${type}" operator="greaterThanOrEqual"${common}><formula1>${escapeText(rule.from)}</formula1></dataValidation>`;
  }
  return `<dataValidation type="${type}"${common}><formula1>${escapeText(rule.from)}</formula1><formula2>${escapeText(rule.to)}</formula2></dataValidation>`;
}

/** Paper 9 is A4. */
function printXml({ orientation, margins, onePage, shades }: NewPrint): string {
  const inch = (millimetres: number): number => Math.round((millimetres / 25.4) * 1000) / 1000;
  return (
    '<printOptions horizontalCentered="1"/>' +
    `<pageMargins left="${inch(margins.left)}" right="${inch(margins.right)}" top="${inch(margins.top)}" bottom="${inch(margins.bottom)}" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" orientation="${orientation}"${shades === true ? "" : ' blackAndWhite="1"'} fitToWidth="1" fitToHeight="${onePage ? 1 : 0}"/>` +
    "<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>"
  );
}

/** `'附件2 自评表'!$A$1:$I$40` for defined names. */
export function sheetReference(name: string, area: Area): string {
  return `${quotedName(name)}!$${columnName(area.left)}$${area.top + 1}:$${columnName(area.right)}$${area.bottom + 1}`;
}

export function rowsReference(name: string, first: number, last: number): string {
  return `${quotedName(name)}!$${first + 1}:$${last + 1}`;
}

function quotedName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
