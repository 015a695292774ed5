import {
  annexSummaries,
  carryNarrative,
  checkSheet,
  checkSheetBook,
  checkSheetMark,
  checkSheetName,
  layOutCheckSheet,
  checkWorkbook,
  draftReport,
  explainedBook,
  hasReport,
  noReport,
  openBook,
  placeholders,
  priorBook,
  scoreEdits,
  textsOfReport,
  workbookSource,
  type OpenBook,
  type PackChoice,
} from "../app/index.js";
import type { FactBook } from "../core/facts/index.js";
import { draftNarrative, type Narrative } from "../core/narrative/index.js";
import type { FormField, Pack } from "../core/pack/index.js";
import { fail, failure, success } from "../core/result/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import {
  readDesk,
  withDecision,
  withExplanation,
  withoutDecision,
  withoutExplanations,
  withTyped,
} from "../documents/desk/index.js";
import { assigning, pointed, unassigning } from "./assigning.js";
import { changingDesk } from "./changing-desk.js";
import type { BasicsField, DeskEngine } from "./engine.js";
import { explaining, proposedExplainer } from "./explaining.js";
import { fileNameOf } from "./file-name-of.js";
import { packShelf } from "./pack-shelf.js";
import { plannedReport } from "./planned-report.js";
import { recognitionViewOf } from "./recognition-view-of.js";
import { reportNameOf } from "./report-name-of.js";
import { reportText } from "./report-text.js";
import { decisionOf, scoreBoardOf } from "./score-board-of.js";
import { writeBackPlanOf } from "./write-back-plan-of.js";

/**
 * The engine behind the pane, for the packs that ship; the first wins a tie. Loaded apart from the pane: it brings rules,
 * scoring and Word along.
 */
export function createEngine(...packs: readonly [Pack, ...Pack[]]): DeskEngine {
  const shelf = packShelf(packs);
  let prior: FactBook | null = null;
  const besides = (): FactBook | null => prior;
  /** One reading is asked for findings, scores and report. */
  const chosen = onceFor(besides, (snapshot): PackChoice => shelf.choice(snapshot));
  const packOf = (snapshot: WorkbookSnapshot): Pack => chosen(snapshot).pack;
  const opened = onceFor(besides, (snapshot): OpenBook => openBook(snapshot, packOf(snapshot), prior));
  const checked = onceFor(besides, (snapshot) => {
    const { pack, why } = chosen(snapshot);
    return checkWorkbook(snapshot, opened(snapshot), pack, why);
  });
  const recognised = onceFor(besides, (snapshot) => recognitionViewOf(opened(snapshot), packOf(snapshot).annexes));
  const told = onceFor(besides, (snapshot) => explainedBook(opened(snapshot).book, checked(snapshot).findings));
  const narrative = (snapshot: WorkbookSnapshot): Narrative =>
    draftNarrative(told(snapshot), packOf(snapshot).narrative);
  return {
    compareWith: (lastYear) => {
      const [first] = lastYear;
      const book = first ? priorBook(lastYear, shelf.choice(first).pack) : null;
      if (!book && lastYear.length > 0) return noAnnexThere;
      prior = book;
      return success(book ? annexSummaries(book) : []);
    },
    prepare: (snapshot) => shelf.prepare(snapshot),
    packView: (snapshot) => shelf.view(snapshot),
    takePack: (files) => shelf.take(files),
    choosingPack: (id) => shelf.choosing(id),
    check: checked,
    recognition: recognised,
    pointing: (snapshot, choice) => {
      const made = pointed(snapshot, opened(snapshot), packOf(snapshot).annexes, choice);
      return made.ok ? success(made.value.cell) : made;
    },
    assigning: (snapshot, choice, on) => {
      const made = pointed(snapshot, opened(snapshot), packOf(snapshot).annexes, choice);
      return made.ok ? success(assigning(snapshot.deskXml, { ...made.value.assignment, by: "", on })) : made;
    },
    unassigning: (snapshot, refs) => unassigning(snapshot.deskXml, refs),
    score: (snapshot) => scoreBoardOf(opened(snapshot), packOf(snapshot).scoring),
    writeBack: (snapshot) => writeBackPlanOf(scoreEdits(snapshot, opened(snapshot), packOf(snapshot))),
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
    checkSheet: (snapshot, on) => ({
      sheet: layOutCheckSheet(checkSheet(checked(snapshot), packOf(snapshot), on), checkSheetName),
      mark: checkSheetMark,
    }),
    checkSheetFile: (snapshot, on) => {
      const sheet = checkSheet(checked(snapshot), packOf(snapshot), on);
      const bytes = checkSheetBook([{ name: snapshot.name ?? "", sheet, problem: "" }]);
      return { fileName: `${fileNameOf(`${sheet.unit ?? ""}${checkSheetName}`)}.xlsx`, bytes };
    },
    draft: (snapshot) => {
      const pack = packOf(snapshot);
      return hasReport(pack) ? success(reportText(narrative(snapshot))) : failure(noReport(pack));
    },
    buildReport: async (snapshot) => {
      const pack = packOf(snapshot);
      if (!hasReport(pack)) return failure(noReport(pack));
      const drafted = await draftReport(told(snapshot), pack, null, { workbook: snapshot });
      if (!drafted.ok) return drafted;
      const { narrative: written, bytes } = drafted.value;
      return success({ fileName: `${fileNameOf(written.title.title)}.docx`, bytes });
    },
    reportSource: (snapshot) => {
      const pack = packOf(snapshot);
      return hasReport(pack) ? success(workbookSource(told(snapshot), pack, snapshot)) : failure(noReport(pack));
    },
    planReport: async (snapshot, report, name) => {
      const pack = packOf(snapshot);
      if (!hasReport(pack)) return failure(noReport(pack));
      return plannedReport(told(snapshot), pack, snapshot, { name, bytes: report });
    },
    carry: (snapshot) => {
      const pack = packOf(snapshot);
      return hasReport(pack) ? success(carryNarrative(narrative(snapshot))) : failure(noReport(pack));
    },
    names: (snapshot) => {
      const pack = packOf(snapshot);
      return hasReport(pack) ? placeholders(pack, told(snapshot)).map(reportNameOf) : [];
    },
    basics: (snapshot) => {
      const desk = readDesk(snapshot.deskXml);
      return {
        fields: packOf(snapshot).narrative.form.map(basicsField),
        answers: desk.ok ? Object.fromEntries(desk.value.typed) : {},
      };
    },
    textsOfReport: async (snapshot, report) => {
      const { form } = packOf(snapshot).narrative;
      const taken = await textsOfReport(report, form);
      if (!taken.ok) return taken;
      return success(
        taken.value.flatMap(({ field: id, heading, text }) => {
          const field = form.find((one) => one.id === id);
          return field ? [{ field: basicsField(field), heading, text }] : [];
        }),
      );
    },
    unanswering: (answers) =>
      changingDesk((desk) => {
        const standing = Object.entries(answers).filter(([id, text]) => desk.typed.get(id) === text);
        return withTyped(desk, new Map(standing.map(([id]) => [id, ""])));
      }),
    answering: (answers) => changingDesk((desk) => withTyped(desk, new Map(Object.entries(answers)))),
  };
}

function basicsField({ id, kind, label, hint, standard, fromSection }: FormField): BasicsField {
  return { id, kind, label, hint, standard: standard ?? null, inReports: fromSection !== undefined };
}

const noAnnexThere = fail(
  "no-annex",
  "文件里没有认出附表，不能用来与上年核对。请选上年报送的附表工作簿。",
  "No annex was found in it, so there is nothing to compare with. Choose the annex workbook filed last year.",
);

/** Remembers the answer for the snapshot asked about last, as long as what it was compared with stays. */
function onceFor<T>(
  besides: () => FactBook | null,
  make: (snapshot: WorkbookSnapshot) => T,
): (snapshot: WorkbookSnapshot) => T {
  let last: { readonly snapshot: WorkbookSnapshot; readonly prior: FactBook | null; readonly made: T } | null = null;
  return (snapshot) => {
    const prior = besides();
    if (last?.snapshot !== snapshot || last.prior !== prior) last = { snapshot, prior, made: make(snapshot) };
    return last.made;
  };
}
