import {
  sameIndicators,
  type KeptDecision,
  type LapsedDecision,
  type SameIndicator,
} from "../core/achievement/index.js";
import type { OpenBook } from "../app/index.js";
import { factAt, itemsAt, type FactBook } from "../core/facts/index.js";
import type { ScoringProfile } from "../core/pack/index.js";
import type { LocalText } from "../core/result/index.js";
import type { LapsedChoice, LineRef, ScoreBoard, ScoreChoice, ScoreDifference } from "./engine.js";
import { targetOf } from "./report-text.js";
import { scoreSheetOf } from "./score-sheet-of.js";

/** All scored annexes of a workbook as the pane shows them. */
export function scoreBoardOf({ scores, book, decisions }: OpenBook, profile: ScoringProfile): ScoreBoard {
  const choiceOf = (annexKey: string, path: string): ScoreChoice | null => {
    const found = decisions.live.find((decision) => decision.annex === annexKey && decision.path === path);
    return found ? choiceIn(found) : null;
  };
  return {
    sheets: scores.map((score) => scoreSheetOf(score, book, profile, choiceOf)),
    differences: sameIndicators(scores, profile).flatMap(differenceOf),
    lapsed: decisions.lapsed.map(lapsedOf),
  };
}

/** A choice as it is kept, with the words of the cells it is made for; null when the indicator is gone. */
export function decisionOf(
  book: FactBook,
  { annexKey, path }: LineRef,
  choice: ScoreChoice,
  on: string,
): KeptDecision | null {
  const annex = book.annexes.find(({ key }) => key === annexKey);
  const record = itemsAt(annex?.root ?? null, "indicators").find((item) => item.path === path);
  if (!record) return null;
  const shown = (name: string): string => factAt(record, name)?.shown ?? "";
  return { annex: annexKey, path, ...choice, forTarget: shown("target"), forActual: shown("actual"), by: "", on };
}

function choiceIn({ target, actual, direction, level }: KeptDecision): ScoreChoice {
  return {
    ...(target !== undefined && { target }),
    ...(actual !== undefined && { actual }),
    ...(direction && { direction }),
    ...(level && { level }),
  };
}

function differenceOf({ name, upper, lower, differs }: SameIndicator): readonly ScoreDifference[] {
  if (differs.length === 0) return [];
  const what = differs.map((part) => {
    const label = part === "target" ? "指标值" : "完成值";
    return `${label} ${upper.sheet} ${upper.line[part].text || "未填"}，${lower.sheet} ${lower.line[part].text || "未填"}`;
  });
  const [first = "target"] = differs;
  return [{ name, what: what.join("；"), place: targetOf(lower.line.cells[first]) }];
}

function lapsedOf({ decision, reason, name, sheet }: LapsedDecision): LapsedChoice {
  return {
    annexKey: decision.annex,
    path: decision.path,
    // The path of an indicator that is gone holds its name: indicators[造林面积].
    name: name || decision.path.replace(/^indicators\[(.*)\]$/, "$1"),
    sheet,
    reason: reasons[reason],
  };
}

const reasons: Readonly<Record<LapsedDecision["reason"], LocalText>> = {
  changed: {
    zh: "单元格内容已改，原来的判断不再适用",
    en: "its cells have changed since, so the decision no longer applies",
  },
  gone: { zh: "表里已没有这项指标", en: "the indicator is no longer in the sheets" },
};
