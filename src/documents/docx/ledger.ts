import { success, type Result } from "../../core/result/index.js";
import { escapeAttribute, readXml } from "../xml/index.js";
import { customXmlProperties } from "./facts-part.js";
import { ledgerNamespace, ledgerStore } from "./names.js";

/** What we last wrote: figures by key, and the fingerprint of every paragraph of a section. */
export interface Ledger {
  readonly figures: ReadonlyMap<string, string>;
  readonly sections: ReadonlyMap<string, readonly string[]>;
}

export const ledgerProperties = customXmlProperties(ledgerStore, ledgerNamespace);

export function ledgerPart({ figures, sections }: Ledger): string {
  const facts = [...figures].map(
    ([key, text]) => `<fact key="${escapeAttribute(key)}" text="${escapeAttribute(text)}"/>`,
  );
  const written = [...sections].map(
    ([id, paragraphs]) =>
      `<section id="${escapeAttribute(id)}" paragraphs="${escapeAttribute(paragraphs.join(" "))}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ledger xmlns="${ledgerNamespace}">${facts.join("")}${written.join("")}</ledger>`;
}

export function readLedgerPart(xml: string, part: string): Result<Ledger> {
  const figures = new Map<string, string>();
  const sections = new Map<string, readonly string[]>();
  const read = readXml(xml, part, {
    open: ({ name, attributes }) => {
      const { key, text, id, paragraphs } = attributes;
      if (name === "fact" && key !== undefined) figures.set(key, text ?? "");
      if (name === "section" && id !== undefined)
        sections.set(
          id,
          (paragraphs ?? "").split(" ").filter((p) => p !== ""),
        );
    },
  });
  return read.ok ? success({ figures, sections }) : read;
}

export function sameLedger(a: Ledger, b: Ledger): boolean {
  return ledgerPart(sorted(a)) === ledgerPart(sorted(b));
}

function sorted({ figures, sections }: Ledger): Ledger {
  const byKey = <T>(entries: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  return { figures: byKey(figures), sections: byKey(sections) };
}
