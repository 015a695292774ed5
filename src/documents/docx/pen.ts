import type { RevisionMarks } from "./revision-marks.js";
import { styleIds, type StyleName } from "./styles.js";

/** Hands out control ids: the same tags in the same order always get the same ids, and none twice. */
export class ControlIds {
  private readonly taken: Set<number>;
  private next = 1;

  constructor(taken: Iterable<number> = []) {
    this.taken = new Set(taken);
  }

  fresh(): number {
    while (this.taken.has(this.next)) this.next++;
    this.taken.add(this.next);
    return this.next;
  }
}

/** What it takes to put words into a document. */
export interface Pen {
  readonly ids: ControlIds;
  /** The ids that our styles have in this document. */
  readonly styles: Readonly<Record<StyleName, string>>;
  /** Null where the document tracks no changes. */
  readonly revision: RevisionMarks | null;
}

/** For a document of our own. */
export function plainPen(ids = new ControlIds()): Pen {
  return { ids, styles: styleIds, revision: null };
}
