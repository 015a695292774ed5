import type { Failure } from "../core/result/index.js";
import type { DeskCore, DeskPorts } from "./desk-core.js";
import { pointKey, type Pointing } from "./desk-state.js";
import type { DeskStoring } from "./desk-storing.js";
import { inWords } from "./in-words.js";
import { isoDay } from "./iso-day.js";
import type { AssignmentChange, RecognitionView, RoleKind, RoleRef } from "./recognition.js";
import { whenIdle } from "./when-idle.js";

export interface RecognitionActs {
  /** Null before the first check. */
  recognition(): RecognitionView | null;
  /** Opens or closes (null) the form that asks for the cell of a role. */
  point(role: (RoleRef & { readonly name: string; readonly part: RoleKind }) | null): void;
  /** Takes what is selected in the workbook now, to be looked at. */
  takeSelection(): Promise<void>;
  /** Stores what was taken in the workbook; the check follows. */
  confirmPointing(): Promise<void>;
  /** Takes corrections out of the workbook; `name` is what they were about. */
  unassign(refs: readonly RoleRef[], name: string): Promise<void>;
}

/** Seeing how the annexes were recognised, and correcting it by pointing at a cell. */
export function recognitionActs(
  { store, get, set, engine, busy, read, notify }: DeskCore,
  { host, texts, clock }: DeskPorts,
  storing: DeskStoring,
  { flushAnswers, rechecked }: { readonly flushAnswers: () => Promise<void>; readonly rechecked: () => void },
): RecognitionActs {
  const change = (part: Partial<Pointing>): void => {
    const { pointing } = get();
    if (pointing) set({ pointing: { ...pointing, ...part } });
  };
  const refuse = (problem: Failure): void => {
    change({ taken: null, problem });
    set({ announcement: inWords(problem, texts) });
  };

  /** False where a person changed cells since: the reading is anew, and what was taken must be looked at again. */
  async function upToDate(): Promise<boolean> {
    if (!get().stale) return true;
    const { pointing } = get();
    if (!(await read(get().view, "check", false))) return false;
    set({ pointing, previewing: pointing && pointKey });
    return false;
  }

  function take(area: NonNullable<Pointing["taken"]>["area"]): void {
    const { pointing, outcome } = get();
    const ready = engine.current();
    if (!pointing || !outcome || !ready) return;
    const { annex, sheet, role } = pointing;
    const pointed = ready.pointing(outcome.snapshot, { annex, sheet, role, area });
    if (!pointed.ok) return refuse(pointed.failure);
    const { address, shown } = pointed.value;
    change({ taken: { area, cell: pointed.value }, problem: null });
    set({ announcement: texts.pointed(`${sheet} ${address}`, shown) });
  }

  async function keep({ change: made, inverse }: AssignmentChange, label: string): Promise<void> {
    await flushAnswers();
    await whenIdle(store);
    if (!(await storing.store(made))) return;
    const notice = { pointing: null, previewing: null, notice: null } as const;
    set({ ...notice, undoable: { inverse, label }, announcement: label });
  }

  return {
    recognition() {
      const { outcome } = get();
      return (outcome && engine.current()?.recognition(outcome.snapshot)) ?? null;
    },
    point(role) {
      set({ pointing: role && { ...role, taken: null, problem: null }, previewing: role && pointKey });
      if (!role && get().stale) rechecked();
    },
    async takeSelection() {
      const asked = get().pointing;
      await whenIdle(store);
      const selection = await busy("reading", true, () => host.selection());
      if (!selection || !asked || get().pointing !== asked) return;
      if (!selection.ok) return refuse(selection.failure);
      const { sheet, area } = selection.value;
      if (sheet !== asked.sheet) return refuse(otherSheet(sheet, asked.sheet));
      // What the sheet shows now is what is pointed at.
      if (get().stale && !(await upToDate()) && get().stale) return;
      take(area);
    },
    async confirmPointing() {
      const { pointing } = get();
      if (!pointing?.taken) return;
      const { area } = pointing.taken;
      await whenIdle(store);
      if (!(await upToDate())) {
        take(area);
        notify("info", texts.pointAgain);
        return;
      }
      const ready = engine.current();
      const { outcome } = get();
      if (!ready || !outcome) return;
      const { annex, sheet, role, name } = pointing;
      const made = ready.assigning(outcome.snapshot, { annex, sheet, role, area }, isoDay(clock()));
      if (!made.ok) return refuse(made.failure);
      await keep(made.value, texts.assigned(name));
    },
    async unassign(refs, name) {
      const ready = engine.current();
      const { outcome } = get();
      if (!ready || !outcome) return;
      await keep(ready.unassigning(outcome.snapshot, refs), texts.unassigned(name));
    },
  };
}

function otherSheet(selected: string, wanted: string): Failure {
  return {
    code: "other-sheet",
    message: {
      zh: `选中的单元格在“${selected}”，不在“${wanted}”。请到“${wanted}”里选。`,
      en: `The selected cell is on “${selected}”, not on “${wanted}”. Select it there.`,
    },
  };
}
