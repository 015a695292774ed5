import { textHash } from "../../../core/hash/index.js";
import type { LocalText } from "../../../core/result/index.js";

/** The Word template that a report was made from. */
export interface TemplateLink {
  /** File name without path. */
  readonly name: string;
  /** Tells one edition of the file from another. */
  readonly hash: string;
}

/** Every byte counts: a template saved anew is another edition. */
export function templateLink(name: string, bytes: Uint8Array): TemplateLink {
  return { name, hash: textHash(new TextDecoder("latin1").decode(bytes)) };
}

/** What a person should know before another template is used; null where it is the same. */
export function otherTemplate(before: TemplateLink | null, now: TemplateLink): LocalText | null {
  if (!before || before.hash === now.hash || (before.hash === "" && before.name === now.name)) return null;
  if (before.name === now.name) {
    return {
      zh: `模板“${now.name}”在上次之后改动过`,
      en: `the template ${now.name} was changed since`,
    };
  }
  return {
    zh: `原来用的模板是“${before.name}”，这次是“${now.name}”`,
    en: `it was made from ${before.name} before, and from ${now.name} now`,
  };
}
