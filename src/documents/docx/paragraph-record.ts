import { textHash } from "../../core/hash/index.js";
import { sentencesOf } from "./sentences.js";

/** A paragraph by fingerprint: enough to tell whether it, or one of its sentences, was changed; no words are kept. */
export interface ParagraphRecord {
  readonly hash: string;
  /** In order; empty where nothing is known of them. */
  readonly sentences: readonly string[];
}

/** Stands for words of which nobody knows what we wrote. No fingerprint reads like it. */
export const unknownMark = "?";
export const unknownParagraph: ParagraphRecord = { hash: unknownMark, sentences: [] };

export function recordOf(skeleton: string): ParagraphRecord {
  const hash = textHash(skeleton);
  const sentences = sentencesOf(skeleton);
  return { hash, sentences: sentences.length > 1 ? sentences.map(textHash) : [hash] };
}

/** A paragraph of which some sentences were left as they were: it reads like neither version. */
export function mixedRecord(sentences: readonly string[]): ParagraphRecord {
  const isUnknown = sentences.length === 0 || sentences.includes(unknownMark);
  return { hash: isUnknown ? unknownMark : textHash(sentences.join(".")), sentences };
}

/** `hash`, or `hash:sentence.sentence` where that tells more. */
export function writtenRecord({ hash, sentences }: ParagraphRecord): string {
  const isWhole = sentences.length === 0 || (sentences.length === 1 && sentences[0] === hash);
  return isWhole ? hash : `${hash}:${sentences.join(".")}`;
}

export function readRecord(text: string): ParagraphRecord {
  const [hash = "", sentences] = text.split(":");
  if (sentences !== undefined) return { hash, sentences: sentences.split(".") };
  return hash === unknownMark ? unknownParagraph : { hash, sentences: [hash] };
}
