import { escapeText } from "../xml/index.js";
import { xmlHead } from "./new-xml.js";

/** The shared strings of a new workbook, each kept once, in the order of first use. */
export class NewStrings {
  private readonly places = new Map<string, number>();
  private uses = 0;

  index(text: string): number {
    this.uses += 1;
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.places.size);
    return this.places.size - 1;
  }

  xml(): string {
    const items = [...this.places.keys()].map((text) => `<si><t xml:space="preserve">${escapeText(text)}</t></si>`);
    return (
      xmlHead +
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.uses}" uniqueCount="${this.places.size}">` +
      `${items.join("")}</sst>`
    );
  }
}
