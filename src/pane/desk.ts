import type { StoreApi } from "zustand/vanilla";
import type { WorkbookCapabilities } from "../app/index.js";
import type { SheetTarget } from "../core/sheet/index.js";
import { basicsSaver } from "./basics-saver.js";
import { checkSheetActs, type CheckSheetActs } from "./check-sheet-acts.js";
import { createDeskCore, type DeskPorts } from "./desk-core.js";
import type { DeskState, Job, View } from "./desk-state.js";
import type { KeyedFinding } from "./finding-keys.js";
import { deskStoring } from "./desk-storing.js";
import { explainActs, type ExplainActs } from "./explain-acts.js";
import { fixActs, type FixActs } from "./fix-acts.js";
import { inWords } from "./in-words.js";
import { packActs, type PackActs } from "./pack-acts.js";
import { priorActs, type PriorActs } from "./prior-acts.js";
import { recognitionActs, type RecognitionActs } from "./recognition-acts.js";
import { recheckOf } from "./recheck.js";
import type { ReportDesk } from "./report-desk.js";
import { scoreActs, type ScoreActs } from "./score-acts.js";

/** The pane's state and everything a person can ask of it. */
export interface Desk extends CheckSheetActs, ExplainActs, FixActs, PackActs, PriorActs, RecognitionActs, ScoreActs {
  readonly store: StoreApi<DeskState>;
  /** What concerns documents, in a chunk of its own. */
  reports(): Promise<ReportDesk>;
  copy(text: string): Promise<boolean>;
  capabilities(): WorkbookCapabilities;
  run(job: Job): Promise<void>;
  open(view: View): Promise<void>;
  goTo(target: SheetTarget): Promise<void>;
  toggleFinding(keyed: KeyedFinding): Promise<void>;
  previewFix(key: string | null): void;
  answer(id: string, value: string): void;
  /** Stores pending answers at once. */
  flushAnswers(): Promise<void>;
  retry(): Promise<void>;
  dismissNotice(): void;
  dismissUndo(): void;
  /** Has the row of a finding take the focus. */
  focusFinding(key: string): void;
  focusTaken(): void;
  /** Loads the engine while nobody waits for it. */
  warmUp(): void;
  /** News of a long reading, for the line that shows the progress. */
  say(text: string): void;
  dispose(): void;
}

const viewByJob: Record<Job, View> = { check: "check", score: "scores", report: "report" };

export function createDesk(ports: DeskPorts): Desk {
  const { host, delivery, texts } = ports;
  const core = createDeskCore(ports);
  const { get, set } = core;
  const recheck = recheckOf(core, ports.recheckAfter);
  const saver = basicsSaver({
    host,
    get,
    set,
    engine: core.engine.current,
    stored: (outcome) => set({ outcome: outcome && { ...outcome, report: null } }),
  });
  const stopWatching = host.watch(recheck.changed);
  const storing = deskStoring(core, ports);
  let reports: Promise<ReportDesk> | null = null;
  const others = { flushAnswers: saver.flush, rechecked: recheck.schedule };

  const desk: Desk = {
    store: core.store,
    ...fixActs(core, ports, storing),
    ...explainActs(core, ports, storing, others),
    ...packActs(core, storing, saver.flush),
    ...priorActs(core, ports),
    ...checkSheetActs(core, ports, recheck.schedule),
    ...recognitionActs(core, ports, storing, others),
    ...scoreActs(core, ports, storing, others),
    reports: () =>
      (reports ??= import("./report-desk.js").then(
        ({ createReportDesk }) => createReportDesk(core, ports, storing, saver.flush),
        (missing: unknown) => {
          reports = null;
          throw missing;
        },
      )),
    async copy(text) {
      const copied = await delivery.copyText(text);
      if (copied.ok) set({ announcement: texts.copied });
      else core.notify("error", texts.copyFailed);
      return copied.ok;
    },
    capabilities: () => host.capabilities(),
    async run(job) {
      if (get().activity) return;
      const view = viewByJob[job];
      set({ view, notice: null, problem: null, previewing: null, pointing: null, writeBack: null });
      await core.read(view, job, false);
    },
    async open(view) {
      set({ view, notice: null, problem: null, previewing: null, pointing: null, writeBack: null });
      const { outcome } = get();
      if (outcome) core.show(outcome, view);
      else if (view === "basics") await core.read("basics", "basics", false);
    },
    async goTo(target) {
      const went = await host.select(target);
      if (!went.ok) core.notify("error", inWords(went.failure, texts));
    },
    async toggleFinding({ key, finding: { sheet, cell, range } }) {
      const opening = get().openFinding !== key;
      set({ openFinding: opening ? key : null, previewing: null, pointing: null });
      const area = range ?? (cell && { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column });
      if (opening && sheet !== null && area) await desk.goTo({ sheet, area });
    },
    previewFix(key) {
      set({ previewing: key });
      if (key === null && get().stale) recheck.schedule();
    },
    answer: saver.answer,
    flushAnswers: saver.flush,
    async retry() {
      const { problem } = get();
      if (problem?.again === "basics") await desk.open("basics");
      else if (problem?.again) await desk.run(problem.again);
    },
    dismissNotice: () => set({ notice: null }),
    dismissUndo: () => set({ undoable: null }),
    focusFinding: (key) => set({ focusOn: key }),
    focusTaken: () => set({ focusOn: null }),
    warmUp: () => void core.engine.ready(),
    say(text) {
      const { activity } = get();
      if (activity) set({ activity: { ...activity, detail: text } });
    },
    dispose() {
      stopWatching();
      recheck.dispose();
      saver.dispose();
    },
  };
  return desk;
}
