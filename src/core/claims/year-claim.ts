/**
 * A year named in running text. stated: a day, a month or a year of its own · range: one end of a span of years ·
 * document: part of a document number, 〔2023〕15号 · quoted: inside 《》 or quotes · compared: told beside another year,
 * or as part of a plan · bare: digits alone, which may be a count.
 */
export interface YearClaim {
  readonly year: number;
  readonly use: "stated" | "range" | "document" | "quoted" | "compared" | "bare";
  /** Position in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Words of a pack: a year right behind one of `before`, or with one of `after` close behind it, is told beside the year under review. */
export interface YearWords {
  readonly before: readonly string[];
  readonly after: readonly string[];
}
