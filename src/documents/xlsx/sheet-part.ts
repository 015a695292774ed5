import { success, type Result } from "../../core/result/index.js";
import { parseArea, type Area } from "../../core/sheet/index.js";
import { readXml, type XmlTag } from "../xml/index.js";
import { count, flag } from "./part.js";
import { cellPosition, rowPosition, type RawCell, type RawFormula } from "./raw-cell.js";
import { StringItem } from "./strings.js";

/** Above these a sheet is left unread: it is no annex, and the host's own read would be split. */
export const sheetCaps = { cells: 60_000, characters: 4 * 1024 * 1024, merges: 20_000 } as const;

/** Excel's own limit of what a cell can hold. */
export const largestNumber = 9.99999999999999e307;

/** A worksheet part as written. */
export interface RawSheet {
  readonly cells: readonly RawCell[];
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  /** Spans of hidden columns, zero-based, edges included. */
  readonly hiddenColumns: readonly { readonly from: number; readonly to: number }[];
  readonly isProtected: boolean;
  /** More cells or text than the caps; what was read so far is not complete. */
  readonly overCap: boolean;
}

export function readSheetPart(text: string, part: string): Result<RawSheet> {
  const reading = new SheetReading();
  const read = readXml(text, part, {
    open: (tag) => reading.open(tag),
    text: (piece) => reading.text(piece),
    close: (name) => reading.close(name),
    done: () => reading.overCap,
  });
  return read.ok ? success(reading) : read;
}

class SheetReading implements RawSheet {
  readonly cells: RawCell[] = [];
  readonly merges: Area[] = [];
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: { from: number; to: number }[] = [];
  isProtected = false;
  overCap = false;

  #row = -1;
  #column = -1;
  #inData = false;
  #characters = 0;
  #cell: { type: string; style: number } | null = null;
  #value: string | null = null;
  #formula: RawFormula | null = null;
  #gathering: "value" | "formula" | null = null;
  readonly #inline = new StringItem();

  open(tag: XmlTag): void {
    const { name, attributes } = tag;
    if (this.#inData) this.#openInData(tag);
    else if (name === "sheetData") this.#inData = true;
    else if (name === "mergeCell") this.#merge(attributes["ref"]);
    else if (name === "sheetProtection") this.isProtected = flag(attributes["sheet"]);
    else if (name === "col") this.#columns(tag);
  }

  text(piece: string): void {
    if (this.#gathering === "value") this.#value = (this.#value ?? "") + piece;
    else if (this.#gathering === "formula" && this.#formula) {
      this.#formula = { ...this.#formula, text: this.#formula.text + piece };
    } else if (this.#cell) this.#inline.text(piece);
  }

  close(name: string): void {
    if (!this.#inData) return;
    if (name === "v" || name === "f") this.#gathering = null;
    else if (name === "c") this.#finishCell();
    else if (name === "sheetData") this.#inData = false;
    else if (this.#cell) {
      if (name === "is") this.#value = this.#inline.take();
      else this.#inline.close(name);
    }
  }

  #openInData(tag: XmlTag): void {
    const { name, attributes } = tag;
    if (name === "row") {
      this.#row = rowPosition(tag, this.#row) ?? this.#row;
      this.#column = -1;
      const height = attributes["ht"];
      if (flag(attributes["hidden"]) || (height !== undefined && Number(height) === 0)) this.hiddenRows.push(this.#row);
    } else if (name === "c") {
      const at = cellPosition(tag, this.#row, this.#column);
      this.#cell = at && { type: attributes["t"] ?? "n", style: count(attributes["s"]) ?? 0 };
      if (at) this.#column = at.column;
      this.#value = null;
      this.#formula = null;
    } else if (!this.#cell) return;
    else if (name === "v") {
      this.#gathering = "value";
      this.#value ??= "";
    } else if (name === "f") {
      this.#gathering = "formula";
      this.#formula = formulaOf(tag);
    } else this.#inline.open(tag);
  }

  #finishCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell || (this.#value === null && !this.#formula)) return;
    this.#characters += (this.#value?.length ?? 0) + (this.#formula?.text.length ?? 0);
    if (this.cells.length >= sheetCaps.cells || this.#characters > sheetCaps.characters) {
      this.overCap = true;
      return;
    }
    this.cells.push({
      at: { row: this.#row, column: this.#column },
      style: cell.style,
      type: cell.type,
      value: this.#value,
      formula: this.#formula,
    });
  }

  #merge(reference: string | undefined): void {
    const area = reference === undefined ? null : parseArea(reference);
    if (!area || this.merges.length >= sheetCaps.merges) return;
    if (area.top !== area.bottom || area.left !== area.right) this.merges.push(area);
  }

  #columns({ attributes }: XmlTag): void {
    const from = count(attributes["min"]);
    const to = count(attributes["max"]);
    const width = attributes["width"];
    const hidden = flag(attributes["hidden"]) || (width !== undefined && Number(width) === 0);
    if (hidden && from !== null && to !== null && from >= 1) this.hiddenColumns.push({ from: from - 1, to: to - 1 });
  }
}

function formulaOf({ attributes }: XmlTag): RawFormula {
  const { t: kind, si: group, ref: area } = attributes;
  return {
    kind: kind === "array" || kind === "shared" || kind === "dataTable" ? kind : "normal",
    text: "",
    group: kind === "shared" ? (group ?? null) : null,
    area: area ?? null,
  };
}
