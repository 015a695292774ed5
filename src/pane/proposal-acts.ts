import type { StoreApi } from "zustand/vanilla";
import { chosenBytes } from "./chosen-bytes.js";
import type { DeskCore, DeskPorts } from "./desk-core.js";
import type { ChosenFile } from "./desk-state.js";
import type { DeskStoring } from "./desk-storing.js";
import type { ProposedText } from "./engine.js";
import { proposalTexts } from "./proposal-texts.js";
import type { ReportState } from "./report-state.js";

export interface ProposalActs {
  /** Reads the texts of last year's report that the form asks for; they are only shown. */
  propose(file: ChosenFile): Promise<void>;
  /** Puts these texts into the workbook, never over an answer of a person. Can be taken back. */
  accept(fields: readonly string[]): Promise<void>;
  dismissProposal(): void;
}

/** What no annex holds and last year's report may already say. */
export function proposalActs(
  core: DeskCore,
  { texts }: DeskPorts,
  storing: DeskStoring,
  flushAnswers: () => Promise<void>,
  store: StoreApi<ReportState>,
): ProposalActs {
  const words = proposalTexts(texts.language);
  return {
    async propose(file) {
      const { outcome } = core.get();
      const ready = core.engine.current();
      if (!outcome || !ready) return;
      const bytes = await chosenBytes(file);
      const found = bytes.ok ? await ready.textsOfReport(outcome.snapshot, bytes.value) : bytes;
      if (!found.ok) {
        store.setState({ proposal: null, proposalProblem: { name: file.name, failure: found.failure } });
        core.set({ announcement: words.refused(file.name) + found.failure.message[texts.language] });
        return;
      }
      store.setState({ proposal: { name: file.name, texts: found.value }, proposalProblem: null });
      core.set({ announcement: words.found(file.name, found.value.length) });
    },
    async accept(fields) {
      await flushAnswers();
      const ready = core.engine.current();
      const wanted = openTexts(store.getState().proposal?.texts ?? [], core.get().basics?.answers ?? {}).filter(
        ({ field }) => fields.includes(field.id),
      );
      if (!ready || wanted.length === 0) return;
      const answers = Object.fromEntries(wanted.map(({ field, text }) => [field.id, text]));
      if (!(await storing.store(ready.answering(answers)))) return;
      const label = words.accepted(wanted.map(({ field }) => field.label[texts.language]).join("、"));
      core.set({ notice: null, undoable: { inverse: ready.unanswering(answers), label }, announcement: label });
    },
    dismissProposal: () => store.setState({ proposal: null, proposalProblem: null }),
  };
}

/** Those whose entry of the form is empty. */
export function openTexts(
  texts: readonly ProposedText[],
  answers: Readonly<Record<string, string>>,
): readonly ProposedText[] {
  return texts.filter(({ field }) => (answers[field.id] ?? "").trim() === "");
}
