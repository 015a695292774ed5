import type { ScoreEdits, SkipReason } from "../app/index.js";
import type { LocalText } from "../core/result/index.js";
import { addressOf } from "../core/sheet/index.js";
import type { WriteBackPlan } from "./engine.js";
import { placeOf } from "./fix-plan.js";

/** The write-back of scores as the pane shows it. */
export function writeBackPlanOf({ edits, changes, skipped }: ScoreEdits): WriteBackPlan {
  return {
    edits,
    changes: changes.map(({ cell, before, after, formula, label }) => ({
      place: placeOf(cell.sheet, addressOf(cell)),
      target: { sheet: cell.sheet, area: { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column } },
      name: label,
      oldShown: before,
      newShown: after,
      formula,
    })),
    skipped: skipped.map(({ cell, label, reason }) => ({
      place: cell ? placeOf(cell.sheet, addressOf(cell)) : "",
      name: label,
      reason: reasons[reason],
    })),
  };
}

const reasons: Readonly<Record<SkipReason, LocalText>> = {
  protected: { zh: "单元格受保护", en: "the cell is protected" },
  "needs-person": { zh: "要由人判断，不代填", en: "a person decides" },
  text: { zh: "单元格里写有文字，不覆盖", en: "the cell holds words, which are not written over" },
  shared: { zh: "几项指标合用一个得分单元格", en: "several indicators share one score cell" },
  "no-cell": { zh: "没有得分单元格", en: "there is no cell for the score" },
};
