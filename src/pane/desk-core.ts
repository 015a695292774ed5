import { createStore, type StoreApi } from "zustand/vanilla";
import type { DeliveryHost, WorkbookHost } from "../app/index.js";
import { failure, success, type Result } from "../core/result/index.js";
import { announcementOf } from "./announcement.js";
import {
  firstState,
  type ChosenFile,
  type DeskState,
  type Job,
  type Notice,
  type Outcome,
  type Step,
  type View,
} from "./desk-state.js";
import { engineLoader, type EngineLoader } from "./engine-loader.js";
import type { DeskEngine } from "./engine.js";
import { keptPlace } from "./kept-place.js";
import type { PaneTexts } from "./texts.js";

const showActivityAfter = 300;

export interface DeskPorts {
  readonly host: WorkbookHost;
  readonly delivery: DeliveryHost;
  /** Loads the engine with its pack; called at the first job, and again after a failure. */
  readonly loadEngine: () => Promise<DeskEngine>;
  readonly clock: () => Date;
  readonly texts: PaneTexts;
  /** How long after a change by a person the check follows, in milliseconds; for a host that is read at once. */
  readonly recheckAfter?: number;
  /** A dialog for a report whose answer can be written in place; null when it was closed. */
  readonly pickReport?: () => Promise<ChosenFile | null>;
}

/** State, the one act under way, and reading the workbook: what every act of the desk stands on. */
export interface DeskCore {
  readonly store: StoreApi<DeskState>;
  readonly engine: EngineLoader;
  get(): DeskState;
  set(part: Partial<DeskState>): void;
  notify(kind: Notice["kind"], text: string): void;
  /** Only one act at a time: null when another runs, the wish is dropped. */
  busy<T>(step: Step, silent: boolean, act: (next: (step: Step) => void) => Promise<T>): Promise<T | null>;
  /** Reads and checks the workbook; a silent reading that fails leaves everything as it was. */
  read(view: View, again: Job | "basics", silent: boolean): Promise<boolean>;
  /** Shows an outcome in a view, with what that view needs computed. */
  show(outcome: Outcome, view: View): void;
}

export function createDeskCore({ host, loadEngine, clock, texts }: DeskPorts): DeskCore {
  const store = createStore<DeskState>(() => firstState);
  const set = (part: Partial<DeskState>): void => store.setState(part);
  const get = (): DeskState => store.getState();
  const engine = engineLoader(loadEngine, texts);

  const changeActivity = (part: { readonly shown?: boolean; readonly step?: Step }): void => {
    const { activity } = get();
    if (activity) set({ activity: { ...activity, ...part } });
  };

  async function busy<T>(
    step: Step,
    silent: boolean,
    act: (next: (step: Step) => void) => Promise<T>,
  ): Promise<T | null> {
    if (get().activity) return null;
    set({ activity: { step, shown: false, silent, detail: null } });
    const timer = setTimeout(() => changeActivity({ shown: true }), showActivityAfter);
    try {
      return await act((following) => changeActivity({ step: following }));
    } finally {
      clearTimeout(timer);
      set({ activity: null });
    }
  }

  async function outcomeOfReading(next: (step: Step) => void): Promise<Result<Outcome>> {
    const loaded = engine.ready().then((ready) => {
      next("reading");
      return ready;
    });
    const [ready, snapshot] = await Promise.all([loaded, host.read()]);
    if (!ready.ok) return ready;
    if (!snapshot.ok) return snapshot;
    await ready.value.prepare(snapshot.value);
    const check = ready.value.check(snapshot.value);
    return success({ snapshot: snapshot.value, check, at: clock(), scores: null, report: null });
  }

  function show(outcome: Outcome, view: View): void {
    const ready = engine.current();
    if (!ready) return;
    const { snapshot } = outcome;
    if (view === "report" && !outcome.report) {
      const draft = ready.draft(snapshot);
      if (draft.ok) set({ outcome: { ...outcome, report: draft.value } });
      else set({ outcome, problem: { during: "report", failure: draft.failure, again: "report" } });
    } else if (view === "scores" && !outcome.scores) {
      set({ outcome: { ...outcome, scores: ready.score(snapshot) } });
    } else set({ outcome });
    if (view === "basics") showBasics(ready, outcome);
  }

  /** Never over answers that are still on their way into the workbook. */
  function showBasics(ready: DeskEngine, { snapshot }: Outcome): void {
    const { basics } = get();
    if (basics && basics.save !== "saved" && basics.save !== "untouched") return;
    const form = ready.basics(snapshot);
    set({ basics: { form, answers: form.answers, save: basics?.save ?? "untouched", failure: null } });
  }

  async function read(view: View, again: Job | "basics", silent: boolean): Promise<boolean> {
    const done = await busy(engine.current() ? "reading" : "loading", silent, async (next) => {
      const before = get();
      const result = await outcomeOfReading(next).catch(() => failure(unexpected(texts)));
      if (!result.ok) {
        const during = result.failure.code === "engine-load" ? "engine" : "read";
        if (!silent) set({ problem: { during, failure: result.failure, again }, announcement: "" });
        return false;
      }
      const { focusOn = null, ...place } = keptPlace(before, result.value);
      // Nobody pressed anything: the focus may be in the sheet and must stay there.
      set({ stale: false, problem: null, writeBack: null, ...place, focusOn: silent ? null : focusOn });
      show(result.value, view);
      const { outcome } = get();
      if (outcome) set({ announcement: announcementOf(view, outcome, texts) });
      return true;
    });
    return done ?? false;
  }

  return {
    store,
    engine,
    get,
    set,
    notify: (kind, text) => set({ notice: { kind, text }, announcement: text }),
    busy,
    read,
    show,
  };
}

/** A mistake of ours; the workbook was only read. */
function unexpected(texts: PaneTexts): {
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
} {
  return { code: "unexpected", message: { zh: texts.unexpected, en: texts.unexpected } };
}
