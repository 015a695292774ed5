import type { DeskCore, DeskPorts } from "./desk-core.js";
import type { DeskStoring } from "./desk-storing.js";
import { groupFindings, listedFindings, type KeyedFinding } from "./finding-keys.js";
import { planFix } from "./fix-plan.js";
import { inWords } from "./in-words.js";

export interface FixActs {
  applyFix(keyed: KeyedFinding): Promise<void>;
  undo(): Promise<void>;
}

/** Writing a confirmed fix and taking it back; a check follows each. */
export function fixActs(
  { get, set, busy, read, notify }: DeskCore,
  { host, texts }: DeskPorts,
  storing: DeskStoring,
): FixActs {
  /** What was confirmed must be what is written: after a change by a person the preview is shown anew. */
  async function confirmedAgainstNow(key: string): Promise<boolean> {
    if (!get().stale) return true;
    if (!(await read("check", "check", false))) return false;
    const now = listedFindings(groupFindings(get().outcome?.check.findings ?? []));
    if (now.some((keyed) => keyed.key === key)) notify("info", texts.fixConfirmAgain);
    return false;
  }

  return {
    async applyFix({ key, finding }) {
      if (!(await confirmedAgainstNow(key))) return;
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
      if ("inverse" in undoable) {
        if (await storing.store(undoable.inverse)) set({ undoable: null, announcement: texts.undoneKept });
        return;
      }
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
  };
}
