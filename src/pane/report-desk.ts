import { createStore, type StoreApi } from "zustand/vanilla";
import type { DeskCore, DeskPorts } from "./desk-core.js";
import type { ChosenFile } from "./desk-state.js";
import type { DeskStoring } from "./desk-storing.js";
import type { ReportName } from "./engine.js";
import { handingActs, type HandingActs } from "./handing-acts.js";
import { nameTexts } from "./name-texts.js";
import { proposalActs, type ProposalActs } from "./proposal-acts.js";
import { firstReportState, type ReportState } from "./report-state.js";
import { updateActs, type UpdateActs } from "./update-acts.js";

/**
 * What concerns documents: a new report, an existing one brought up to date, names for templates, texts of last year's
 * report. It comes in a chunk of its own.
 */
export interface ReportDesk extends HandingActs, ProposalActs, UpdateActs {
  readonly store: StoreApi<ReportState>;
  /** The browser's dialog that lets the chosen file be written in place, where there is one. */
  readonly pick: (() => Promise<ChosenFile | null>) | null;
  /** What a template may ask for by name. */
  names(): readonly ReportName[];
  copyName(typed: string): Promise<boolean>;
}

export function createReportDesk(
  core: DeskCore,
  ports: DeskPorts,
  storing: DeskStoring,
  flushAnswers: () => Promise<void>,
): ReportDesk {
  const { delivery, texts, pickReport } = ports;
  const store = createStore<ReportState>(() => firstReportState);
  const handing = handingActs(core, ports, store);
  return {
    store,
    pick: pickReport ?? null,
    ...handing,
    ...updateActs(core, ports, storing, handing, store),
    ...proposalActs(core, ports, storing, flushAnswers, store),
    names() {
      const { outcome } = core.get();
      return (outcome && core.engine.current()?.names(outcome.snapshot)) ?? [];
    },
    async copyName(typed) {
      const copied = await delivery.copyText(typed);
      if (copied.ok) core.set({ announcement: nameTexts(texts.language).copied(typed) });
      else core.notify("error", texts.copyFailed);
      return copied.ok;
    },
  };
}
