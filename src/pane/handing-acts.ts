import type { StoreApi } from "zustand/vanilla";
import type { DeliveryOutcome } from "../app/index.js";
import { success, type Result } from "../core/result/index.js";
import { delivered } from "./delivered.js";
import type { DeskCore, DeskPorts } from "./desk-core.js";
import type { LinkedFile } from "./desk-state.js";
import { reportPlainText } from "./report-plain-text.js";
import type { HandedOver, ReportState } from "./report-state.js";
import { reportTexts } from "./report-texts.js";

const docxMime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export interface HandingActs {
  /** A new report. */
  save(): Promise<void>;
  /** The file handed over last, once more. */
  saveAgain(): Promise<void>;
  /** The whole text, for pasting. */
  copyText(): Promise<void>;
  /** The figures and sections, for pasting into the pane in Word. */
  copyForWord(): Promise<void>;
  showWordWay(): void;
  dismissHanded(): void;
}

export interface Handing extends HandingActs {
  /** Over the file itself where that is given, else as this host hands files over. */
  hand(name: string, bytes: Uint8Array, linked: LinkedFile | null): Promise<Result<DeliveryOutcome>>;
  /** What became of it is shown where the buttons are, and said. */
  handed(over: Omit<HandedOver, "next">): void;
}

/** The ways by which a finished document reaches the person, one after the other; success is never assumed. */
export function handingActs(core: DeskCore, { delivery, texts }: DeskPorts, store: StoreApi<ReportState>): Handing {
  const words = reportTexts(texts.language);
  const announce = (text: string): void => core.set({ announcement: text });

  function hand(name: string, bytes: Uint8Array, linked: LinkedFile | null): Promise<Result<DeliveryOutcome>> {
    return linked ? linked.write(bytes) : delivery.saveFile(name, bytes, docxMime);
  }

  function handed(over: Omit<HandedOver, "next">): void {
    store.setState({ handed: { ...over, next: null } });
    announce(delivered(over.outcome, texts).text);
  }

  return {
    hand,
    handed,
    async save() {
      if (core.get().stale && !(await core.read("report", "report", false))) return;
      const { outcome } = core.get();
      const ready = core.engine.current();
      if (!outcome || !ready) return;
      const done = await core.busy("building", false, async () => {
        const file = await ready.buildReport(outcome.snapshot);
        if (!file.ok) return file;
        const { fileName: name, bytes } = file.value;
        return success({ name, bytes, outcome: await hand(name, bytes, null) });
      });
      if (!done) return;
      if (done.ok) handed(done.value);
      else core.notify("error", done.failure.message[texts.language]);
    },
    async saveAgain() {
      const { handed: over } = store.getState();
      if (!over) return;
      const again = await core.busy("building", false, () => hand(over.name, over.bytes, null));
      if (again) handed({ ...over, outcome: again });
    },
    async copyText() {
      const report = core.get().outcome?.report;
      if (!report) return;
      const copied = await delivery.copyText(reportPlainText(report));
      if (!copied.ok) {
        core.notify("error", texts.copyFailed);
        return;
      }
      const { handed: over } = store.getState();
      if (over) store.setState({ handed: { ...over, next: "copied" } });
      else core.notify("success", words.copiedText);
      announce(words.copiedText);
    },
    async copyForWord() {
      if (core.get().stale && !(await core.read("report", "report", false))) return;
      const { outcome } = core.get();
      const carried = outcome && core.engine.current()?.carry(outcome.snapshot);
      if (!carried) return;
      const copied = carried.ok ? await delivery.copyText(carried.value) : carried;
      if (copied.ok) core.notify("success", words.copiedForWord);
      else core.notify("error", carried.ok ? texts.copyFailed : copied.failure.message[texts.language]);
    },
    showWordWay() {
      const { handed: over } = store.getState();
      if (over) store.setState({ handed: { ...over, next: "word" } });
      announce(words.wordWay);
    },
    dismissHanded: () => store.setState({ handed: null }),
  };
}
