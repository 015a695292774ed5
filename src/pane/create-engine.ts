import {
  checkWorkbook,
  draftReport,
  explainedBook,
  openBook,
  priorBook,
  scoreEdits,
  type OpenBook,
} from "../app/index.js";
import type { FactBook } from "../core/facts/index.js";
import { draftNarrative, type Narrative } from "../core/narrative/index.js";
import type { Pack } from "../core/pack/index.js";
import { fail, success, type Result } from "../core/result/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import {
  readDesk,
  withDecision,
  withExplanation,
  withoutDecision,
  withoutExplanations,
  withTyped,
} from "../documents/desk/index.js";
import { changingDesk } from "./changing-desk.js";
import type { DeskEngine } from "./engine.js";
import { explaining, proposedExplainer } from "./explaining.js";
import { reportText } from "./report-text.js";
import { decisionOf, scoreBoardOf } from "./score-board-of.js";
import { writeBackPlanOf } from "./write-back-plan-of.js";

/** The engine behind the pane for one pack. Loaded apart from the pane: it brings rules, scoring and Word along. */
export function createEngine(pack: Pack): DeskEngine {
  /** One reading is asked for findings, scores and report. */
  let prior: FactBook | null = null;
  const priorNow = (): FactBook | null => prior;
  const opened = onceFor(priorNow, (snapshot): OpenBook => openBook(snapshot, pack, prior));
  const checked = onceFor(priorNow, (snapshot) => checkWorkbook(snapshot, opened(snapshot), pack));
  const told = onceFor(priorNow, (snapshot) => explainedBook(opened(snapshot).book, checked(snapshot).findings));
  const narrative = (snapshot: WorkbookSnapshot): Narrative => draftNarrative(told(snapshot), pack.narrative);
  return {
    compareWith: (lastYear) => {
      const book = priorBook(lastYear, pack);
      if (!book && lastYear.length > 0) return noAnnexIn(lastYear);
      prior = book;
      return success(undefined);
    },
    check: checked,
    score: (snapshot) => scoreBoardOf(opened(snapshot), pack.scoring),
    writeBack: (snapshot) => writeBackPlanOf(scoreEdits(snapshot, opened(snapshot), pack)),
    deciding: (snapshot, line, choice, on) => {
      const decision = choice && decisionOf(opened(snapshot).book, line, choice, on);
      return changingDesk((desk) =>
        decision ? withDecision(desk, decision) : withoutDecision(desk, line.annexKey, line.path),
      );
    },
    explaining,
    unexplaining: (ids) => changingDesk((desk) => withoutExplanations(desk, new Set(ids))),
    restoring: (explanations) => changingDesk((desk) => explanations.reduce(withExplanation, desk)),
    proposedExplainer: (snapshot) => proposedExplainer(snapshot.deskXml, opened(snapshot).book),
    draft: (snapshot) => success(reportText(narrative(snapshot))),
    buildReport: async (snapshot) => {
      const drafted = await draftReport(told(snapshot), pack);
      if (!drafted.ok) return drafted;
      const { narrative: written, bytes } = drafted.value;
      return success({ fileName: `${fileNameOf(written.title.title)}.docx`, bytes });
    },
    basics: (snapshot) => {
      const desk = readDesk(snapshot.deskXml);
      return {
        fields: pack.narrative.form.map(({ id, kind, label, hint, standard }) => ({
          id,
          kind,
          label,
          hint,
          standard: standard ?? null,
        })),
        answers: desk.ok ? Object.fromEntries(desk.value.typed) : {},
      };
    },
    answering: (answers) => changingDesk((desk) => withTyped(desk, new Map(Object.entries(answers)))),
  };
}

/** Remembers the answer for the snapshot asked about last, as long as what it stands beside stays the same. */
function onceFor<T>(
  beside: () => object | null,
  make: (snapshot: WorkbookSnapshot) => T,
): (snapshot: WorkbookSnapshot) => T {
  let last: { readonly snapshot: WorkbookSnapshot; readonly beside: object | null; readonly made: T } | null = null;
  return (snapshot) => {
    const now = beside();
    if (last?.snapshot !== snapshot || last.beside !== now) last = { snapshot, beside: now, made: make(snapshot) };
    return last.made;
  };
}

function noAnnexIn(workbooks: readonly WorkbookSnapshot[]): Result<never> {
  const names = workbooks.map(({ name }) => `“${name ?? ""}”`).join("、");
  return fail(
    "no-annex",
    `上年工作簿${names}中没有认出附表，不能与本年比较。`,
    `No annex was recognised in last year's workbook ${names}; there is nothing to compare with.`,
  );
}

/** Without what no file system takes. */
function fileNameOf(title: string): string {
  const name = title.replace(/[\\/:*?"<>|\r\n\t]/g, "").trim();
  return name === "" ? "绩效自评报告" : name.slice(0, 80);
}
