/** The known word that a mistyped one is most likely meant to be; null when none is near. */
export function nearestOf(word: string, known: readonly string[]): string | null {
  const wanted = word.slice(0, longest).toLowerCase();
  let best: { readonly word: string; readonly distance: number } | null = null;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) > farthest) continue;
    const distance = editDistance(wanted, candidate.slice(0, longest).toLowerCase());
    const limit = Math.min(farthest, Math.max(1, Math.floor(wanted.length / 3)));
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { word: candidate, distance };
  }
  return best?.word ?? null;
}

const longest = 60;
const farthest = 4;

/** Insertions, deletions, replacements and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const differs = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + differs);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      current.push(least);
    }
    before = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
