import { count, flag } from "./part.js";
import type { SheetLayout } from "./sheet-layout.js";
import { startTag, type Span, type Splice } from "./splice.js";

/** The splices that hide rows and columns which the sheet names; one that it does not name has nothing to hide. */
export function hide(layout: SheetLayout, rows: readonly number[], columns: readonly number[]): readonly Splice[] {
  const wantedRows = new Set(rows);
  const wantedColumns = new Set(columns);
  const hiddenRows = layout.rows
    .filter((row) => wantedRows.has(row.row))
    .map((row) => ({ from: row.start, to: row.tagEnd, text: startTag(row, { hidden: "1" }) }));
  const hiddenColumns = layout.columns.flatMap((span) => {
    const pieces = pieceUp(span, wantedColumns, () => ({ hidden: "1" }));
    return pieces === null ? [] : [{ from: span.start, to: span.tagEnd, text: pieces }];
  });
  return [...hiddenRows, ...hiddenColumns];
}

/** The splices that show rows and columns again, by zero-based index. What is not hidden stays as it is. */
export function unhide(layout: SheetLayout, rows: readonly number[], columns: readonly number[]): readonly Splice[] {
  const wantedRows = new Set(rows);
  const wantedColumns = new Set(columns);
  const shownRows = layout.rows
    .filter((row) => wantedRows.has(row.row) && isHidden(row, "ht"))
    .map((row) => ({ from: row.start, to: row.tagEnd, text: startTag(row, shown(row, "ht", "customHeight")) }));
  const shownColumns = layout.columns.flatMap((span) => {
    const pieces = isHidden(span, "width")
      ? pieceUp(span, wantedColumns, () => shown(span, "width", "customWidth"))
      : null;
    return pieces === null ? [] : [{ from: span.start, to: span.tagEnd, text: pieces }];
  });
  return [...shownRows, ...shownColumns];
}

function isHidden({ attributes }: Span, size: "ht" | "width"): boolean {
  const measure = attributes[size];
  return flag(attributes["hidden"]) || (measure !== undefined && Number(measure) === 0);
}

/** A size of nothing hides as well: it goes, and a column gets the usual width. */
function shown(span: Span, size: "ht" | "width", custom: string): Record<string, string | null> {
  const measure = span.attributes[size];
  if (measure === undefined || Number(measure) !== 0) return { hidden: null };
  return { hidden: null, [size]: size === "width" ? "9" : null, [custom]: null };
}

/** One `<col>` speaks for a span of columns; only the wanted ones are changed. Null when none of them is in it. */
function pieceUp(
  span: Span,
  wanted: ReadonlySet<number>,
  change: () => Readonly<Record<string, string | null>>,
): string | null {
  const from = count(span.attributes["min"]);
  const to = count(span.attributes["max"]);
  if (from === null || to === null) return null;
  const inside = [...wanted].filter((column) => column + 1 >= from && column + 1 <= to).sort((a, b) => a - b);
  if (inside.length === 0) return null;
  let text = "";
  let at = from;
  const piece = (first: number, last: number, changes: Readonly<Record<string, string | null>>): string =>
    first > last ? "" : startTag(span, { ...changes, min: String(first), max: String(last) }, true);
  for (const column of inside) {
    text += piece(at, column, {}) + piece(column + 1, column + 1, change());
    at = column + 2;
  }
  return text + piece(at, to, {});
}
