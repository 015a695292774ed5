import type { DeliveryHost } from "../app/index.js";
import { success } from "../core/result/index.js";
import type { ChosenFile } from "../pane/index.js";
import { browserSaver, saveTargetOf } from "./editing/browser-saver.js";
import type { IncomingFile } from "./incoming-file.js";
import { openPicker, picked } from "./pick-files.js";
import type { FileHandle } from "./save-target.js";

/** A report as the pane takes it; where the browser gave a handle, read afresh every time and written in place. */
export function linkedReport({ name, size, bytes, handle }: IncomingFile, delivery: DeliveryHost): ChosenFile {
  if (!handle) return { name, size, bytes };
  return {
    name,
    size,
    bytes: async () => new Uint8Array(await (await handle.getFile()).arrayBuffer()),
    linked: {
      allow: () => allow(handle),
      async write(content) {
        // Planned on what was on the disk a moment ago: that is what may be written over.
        const target = await saveTargetOf(handle);
        const saved = await browserSaver(delivery).save(name, content, target);
        if (!saved.ok) return saved;
        const { kind } = saved.value;
        if (kind === "cancelled") return success({ kind });
        return success({ kind: kind === "written" ? "saved" : "unconfirmed", name: saved.value.name });
      },
    },
  };
}

/** The report chosen in the browser's dialog; null when it was closed. */
export async function pickReport(delivery: DeliveryHost): Promise<ChosenFile | null> {
  const pick = openPicker();
  const [file] = pick ? await picked(pick, false, { description: "Word", accept: { [docxMime]: [".docx"] } }) : [];
  return file ? linkedReport(file, delivery) : null;
}

const docxMime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

async function allow(handle: FileHandle): Promise<boolean> {
  try {
    const answer = await handle.requestPermission?.({ mode: "readwrite" });
    return answer === undefined || answer === "granted";
  } catch {
    return false;
  }
}
