import {
  serializeToWellFormedString,
  type Attr,
  type CharacterData,
  type Document,
  type Element,
  type Node,
} from "slimdom";
import { escapeAttribute, escapeText } from "../xml/index.js";
import { wordNamespace } from "./names.js";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * The part as text. Prefixes stand as they were written, and what we put in uses `w`, so nothing has to be renamed as
 * the general serializer would check for every element; that one takes over where `w` means something else.
 */
export function serializePart(document: Document): string {
  const root = document.documentElement;
  if (root?.getAttribute("xmlns:w") !== wordNamespace) return head + serializeToWellFormedString(document);
  return head + written(document);
}

/** A node as text that stands under a root with the same declarations. */
export function written(node: Node): string {
  switch (node.nodeType) {
    case 1:
      return element(node as Element);
    case 3:
      return escapeText((node as CharacterData).data);
    case 4:
      return `<![CDATA[${(node as CharacterData).data}]]>`;
    case 8:
      return `<!--${(node as CharacterData).data}-->`;
    case 7:
      return `<?${node.nodeName} ${(node as CharacterData).data}?>`;
    default:
      return node.childNodes.map(written).join("");
  }
}

function element(node: Element): string {
  let start = `<${node.nodeName}`;
  for (const attribute of node.attributes) start += ` ${attribute.name}="${valueOf(attribute)}"`;
  let content = "";
  for (const child of node.childNodes) content += written(child);
  return content === "" ? `${start}/>` : `${start}>${content}</${node.nodeName}>`;
}

function valueOf({ value }: Attr): string {
  return plain.test(value) ? value : escapeAttribute(value);
}

/** Most attributes need no escaping. */
const plain = /^[\w#.:/{} -]*$/;
