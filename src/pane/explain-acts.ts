import type { DeskCore, DeskPorts } from "./desk-core.js";
import { explainKey, type Outcome } from "./desk-state.js";
import type { DeskStoring } from "./desk-storing.js";
import type { GivenExplanation } from "./engine.js";
import { groupFindings, listedFindings, type KeyedFinding } from "./finding-keys.js";
import { isoDay } from "./iso-day.js";

export interface ExplainActs {
  /** Opens or closes (null) the form for a finding's explanation. */
  openExplaining(key: string | null): void;
  /** Stores an explanation in the workbook, in place of an earlier one of the same finding. */
  explain(keyed: KeyedFinding, given: GivenExplanation): Promise<void>;
  withdraw(keyed: KeyedFinding): Promise<void>;
  /** Takes out explanations that explain nothing now. */
  clearLapsed(ids: readonly string[]): Promise<void>;
  proposedExplainer(): string;
}

/** Answering a warning in words; each answer can be taken back. */
export function explainActs(
  { get, set, read, notify, engine }: DeskCore,
  { texts, clock }: DeskPorts,
  { store }: DeskStoring,
  { flushAnswers, rechecked }: { readonly flushAnswers: () => Promise<void>; readonly rechecked: () => void },
): ExplainActs {
  const close = (): void => {
    set({ previewing: null });
    if (get().stale) rechecked();
  };
  const listed = (): readonly KeyedFinding[] => listedFindings(groupFindings(get().outcome?.check.findings ?? []));

  /** The explanation must be about the figures the person saw: after a change they look again, the words stay. */
  async function stillThere(fingerprint: string): Promise<boolean> {
    if (!get().stale) return true;
    if (!(await read("check", "check", false))) return false;
    if (listed().some(({ finding }) => finding.fingerprint === fingerprint)) return true;
    notify("info", texts.explainConfirmAgain);
    return false;
  }

  /** The finding that stands where an answered one stood takes the focus; the summary when none is left. */
  function focusAfter(before: readonly KeyedFinding[], key: string, { check }: Outcome): string {
    const open = groupFindings(check.findings).warning;
    const index = before.findIndex((one) => one.key === key);
    return open[Math.min(Math.max(index, 0), open.length - 1)]?.key ?? "";
  }

  return {
    openExplaining(key) {
      if (key === null) close();
      else set({ previewing: explainKey(key) });
    },
    async explain({ key, finding }, given) {
      await flushAnswers();
      if (!(await stillThere(finding.fingerprint))) return;
      const ready = engine.current();
      if (!ready) return;
      const before = groupFindings(get().outcome?.check.findings ?? []).warning;
      const kept = finding.waived;
      const outcome = await store(ready.explaining(finding, given, isoDay(clock())));
      if (!outcome) return;
      const label = texts.explained(finding.title);
      const inverse = kept ? ready.explaining(finding, kept, kept.on) : ready.unexplaining([finding.fingerprint]);
      set({ previewing: null, notice: null, undoable: { inverse, label }, announcement: label });
      // An explanation that was only reworded leaves the person where they are.
      if (!kept) set({ openFinding: null, focusOn: focusAfter(before, key, outcome) });
    },
    async withdraw({ key, finding }) {
      const ready = engine.current();
      const { waived } = finding;
      if (!ready || !waived) return;
      if (!(await store(ready.unexplaining([finding.fingerprint])))) return;
      const label = texts.withdrawn(finding.title);
      const inverse = ready.explaining(finding, waived, waived.on);
      set({ previewing: null, notice: null, undoable: { inverse, label }, announcement: label, focusOn: key });
    },
    async clearLapsed(ids) {
      const ready = engine.current();
      const lapsed = get().outcome?.check.lapsed ?? [];
      if (!ready) return;
      const cleared = lapsed.flatMap(({ explanation }) => (ids.includes(explanation.id) ? [explanation] : []));
      if (!(await store(ready.unexplaining(ids)))) return;
      const label = texts.clearedLapsed(cleared.length);
      set({ notice: null, undoable: { inverse: ready.restoring(cleared), label }, announcement: label, focusOn: "" });
    },
    proposedExplainer() {
      const { outcome } = get();
      return (outcome && engine.current()?.proposedExplainer(outcome.snapshot)) ?? "";
    },
  };
}
