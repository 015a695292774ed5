import type { LocalText } from "../../core/result/index.js";

/** A figure of the report and what happens to it. */
export interface FigureChange {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  /** Title of its control: cell and label. */
  readonly source: string;
}

/** Something a person has to decide; until then theirs stays. */
export interface UpdateConflict {
  readonly kind: "edited" | "typed-over" | "record-gone";
  /** Id of the section; for a figure outside every section, `""`. */
  readonly section: string;
  /** Id of the figure, null for prose. */
  readonly figure: string | null;
  readonly reason: LocalText;
  readonly theirs: string;
  readonly ours: string;
}

/** What an update does, before it does it. */
export interface UpdatePlan {
  readonly figures: readonly FigureChange[];
  /** Ids of figures and sections that are rewritten. */
  readonly updated: readonly string[];
  /** Ids of sections that stay as a person left them: edited, emptied or removed. */
  readonly kept: readonly string[];
  readonly conflicts: readonly UpdateConflict[];
}

export const conflictReasons: Readonly<Record<UpdateConflict["kind"], LocalText>> = {
  edited: { zh: "已有人改写，且附表数据使这段文字有了变化", en: "edited by a person" },
  "typed-over": { zh: "数字被人改写，与附表不一致", en: "figure typed over by a person" },
  "record-gone": {
    zh: "文档中没有上次生成的记录，无法判断是否有人改写",
    en: "the record of what was written is gone, so edits cannot be told",
  },
};
