import type { NarrativeBlock, SentenceSpec } from "./narrative-schema.js";

export type EnumerationSpec = Extract<SentenceSpec, { readonly enumerate: unknown }>;

/** Every enumeration written in these blocks, those under headings and in alternatives included. */
export function enumerationsOf(blocks: readonly NarrativeBlock[]): readonly EnumerationSpec[] {
  return blocks.flatMap((block) => {
    if ("paragraph" in block) return block.paragraph.flatMap(inSentence);
    if ("items" in block) return block.items.flatMap(inSentence);
    if ("prose" in block) return enumerationsOf(block.otherwise ?? []);
    if ("first" in block) return enumerationsOf(block.first);
    return enumerationsOf("points" in block ? block.points : block.body);
  });
}

function inSentence(sentence: SentenceSpec): readonly EnumerationSpec[] {
  if (typeof sentence === "string") return [];
  if ("first" in sentence) return sentence.first.flatMap(inSentence);
  return "enumerate" in sentence ? [sentence] : [];
}
