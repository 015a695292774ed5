import type { WorkbookHost } from "../app/index.js";
import type { DeskState, Outcome } from "./desk-state.js";
import type { DeskEngine } from "./engine.js";

const saveAfter = 800;

interface SaverParts {
  readonly host: WorkbookHost;
  readonly get: () => DeskState;
  readonly set: (part: Partial<DeskState>) => void;
  readonly engine: () => DeskEngine | null;
  /** Takes the outcome with the stored answers in its snapshot. */
  readonly stored: (outcome: Outcome | null) => void;
}

export interface BasicsSaver {
  answer(id: string, value: string): void;
  flush(): Promise<void>;
  dispose(): void;
}

/** Stores the answers of 基本情况 a moment after the last key, one write at a time. */
export function basicsSaver({ host, get, set, engine, stored }: SaverParts): BasicsSaver {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let storing: Promise<void> | null = null;

  async function store(): Promise<void> {
    const { basics, outcome } = get();
    const ready = engine();
    if (!basics || !outcome || !ready) return;
    const { answers } = basics;
    set({ basics: { ...basics, save: "saving", failure: null } });
    const result = await host.storeDesk(ready.answering(answers));
    const now = get().basics;
    if (!now) return;
    if (!result.ok) {
      set({ basics: { ...now, save: "failed", failure: result.failure } });
      return;
    }
    const latest = get().outcome;
    stored(latest && { ...latest, snapshot: { ...latest.snapshot, deskXml: result.value } });
    set({ basics: { ...now, save: now.answers === answers ? "saved" : "pending", failure: null } });
  }

  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    await storing;
    if (get().basics?.save !== "pending" && get().basics?.save !== "failed") return;
    storing = store();
    await storing;
    storing = null;
    if (get().basics?.save === "pending") schedule();
  }

  function schedule(): void {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void flush(), saveAfter);
  }

  return {
    answer(id, value) {
      const { basics } = get();
      if (!basics) return;
      set({ basics: { ...basics, answers: { ...basics.answers, [id]: value }, save: "pending", failure: null } });
      schedule();
    },
    flush,
    dispose() {
      if (timer) clearTimeout(timer);
    },
  };
}
