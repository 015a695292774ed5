import type { DeliveryHost } from "../../app/index.js";
import { fail, success, type Result } from "../../core/result/index.js";
import type { FileHandle, Saved, Saver, SaveTarget } from "../save-target.js";

export const xlsxMime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Browsers that can ask for a name have this. */
interface PickingScope {
  readonly showSaveFilePicker?: (options: object) => Promise<FileHandle>;
}

/** Saving as this browser can. A file is written whole or not at all: the browser puts it in place when it is closed. */
export function browserSaver(delivery: DeliveryHost, scope: PickingScope = globalThis as PickingScope): Saver {
  const download = async (name: string, bytes: Uint8Array): Promise<Result<Saved>> => {
    const delivered = await delivery.saveFile(name, bytes, xlsxMime);
    if (!delivered.ok) return delivered;
    return success(delivered.value.kind === "cancelled" ? { kind: "cancelled" } : { kind: "downloading", name });
  };

  return {
    async save(name, bytes, target) {
      if (!target) return download(name, bytes);
      const now = await modifiedOf(target.handle);
      if (now !== null && now !== target.modified) return changedOnDisk(target.handle.name);
      return write(target.handle, bytes);
    },
    async saveAs(name, bytes) {
      if (!scope.showSaveFilePicker) return download(name, bytes);
      try {
        const handle = await scope.showSaveFilePicker({
          suggestedName: name,
          types: [{ description: "Excel", accept: { [xlsxMime]: [".xlsx"] } }],
        });
        return await write(handle, bytes);
      } catch (error) {
        return errorName(error) === "AbortError" ? success({ kind: "cancelled" }) : refused(name, error);
      }
    },
  };
}

/** The handle as a place to save to, with the file as it is now; null where it cannot be read. */
export async function saveTargetOf(handle: FileHandle): Promise<SaveTarget | null> {
  const modified = await modifiedOf(handle);
  return modified === null ? null : { handle, modified };
}

async function write(handle: FileHandle, bytes: Uint8Array): Promise<Result<Saved>> {
  try {
    const stream = await handle.createWritable();
    try {
      await stream.write(new Uint8Array(bytes));
      await stream.close();
    } catch (error) {
      await stream.abort?.().catch(() => undefined);
      throw error;
    }
    const modified = (await modifiedOf(handle)) ?? 0;
    return success({ kind: "written", name: handle.name, target: { handle, modified } });
  } catch (error) {
    return refused(handle.name, error);
  }
}

async function modifiedOf(handle: FileHandle): Promise<number | null> {
  try {
    return (await handle.getFile()).lastModified;
  } catch {
    return null;
  }
}

function changedOnDisk(name: string): Result<never> {
  return fail(
    "changed-on-disk",
    `“${name}”打开之后又被别的程序改过，为免覆盖，没有保存。请用“另存为”。`,
    `“${name}” was changed by another program after it was opened; it was not overwritten. Use “Save as”.`,
  );
}

function refused(name: string, error: unknown): Result<never> {
  if (errorName(error) === "NotAllowedError") {
    return fail(
      "not-allowed",
      `没有得到写入“${name}”的许可。请允许后再保存，或用“另存为”。`,
      `Writing “${name}” was not allowed. Allow it and save again, or use “Save as”.`,
    );
  }
  return fail(
    "unwritable",
    `“${name}”写入失败，可能正被其他程序（如 Excel、WPS）打开，或磁盘空间不足。原文件没有改动。`,
    `“${name}” could not be written: it may be open in another program, or the disk is full. The file is as it was.`,
  );
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.name : "";
}
