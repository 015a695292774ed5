import type { AnnexFacts, FactBook } from "../facts/index.js";
import type { ScoringProfile } from "../pack/index.js";
import type { Decision } from "./decision.js";
import { deriveFacts } from "./derive.js";
import { sameIndicators } from "./same-indicators.js";
import { toldElsewhere, withElsewhere } from "./told-elsewhere.js";
import { scoreSheet } from "./score-sheet.js";
import type { SheetScore } from "./sheet-score.js";

/**
 * Scores every annex of the kinds that the profile names. The book comes back with the scores as derived
 * facts beside the printed ones; `decisions` are what people decided where the text leaves it open.
 */
export function scoreAnnexes(
  book: FactBook,
  profile: ScoringProfile,
  decisions: readonly Decision[] = [],
): { book: FactBook; sheets: readonly SheetScore[] } {
  const sheets: SheetScore[] = [];
  const annexes: AnnexFacts[] = book.annexes.map((annex) => {
    if (!profile.annexes.includes(annex.id)) return annex;
    const score = scoreSheet(annex, profile, decisions);
    sheets.push(score);
    return deriveFacts(annex, score, profile);
  });
  const told = toldElsewhere(sameIndicators(sheets, profile), profile);
  return { book: { ...book, annexes: annexes.map((annex) => withElsewhere(annex, told.get(annex.key))) }, sheets };
}
