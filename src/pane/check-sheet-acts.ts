import type { Failure } from "../core/result/index.js";
import type { DeskCore, DeskPorts } from "./desk-core.js";
import { checkSheetKey } from "./desk-state.js";
import { delivered } from "./delivered.js";
import { inWords } from "./in-words.js";
import { isoDay } from "./iso-day.js";

const xlsxMime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Where no sheet can be put into the workbook, the check sheet is a file of its own. */
const apart: ReadonlySet<string> = new Set(["structure-protected", "read-only"]);

export interface CheckSheetActs {
  /** Shows what a check sheet does to the workbook, or puts it away. */
  previewCheckSheet(show: boolean): void;
  /** Draws the check sheet into the workbook; as a file of its own where that is not allowed. */
  drawCheckSheet(): Promise<void>;
  saveCheckSheet(): Promise<void>;
}

/** Every rule and what it came to, to be printed and signed. */
export function checkSheetActs(
  { get, set, engine, busy, read, notify }: DeskCore,
  { host, delivery, texts, clock }: DeskPorts,
  rechecked: () => void,
): CheckSheetActs {
  /** On the figures of now. */
  async function upToDate(): Promise<boolean> {
    return !get().stale || (await read("check", "check", false));
  }

  async function save(why: Failure | null): Promise<void> {
    const ready = engine.current();
    const { outcome } = get();
    if (!ready || !outcome) return;
    const { fileName, bytes } = ready.checkSheetFile(outcome.snapshot, isoDay(clock()));
    const saved = await busy("drawing", false, () => delivery.saveFile(fileName, bytes, xlsxMime));
    if (!saved) return;
    const { kind, text } = delivered(saved, texts);
    set({ previewing: null });
    notify(kind, why ? `${texts.checkSheetApart(inWords(why, texts))}${text}` : text);
  }

  return {
    previewCheckSheet(show) {
      set({ previewing: show ? checkSheetKey : null });
      if (!show && get().stale) rechecked();
    },
    async drawCheckSheet() {
      if (!(await upToDate())) return;
      const ready = engine.current();
      const { outcome } = get();
      if (!ready || !outcome) return;
      const { sheet, mark } = ready.checkSheet(outcome.snapshot, isoDay(clock()));
      const drawn = await busy("drawing", false, () => host.putSheet(sheet, mark));
      if (!drawn) return;
      if (!drawn.ok) {
        if (apart.has(drawn.failure.code)) await save(drawn.failure);
        else notify("error", inWords(drawn.failure, texts));
        return;
      }
      set({ previewing: null });
      await read("check", "check", true);
      const { top, left } = sheet.print.area;
      await host.select({ sheet: drawn.value, area: { top, left, bottom: top, right: left } });
      notify("success", texts.checkSheetDrawn(drawn.value));
    },
    async saveCheckSheet() {
      if (await upToDate()) await save(null);
    },
  };
}
