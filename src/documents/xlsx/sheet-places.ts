import { addressOf, areaAddress, parseArea, type Area } from "../../core/sheet/index.js";
import type { CellWrite } from "./cell-write.js";
import { count } from "./part.js";
import type { CellSpan, RowSpan, SheetLayout } from "./sheet-layout.js";
import { startTag, type Splice } from "./splice.js";

/** The style that a cell not yet there takes: that of its row, or else of its column. */
export function inheritedStyle(layout: SheetLayout, row: RowSpan | null, column: number): number {
  const ofRow = row?.attributes["customFormat"] === "1" ? count(row.attributes["s"]) : null;
  const span = layout.columns.find(({ attributes }) => {
    const [from, to] = [count(attributes["min"]), count(attributes["max"])];
    return from !== null && to !== null && column + 1 >= from && column + 1 <= to;
  });
  return ofRow ?? count(span?.attributes["style"]) ?? 0;
}

/** Where a producer left addresses out, places are counted; anything put in between would shift what follows. */
export function explicitPlaces(layout: SheetLayout, splices: readonly Splice[]): readonly Splice[] {
  const taken = (from: number, to: number): boolean =>
    splices.some((splice) => splice.from < splice.to && splice.from < to && from < splice.to);
  const places: Splice[] = [];
  const name = (span: RowSpan | CellSpan, address: string): void => {
    if (span.attributes["r"] !== undefined || taken(span.start, span.tagEnd)) return;
    const at = span.start + 1 + span.rawName.length;
    places.push({ from: at, to: at, text: ` r="${address}"` });
  };
  for (const row of layout.rows) {
    name(row, String(row.row + 1));
    for (const cell of row.cells) name(cell, addressOf(cell));
  }
  return places;
}

/** The used range that the sheet states is widened, never narrowed. */
export function dimension(layout: SheetLayout, writes: readonly CellWrite[]): readonly Splice[] {
  const span = layout.dimension;
  const stated = parseArea(span?.attributes["ref"] ?? "");
  if (!span || !stated) return [];
  const area = writes.reduce<Area>(
    (whole, { row, column }) => ({
      top: Math.min(whole.top, row),
      left: Math.min(whole.left, column),
      bottom: Math.max(whole.bottom, row),
      right: Math.max(whole.right, column),
    }),
    stated,
  );
  if (areaAddress(area) === areaAddress(stated)) return [];
  return [{ from: span.start, to: span.tagEnd, text: startTag(span, { ref: areaAddress(area) }) }];
}
