/** What stands in a number format beside its literals: quoted text, escaped and padding characters, brackets. */
function bare(format: string): string {
  return format.replace(/"[^"]*"?|[\\!_*].|\[[^\]]*\]?/gs, "");
}

/** Spellings of Chinese Excel that are the same as usual ones: `!` escapes like a backslash, 上午/下午 is AM/PM. */
export function usualSpelling(format: string): string {
  if (!format.includes("!") && !format.includes("上午/下午")) return format;
  return format
    .replace(/"[^"]*"?|!./gs, (piece) => (piece.startsWith("!") ? `\\${piece.slice(1)}` : piece))
    .replaceAll("上午/下午", "AM/PM");
}

/** Letters of day, month, year, hour or second, or an elapsed time in brackets. */
export function isDateFormat(format: string): boolean {
  if (/^General/i.test(format)) return false;
  return /\[(?:h+|m+|s+)\]/i.test(format) || /[dmyhse]/i.test(bare(format).replace(/E[+-]/gi, ""));
}

/**
 * Decimal places of the value (not of its per cent) that the format shows; null where that is no plain question: dates,
 * fractions, exponents, thousands left out.
 */
export function placesShown(format: string, value: number): number | null {
  if (isDateFormat(format)) return null;
  const sections = bare(format).split(";");
  const section = (value < 0 ? sections[1] : value === 0 ? sections[2] : undefined) ?? sections[0] ?? "";
  if (/General|E[+-]|\/|[0#?],+(?![0#?,])/i.test(section)) return null;
  const places = /\.([0#?]*)/.exec(section)?.[1]?.length ?? 0;
  return places + 2 * (section.split("%").length - 1);
}
