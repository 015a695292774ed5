import { bind, type WireObject, type WireType } from "../../objects/wire-object.js";
import { HostError } from "../../protocol/errors.js";
import { reaches } from "../../protocol/requirements.js";
import type { ContentControlModel } from "../model/content-control.js";
import { textOf } from "../model/content-control.js";
import { blocksOf, renumber, replaceContent } from "../model/insert-ooxml.js";
import type { WordDocument } from "../model/word-document.js";
import { w } from "../model/word-xml.js";
import { wordAssumptions } from "../word-assumptions.js";

/** What the objects of Word's model need of the program around them. */
export interface WordState {
  readonly document: WordDocument;
  readonly api: string;
  readonly mayWrite: () => boolean;
  readonly leavesStray: () => boolean;
  readonly release: (referenceId: string) => void;
}

interface Of<T> {
  readonly state: WordState;
  readonly of: T;
}

const paragraphType: WireType<Of<Element>> = {
  name: "Paragraph",
  tracked: true,
  keptInCollections: true,
  scalars: { Text: { get: ({ of }) => textOf(of) } },
  calls: {
    Delete: ({ state, of }) => {
      requireWritable(state);
      of.remove();
      state.document.changes += 1;
      return null;
    },
  },
};

const paragraphsType: WireType<Of<Element>> = {
  name: "ParagraphCollection",
  tracked: true,
  items: ({ state, of }) =>
    [...of.getElementsByTagNameNS(w, "p")].map((paragraph) => bind(paragraphType, { state, of: paragraph })),
};

const rangeType: WireType<Of<Element | null>> = {
  name: "Range",
  tracked: true,
  scalars: { Text: { get: ({ of }) => (of === null ? "" : textOf(of)) } },
  navigations: {
    ParentContentControlOrNullObject: ({ state, of }) => {
      const plain = reaches(state.api, wordAssumptions.plainTextControlsFrom);
      for (let node = of; node !== null; node = node.parentElement) {
        if (node.localName !== "sdt") continue;
        const control = state.document.control(node);
        if (plain || !control.isPlainText) return bind(controlType, { state, of: control });
      }
      return null;
    },
  },
};

const controlType: WireType<Of<ContentControlModel>> = {
  name: "ContentControl",
  id: { name: "Id", of: ({ of }) => of.id as unknown as string },
  tracked: true,
  keptInCollections: true,
  scalars: {
    Id: { get: ({ of }) => of.id },
    Tag: { get: ({ of }) => of.tag },
    Title: { get: ({ of }) => of.title },
    Text: { get: ({ of }) => of.text },
    Type: { get: ({ of }) => (of.isPlainText ? "PlainText" : "RichText") },
    CannotEdit: { get: ({ of }) => of.isLocked },
  },
  navigations: {
    Paragraphs: ({ state, of }) => bind(paragraphsType, { state, of: of.content }),
  },
  objects: {
    InsertOoxml: ({ state, of }, [ooxml, place]) => {
      requireWritable(state);
      if (of.isLocked) throw new HostError(wordAssumptions.writeRefused);
      if (place !== "Replace") throw new HostError("InvalidArgument");
      const { document } = state;
      const blocks = blocksOf(String(ooxml), of.element.ownerDocument);
      if (blocks === null) throw new HostError("InvalidArgument");
      const isTracked = document.changeTracking !== "Off";
      replaceContent(of, blocks, { isTracked, withStray: state.leavesStray() });
      renumber(blocks, document.body);
      document.changes += 1;
      document.refresh();
      return bind(rangeType, { state, of: of.content });
    },
  },
  calls: {
    Select: ({ state, of }) => {
      state.document.selection = of.content;
      return null;
    },
  },
};

interface ControlList {
  readonly state: WordState;
  readonly list: readonly ContentControlModel[];
}

const controlsType: WireType<ControlList> = {
  name: "ContentControlCollection",
  tracked: true,
  items: ({ state, list }) => list.map((of) => bind(controlType, { state, of })),
  objects: {
    GetByTag: ({ state, list }, [tag]) =>
      bind(controlsType, { state, list: list.filter((control) => control.tag === tag) }),
    GetFirstOrNullObject: ({ state, list }) => {
      const [first] = list;
      return first === undefined ? null : bind(controlType, { state, of: first });
    },
  },
};

const bodyType: WireType<WordState> = {
  name: "Body",
  tracked: true,
  navigations: { ContentControls: (state) => controls(state) },
};

const documentType: WireType<WordState> = {
  name: "Document",
  tracked: true,
  scalars: {
    ChangeTrackingMode: {
      get: ({ document }) => document.changeTracking,
      set: ({ document }, mode) => {
        document.changeTracking = mode === "Off" ? "Off" : "TrackAll";
      },
    },
  },
  navigations: {
    Body: (state) => bind(bodyType, state),
    ContentControls: (state) => controls(state),
  },
  objects: {
    GetSelection: (state) => bind(rangeType, { state, of: state.document.selection }),
  },
  calls: {
    _RemoveReference: ({ release }, [id]) => {
      release(String(id));
      return null;
    },
  },
};

export function wordRoot(state: WordState): WireObject {
  return bind(documentType, state);
}

function controls(state: WordState): WireObject {
  const all = state.document.controlsIn(state.document.body);
  return bind(controlsType, { state, list: all.filter((each) => wordAssumptions.listsPlainText || !each.isPlainText) });
}

function requireWritable({ mayWrite }: WordState): void {
  if (!mayWrite()) throw new HostError(wordAssumptions.writeRefused);
}
