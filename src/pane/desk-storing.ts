import type { DeskChange } from "../app/index.js";
import type { DeskCore, DeskPorts } from "./desk-core.js";
import type { Outcome } from "./desk-state.js";
import { inWords } from "./in-words.js";

/** Changing what is kept in the workbook besides its cells. */
export interface DeskStoring {
  /** Stores the change and checks again without reading. Null when nothing was stored: that is told. */
  store(change: DeskChange): Promise<Outcome | null>;
}

export function deskStoring({ get, busy, show, notify, engine }: DeskCore, { host, texts }: DeskPorts): DeskStoring {
  return {
    async store(change) {
      const stored = await busy("writing", false, () => host.storeDesk(change));
      if (!stored) return null;
      if (!stored.ok) {
        notify("error", inWords(stored.failure, texts));
        return null;
      }
      const ready = engine.current();
      const { outcome, view } = get();
      if (!ready || !outcome) return null;
      const snapshot = { ...outcome.snapshot, deskXml: stored.value };
      const next = { ...outcome, snapshot, check: ready.check(snapshot), scores: null, report: null };
      show(next, view);
      return next;
    },
  };
}
