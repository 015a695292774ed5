import type { Area } from "../../core/sheet/index.js";
import type { NewCell, NewPrint, NewSheet, NewStyle } from "../../documents/xlsx/index.js";
import { addressOf } from "../../core/sheet/index.js";
import { constantEntry, type Entry } from "./cell-content.js";
import { uniformAreas } from "./uniform-areas.js";

/** Queues everything of a sheet: texts, looks, sizes, print settings. What was there before goes. */
export function queueDrawing(sheet: Excel.Worksheet, drawn: NewSheet): void {
  const { cells } = drawn;
  const whole = extentOf(cells);
  const everything = sheet.getRange().untrack();
  everything.unmerge();
  everything.clear();
  const table = rangeOf(sheet, whole);
  table.rowHidden = false;
  table.formulas = entriesOf(cells, whole);
  for (const merge of drawn.merges) rangeOf(sheet, merge).merge();
  queueLooks(sheet, cells);
  drawn.columnWidths.forEach((width, column) => {
    rangeOf(sheet, { top: 0, left: column, bottom: 0, right: column }).format.columnWidth = pointsOf(width);
  });
  const heights = [...drawn.rowHeights].map(([row, height]) => ({ row, column: 0, height }));
  for (const { value, area } of uniformAreas(heights, ({ height }) => height)) {
    rangeOf(sheet, area).format.rowHeight = value;
  }
  for (const row of drawn.hiddenRows) rangeOf(sheet, { top: row, left: 0, bottom: row, right: 0 }).rowHidden = true;
  sheet.freezePanes.freezeRows(drawn.frozenRows);
  queuePrint(sheet, drawn.print);
}

function queueLooks(sheet: Excel.Worksheet, cells: readonly NewCell[]): void {
  const each = <V>(of: (style: NewStyle) => V, put: (format: Excel.RangeFormat, value: V) => void): void => {
    for (const { value, area } of uniformAreas(cells, ({ style }) => of(style))) {
      put(rangeOf(sheet, area).format, value);
    }
  };
  each(
    ({ font }) => font,
    (format, font) => (format.font.name = font),
  );
  each(
    ({ size }) => size,
    (format, size) => (format.font.size = size),
  );
  each(
    ({ bold }) => bold,
    (format, bold) => bold && (format.font.bold = true),
  );
  each(
    ({ wrap }) => wrap,
    (format, wrap) => (format.wrapText = wrap),
  );
  each(
    ({ align }) => align,
    (format, align) => (format.horizontalAlignment = align === null ? "General" : horizontal[align]),
  );
  each(
    ({ vertical }) => vertical,
    (format, align) => (format.verticalAlignment = verticals[align]),
  );
  each(
    ({ shade }) => shade,
    (format, shade) => shade !== null && (format.fill.color = `#${shade}`),
  );
  each(
    ({ border }) => border,
    (format, border) => {
      if (border === "none") return;
      for (const edge of edges) format.borders.getItem(edge).style = "Continuous";
    },
  );
}

const horizontal = { left: "Left", center: "Center", right: "Right" } as const;
const verticals = { top: "Top", center: "Center", bottom: "Bottom" } as const;
const edges = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

/** A4; margins in points. */
function queuePrint({ pageLayout }: Excel.Worksheet, print: NewPrint): void {
  const { orientation, margins, area, repeatRows, onePage } = print;
  pageLayout.orientation = orientation === "landscape" ? "Landscape" : "Portrait";
  pageLayout.paperSize = "A4";
  pageLayout.centerHorizontally = true;
  pageLayout.leftMargin = millimetres(margins.left);
  pageLayout.rightMargin = millimetres(margins.right);
  pageLayout.topMargin = millimetres(margins.top);
  pageLayout.bottomMargin = millimetres(margins.bottom);
  pageLayout.zoom = onePage ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
  pageLayout.setPrintArea(
    `${addressOf({ row: area.top, column: area.left })}:${addressOf({ row: area.bottom, column: area.right })}`,
  );
  if (repeatRows) pageLayout.setPrintTitleRows(`$${repeatRows[0] + 1}:$${repeatRows[1] + 1}`);
  pageLayout.headersFooters.defaultForAllPages.centerFooter = "第 &P 页，共 &N 页";
}

function millimetres(length: number): number {
  return Math.round((length / 25.4) * 72 * 10) / 10;
}

/** From characters of the default font (7 pixels each, 5 of padding, at 96 to the inch). */
function pointsOf(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

function rangeOf(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).untrack();
}

function extentOf(cells: readonly NewCell[]): Area {
  const bottom = Math.max(0, ...cells.map(({ row }) => row));
  return { top: 0, left: 0, bottom, right: Math.max(0, ...cells.map(({ column }) => column)) };
}

function entriesOf(cells: readonly NewCell[], { bottom, right }: Area): Entry[][] {
  const rows = Array.from({ length: bottom + 1 }, () => Array.from({ length: right + 1 }, (): Entry => ""));
  for (const { row, column, content } of cells) {
    const line = rows[row];
    if (line) line[column] = content.kind === "formula" ? content.formula : constantEntry(content.value, "General");
  }
  return rows;
}
