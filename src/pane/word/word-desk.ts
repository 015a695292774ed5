import { createStore, type StoreApi } from "zustand/vanilla";
import type { AnnexSummary, DeliveryHost, OpenReportSource, ReportHost } from "../../app/index.js";
import { failure, success, type Result } from "../../core/result/index.js";
import type { ConflictChoice, Reviser } from "../../documents/docx/index.js";
import type { ChosenFile } from "../desk-state.js";
import type { DeskEngine } from "../engine.js";
import { isUpToDate } from "../planned-update.js";
import { readPrior } from "../read-prior.js";
import type { WordEngine } from "./word-engine.js";
import { firstWordState, type ReportSource, type WordProblem, type WordState, type WordStep } from "./word-state.js";
import type { WordTexts } from "./word-texts.js";
import { zh } from "./word-texts-zh.js";

const docxMime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export interface WordPorts {
  readonly host: ReportHost;
  readonly delivery: DeliveryHost;
  /** Reads workbooks; loaded with the first one. */
  readonly loadEngine: () => Promise<DeskEngine>;
  /** Plans and updates; loaded with the first source. */
  readonly loadWordEngine: () => Promise<WordEngine>;
  readonly clock: () => Date;
  readonly texts: WordTexts;
}

/** The pane in Word: a source of figures, the plan for the open report, one press that updates it. */
export interface WordDesk {
  readonly store: StoreApi<WordState>;
  readonly host: ReportHost;
  takeWorkbook(file: ChosenFile): Promise<void>;
  takePasted(text: string): Promise<void>;
  forget(): void;
  /** Reads the open document again. */
  planAgain(): Promise<void>;
  choose(conflict: string, choice: ConflictChoice): void;
  update(): Promise<void>;
  /** The open report, updated, as a file of its own. */
  saveCopy(): Promise<void>;
  /** Starts to tell the figure at the cursor; returns the way to stop. */
  follow(): () => void;
}

export function createWordDesk({ host, delivery, loadEngine, loadWordEngine, clock, texts }: WordPorts): WordDesk {
  const store = createStore<WordState>(() => firstWordState);
  const set = (part: Partial<WordState>): void => store.setState(part);
  const get = (): WordState => store.getState();
  const reviser = (): Reviser => ({ author: zh.product, date: clock().toISOString().replace(/\.\d+/, "") });
  const engine = once(loadEngine);
  const wordEngine = once(loadWordEngine);

  /** One act at a time; a wish during another is dropped. Unexpected errors become a problem, not a silent pane. */
  async function busy(step: WordStep, during: WordProblem["during"], act: () => Promise<void>): Promise<void> {
    if (get().step !== null) return;
    set({ step, problem: null, copy: null, announcement: texts.steps[step] });
    try {
      await act();
    } catch {
      refuse(during, failure({ code: "unexpected", message: { zh: texts.unexpected, en: texts.unexpected } }));
    } finally {
      set({ step: null });
    }
  }

  function refuse(
    during: WordProblem["during"],
    { failure: reason }: { readonly failure: WordProblem["failure"] },
  ): void {
    set({ problem: { during, failure: reason }, announcement: reason.message[texts.language] });
  }

  async function plan(report: OpenReportSource): Promise<void> {
    set({ step: "planning" });
    const made = await (await wordEngine()).plan(host, report);
    if (!made.ok) {
      set({ plan: null });
      refuse("plan", made);
      return;
    }
    const open = new Set(made.value.update.conflicts.map(({ id }) => id));
    const choices = new Map([...get().choices].filter(([id]) => open.has(id)));
    set({ plan: made.value, choices, announcement: texts.planned(made.value.update) });
  }

  async function take(source: ReportSource): Promise<void> {
    const listed = (await wordEngine()).listed(source.report.narrative);
    set({ source, listed, plan: null, choices: new Map(), outcome: null, lookAgain: false });
    await plan(source.report);
  }

  async function sourceOf(file: ChosenFile): Promise<Result<ReportSource>> {
    const ready = await engine();
    set({ step: "reading" });
    const read = await readPrior([file]);
    if ("failure" in read) return { ok: false, failure: read.failure };
    const [snapshot] = read;
    if (!snapshot) throw new Error("no workbook was read");
    await ready.prepare(snapshot);
    const report = ready.reportSource(snapshot);
    if (!report.ok) return report;
    const { annexes, summary } = ready.check(snapshot);
    if (annexes.length === 0) return noAnnex(texts);
    return success({
      workbook: file.name,
      about: aboutOf(annexes, texts),
      errors: summary.error,
      report: report.value,
    });
  }

  return {
    store,
    host,
    takeWorkbook: (file) =>
      busy("loading", "source", async () => {
        const source = await sourceOf(file);
        if (source.ok) await take(source.value);
        else refuse("source", source);
      }),
    takePasted: (text) =>
      busy("reading", "source", async () => {
        const report = await (await wordEngine()).pasted(text);
        if (!report.ok) return refuse("source", report);
        const { title } = report.value.narrative.title;
        return take({ workbook: null, about: title, errors: 0, report: report.value });
      }),
    forget() {
      if (get().step !== null) return;
      set({ ...firstWordState, cursor: get().cursor, announcement: texts.forgotten });
    },
    planAgain: () =>
      busy("planning", "plan", async () => {
        const { source } = get();
        set({ lookAgain: false, outcome: null });
        if (source) await plan(source.report);
      }),
    choose(conflict, choice) {
      set({ choices: new Map(get().choices).set(conflict, choice) });
    },
    update: () =>
      busy("updating", "update", async () => {
        const { plan: shown, choices } = get();
        if (!shown) return;
        set({ outcome: null, lookAgain: false });
        const outcome = await (await wordEngine()).update(host, shown, choices, reviser());
        if (!outcome.ok) {
          const isOld = outcome.failure.code === "changed-since";
          if (isOld) await plan(shown.open.source);
          if (isOld && get().plan) set({ lookAgain: true, announcement: texts.lookAgain });
          else refuse("update", outcome);
          return;
        }
        await plan(shown.open.source);
        const { refused } = outcome.value;
        const told = refused.length > 0 ? texts.refused + refused.join("、") : texts.updated(outcome.value);
        set({ outcome: outcome.value, announcement: told });
      }),
    saveCopy: () =>
      busy("saving", "copy", async () => {
        const { plan: shown, choices } = get();
        if (!shown) return;
        const bytes = await (await wordEngine()).copy(host, shown, choices, reviser());
        if (!bytes.ok) return refuse("copy", bytes);
        const saved = await delivery.saveFile(fileNameOf(shown.open.narrative.title.title), bytes.value, docxMime);
        if (!saved.ok) return refuse("copy", saved);
        const { value } = saved;
        if (value.kind === "cancelled") set({ announcement: texts.cancelled });
        else set({ copy: { kind: value.kind, name: value.name }, announcement: texts.copied(value.kind, value.name) });
      }),
    follow: () => host.watchFigure((cursor) => set({ cursor })),
  };
}

/** Whether a press would change the document. */
export function canUpdate({ plan, choices, step }: WordState): boolean {
  if (!plan || step !== null) return false;
  const { update } = plan;
  return update.figures.length + update.rewritten.length > 0 || (choices.size > 0 && !isUpToDate(update));
}

/** A failed load is tried anew at the next wish. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return async () => {
    loading ??= load();
    try {
      return await loading;
    } catch (error) {
      loading = null;
      throw error;
    }
  };
}

function aboutOf(annexes: readonly AnnexSummary[], texts: WordTexts): string {
  const unit = annexes.find((annex) => annex.unit)?.unit ?? null;
  const year = annexes.find((annex) => annex.year !== null)?.year ?? null;
  return [unit, year === null ? null : texts.year(year)].filter((part) => part !== null).join(" · ");
}

function noAnnex(texts: WordTexts): Result<never> {
  return failure({ code: "no-annex", message: { zh: texts.noAnnex, en: texts.noAnnex } });
}

/** Without what no file system takes. */
function fileNameOf(title: string): string {
  const name = title.replace(/[\\/:*?"<>|\r\n\t]/g, "").trim();
  return `${name === "" ? "绩效自评报告" : name.slice(0, 80)}.docx`;
}
