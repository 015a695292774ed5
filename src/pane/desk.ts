import { createStore, type StoreApi } from "zustand/vanilla";
import type { DeliveryHost, WorkbookCapabilities, WorkbookHost } from "../app/index.js";
import { failure, fail, type Failure, type Result } from "../core/result/index.js";
import type { SheetTarget, WorkbookSnapshot } from "../core/sheet/index.js";
import { basicsSaver } from "./basics-saver.js";
import { firstState, type DeskState, type Job, type Notice, type Outcome, type Step, type View } from "./desk-state.js";
import type { DeskEngine } from "./engine.js";
import { groupFindings, listedFindings, type KeyedFinding } from "./finding-keys.js";
import { planFix } from "./fix-plan.js";
import { reportPlainText } from "./report-plain-text.js";
import type { PaneTexts } from "./texts.js";

export const docxMime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const showActivityAfter = 300;
const recheckAfter = 1_200;

export interface DeskPorts {
  readonly host: WorkbookHost;
  readonly delivery: DeliveryHost;
  /** Loads the engine with its pack; called at the first job, and again after a failure. */
  readonly loadEngine: () => Promise<DeskEngine>;
  readonly clock: () => Date;
  readonly texts: PaneTexts;
}

/** The pane's state and everything a person can ask of it. */
export interface Desk {
  readonly store: StoreApi<DeskState>;
  capabilities(): WorkbookCapabilities;
  run(job: Job): Promise<void>;
  open(view: View): Promise<void>;
  goTo(target: SheetTarget): Promise<void>;
  toggleFinding(keyed: KeyedFinding): Promise<void>;
  previewFix(key: string | null): void;
  applyFix(keyed: KeyedFinding): Promise<void>;
  undo(): Promise<void>;
  saveReport(): Promise<void>;
  copy(text: string): Promise<boolean>;
  copyReport(): Promise<void>;
  answer(id: string, value: string): void;
  /** Stores pending answers at once. */
  flushAnswers(): Promise<void>;
  retry(): Promise<void>;
  dismissNotice(): void;
  dismissUndo(): void;
  focusTaken(): void;
  /** Loads the engine while nobody waits for it. */
  warmUp(): void;
  /** News of a long reading, for the line that shows the progress. */
  say(text: string): void;
  dispose(): void;
}

export function createDesk({ host, delivery, loadEngine, clock, texts }: DeskPorts): Desk {
  const store = createStore<DeskState>(() => firstState);
  const set = (part: Partial<DeskState>): void => store.setState(part);
  const get = (): DeskState => store.getState();

  let engine: DeskEngine | null = null;
  let loading: Promise<DeskEngine> | null = null;
  let recheckTimer: ReturnType<typeof setTimeout> | null = null;

  async function engineReady(): Promise<Result<DeskEngine>> {
    if (engine) return { ok: true, value: engine };
    loading ??= loadEngine();
    try {
      engine = await loading;
      return { ok: true, value: engine };
    } catch {
      return failure(engineLoadFailure(texts));
    } finally {
      loading = null;
    }
  }

  /** Only one act at a time: a second click while one runs is dropped. */
  async function busy<T>(
    step: Step,
    silent: boolean,
    act: (next: (step: Step) => void) => Promise<T>,
  ): Promise<T | null> {
    if (get().activity) return null;
    set({ activity: { step, shown: false, silent, detail: null } });
    const timer = setTimeout(() => {
      const activity = get().activity;
      if (activity) set({ activity: { ...activity, shown: true } });
    }, showActivityAfter);
    try {
      return await act((following) => {
        const activity = get().activity;
        if (activity) set({ activity: { ...activity, step: following } });
      });
    } finally {
      clearTimeout(timer);
      set({ activity: null });
    }
  }

  async function readOutcome(
    next: (step: Step) => void,
  ): Promise<{ result: Result<Outcome>; during: "read" | "engine" }> {
    const loaded = engineReady().then((ready) => {
      next("reading");
      return ready;
    });
    const [ready, read] = await Promise.all([loaded, host.read()]);
    if (!ready.ok) return { result: ready, during: "engine" };
    if (!read.ok) return { result: read, during: "read" };
    const check = ready.value.check(read.value);
    return {
      result: { ok: true, value: { snapshot: read.value, check, at: clock(), scores: null, report: null } },
      during: "read",
    };
  }

  /** Fills in what the open view needs and has not got. */
  function completed(outcome: Outcome, view: View): { outcome: Outcome; failure: Failure | null } {
    if (!engine) return { outcome, failure: null };
    if (view === "scores" && !outcome.scores) {
      return { outcome: { ...outcome, scores: engine.score(outcome.snapshot) }, failure: null };
    }
    if (view === "report" && !outcome.report) {
      const draft = engine.draft(outcome.snapshot);
      return draft.ok
        ? { outcome: { ...outcome, report: draft.value }, failure: null }
        : { outcome, failure: draft.failure };
    }
    return { outcome, failure: null };
  }

  function show(outcome: Outcome, view: View): void {
    const whole = completed(outcome, view);
    set({
      outcome: whole.outcome,
      problem: whole.failure ? { during: "report", failure: whole.failure, again: "report" } : null,
    });
    if (view === "basics") showBasics(whole.outcome.snapshot);
  }

  function showBasics(snapshot: WorkbookSnapshot): void {
    const basics = get().basics;
    if (!engine || (basics && basics.save !== "saved" && basics.save !== "untouched")) return;
    const form = engine.basics(snapshot);
    set({ basics: { form, answers: form.answers, save: basics?.save ?? "untouched", failure: null } });
  }

  function announcementFor(view: View, outcome: Outcome): string {
    if (view === "scores" && outcome.scores) {
      return texts.scoresDone(
        outcome.scores.length,
        outcome.scores.flatMap((sheet) => sheet.lines).filter(differs).length,
      );
    }
    if (view === "report" && outcome.report) return texts.reportDone(outcome.report.sections.length);
    const { error, warning, info } = outcome.check.summary;
    return error + warning + info === 0 ? texts.summaryClean : texts.summary(error, warning, info);
  }

  async function read(view: View, again: Job | "basics", silent: boolean): Promise<boolean> {
    const first: Step = engine ? "reading" : "loading";
    const done = await busy(first, silent, async (next) => {
      const before = get();
      const { result, during } = await readOutcome(next);
      if (!result.ok) {
        if (!silent) set({ problem: { during, failure: result.failure, again }, announcement: "" });
        return false;
      }
      set({ stale: false });
      show(result.value, view);
      const outcome = get().outcome;
      if (outcome) keepPlace(before, outcome);
      if (outcome) set({ announcement: announcementFor(view, outcome) });
      return true;
    });
    return done ?? false;
  }

  /** The open finding stays open; when it is gone, the focus goes to the one that took its place. */
  function keepPlace(before: DeskState, outcome: Outcome): void {
    if (before.openFinding === null) return;
    const now = listedFindings(groupFindings(outcome.check.findings));
    if (now.some(({ key }) => key === before.openFinding)) return;
    const old = before.outcome ? listedFindings(groupFindings(before.outcome.check.findings)) : [];
    const index = old.findIndex(({ key }) => key === before.openFinding);
    const next = now[Math.min(Math.max(index, 0), now.length - 1)];
    set({ openFinding: null, previewing: null, focusOn: next?.key ?? "" });
  }

  const saver = basicsSaver({
    host,
    get,
    set,
    engine: () => engine,
    stored: (outcome) => set({ outcome: outcome && { ...outcome, report: null } }),
  });

  function scheduleRecheck(): void {
    if (recheckTimer) clearTimeout(recheckTimer);
    recheckTimer = setTimeout(() => {
      recheckTimer = null;
      if (get().activity) scheduleRecheck();
      else if (get().stale && get().previewing === null) void read(get().view, "check", true);
    }, recheckAfter);
  }

  const stopWatching = host.watch(() => {
    if (!get().outcome) return;
    set({ stale: true });
    scheduleRecheck();
  });

  const notify = (kind: Notice["kind"], text: string): void => set({ notice: { kind, text }, announcement: text });

  const desk: Desk = {
    store,
    capabilities: () => host.capabilities(),
    async run(job) {
      const view = viewOf(job);
      if (get().activity) return;
      set({ view, notice: null, problem: null });
      await read(view, job, false);
    },
    async open(view) {
      set({ view, notice: null, problem: null });
      const { outcome } = get();
      if (outcome && engine) show(outcome, view);
      else if (view === "basics") await read("basics", "basics", false);
    },
    async goTo(target) {
      const went = await host.select(target);
      if (!went.ok) notify("error", inWords(went.failure, texts));
    },
    async toggleFinding({ key, finding }) {
      const opening = get().openFinding !== key;
      set({ openFinding: opening ? key : null, previewing: null });
      const area = finding.range ?? (finding.cell && cellArea(finding.cell));
      if (opening && finding.sheet !== null && area) await desk.goTo({ sheet: finding.sheet, area });
    },
    previewFix(key) {
      set({ previewing: key });
      if (key === null && get().stale) scheduleRecheck();
    },
    async applyFix({ finding }) {
      const { outcome } = get();
      if (!outcome) return;
      const plan = planFix(finding, outcome.snapshot, host.capabilities().readOnly);
      const written = await busy("writing", false, () => host.write(plan.edits, plan.unhide));
      if (!written) return;
      if (!written.ok) {
        notify("error", inWords(written.failure, texts));
        return;
      }
      const place = plan.changes[0]?.place ?? "";
      const label = plan.changes.length > 1 ? texts.fixedMany(place, plan.changes.length) : texts.fixed(place);
      set({ undoable: { written: written.value, label }, previewing: null, notice: null });
      await read("check", "check", false);
      set({ announcement: `${label} ${get().announcement}` });
    },
    async undo() {
      const { undoable } = get();
      if (!undoable) return;
      const undone = await busy("writing", false, () => host.undo(undoable.written));
      if (!undone) return;
      set({ undoable: null });
      if (!undone.ok) {
        notify("error", inWords(undone.failure, texts));
        return;
      }
      await read(get().view, "check", false);
      notify("info", texts.undone);
    },
    async saveReport() {
      if (get().stale && !(await read("report", "report", false))) return;
      const { outcome } = get();
      if (!outcome || !engine) return;
      const ready = engine;
      const delivered = await busy("building", false, async () => {
        const file = await ready.buildReport(outcome.snapshot);
        return file.ok ? delivery.saveFile(file.value.fileName, file.value.bytes, docxMime) : file;
      });
      if (!delivered) return;
      if (!delivered.ok) notify("error", inWords(delivered.failure, texts));
      else if (delivered.value.kind === "saved") notify("success", texts.saved(delivered.value.name));
      else if (delivered.value.kind === "unconfirmed") notify("warning", texts.unconfirmed(delivered.value.name));
      else notify("info", texts.cancelled);
    },
    async copy(text) {
      const copied = await delivery.copyText(text);
      if (copied.ok) set({ announcement: texts.copied });
      else notify("error", texts.copyFailed);
      return copied.ok;
    },
    async copyReport() {
      const report = get().outcome?.report;
      if (report && (await desk.copy(reportPlainText(report)))) notify("success", texts.copied);
    },
    answer: saver.answer,
    flushAnswers: saver.flush,
    async retry() {
      const { problem } = get();
      if (!problem?.again) return;
      if (problem.again === "basics") await desk.open("basics");
      else await desk.run(problem.again);
    },
    dismissNotice: () => set({ notice: null }),
    dismissUndo: () => set({ undoable: null }),
    focusTaken: () => set({ focusOn: null }),
    warmUp: () => void engineReady(),
    say(text) {
      const { activity } = get();
      if (activity) set({ activity: { ...activity, detail: text } });
    },
    dispose() {
      stopWatching();
      if (recheckTimer) clearTimeout(recheckTimer);
      saver.dispose();
    },
  };
  return desk;
}

const viewByJob: Record<Job, View> = { check: "check", score: "scores", report: "report" };

export function viewOf(job: Job): View {
  return viewByJob[job];
}

export function differs(line: { readonly filed: string | null; readonly computed: string | null }): boolean {
  return line.computed !== null && (line.filed === null || Math.abs(Number(line.filed) - Number(line.computed)) > 0.05);
}

export function inWords(problem: Failure, texts: PaneTexts): string {
  return problem.message[texts.language];
}

function cellArea({ row, column }: { row: number; column: number }): SheetTarget["area"] {
  return { top: row, left: column, bottom: row, right: column };
}

function engineLoadFailure(texts: PaneTexts): Failure {
  const result = fail("engine-load", texts.engineFailedWhat, texts.engineFailedWhat);
  return result.failure;
}
