import type { DeskCore, DeskPorts } from "./desk-core.js";
import { delivered } from "./delivered.js";
import { reportPlainText } from "./report-plain-text.js";

const docxMime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export interface ReportActs {
  saveReport(): Promise<void>;
  copy(text: string): Promise<boolean>;
  copyReport(): Promise<void>;
}

/** Handing the report over; what became of it is always told. */
export function reportActs(
  { get, set, busy, read, notify, engine }: DeskCore,
  { delivery, texts }: DeskPorts,
): ReportActs {
  const acts: ReportActs = {
    async saveReport() {
      if (get().stale && !(await read("report", "report", false))) return;
      const { outcome } = get();
      const ready = engine.current();
      if (!outcome || !ready) return;
      const outcomeOfSaving = await busy("building", false, async () => {
        const file = await ready.buildReport(outcome.snapshot);
        return file.ok ? delivery.saveFile(file.value.fileName, file.value.bytes, docxMime) : file;
      });
      if (!outcomeOfSaving) return;
      const { kind, text } = delivered(outcomeOfSaving, texts);
      notify(kind, text);
    },
    async copy(text) {
      const copied = await delivery.copyText(text);
      if (copied.ok) set({ announcement: texts.copied });
      else notify("error", texts.copyFailed);
      return copied.ok;
    },
    async copyReport() {
      const report = get().outcome?.report;
      if (report && (await acts.copy(reportPlainText(report)))) notify("success", texts.copied);
    },
  };
  return acts;
}
