import type { AnnexSummary } from "../app/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import type { DeskCore, DeskPorts } from "./desk-core.js";
import { noPrior, type ChosenFile } from "./desk-state.js";
import { inWords } from "./in-words.js";
import type { UnreadFile } from "./read-prior.js";
import { whenIdle } from "./when-idle.js";

export interface PriorActs {
  /** Checks against these files as last year's workbooks, in place of earlier ones. They are only read, never kept. */
  compareWith(files: readonly ChosenFile[]): Promise<void>;
  forgetPrior(): Promise<void>;
}

/** Last year's workbooks beside the open one. */
export function priorActs({ store, get, set, engine, read, show, busy }: DeskCore, { texts }: DeskPorts): PriorActs {
  const missing = { zh: texts.engineFailedWhat, en: texts.engineFailedWhat };
  const refused = (name: string, failure: UnreadFile["failure"]): void => {
    set({
      prior: { ...get().prior, problem: { name, failure } },
      announcement: texts.priorRefused(name) + inWords(failure, texts),
    });
  };

  /** The findings follow without reading the open workbook again, unless it changed. */
  async function checkAgain(): Promise<void> {
    const { outcome, stale, view } = get();
    if (!outcome) return;
    if (stale) {
      await read(view, "check", false);
      return;
    }
    const check = engine.current()?.check(outcome.snapshot);
    if (check) show({ ...outcome, check, scores: null, report: null }, view);
  }

  async function take(files: readonly ChosenFile[], snapshots: readonly WorkbookSnapshot[]): Promise<boolean> {
    const name = namesOf(files);
    const taken = await busy("computing", false, async (): Promise<readonly AnnexSummary[] | null> => {
      const ready = await engine.ready();
      const compared = ready.ok ? ready.value.compareWith(snapshots) : ready;
      if (compared.ok) return compared.value;
      refused(name, compared.failure);
      return null;
    });
    if (!taken) return false;
    set({ prior: { files, annexes: taken, problem: null } });
    await checkAgain();
    return true;
  }

  return {
    async compareWith(files) {
      if (files.length === 0) return;
      const reader = await import("./read-prior.js").catch(() => null);
      const read: readonly WorkbookSnapshot[] | UnreadFile = reader
        ? await reader.readPrior(files)
        : { name: namesOf(files), failure: { code: "reader-missing", message: missing } };
      if ("failure" in read) {
        refused(read.name, read.failure);
        return;
      }
      await whenIdle(store);
      if (await take(files, read)) set({ announcement: texts.priorTaken(namesOf(files), get().prior.annexes.length) });
    },
    async forgetPrior() {
      await whenIdle(store);
      engine.current()?.compareWith([]);
      set({ prior: noPrior });
      await checkAgain();
      set({ announcement: texts.priorForgotten });
    },
  };
}

export function namesOf(files: readonly ChosenFile[]): string {
  return files.map(({ name }) => name).join("、");
}
