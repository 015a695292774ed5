import type { WorkbookModel, XmlPart } from "../model/workbook-model.js";
import { assumptions } from "../assumptions.js";
import { HostError } from "../protocol/errors.js";
import { bind, type Argument, type WireObject, type WireType } from "./wire-object.js";

interface PartTarget {
  readonly book: WorkbookModel;
  readonly part: XmlPart;
}

interface ScopedTarget {
  readonly book: WorkbookModel;
  readonly namespace: string;
}

const partType: WireType<PartTarget> = {
  name: "CustomXmlPart",
  id: { name: "Id", of: ({ part }) => part.id },
  scalars: {
    Id: { get: ({ part }) => part.id },
    NamespaceUri: { get: ({ part }) => namespaceOf(part.xml) },
  },
  calls: {
    GetXml: ({ part }) => part.xml,
    SetXml: ({ book, part }, [xml]) => {
      requireWritable(book);
      const before = part.xml;
      book.journal.record(() => (part.xml = before));
      part.xml = wellFormed(xml);
      return null;
    },
    Delete: ({ book, part }) => {
      requireWritable(book);
      book.xmlParts.splice(book.xmlParts.indexOf(part), 1);
      return null;
    },
  },
};

const partsType: WireType<WorkbookModel> = {
  name: "CustomXmlPartCollection",
  items: (book) => book.xmlParts.map((part) => bind(partType, { book, part })),
  item: (book, id) => partOrThrow(book, id),
  objects: {
    Add: (book, [xml]) => {
      requireWritable(book);
      const part = { id: book.nextGuid(), xml: wellFormed(xml) };
      book.xmlParts.push(part);
      book.journal.record(() => book.xmlParts.splice(book.xmlParts.indexOf(part), 1));
      return bind(partType, { book, part });
    },
    GetByNamespace: (book, [namespace]) => bind(scopedType, { book, namespace: String(namespace) }),
    GetItemOrNullObject: (book, [id]) => {
      const part = book.xmlParts.find((each) => each.id === id);
      return part === undefined ? null : bind(partType, { book, part });
    },
  },
  calls: { GetCount: (book) => book.xmlParts.length },
};

const scopedType: WireType<ScopedTarget> = {
  name: "CustomXmlPartScopedCollection",
  items: (target) => scoped(target).map((part) => bind(partType, { book: target.book, part })),
  objects: {
    GetOnlyItem: (target) => {
      const [part, ...others] = scoped(target);
      if (part === undefined) throw new HostError("ItemNotFound");
      if (others.length > 0) throw new HostError("GeneralException");
      return bind(partType, { book: target.book, part });
    },
    // Documented: a null object when there is none, and also when there are several.
    GetOnlyItemOrNullObject: (target) => {
      const [part, ...others] = scoped(target);
      return part === undefined || others.length > 0 ? null : bind(partType, { book: target.book, part });
    },
  },
  calls: { GetCount: (target) => scoped(target).length },
};

export function xmlParts(book: WorkbookModel): WireObject {
  return bind(partsType, book);
}

function scoped({ book, namespace }: ScopedTarget): XmlPart[] {
  return book.xmlParts.filter((part) => namespaceOf(part.xml) === namespace);
}

function partOrThrow(book: WorkbookModel, id: Argument): WireObject {
  const part = book.xmlParts.find((each) => each.id === id);
  if (part === undefined) throw new HostError("ItemNotFound");
  return bind(partType, { book, part });
}

/** The default namespace of the root element, which is all that the add-in's own parts use. */
function namespaceOf(xml: string): string {
  const root = /<(?![?!])[^>]*>/.exec(xml)?.[0] ?? "";
  return /\sxmlns="([^"]*)"/.exec(root)?.[1] ?? "";
}

function wellFormed(xml: Argument): string {
  if (typeof xml !== "string" || !/<(?![?!])[^>]*>/.test(xml)) throw new HostError("InvalidArgument");
  return xml;
}

function requireWritable(book: WorkbookModel): void {
  if (book.readOnly) throw new HostError(assumptions.writeRefused);
}
