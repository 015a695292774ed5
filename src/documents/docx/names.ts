import { textHash } from "../../core/hash/index.js";

export const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Figures as Word shows them: every figure control is bound to a node of this part. */
export const factsNamespace = "urn:annex-desk:facts:1";
export const factsStore = "{5B0C0F5E-6F3A-4C1D-9E8B-2A7D4C9E1F01}";
/** What we last wrote; nothing is bound to it, so a person typing in Word leaves it alone. */
export const ledgerNamespace = "urn:annex-desk:ledger:1";
export const ledgerStore = "{5B0C0F5E-6F3A-4C1D-9E8B-2A7D4C9E1F02}";

const sectionPrefix = "annex:section:";
const factPrefix = "annex:fact:";
const typedPrefix = "annex:typed:";
/** Word cuts tags and titles of controls at this length. */
const longestTag = 64;

/** The node of a figure in the facts part; ids may hold any character, keys are safe inside an XPath. */
export function factKey(id: string): string {
  return `k${textHash(id)}`;
}

export function sectionTag(id: string): string {
  return sectionPrefix + id;
}

export function factTag(id: string): string {
  const tag = factPrefix + id;
  return tag.length <= longestTag ? tag : `${factPrefix}#${factKey(id)}`;
}

export function typedTag(id: string): string {
  return (typedPrefix + id).slice(0, longestTag);
}

export function controlTitle(text: string): string {
  return text.slice(0, longestTag);
}

/** What a control of ours is, by its tag; null for any other control. */
export type ControlRole =
  | { readonly kind: "section"; readonly id: string }
  | { readonly kind: "fact"; readonly key: string }
  | { readonly kind: "typed"; readonly id: string };

export function roleOfTag(tag: string | null): ControlRole | null {
  if (tag === null) return null;
  if (tag.startsWith(sectionPrefix)) return { kind: "section", id: tag.slice(sectionPrefix.length) };
  if (tag.startsWith(typedPrefix)) return { kind: "typed", id: tag.slice(typedPrefix.length) };
  if (!tag.startsWith(factPrefix)) return null;
  const id = tag.slice(factPrefix.length);
  return { kind: "fact", key: id.startsWith("#k") ? id.slice(1) : factKey(id) };
}

export function factPath(key: string): string {
  return `/a:facts[1]/a:fact[@key='${key}'][1]`;
}

export const factPrefixMapping = `xmlns:a='${factsNamespace}'`;
