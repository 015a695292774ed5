import type { DeskCore, DeskPorts } from "./desk-core.js";
import type { DeskStoring } from "./desk-storing.js";
import { writeBackKey, type ScoreFilter } from "./desk-state.js";
import type { LineRef, ScoreChoice, ScoreLine } from "./engine.js";
import { inWords } from "./in-words.js";
import { isoDay } from "./iso-day.js";

export interface ScoreActs {
  filterScores(filter: ScoreFilter): void;
  toggleLine(line: ScoreLine): Promise<void>;
  /** Opens or closes (null) the form that corrects a line. */
  correctLine(key: string | null): void;
  /** Stores a decision in the workbook; null goes back to what was read. */
  decide(line: LineRef, choice: ScoreChoice | null): Promise<void>;
  /** Shows what a write-back would change, or puts it away. */
  previewWriteBack(show: boolean): void;
  applyWriteBack(): Promise<void>;
}

interface Others {
  readonly flushAnswers: () => Promise<void>;
  /** Takes up a reading again that waited for a preview to close. */
  readonly rechecked: () => void;
}

/** What a person does with scores: choosing lines, deciding, writing back. */
export function scoreActs(
  { get, set, engine, busy, read, notify }: DeskCore,
  { host, texts, clock }: DeskPorts,
  storing: DeskStoring,
  { flushAnswers, rechecked }: Others,
): ScoreActs {
  const put = (): void => {
    set({ previewing: null, writeBack: null });
    if (get().stale) rechecked();
  };

  /** Reads again what a person changed since; false when the line or plan must be looked at anew. */
  async function upToDate(): Promise<boolean> {
    if (!get().stale) return true;
    set({ previewing: null, writeBack: null });
    if (await read("scores", "score", false)) notify("info", texts.scoresConfirmAgain);
    return false;
  }

  return {
    filterScores(filter) {
      set({ scoreFilter: filter, openLine: null });
      if (!get().writeBack) put();
    },
    async toggleLine({ key, place }) {
      const opening = get().openLine !== key;
      set({ openLine: opening ? key : null });
      put();
      if (!opening || !place) return;
      const went = await host.select(place);
      if (!went.ok) notify("error", inWords(went.failure, texts));
    },
    correctLine(key) {
      if (key === null) put();
      else set({ previewing: key, writeBack: null });
    },
    async decide(line, choice) {
      await flushAnswers();
      if (!(await upToDate())) return;
      const ready = engine.current();
      const { outcome } = get();
      if (!ready || !outcome) return;
      const change = ready.deciding(outcome.snapshot, line, choice, isoDay(clock()));
      if (!(await storing.store(change))) return;
      set({
        ...{ previewing: null, notice: null },
        announcement: choice ? texts.decided(line.name) : texts.undecided(line.name),
      });
    },
    previewWriteBack(wanted) {
      const ready = engine.current();
      const { outcome } = get();
      if (!wanted || !ready || !outcome) put();
      else set({ previewing: writeBackKey, writeBack: ready.writeBack(outcome.snapshot) });
    },
    async applyWriteBack() {
      if (!(await upToDate())) return;
      const { writeBack } = get();
      if (!writeBack || writeBack.edits.length === 0) return;
      const written = await busy("writing", false, () => host.write(writeBack.edits));
      if (!written) return;
      if (!written.ok) {
        notify("error", inWords(written.failure, texts));
        return;
      }
      const label = texts.wroteScores(writeBack.edits.length);
      set({ undoable: { written: written.value, label }, previewing: null, writeBack: null, notice: null });
      await read("scores", "score", false);
      set({ announcement: `${label} ${get().announcement}` });
    },
  };
}
