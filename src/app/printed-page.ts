import type { Area, CellValue } from "../core/sheet/index.js";
import type { NewCell, NewSheet, NewStyle } from "../documents/xlsx/index.js";
import { checkSheetMark } from "./sheet-mark.js";
import { linesOf } from "./text-lines.js";

export interface PageColumn {
  /** In characters. */
  readonly width: number;
  readonly header: string;
  readonly align: "left" | "center";
}

const cellStyle: NewStyle = {
  font: "宋体",
  size: 10,
  bold: false,
  align: "left",
  vertical: "center",
  wrap: true,
  indent: 0,
  border: "thin",
  shade: null,
  format: "General",
};
const lineStyle: NewStyle = { ...cellStyle, border: "none" };
const titleStyle: NewStyle = { ...lineStyle, font: "黑体", size: 16, align: "center" };
const headerStyle: NewStyle = { ...cellStyle, bold: true, align: "center", shade: "E7E6E6" };
const headingStyle: NewStyle = { ...cellStyle, bold: true, shade: "F2F2F2" };

/**
 * A table on A4 across, row below row, each as tall as its texts need; the header is repeated on every page. The first row
 * is hidden and carries the mark by which the sheet is known as ours.
 */
export class PrintedPage {
  private readonly cells: NewCell[] = [];
  private readonly merges: Area[] = [];
  private readonly heights = new Map<number, number>();
  private headerRow = 0;
  private next = 0;

  constructor(private readonly columns: readonly PageColumn[]) {
    this.wide(checkSheetMark, lineStyle, 15);
  }

  title(text: string): void {
    this.wide(text, titleStyle, 30);
  }

  /** A line of text above or below the table; `height` in points. */
  line(text: string, height?: number): void {
    this.wide(text, lineStyle, height);
  }

  header(): void {
    this.headerRow = this.next;
    this.put(
      this.columns.map(({ header }) => ({ value: header, style: headerStyle })),
      22,
    );
  }

  /** A line inside the table. */
  heading(text: string): void {
    this.wide(text, headingStyle);
  }

  /** A value for each column; the one in the column `strong` stands out. */
  row(values: readonly CellValue[], strong: number | null = null): void {
    this.put(
      this.columns.map(({ align }, column) => ({
        value: values[column] ?? null,
        style: { ...cellStyle, align, bold: column === strong },
      })),
    );
  }

  sheet(name: string): NewSheet {
    return {
      name,
      columnWidths: this.columns.map(({ width }) => width),
      rowHeights: this.heights,
      hiddenRows: new Set([0]),
      cells: this.cells,
      merges: this.merges,
      validations: [],
      frozenRows: this.headerRow + 1,
      print: {
        orientation: "landscape",
        margins: { left: 12, right: 12, top: 14, bottom: 16 },
        repeatRows: [this.headerRow, this.headerRow],
        area: { top: 1, left: 0, bottom: this.next - 1, right: this.columns.length - 1 },
        onePage: false,
        shades: true,
      },
    };
  }

  private wide(text: string, style: NewStyle, height?: number): void {
    const row = this.next;
    const right = this.columns.length - 1;
    const width = this.columns.reduce((sum, column) => sum + column.width, 0);
    this.put(
      this.columns.map((_, column) => ({ value: column === 0 ? text : null, style })),
      height ?? heightOf(text, width, style),
    );
    this.merges.push({ top: row, left: 0, bottom: row, right });
  }

  private put(entries: readonly { readonly value: CellValue; readonly style: NewStyle }[], height?: number): void {
    const row = this.next++;
    const needed = entries.map(({ value, style }, column) =>
      heightOf(String(value ?? ""), this.columns[column]?.width ?? 8, style),
    );
    entries.forEach(({ value, style }, column) =>
      this.cells.push({ row, column, style: quotedFor(value, style), content: { kind: "value", value } }),
    );
    this.heights.set(row, height ?? Math.max(...needed));
  }
}

/** In points; Excel makes no row taller than 409. */
function heightOf(text: string, width: number, { size }: NewStyle): number {
  return Math.min(linesOf(text, (width - 1) * (11 / size)) * Math.ceil(size * 1.35) + 4, 409);
}

/** What people write may begin like a formula: it stays a text, in the cell and when somebody edits it. */
function quotedFor(value: CellValue, style: NewStyle): NewStyle {
  return typeof value === "string" && /^[=+\-@]/.test(value) ? { ...style, quoted: true } : style;
}
