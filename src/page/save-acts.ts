import type { DeliveryHost } from "../app/index.js";
import type { Result } from "../core/result/index.js";
import type { Language } from "../pane/index.js";
import type { FileDesk } from "./page-model.js";
import type { PageState } from "./page-state.js";
import type { BookFile } from "./page-workbook.js";
import type { Saved, SaveTarget } from "./save-target.js";
import type { PageTexts } from "./texts.js";

/** Every file of the book is saved on its own. */
export interface SaveActs {
  /** All files with changes, or the one named. */
  save(file?: number): Promise<void>;
  /** One file under another name, which is where it is saved from then on. */
  saveAs(file: number): Promise<void>;
}

interface Parts {
  readonly get: () => PageState;
  readonly set: (part: Partial<PageState>) => void;
  readonly files: () => Promise<FileDesk>;
  readonly delivery: DeliveryHost;
  readonly texts: PageTexts;
  readonly language: Language;
  readonly targets: {
    readonly of: (file: number) => SaveTarget | null;
    readonly keep: (file: number, target: SaveTarget) => void;
  };
}

export function saveActs({ get, set, files, delivery, texts, language, targets }: Parts): SaveActs {
  async function settled(): Promise<readonly BookFile[]> {
    const { workbook } = get();
    await workbook?.desk.flushAnswers();
    await workbook?.book.settled();
    return workbook?.book.state().files ?? [];
  }

  /** Notes what was saved; the sentence about it, null when the person called it off. */
  function outcome(file: number, { bytes }: BookFile, result: Result<Saved>): { ok: boolean; text: string } | null {
    if (!result.ok) return { ok: false, text: texts.saveFailed + result.failure.message[language] };
    const saved = result.value;
    if (saved.kind === "cancelled") return null;
    if (saved.kind === "written") targets.keep(file, saved.target);
    get().workbook?.book.saved(file, bytes);
    return { ok: true, text: saved.kind === "written" ? texts.written(saved.name) : texts.saved(saved.name) };
  }

  function tell(outcomes: readonly ({ ok: boolean; text: string } | null)[]): void {
    const told = outcomes.flatMap((one) => one ?? []);
    if (told.length === 0) return;
    set({
      notice: { kind: told.every(({ ok }) => ok) ? "success" : "error", text: told.map(({ text }) => text).join(" ") },
    });
  }

  return {
    async save(only) {
      const open = await settled();
      const saver = (await files()).browserSaver(delivery);
      const outcomes = [];
      for (const [index, file] of open.entries()) {
        if (only === undefined ? !file.changed : index !== only) continue;
        outcomes.push(outcome(index, file, await saver.save(file.name, file.bytes, targets.of(index))));
      }
      tell(outcomes);
    },
    async saveAs(index) {
      const file = (await settled())[index];
      if (!file) return;
      const saver = (await files()).browserSaver(delivery);
      const result = await saver.saveAs(file.name, file.bytes);
      tell([outcome(index, file, result)]);
      if (result.ok && result.value.kind === "written") await get().workbook?.book.rename(index, result.value.name);
    },
  };
}
