import { success, type Result } from "../../core/result/index.js";
import type { Archive } from "../archive/index.js";
import type { XmlTag } from "../xml/index.js";
import { flag, readPart } from "./part.js";

/** What a sheet view shows of a cell style; null where the style says nothing. */
export interface CellLook {
  readonly bold: boolean;
  readonly italic: boolean;
  /** Points. */
  readonly size: number | null;
  /** `#RRGGBB`, as the fill. */
  readonly color: string | null;
  readonly fill: string | null;
  readonly horizontal: "left" | "center" | "right" | null;
  readonly vertical: "top" | "center" | "bottom" | null;
  readonly wrap: boolean;
  /** Sides that carry a line. */
  readonly borders: readonly BorderSide[];
}

export type BorderSide = "top" | "right" | "bottom" | "left";

interface Font {
  bold: boolean;
  italic: boolean;
  size: number | null;
  color: string | null;
}

const sides: readonly BorderSide[] = ["top", "right", "bottom", "left"];

/** Office's own theme; a workbook's other theme shows in these colours. */
const themeColors = [
  "FFFFFF",
  "000000",
  "E7E6E6",
  "44546A",
  "4472C4",
  "ED7D31",
  "A5A5A5",
  "FFC000",
  "5B9BD5",
  "70AD47",
];

/** Looks by the index that cells carry (`s`). */
export async function readCellLooks(archive: Archive, name: string | null): Promise<Result<readonly CellLook[]>> {
  if (name === null || !archive.has(name)) return success([]);
  const fonts: Font[] = [];
  const fills: (string | null)[] = [];
  const borders: BorderSide[][] = [];
  const looks: CellLook[] = [];
  let list = "";
  const read = await readPart(archive, name, {
    open: (tag) => {
      const { name: local, attributes } = tag;
      if (lists.has(local)) list = local;
      else if (list === "fonts") openInFonts(tag, fonts);
      else if (list === "fills") openInFills(tag, fills);
      else if (list === "borders") openInBorders(tag, borders);
      else if (list === "cellXfs" && local === "xf") looks.push(lookOf(attributes, fonts, fills, borders));
      else if (list === "cellXfs" && local === "alignment") {
        const look = looks.pop();
        if (look) looks.push({ ...look, ...alignmentOf(attributes) });
      }
    },
    close: (local) => {
      if (local === list) list = "";
    },
  });
  return read.ok ? success(looks) : read;
}

const lists: ReadonlySet<string> = new Set(["fonts", "fills", "borders", "cellXfs"]);

function openInFonts({ name, attributes }: XmlTag, fonts: Font[]): void {
  if (name === "font") fonts.push({ bold: false, italic: false, size: null, color: null });
  const font = fonts.at(-1);
  if (!font) return;
  if (name === "b") font.bold = attributes["val"] === undefined || flag(attributes["val"]);
  else if (name === "i") font.italic = attributes["val"] === undefined || flag(attributes["val"]);
  else if (name === "sz") font.size = sizeOf(attributes["val"]);
  else if (name === "color") font.color = colorOf(attributes);
}

function openInFills({ name, attributes }: XmlTag, fills: (string | null)[]): void {
  if (name === "fill") fills.push(null);
  else if (name === "fgColor" && fills.length > 0) fills[fills.length - 1] = colorOf(attributes);
}

function openInBorders({ name, attributes }: XmlTag, borders: BorderSide[][]): void {
  if (name === "border") borders.push([]);
  const side = sides.find((candidate) => candidate === name);
  const style = attributes["style"];
  if (side && style !== undefined && style !== "none") borders.at(-1)?.push(side);
}

function lookOf(
  attributes: XmlTag["attributes"],
  fonts: readonly Font[],
  fills: readonly (string | null)[],
  borders: readonly (readonly BorderSide[])[],
): CellLook {
  const font = fonts[Number(attributes["fontId"] ?? 0)] ?? { bold: false, italic: false, size: null, color: null };
  return {
    ...font,
    fill: fills[Number(attributes["fillId"] ?? 0)] ?? null,
    borders: borders[Number(attributes["borderId"] ?? 0)] ?? [],
    horizontal: null,
    vertical: null,
    wrap: false,
  };
}

function alignmentOf({ horizontal, vertical, wrapText }: XmlTag["attributes"]): Partial<CellLook> {
  return {
    horizontal: horizontal === "left" || horizontal === "center" || horizontal === "right" ? horizontal : null,
    vertical: vertical === "top" || vertical === "center" || vertical === "bottom" ? vertical : null,
    wrap: flag(wrapText),
  };
}

function sizeOf(value: string | undefined): number | null {
  const size = Number(value);
  return size >= 1 && size <= 409 ? size : null;
}

/** A colour as written, or of Office's theme with its tint; indexed colours are left to the view. */
function colorOf({ rgb, theme, tint }: XmlTag["attributes"]): string | null {
  if (rgb !== undefined) return /^[0-9A-Fa-f]{8}$/.test(rgb) ? `#${rgb.slice(2).toUpperCase()}` : null;
  const base = theme === undefined ? undefined : themeColors[Number(theme)];
  return base === undefined ? null : `#${tinted(base, Number(tint ?? 0))}`;
}

/** A tint above 0 goes that part of the way to white, below 0 to black. */
function tinted(hex: string, tint: number): string {
  const amount = Number.isFinite(tint) ? Math.max(-1, Math.min(1, tint)) : 0;
  return [0, 2, 4]
    .map((start) => {
      const part = Number.parseInt(hex.slice(start, start + 2), 16);
      const moved = amount < 0 ? part * (1 + amount) : part + (255 - part) * amount;
      return Math.round(moved).toString(16).padStart(2, "0").toUpperCase();
    })
    .join("");
}
