import type { StoreApi } from "zustand/vanilla";
import type { DeliveryOutcome } from "../app/index.js";
import { success, type Result } from "../core/result/index.js";
import type { ConflictChoice, ConflictChoices } from "../documents/docx/index.js";
import { chosenBytes } from "./chosen-bytes.js";
import type { DeskCore, DeskPorts } from "./desk-core.js";
import type { ChosenFile, LinkedFile } from "./desk-state.js";
import type { DeskStoring } from "./desk-storing.js";
import type { PlannedReport } from "./engine.js";
import type { Handing } from "./handing-acts.js";
import { firstReportState, type HandedOver, type ReportState } from "./report-state.js";
import { reportTexts } from "./report-texts.js";

export interface UpdateActs {
  /** Takes a report or template to be brought up to date, in place of an earlier one. */
  take(file: ChosenFile): Promise<void>;
  forget(): void;
  /** Plans anew when what is known is older than the workbook. */
  refresh(): Promise<void>;
  choose(conflict: string, choice: ConflictChoice): void;
  /** Writes what is planned and hands the file over. A plan that changed since it was shown is shown again instead. */
  write(): Promise<void>;
}

/** An existing report brought up to date: first the plan, then one write. */
export function updateActs(
  core: DeskCore,
  { host, texts, clock }: DeskPorts,
  storing: DeskStoring,
  { hand, handed }: Handing,
  store: StoreApi<ReportState>,
): UpdateActs {
  const set = (part: Partial<ReportState>): void => store.setState(part);
  const get = (): ReportState => store.getState();
  const words = reportTexts(texts.language);
  const announce = (text: string): void => core.set({ announcement: text });
  let turn = 0;

  core.store.subscribe((now, before) => {
    if (now.outcome?.check === before.outcome?.check && now.outcome?.snapshot === before.outcome?.snapshot) return;
    set({ planned: null, planning: false });
    turn++;
    if (now.view === "report") void refresh();
  });

  /** On the file and the workbook as they are now. */
  async function planOf(file: ChosenFile): Promise<Result<PlannedReport> | null> {
    const ready = core.engine.current();
    const { outcome } = core.get();
    if (!ready || !outcome) return null;
    const bytes = await chosenBytes(file);
    return bytes.ok ? ready.planReport(outcome.snapshot, bytes.value, file.name) : bytes;
  }

  /** Null when it failed, or another plan overtook it. */
  async function plan(file: ChosenFile): Promise<PlannedReport | null> {
    const mine = ++turn;
    set({ planning: true });
    const made = await planOf(file);
    if (mine !== turn) return null;
    set({ planning: false });
    if (!made) return null;
    if (!made.ok) {
      set({ problem: { name: file.name, failure: made.failure } });
      announce(words.refused(file.name) + made.failure.message[texts.language]);
      return null;
    }
    return made.value;
  }

  async function refresh(): Promise<void> {
    const { chosen, planned } = get();
    if (!chosen || planned) return;
    const made = await plan(chosen);
    if (made) set({ planned: made, choices: stillOpen(get().choices, made), problem: null });
  }

  /** Which template a report came from, in the workbook; can be taken back. */
  async function remember({ remembering }: PlannedReport, outcome: Result<DeliveryOutcome>): Promise<void> {
    const isOut = outcome.ok && outcome.value.kind !== "cancelled";
    if (!remembering || !isOut || host.capabilities().readOnly) return;
    if (!(await storing.store(remembering.change))) return;
    core.set({ undoable: { inverse: remembering.inverse, label: words.remembered(remembering.template) } });
  }

  /** What was handed over is what is compared with from now on, unless the file itself was written. */
  async function takeWritten(
    linked: LinkedFile | null,
    { name, bytes, outcome }: Omit<HandedOver, "next">,
  ): Promise<void> {
    const isOut = outcome.ok && outcome.value.kind !== "cancelled";
    if (isOut && !linked) {
      set({ chosen: { name, size: bytes.length, bytes: () => Promise.resolve(bytes) }, isOwnCopy: true });
    }
    set({ planned: null, choices: isOut ? new Map() : get().choices });
    await refresh();
  }

  return {
    async take(file) {
      const { outcome, stale } = core.get();
      if ((!outcome || stale) && !(await core.read("report", "report", false))) return;
      const made = await plan(file);
      if (!made) return;
      set({ chosen: file, isOwnCopy: false, planned: made, choices: new Map(), lookAgain: false, problem: null });
      announce(words.planned(file.name, made.plan));
    },
    forget() {
      turn++;
      const { handed: over, proposal } = get();
      set({ ...firstReportState, handed: over, proposal });
      announce(words.forgotten);
    },
    refresh,
    choose(conflict, choice) {
      set({ choices: new Map(get().choices).set(conflict, choice) });
    },
    async write() {
      const { chosen, planned: shown, choices } = get();
      if (!chosen || !shown || core.get().activity) return;
      // The browser grants this for a moment after the click, so it is asked before anything takes time.
      const linked = shown.fileName === null ? (chosen.linked ?? null) : null;
      const isAllowed = (await linked?.allow()) ?? false;
      if (core.get().stale && !(await core.read("report", "report", false))) return;
      const now = await plan(chosen);
      if (!now) return;
      const isSame = isSamePlan(shown, now);
      set({ planned: now, choices: stillOpen(choices, now), lookAgain: !isSame, problem: null });
      if (!isSame) {
        announce(words.lookAgain);
        return;
      }
      const done = await core.busy("building", false, async () => {
        const bytes = await now.write(choices, clock());
        if (!bytes.ok) return bytes;
        const name = now.fileName ?? chosen.name;
        const outcome = await hand(name, bytes.value, isAllowed ? linked : null);
        return success({ name, bytes: bytes.value, outcome });
      });
      if (!done) return;
      if (!done.ok) {
        set({ problem: { name: chosen.name, failure: done.failure }, planned: null });
        announce(done.failure.message[texts.language]);
        return;
      }
      handed(done.value);
      await remember(now, done.value.outcome);
      await takeWritten(linked, done.value);
    },
  };
}

/** Choices about conflicts that are still there. */
function stillOpen(choices: ConflictChoices, { plan }: PlannedReport): ConflictChoices {
  return new Map([...choices].filter(([id]) => plan.conflicts.some((conflict) => conflict.id === id)));
}

function isSamePlan(a: PlannedReport, b: PlannedReport): boolean {
  return JSON.stringify(a.plan) === JSON.stringify(b.plan);
}
