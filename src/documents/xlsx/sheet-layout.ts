import { fail, success, type Result } from "../../core/result/index.js";
import { parseArea, type Area } from "../../core/sheet/index.js";
import { readXml } from "../xml/index.js";
import { count } from "./part.js";
import { cellPosition, rowPosition } from "./raw-cell.js";
import { spanOf, type Span } from "./splice.js";

export interface CellSpan extends Span {
  readonly row: number;
  readonly column: number;
  readonly style: number;
  /** Just after the closing tag. */
  end: number;
  formula: FormulaSpan | null;
}

export interface FormulaSpan extends Span {
  end: number;
  /** Without `=`. */
  text: string;
  readonly group: string | null;
  /** The cells that an array formula or a data table fills. */
  readonly fills: Area | null;
}

export interface RowSpan extends Span {
  readonly row: number;
  /** Just before the closing tag. */
  contentEnd: number;
  end: number;
  /** In the order of the file. */
  readonly cells: CellSpan[];
}

/** Where everything that an edit touches stands in a worksheet's text. */
export interface SheetLayout {
  readonly source: string;
  readonly data: Span & { contentEnd: number };
  readonly rows: RowSpan[];
  readonly columns: readonly Span[];
  readonly dimension: Span | null;
  readonly isProtected: boolean;
}

/** Rows and cells, empty ones included, that are kept track of. */
const maxSpans = 300_000;

/** Failures: those of reading the part, `too-large` for more rows and cells than an annex could ever have. */
export function layoutOf(source: string, part: string): Result<SheetLayout> {
  const rows: RowSpan[] = [];
  const columns: Span[] = [];
  let data: (Span & { contentEnd: number }) | null = null;
  let dimension: Span | null = null;
  let isProtected = false;
  let spans = 0;
  let inData = false;
  let [row, column] = [-1, -1];
  let cell: CellSpan | null = null;
  let formula: FormulaSpan | null = null;

  const read = readXml(source, part, {
    open: (tag) => {
      const { name, attributes } = tag;
      if (!inData) {
        if (name === "sheetData" && !data) {
          data = { ...spanOf(source, tag), contentEnd: tag.end };
          inData = true;
        } else if (name === "dimension") dimension = spanOf(source, tag);
        else if (name === "col") columns.push(spanOf(source, tag));
        else if (name === "sheetProtection") isProtected = /^(?:1|true|on)$/.test(attributes["sheet"] ?? "");
        return;
      }
      if (name === "row" || name === "c") spans++;
      if (name === "row") {
        row = rowPosition(tag, row) ?? row;
        column = -1;
        rows.push({ ...spanOf(source, tag), row, contentEnd: tag.end, end: tag.end, cells: [] });
      } else if (name === "c") {
        const at = cellPosition(tag, row, column);
        if (!at) return;
        column = at.column;
        cell = { ...spanOf(source, tag), ...at, style: count(attributes["s"]) ?? 0, end: tag.end, formula: null };
        rows.at(-1)?.cells.push(cell);
      } else if (name === "f" && cell) {
        const { t: kind, si, ref } = attributes;
        formula = {
          ...spanOf(source, tag),
          end: tag.end,
          text: "",
          group: kind === "shared" ? (si ?? null) : null,
          fills: (kind === "array" || kind === "dataTable") && ref !== undefined ? parseArea(ref) : null,
        };
        cell.formula = formula;
      }
    },
    text: (piece) => {
      if (formula) formula.text += piece;
    },
    close: (name, end) => {
      if (!inData) return;
      if (name === "f" && formula) {
        formula.end = end;
        formula = null;
      } else if (name === "c" && cell) {
        cell.end = end;
        cell = null;
      } else if (name === "row") {
        const open = rows.at(-1);
        if (open) [open.contentEnd, open.end] = [source.lastIndexOf("<", end - 1), end];
      } else if (name === "sheetData") {
        if (data) data.contentEnd = source.lastIndexOf("<", end - 1);
        inData = false;
      }
    },
    done: () => spans > maxSpans,
  });
  if (!read.ok) return read;
  if (spans > maxSpans) {
    return fail(
      "too-large",
      "工作表的空白行列过多，无法安全修改。请删除正文以外的空白行列、保存后再试。",
      "The sheet has too many empty rows and columns to be changed safely; delete those outside of the table, save and try again.",
    );
  }
  if (!data) {
    return fail(
      "damaged",
      `文件已损坏：部件 ${part} 没有单元格区域。`,
      `The file is damaged: its part ${part} has no cells at all.`,
    );
  }
  return success({ source, data, rows, columns, dimension, isProtected });
}
