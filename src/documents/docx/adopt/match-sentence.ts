/** A figure found in running text: which of ours it stands for, and where. */
export interface FoundFigure {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** A figure as people and programs print it. */
const number = /[-+−]?[\d０-９][\d０-９,，.．]{0,18}/y;
const mark = /\uE000([^\uE001]*)\uE001/gu;

/**
 * Whether a text says what a sentence of ours says, whatever its figures are now; null where it does not. Figures that
 * stand in controls are marks on both sides and not in the answer. Offsets count from the start of the text.
 */
export function matchSentence(sentence: string, text: string): readonly FoundFigure[] | null {
  const found: FoundFigure[] = [];
  let at = 0;
  let next = 0;
  for (const { 0: whole, 1: key = "", index } of sentence.matchAll(mark)) {
    const words = sentence.slice(next, index);
    if (!text.startsWith(words, at)) return null;
    at += words.length;
    next = index + whole.length;
    if (text.startsWith(whole, at)) {
      at += whole.length;
      continue;
    }
    number.lastIndex = at;
    const printed = number.exec(text)?.[0];
    if (printed === undefined) return null;
    found.push({ key, from: at, to: at + printed.length });
    at += printed.length;
  }
  return text.slice(at) === sentence.slice(next) ? found : null;
}
