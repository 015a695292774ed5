import type { CellRef } from "../../core/facts/index.js";
import type { LocalText } from "../../core/result/index.js";

/** A figure of the report and what happens to it. */
export interface FigureChange {
  readonly id: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** Title of its control: cell and label. */
  readonly source: string;
  /** The cells it was read from; empty for computed, typed and assumed figures. */
  readonly cells: readonly CellRef[];
}

/**
 * edited: a person rewrote the place, and we would write it differently now · meaning: of a passage that a person edited
 * the workbook rewords a sentence, not only its figures (增加 → 减少, 无 → 有) · typed-over: a figure · record-gone:
 * nothing tells what we wrote last, and the words differ.
 */
export type ConflictKind = "edited" | "meaning" | "typed-over" | "record-gone";

/** Something a person has to decide; until then theirs stays, and the question comes again with every update. */
export interface UpdateConflict {
  /** The same as long as both sides say the same: to be given back with the choice. */
  readonly id: string;
  readonly kind: ConflictKind;
  /** Id of the section; for a figure outside every section, `""`. */
  readonly section: string;
  /** Id of the figure, null for prose. */
  readonly figure: string | null;
  readonly reason: LocalText;
  readonly theirs: string;
  readonly ours: string;
}

/**
 * theirs: what stands in the document stays, and the question is not asked again before one of the sides changes ·
 * ours: the figure or wording of the workbook is put in.
 */
export type ConflictChoice = "theirs" | "ours";

/** What a person decided, by the id of the conflict. */
export type ConflictChoices = ReadonlyMap<string, ConflictChoice>;

/** What an update does, before it does it. */
export interface UpdatePlan {
  readonly figures: readonly FigureChange[];
  /** Ids of figures and sections that are rewritten. */
  readonly updated: readonly string[];
  /** Ids of sections that stay as a person left them: edited, emptied or removed. */
  readonly kept: readonly string[];
  /** Open questions, in the order of the report: figures first. */
  readonly conflicts: readonly UpdateConflict[];
  /** Questions that a person answered with `theirs` before; another choice may be made for them. */
  readonly settled: readonly UpdateConflict[];
  /** Ids of sections whose controls were gone: found again by their words, and put into controls with the write. */
  readonly adopted: readonly string[];
}

export const conflictReasons: Readonly<Record<ConflictKind, LocalText>> = {
  edited: { zh: "已有人改写，且附表数据使这段文字有了变化", en: "edited by a person" },
  meaning: {
    zh: "已有人改写这一段，而附表数据使其中这句话的意思变了",
    en: "edited by a person, and the workbook turns the meaning of this sentence",
  },
  "typed-over": { zh: "数字被人改写，与附表不一致", en: "figure typed over by a person" },
  "record-gone": {
    zh: "文档中没有上次生成的记录，无法判断是否有人改写",
    en: "the record of what was written is gone, so edits cannot be told",
  },
};
