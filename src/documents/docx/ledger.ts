import { success, type Result } from "../../core/result/index.js";
import { escapeAttribute, readXml } from "../xml/index.js";
import { customXmlProperties } from "./facts-part.js";
import { ledgerNamespace, ledgerStore } from "./names.js";
import type { TemplateLink } from "./template/template-link.js";
import { readRecord, writtenRecord, type ParagraphRecord } from "./paragraph-record.js";

/** A figure as it was when the report was last written. */
export interface FigureRecord {
  /** What the workbook said when document and workbook last agreed. */
  readonly agreed: string;
  /** What was left in the document: another text where a person typed over the figure. */
  readonly left: string;
}

/** What we last wrote: figures by key, and the fingerprint of every paragraph of a section. */
export interface Ledger {
  readonly figures: ReadonlyMap<string, FigureRecord>;
  readonly sections: ReadonlyMap<string, readonly ParagraphRecord[]>;
  /** Ids of conflicts that a person settled by keeping what stands in the document. */
  readonly settled: ReadonlySet<string>;
  /** Null for a report that was made without one. */
  readonly template: TemplateLink | null;
}

export const ledgerProperties = customXmlProperties(ledgerStore, ledgerNamespace);

export function ledgerPart({ figures, sections, settled, template }: Ledger): string {
  const facts = [...figures].map(
    ([key, { agreed, left }]) =>
      `<fact key="${escapeAttribute(key)}" text="${escapeAttribute(agreed)}"${left === agreed ? "" : ` left="${escapeAttribute(left)}"`}/>`,
  );
  const written = [...sections].map(
    ([id, paragraphs]) =>
      `<section id="${escapeAttribute(id)}" paragraphs="${escapeAttribute(paragraphs.map(writtenRecord).join(" "))}"/>`,
  );
  const kept = [...settled].map((id) => `<settled conflict="${escapeAttribute(id)}"/>`);
  const link = template
    ? [`<template name="${escapeAttribute(template.name)}" hash="${escapeAttribute(template.hash)}"/>`]
    : [];
  const content = [...facts, ...written, ...kept, ...link].join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ledger xmlns="${ledgerNamespace}">${content}</ledger>`;
}

export function readLedgerPart(xml: string, part: string): Result<Ledger> {
  const figures = new Map<string, FigureRecord>();
  const sections = new Map<string, readonly ParagraphRecord[]>();
  const settled = new Set<string>();
  let template: TemplateLink | null = null;
  const read = readXml(xml, part, {
    open: ({ name, attributes }) => {
      const { key, text = "", left = text, id, paragraphs, conflict } = attributes;
      if (name === "fact" && key !== undefined) figures.set(key, { agreed: text, left });
      if (name === "template") template = { name: attributes["name"] ?? "", hash: attributes["hash"] ?? "" };
      if (name === "settled" && conflict !== undefined) settled.add(conflict);
      if (name === "section" && id !== undefined) {
        const records = (paragraphs ?? "").split(" ").filter((record) => record !== "");
        sections.set(id, records.map(readRecord));
      }
    },
  });
  return read.ok ? success({ figures, sections, settled, template }) : read;
}

export function sameLedger(a: Ledger, b: Ledger): boolean {
  return ledgerPart(sorted(a)) === ledgerPart(sorted(b));
}

function sorted({ figures, sections, settled, template }: Ledger): Ledger {
  const byKey = <T>(entries: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  return { figures: byKey(figures), sections: byKey(sections), settled: new Set([...settled].sort()), template };
}
