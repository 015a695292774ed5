import { MutationObserver, type Document, type Element, type MutationRecord, type Node } from "slimdom";
import { readXml } from "../xml/index.js";
import { success, type Result } from "../../core/result/index.js";

/** Offsets of an element in the text of its part: of its start tag, of the end of that, and of its own end. */
interface Place {
  readonly start: number;
  readonly inner: number;
  end: number;
}

/** The elements of a part in document order, by where they stand. Failures: `damaged`, `unsafe`. */
export function placesOf(text: string, part: string): Result<readonly Place[]> {
  const places: Place[] = [];
  const open: Place[] = [];
  const read = readXml(text, part, {
    open: ({ end }) => {
      // No start tag holds a "<" but its own.
      const place = { start: text.lastIndexOf("<", end - 1), inner: end, end };
      places.push(place);
      open.push(place);
    },
    close: (_, end) => {
      const place = open.pop();
      if (place) place.end = end;
    },
  });
  return read.ok ? success(places) : read;
}

/**
 * The text of a part and the tree read from it. What is changed in the tree is told apart, so that all the rest can be
 * written back as it stands in the text, to the byte.
 */
export class PartText {
  private readonly observer = new MutationObserver((records) => this.note(records));
  private sources: ReadonlyMap<Node, Place> | null = null;
  private readonly touched = new Set<Node>();
  private readonly withOtherChildren = new Set<Node>();
  private readonly withOtherAttributes = new Set<Node>();

  constructor(
    readonly text: string,
    readonly document: Document,
    private readonly places: readonly Place[],
  ) {}

  /** To be called before the tree is changed for the first time. */
  watch(): void {
    if (this.sources) return;
    const elements = this.document.getElementsByTagName("*");
    const sources = new Map<Node, Place>();
    elements.forEach((element, index) => {
      const place = this.places[index];
      if (place) sources.set(element, place);
    });
    this.sources = sources;
    const everything = { childList: true, attributes: true, characterData: true, subtree: true };
    this.observer.observe(this.document, everything);
  }

  get isChanged(): boolean {
    this.note(this.observer.takeRecords());
    return this.touched.size > 0;
  }

  /** The text of an element that nothing was changed in; null for any other. */
  untouched(element: Element): string | null {
    const place = this.sources?.get(element);
    return place && !this.touched.has(element) ? this.text.slice(place.start, place.end) : null;
  }

  /** The start tag as it was written, open for content; null where its attributes changed or it is new. */
  startTag(element: Element): string | null {
    const place = this.sources?.get(element);
    if (!place || this.withOtherAttributes.has(element)) return null;
    return this.text.slice(place.start, place.inner).replace(/\s*\/>$/, ">");
  }

  /**
   * What stands between the children of an element, before the first and after the last, with its end tag; null where
   * children came or went.
   */
  gaps(element: Element): readonly string[] | null {
    const place = this.sources?.get(element);
    if (!place || this.withOtherChildren.has(element)) return null;
    const gaps: string[] = [];
    let at = place.inner;
    for (const child of element.children) {
      const source = this.sources?.get(child);
      if (!source) return null;
      gaps.push(this.text.slice(at, source.start));
      at = source.end;
    }
    return [...gaps, this.text.slice(at, place.end)];
  }

  /** What stands before and after the root. */
  get around(): readonly [before: string, after: string] {
    const [root] = this.places;
    return root ? [this.text.slice(0, root.start), this.text.slice(root.end)] : ["", ""];
  }

  private note(records: readonly MutationRecord[]): void {
    for (const { type, target } of records) {
      const holder = type === "characterData" ? target.parentNode : target;
      if (!holder) continue;
      if (type === "attributes") this.withOtherAttributes.add(holder);
      else this.withOtherChildren.add(holder);
      for (let node: Node | null = holder; node && !this.touched.has(node); node = node.parentNode) {
        this.touched.add(node);
      }
    }
  }
}
