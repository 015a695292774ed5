/** More cells than any annex has; a larger paste is cut off by `blockOf`. */
export const largestPaste = 20_000;

/**
 * A block as spreadsheets put it on the clipboard: tabs between cells, line breaks between rows; a cell with a tab, a
 * line break or a quote at its start stands in double quotes.
 */
export function clipboardText(block: readonly (readonly string[])[]): string {
  return block.map((row) => row.map(quoted).join("\t")).join("\n");
}

/** Null where it is more than `largestPaste` cells. A single line break at the end ends the last row. */
export function blockOf(text: string): string[][] | null {
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const rows: string[][] = [[]];
  let at = 0;
  let cells = 0;
  while (at <= source.length) {
    if (++cells > largestPaste) return null;
    const { value, end } = cellAt(source, at);
    rows.at(-1)?.push(value);
    if (end >= source.length) break;
    if (source.charAt(end) === "\n") rows.push([]);
    at = end + 1;
  }
  return rows;
}

function quoted(text: string): string {
  return /[\t\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A quote opens a quoted cell only where one that closes it ends the cell; else it is part of the text. */
function cellAt(source: string, start: number): { readonly value: string; readonly end: number } {
  if (source.charAt(start) === '"') {
    let close = source.indexOf('"', start + 1);
    while (close >= 0 && source.charAt(close + 1) === '"') close = source.indexOf('"', close + 2);
    const end = close + 1;
    if (close >= 0 && (end === source.length || source.charAt(end) === "\t" || source.charAt(end) === "\n")) {
      return { value: source.slice(start + 1, close).replaceAll('""', '"'), end };
    }
  }
  let end = start;
  while (end < source.length && source.charAt(end) !== "\t" && source.charAt(end) !== "\n") end++;
  return { value: source.slice(start, end), end };
}
