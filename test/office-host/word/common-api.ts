import { randomUUID } from "node:crypto";
import type { HostAnswer } from "../emulated-host.js";
import { elementFrom, namespaceOf, type CustomPartModel } from "./model/custom-part.js";
import type { WordDocument } from "./model/word-document.js";
import { nodesAt } from "./model/simple-path.js";
import { parseXml, xmlText } from "./model/word-xml.js";
import { wordAssumptions } from "./word-assumptions.js";

/** Calls of the Common API by the number under which the library sends them. */
export const commonDispatchIds = {
  getFile: 77,
  getSlice: 80,
  closeFile: 81,
  addPart: 128,
  partsByNamespace: 130,
  partXml: 131,
  partNodes: 132,
  deletePart: 133,
  nodeXml: 135,
  setNodeXml: 138,
  nodeText: 142,
  setNodeText: 143,
} as const;

export const commonCallNames: ReadonlyMap<number, string> = new Map(
  Object.entries(commonDispatchIds).map(([name, id]) => [id, name]),
);

const generic = 5001;
const customXmlError = 6100;

/** Office.context.document of Word: the file as it would be saved, and custom XML parts. */
export class CommonApi {
  private readonly handles = new Map<string, { readonly part: CustomPartModel; readonly node: Node }>();
  private readonly files = new Map<number, Uint8Array>();
  private lastHandle = 0;
  /** Documented: no more than two copies may be in memory. */
  get openFiles(): number {
    return this.files.size;
  }

  constructor(
    private readonly document: WordDocument,
    private readonly mayWrite: () => boolean,
  ) {}

  async execute(dispatchId: number, params: readonly unknown[]): Promise<HostAnswer | null> {
    const [first, second, third] = params;
    switch (dispatchId) {
      case commonDispatchIds.getFile: {
        if (this.files.size >= 2) return failed(generic);
        const bytes = await this.document.bytes();
        this.files.set(++this.lastHandle, bytes);
        return done(this.lastHandle, bytes.length);
      }
      case commonDispatchIds.getSlice: {
        const bytes = this.files.get(Number(first));
        if (bytes === undefined) return failed(generic);
        const slice = bytes.subarray(Number(second), Number(second) + Number(third));
        return done([...slice], slice.length);
      }
      case commonDispatchIds.closeFile:
        return this.files.delete(Number(first)) ? done() : failed(generic);
      case commonDispatchIds.addPart: {
        if (!this.mayWrite()) return failed(customXmlError);
        const id = `{${randomUUID().toUpperCase()}}`;
        this.document.customParts.push({ id, name: null, document: parseXml(String(first)) });
        this.document.changes += 1;
        return done([id, false]);
      }
      case commonDispatchIds.partsByNamespace: {
        const found = this.document.customParts.filter((part) => namespaceOf(part) === first);
        return done(found.map(({ id }) => [id, false]));
      }
      default:
        return this.ofPart(dispatchId, params) ?? this.ofNode(dispatchId, params);
    }
  }

  private ofPart(dispatchId: number, [id, xpath]: readonly unknown[]): HostAnswer | null {
    const part = this.document.customParts.find((each) => each.id === id);
    if (part === undefined) return null;
    switch (dispatchId) {
      case commonDispatchIds.partXml:
        return done(xmlText(part.document));
      case commonDispatchIds.partNodes:
        return done(nodesAt(part.document, String(xpath), "").map((node) => this.handleOf(part, node)));
      case commonDispatchIds.deletePart:
        if (!this.mayWrite()) return failed(customXmlError);
        this.document.customParts.splice(this.document.customParts.indexOf(part), 1);
        this.document.changes += 1;
        return done();
      default:
        return null;
    }
  }

  private handleOf(part: CustomPartModel, node: Node): readonly unknown[] {
    const handle = `node-${++this.lastHandle}`;
    this.handles.set(handle, { part, node });
    const element = node as Element;
    return [handle, element.localName, element.namespaceURI, "Element"];
  }

  private ofNode(dispatchId: number, [handle, value]: readonly unknown[]): HostAnswer | null {
    const found = this.handles.get(String(handle));
    if (found === undefined) return null;
    const { part, node } = found;
    if (!part.document.contains(node)) return failed(wordAssumptions.nodeGone);
    switch (dispatchId) {
      case commonDispatchIds.nodeXml:
        return done(xmlText(node));
      case commonDispatchIds.nodeText:
        return done(node.textContent ?? "");
      case commonDispatchIds.setNodeText:
        if (!this.mayWrite()) return failed(customXmlError);
        if (node.textContent === "") return failed(wordAssumptions.setTextOfEmptyNode);
        node.textContent = String(value);
        return this.written();
      case commonDispatchIds.setNodeXml: {
        if (!this.mayWrite()) return failed(customXmlError);
        const element = elementFrom(String(value));
        if (element === null) return failed(wordAssumptions.xmlWithDeclaration);
        (node as Element).replaceWith(part.document.importNode(element, true));
        return this.written();
      }
      default:
        return null;
    }
  }

  private written(): HostAnswer {
    this.document.changes += 1;
    this.document.refresh();
    return done();
  }
}

function done(...payload: readonly unknown[]): HostAnswer {
  return { status: 0, payload };
}

function failed(status: number): HostAnswer {
  return { status, payload: [] };
}
