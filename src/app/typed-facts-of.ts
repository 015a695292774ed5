import { emptyTyped, type FactRecord } from "../core/facts/index.js";
import type { Pack } from "../core/pack/index.js";
import type { WorkbookSnapshot } from "../core/sheet/index.js";
import { readDesk, typedFacts } from "../documents/desk/index.js";

/** The facts typed once in the pane, from the workbook's own part; none when it has no part or a broken one. */
export function typedFactsOf(workbook: WorkbookSnapshot, pack: Pack): FactRecord {
  const desk = readDesk(workbook.deskXml);
  return desk.ok ? typedFacts(desk.value, pack.narrative.form) : emptyTyped;
}
