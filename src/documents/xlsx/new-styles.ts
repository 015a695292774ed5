import type { NewStyle } from "./new-book.js";
import { escapeAttribute } from "../xml/index.js";
import { xmlHead } from "./new-xml.js";

const builtInFormats = new Map([
  ["General", 0],
  ["0", 1],
  ["0.00", 2],
  ["0%", 9],
  ["0.00%", 10],
  ["@", 49],
]);

/** Fonts, fills, borders and formats of a new workbook, each kept once. */
export class NewStyles {
  private readonly fonts = new Pool();
  private readonly fills = new Pool();
  private readonly borders = new Pool();
  private readonly formats = new Map<string, number>();
  private readonly records = new Pool();

  /** The first font is the one column widths are counted in. */
  constructor(base: { readonly font: string; readonly size: number }) {
    this.fonts.index(fontXml({ ...base, bold: false }));
    // Excel takes the first two fills for its own, whatever they say.
    this.fills.index('<fill><patternFill patternType="none"/></fill>');
    this.fills.index('<fill><patternFill patternType="gray125"/></fill>');
    this.borders.index(borderXml("none"));
    this.records.index('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  }

  /** The number that a cell's `s` attribute carries. */
  index(style: NewStyle): number {
    return this.records.index(
      recordXml(style, {
        format: this.formatId(style.format),
        font: this.fonts.index(fontXml(style)),
        fill: style.shade === null ? 0 : this.fills.index(fillXml(style.shade)),
        border: this.borders.index(borderXml(style.border)),
      }),
    );
  }

  xml(): string {
    const own = [...this.formats].map(
      ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`,
    );
    return (
      xmlHead +
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      (own.length > 0 ? `<numFmts count="${own.length}">${own.join("")}</numFmts>` : "") +
      this.fonts.xml("fonts") +
      this.fills.xml("fills") +
      this.borders.xml("borders") +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      this.records.xml("cellXfs") +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      "</styleSheet>"
    );
  }

  /** Codes of one's own are numbered from 164 on. */
  private formatId(code: string): number {
    const known = builtInFormats.get(code) ?? this.formats.get(code);
    if (known !== undefined) return known;
    const id = 164 + this.formats.size;
    this.formats.set(code, id);
    return id;
  }
}

/** Pieces of XML, each kept once; numbered from `first` on. */
export class Pool {
  private readonly places = new Map<string, number>();

  constructor(private readonly first = 0) {}

  index(xml: string): number {
    const known = this.places.get(xml);
    if (known !== undefined) return known;
    const place = this.first + this.places.size;
    this.places.set(xml, place);
    return place;
  }

  get pieces(): readonly string[] {
    return [...this.places.keys()];
  }

  xml(name: string): string {
    return `<${name} count="${this.places.size}">${[...this.places.keys()].join("")}</${name}>`;
  }
}

/** A style record that points at its parts by their numbers. */
export function recordXml(
  style: NewStyle,
  ids: { readonly format: number; readonly font: number; readonly fill: number; readonly border: number },
): string {
  const horizontal = style.align === null ? "" : ` horizontal="${style.align}"`;
  const indent = style.indent > 0 ? ` indent="${style.indent}"` : "";
  const wrap = style.wrap ? ' wrapText="1"' : "";
  const quoted = style.quoted === true ? ' quotePrefix="1"' : "";
  return (
    `<xf numFmtId="${ids.format}" fontId="${ids.font}" fillId="${ids.fill}" borderId="${ids.border}" xfId="0"${quoted}` +
    ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
    `<alignment${horizontal} vertical="${style.vertical}"${wrap}${indent}/></xf>`
  );
}

export function fontXml({
  font,
  size,
  bold,
}: {
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
}): string {
  // Charset 134 is GB2312: without it Excel may pick a Western face for a font it does not have.
  return `<font>${bold ? "<b/>" : ""}<sz val="${size}"/><color rgb="FF000000"/><name val="${escapeAttribute(font)}"/><charset val="134"/></font>`;
}

export function fillXml(shade: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${shade}"/><bgColor indexed="64"/></patternFill></fill>`;
}

export function borderXml(border: NewStyle["border"]): string {
  if (border === "none") return "<border><left/><right/><top/><bottom/><diagonal/></border>";
  const sides = ["left", "right", "top", "bottom"].map(
    (side) => `<${side} style="thin"><color rgb="FF000000"/></${side}>`,
  );
  return `<border>${sides.join("")}<diagonal/></border>`;
}
