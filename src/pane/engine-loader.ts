import { failure, success, type Result } from "../core/result/index.js";
import type { DeskEngine } from "./engine.js";
import type { PaneTexts } from "./texts.js";

/** The engine once it has arrived; a failed load is tried anew at the next wish. */
export interface EngineLoader {
  current(): DeskEngine | null;
  ready(): Promise<Result<DeskEngine>>;
}

export function engineLoader(load: () => Promise<DeskEngine>, texts: PaneTexts): EngineLoader {
  let engine: DeskEngine | null = null;
  let loading: Promise<DeskEngine> | null = null;
  return {
    current: () => engine,
    async ready() {
      if (engine) return success(engine);
      loading ??= load();
      try {
        engine = await loading;
        return success(engine);
      } catch {
        return failure({ code: "engine-load", message: { zh: texts.engineFailedWhat, en: texts.engineFailedWhat } });
      } finally {
        loading = null;
      }
    },
  };
}
