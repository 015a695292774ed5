/** Runs of paragraphs of a section after comparing three versions of it, by fingerprint. */
export interface MergeChunk {
  /** same: nobody changed it · ours: only we did · theirs: only a person did · both: both, to the same words ·
   * conflict: both, differently. */
  readonly kind: "same" | "ours" | "theirs" | "both" | "conflict";
  readonly base: Range;
  readonly theirs: Range;
  readonly ours: Range;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Three-way merge: `base` is what we last wrote, `theirs` what stands in the document, `ours` what we would write. */
export function merge(
  base: readonly string[],
  theirs: readonly string[],
  ours: readonly string[],
): readonly MergeChunk[] {
  const inTheirs = matches(base, theirs);
  const inOurs = matches(base, ours);
  const chunks: MergeChunk[] = [];
  let at = { base: 0, theirs: 0, ours: 0 };
  const upTo = (next: typeof at): void => {
    const chunk = {
      base: { from: at.base, to: next.base },
      theirs: { from: at.theirs, to: next.theirs },
      ours: { from: at.ours, to: next.ours },
    };
    at = next;
    for (const piece of refined(chunk, base, theirs)) {
      const [b, t, o] = [words(base, piece.base), words(theirs, piece.theirs), words(ours, piece.ours)];
      const kind = t === b ? (o === b ? "same" : "ours") : o === b ? "theirs" : t === o ? "both" : "conflict";
      chunks.push({ kind, ...piece });
    }
  };
  for (let index = 0; index < base.length; index++) {
    const [t, o] = [inTheirs[index], inOurs[index]];
    if (t === undefined || o === undefined || t === null || o === null) continue;
    upTo({ base: index, theirs: t, ours: o });
    upTo({ base: index + 1, theirs: t + 1, ours: o + 1 });
  }
  upTo({ base: base.length, theirs: theirs.length, ours: ours.length });
  return chunks;
}

/** What two lists have in common, and in between what one of them has instead of the other. */
export interface Stretch {
  readonly isSame: boolean;
  readonly a: Range;
  readonly b: Range;
}

export function compare(a: readonly string[], b: readonly string[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = { a: 0, b: 0 };
  const upTo = (i: number, j: number, isSame: boolean): void => {
    if (i > at.a || j > at.b) stretches.push({ isSame, a: { from: at.a, to: i }, b: { from: at.b, to: j } });
    at = { a: i, b: j };
  };
  matches(a, b).forEach((j, i) => {
    if (j === null) return;
    upTo(i, j, false);
    upTo(i + 1, j + 1, true);
  });
  upTo(a.length, b.length, false);
  return stretches;
}

type Place = Omit<MergeChunk, "kind">;

function words(list: readonly string[], { from, to }: Range): string {
  return list.slice(from, to).join(" ");
}

/**
 * Changed neighbours are told apart where that is safe: equally many paragraphs in all three versions stand for each
 * other one by one, and paragraphs that a person put before or after untouched ones are theirs alone.
 */
function refined(chunk: Place, base: readonly string[], theirs: readonly string[]): readonly Place[] {
  const size = ({ from, to }: Range): number => to - from;
  const [b, t, o] = [size(chunk.base), size(chunk.theirs), size(chunk.ours)];
  if (b === 0 && t === 0 && o === 0) return [];
  if (b === t && b === o && b > 1) {
    return Array.from({ length: b }, (_, index) => {
      const one = ({ from }: Range): Range => ({ from: from + index, to: from + index + 1 });
      return { base: one(chunk.base), theirs: one(chunk.theirs), ours: one(chunk.ours) };
    });
  }
  if (b > 0 && t > b) {
    const written = words(base, chunk.base);
    const first = { from: chunk.theirs.from, to: chunk.theirs.from + b };
    const last = { from: chunk.theirs.to - b, to: chunk.theirs.to };
    const nothing = (at: number): Range => ({ from: at, to: at });
    if (words(theirs, first) === written) {
      const rest = { from: first.to, to: chunk.theirs.to };
      return [
        { ...chunk, theirs: first },
        { base: nothing(chunk.base.to), theirs: rest, ours: nothing(chunk.ours.to) },
      ];
    }
    if (words(theirs, last) === written) {
      const rest = { from: chunk.theirs.from, to: last.from };
      return [
        { base: nothing(chunk.base.from), theirs: rest, ours: nothing(chunk.ours.from) },
        { ...chunk, theirs: last },
      ];
    }
  }
  return [chunk];
}

/** Longer sections than any report has are not compared paragraph by paragraph. */
const longest = 2_000;

/** For every entry of `a` its place in `b` on a longest common subsequence, or null. */
function matches(a: readonly string[], b: readonly string[]): readonly (number | null)[] {
  const found: (number | null)[] = a.map(() => null);
  if (a.length > longest || b.length > longest) return found;
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) found[i++] = j++;
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return found;
}
