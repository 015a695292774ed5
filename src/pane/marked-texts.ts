/** A stretch of a text; `differs` where the other text has no such words at this place. */
export interface MarkedPiece {
  readonly text: string;
  readonly differs: boolean;
}

/** Longer texts are marked whole between what they begin and end with alike. */
const longest = 1_200;

/** Two texts with what tells them apart: numbers and Latin words as wholes, Chinese by the character. */
export function markedTexts(
  first: string,
  second: string,
): { readonly first: readonly MarkedPiece[]; readonly second: readonly MarkedPiece[] } {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const shared = sharedWords(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const pieces = (words: readonly string[], same: readonly boolean[]): readonly MarkedPiece[] =>
    joined(
      words.map((text, index) => ({ text, differs: !isOutside(index, words, head, tail) && !same[index - head] })),
    );
  return { first: pieces(a, shared.first), second: pieces(b, shared.second) };
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[0-9.,%]+|[A-Za-z]+|[^]/gu) ?? [];
}

function isOutside(index: number, words: readonly string[], head: number, tail: number): boolean {
  return index < head || index >= words.length - tail;
}

/** Which words of either list belong to a longest common subsequence. */
function sharedWords(
  a: readonly string[],
  b: readonly string[],
): { readonly first: readonly boolean[]; readonly second: readonly boolean[] } {
  const [first, second] = [a.map(() => false), b.map(() => false)];
  if (a.length > longest || b.length > longest) return { first, second };
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      first[i++] = true;
      second[j++] = true;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return { first, second };
}

function joined(pieces: readonly MarkedPiece[]): readonly MarkedPiece[] {
  const runs: MarkedPiece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.differs === piece.differs) runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    else runs.push(piece);
  }
  return runs;
}
