/** A mark of ours may hold any words; what ends a sentence inside it ends none. */
const opening = new Set(["\uE000", "\uE002", "\uE004"]);
const closing = new Set(["\uE001", "\uE003", "\uE005"]);
const ends = new Set(["。", "！", "？", "；", "\n"]);
/** What may still follow the end of a sentence and belongs to it. */
const after = new Set(["”", "’", "）", ")", "》"]);

/** The sentences of a paragraph's skeleton, each with what ends it; together they are the paragraph. */
export function sentencesOf(skeleton: string): readonly string[] {
  const sentences: string[] = [];
  let from = 0;
  let isInside = false;
  for (let at = 0; at < skeleton.length; at++) {
    const letter = skeleton.charAt(at);
    if (opening.has(letter)) isInside = true;
    else if (closing.has(letter)) isInside = false;
    else if (!isInside && ends.has(letter)) {
      while (ends.has(skeleton.charAt(at + 1)) || after.has(skeleton.charAt(at + 1))) at++;
      sentences.push(skeleton.slice(from, at + 1));
      from = at + 1;
    }
  }
  if (from < skeleton.length) sentences.push(skeleton.slice(from));
  return sentences;
}
