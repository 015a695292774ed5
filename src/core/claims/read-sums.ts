import { halfWidth } from "../quantity/index.js";
import type { FigureClaim, FigureWords, SumClaim } from "./figure-claim.js";

/**
 * Totals with their parts: 举办培训60场，其中：普及培训40场，持证培训20场. The total stands before the opening word, the parts
 * behind it in the same sentence, all of one unit. One walk over the figures of each sentence.
 */
export function readSums(text: string, figures: readonly FigureClaim[], words: FigureWords): readonly SumClaim[] {
  const source = halfWidth(text);
  return sentencesOf(figures).flatMap((sentence) => {
    const [first] = sentence;
    const last = sentence[sentence.length - 1];
    if (!first || !last || sentence.length < 3) return [];
    const opening = openingOf(source, first.end, last.start, words.parts);
    if (!opening) return [];
    const before = sentence.filter(({ end }) => end <= opening.at);
    const nearest = before[before.length - 1];
    const after = sentence.filter(({ start }) => start >= opening.end);
    const again = openingOf(source, opening.end, last.start, words.parts);
    if (!nearest || again) return [];
    const span = source.slice(opening.end, last.end + 6);
    const isOpen = words.open.some((word) => span.includes(word));
    const listed = isOpen ? "open" : source.charAt(opening.end) === ":" ? "all" : "some";
    return before
      .filter((total) => total.clause === nearest.clause)
      .flatMap((total): SumClaim[] => {
        const parts = after.filter((part) => isPartOf(part, total));
        const isClear = parts.length >= 2 && ![total, ...parts].some(({ changes }) => changes);
        return isClear ? [{ total, parts, listed }] : [];
      });
  });
}

function isPartOf(part: FigureClaim, total: FigureClaim): boolean {
  return part.unit !== null && part.unit.dimension === total.unit?.dimension && part.unit.dimension !== "share";
}

function sentencesOf(figures: readonly FigureClaim[]): FigureClaim[][] {
  const sentences: FigureClaim[][] = [];
  let current: FigureClaim[] = [];
  for (const figure of figures) {
    if (current[0] && current[0].sentence !== figure.sentence) {
      sentences.push(current);
      current = [];
    }
    current.push(figure);
  }
  return [...sentences, current];
}

/** The first opening word between two places. */
function openingOf(
  source: string,
  from: number,
  to: number,
  words: readonly string[],
): { at: number; end: number } | null {
  const within = source.slice(from, to);
  let best: { at: number; end: number } | null = null;
  for (const word of words) {
    const at = within.indexOf(word);
    if (at >= 0 && (best === null || from + at < best.at)) best = { at: from + at, end: from + at + word.length };
  }
  return best;
}
