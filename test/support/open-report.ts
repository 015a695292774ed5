import { draftNarrative, type Narrative } from "../../src/core/narrative/index.js";
import { writeReport } from "../../src/documents/docx/index.js";
import { hunan, redCross, redCrossSheets } from "../core/narrative/redcross.js";

const { a1, a2 } = redCrossSheets;

/** What the sample workbook says, and what it says after changes. */
export const first: Narrative = draftNarrative(redCross(), hunan);

/** 公用经费 1.12 → 1.5: figures follow, no word changes. */
export const otherMoney: Narrative = draftNarrative(
  redCross({ a1: { ...a1, money: { ...a1.money, operating: { prior: "1.20", budget: "1.12", final: "1.5" } } } }),
  hunan,
);

const reached = a2.indicators.map((item, index) => (index === 2 ? { ...item, score: "15" } : item));

/** An indicator that was missed is reached: the wording of sections changes, figures come and go. */
export const otherWords: Narrative = draftNarrative(redCross({ a2: { ...a2, indicators: reached }, a3: null }), hunan);

export const report: Uint8Array = writeReport(first);
