import type { OpenBook } from "../app/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import type { WriteBackPlan } from "./engine.js";

/** The write-back of scores as the pane shows it. */
export function writeBackPlanOf(_snapshot: WorkbookSnapshot, _opened: OpenBook): WriteBackPlan {
  return { edits: [], changes: [], skipped: [] };
}
