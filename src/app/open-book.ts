import { scoreAnnexes, sortDecisions, type SheetScore, type SortedDecisions } from "../core/achievement/index.js";
import { buildBook, type FactBook } from "../core/facts/index.js";
import type { Pack } from "../core/pack/index.js";
import type { KeptExplanation } from "../core/findings/index.js";
import { recognise, type Recognition } from "../core/recognise/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import { readDesk } from "../documents/desk/index.js";
import { withoutCheckSheets } from "./sheet-mark.js";
import { typedFactsOf } from "./typed-facts-of.js";

/** A workbook as the engine understands it: its annexes, their facts, their scores. */
export interface OpenBook {
  readonly recognition: Recognition;
  /** With the derived facts of the scoring. */
  readonly book: FactBook;
  readonly scores: readonly SheetScore[];
  /** What people decided about readings: the decisions at work, and those whose cells have changed since. */
  readonly decisions: SortedDecisions;
  /** What people wrote about findings, kept in the workbook. */
  readonly explanations: readonly KeptExplanation[];
}

/** `prior` is last year's book (`priorBook`), where its workbooks were given. */
export function openBook(workbook: WorkbookSnapshot, pack: Pack, prior: FactBook | null = null): OpenBook {
  const desk = readDesk(workbook.deskXml);
  const recognition = recognise(withoutCheckSheets(workbook), pack.annexes, desk.ok ? desk.value.assignments : []);
  const facts = buildBook(recognition, typedFactsOf(workbook, pack), prior);
  const decisions = sortDecisions(facts, desk.ok ? desk.value.decisions : []);
  const { book, sheets } = scoreAnnexes(facts, pack.scoring, decisions.live);
  return { recognition, book, scores: sheets, decisions, explanations: desk.ok ? desk.value.explanations : [] };
}
