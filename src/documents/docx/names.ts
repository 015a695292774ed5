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
const bodyPrefix = "annex:body:";
const headPrefix = "annex:head:";
const tablePrefix = "annex:table:";
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

/** A figure in a row that is repeated for every record of a list. */
export function cellTag(id: string, { list, column }: CellPlace): string {
  return `${factPrefix}#${factKey(id)}@${list}.${column}`;
}

/** What stands under a title of the template's own. `?`: gone from sight while it says nothing. */
export function bodyTag(id: string, vanishes: boolean): string {
  return `${bodyPrefix}${id}${vanishes ? "?" : ""}`;
}

/** A paragraph of the template that comes and goes with the section after it. */
export function headTag(id: string): string {
  return headPrefix + id;
}

export function tableTag(annex: string): string {
  return tablePrefix + annex;
}

export function typedTag(id: string): string {
  return (typedPrefix + id).slice(0, longestTag);
}

export function controlTitle(text: string): string {
  return text.slice(0, longestTag);
}

/** The column of a list that a figure in a repeated row stands for. */
export interface CellPlace {
  readonly list: string;
  readonly column: string;
}

/** What a control of ours is, by its tag; null for any other control. */
export type ControlRole =
  | { readonly kind: "section"; readonly id: string }
  | { readonly kind: "body"; readonly id: string; readonly vanishes: boolean }
  | { readonly kind: "head"; readonly id: string }
  | { readonly kind: "table"; readonly id: string }
  /** `id` is null where the tag has room for the key only. */
  | { readonly kind: "fact"; readonly key: string; readonly id: string | null; readonly cell: CellPlace | null }
  | { readonly kind: "typed"; readonly id: string };

export function roleOfTag(tag: string | null): ControlRole | null {
  if (tag === null) return null;
  if (tag.startsWith(sectionPrefix)) return { kind: "section", id: tag.slice(sectionPrefix.length) };
  if (tag.startsWith(typedPrefix)) return { kind: "typed", id: tag.slice(typedPrefix.length) };
  if (tag.startsWith(bodyPrefix)) {
    const id = tag.slice(bodyPrefix.length);
    return { kind: "body", id: id.replace(/\?$/, ""), vanishes: id.endsWith("?") };
  }
  if (tag.startsWith(headPrefix)) return { kind: "head", id: tag.slice(headPrefix.length) };
  if (tag.startsWith(tablePrefix)) return { kind: "table", id: tag.slice(tablePrefix.length) };
  return tag.startsWith(factPrefix) ? factRole(tag.slice(factPrefix.length)) : null;
}

function factRole(id: string): ControlRole {
  if (!id.startsWith("#k")) return { kind: "fact", key: factKey(id), id, cell: null };
  const [key = "", place] = id.slice(1).split("@");
  const [list = "", column = ""] = place?.split(".") ?? [];
  return { kind: "fact", key, id: null, cell: place === undefined ? null : { list, column } };
}

export function factPath(key: string): string {
  return `/a:facts[1]/a:fact[@key='${key}'][1]`;
}

export const factPrefixMapping = `xmlns:a='${factsNamespace}'`;
