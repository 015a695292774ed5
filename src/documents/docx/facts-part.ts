import type { Figure } from "../../core/narrative/index.js";
import { addressOf } from "../../core/sheet/index.js";
import { success, type Result } from "../../core/result/index.js";
import { escapeAttribute, escapeText, readXml } from "../xml/index.js";
import { factKey, factsNamespace, factsStore } from "./names.js";

/** One node of the facts part; a bound control shows its text. */
export interface FactNode {
  readonly key: string;
  readonly id: string;
  readonly text: string;
  /** 附件1!D24, or `""`. */
  readonly source: string;
}

export function factNode(figure: Figure): FactNode {
  const [cell] = figure.cells;
  const source = cell ? `${cell.sheet}!${addressOf(cell)}` : "";
  return { key: factKey(figure.id), id: figure.id, text: figure.text, source };
}

export function factsPart(nodes: readonly FactNode[]): string {
  const lines = nodes.map(
    ({ key, id, text, source }) =>
      `<fact key="${escapeAttribute(key)}" id="${escapeAttribute(id)}" source="${escapeAttribute(source)}">${escapeText(text)}</fact>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<facts xmlns="${factsNamespace}">${lines.join("")}</facts>`;
}

/** Nodes by key. Word keeps attributes it does not know. */
export function readFactsPart(xml: string, part: string): Result<ReadonlyMap<string, FactNode>> {
  const nodes = new Map<string, FactNode>();
  let current: FactNode | null = null;
  const read = readXml(xml, part, {
    open: ({ name, attributes }) => {
      if (name !== "fact") return;
      current = {
        key: attributes["key"] ?? "",
        id: attributes["id"] ?? "",
        text: "",
        source: attributes["source"] ?? "",
      };
    },
    text: (text) => {
      if (current) current = { ...current, text: current.text + text };
    },
    close: (name) => {
      if (name !== "fact" || !current) return;
      if (current.key !== "" && !nodes.has(current.key)) nodes.set(current.key, current);
      current = null;
    },
  });
  return read.ok ? success(nodes) : read;
}

/** The description of a custom XML part by which a binding finds it. */
export function customXmlProperties(store: string, namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${store}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${namespace}"/></ds:schemaRefs></ds:datastoreItem>`;
}

export const factsProperties = customXmlProperties(factsStore, factsNamespace);
