import { textHash } from "../../core/hash/index.js";
import { sentencesOf } from "./sentences.js";

/** A paragraph by fingerprint: enough to tell whether it, or one of its sentences, was changed; no words are kept. */
export interface ParagraphRecord {
  readonly hash: string;
  /** In order; empty where only the whole is on record. */
  readonly sentences: readonly string[];
}

/** Stands for a paragraph of which nobody knows what we wrote. No fingerprint reads like it. */
export const unknownParagraph: ParagraphRecord = { hash: "?", sentences: [] };

export function recordOf(skeleton: string): ParagraphRecord {
  return { hash: textHash(skeleton), sentences: sentencesOf(skeleton).map(textHash) };
}

/** `hash`, or `hash:sentence.sentence` where there are several. */
export function writtenRecord({ hash, sentences }: ParagraphRecord): string {
  return sentences.length > 1 ? `${hash}:${sentences.join(".")}` : hash;
}

export function readRecord(text: string): ParagraphRecord {
  const [hash = "", sentences] = text.split(":");
  if (hash === unknownParagraph.hash) return unknownParagraph;
  return { hash, sentences: sentences === undefined ? [hash] : sentences.split(".") };
}
