import { incomingFile, type IncomingFile } from "./incoming-file.js";
import type { FileHandle } from "./save-target.js";

type OpenPicker = (options: object) => Promise<FileHandle[]>;

/** The browser's dialog that lets a page save to the same files later; null where there is none. */
export function openPicker(): OpenPicker | null {
  const browser = globalThis as { readonly showOpenFilePicker?: OpenPicker };
  return browser.showOpenFilePicker ? (options) => browser.showOpenFilePicker?.(options) ?? Promise.resolve([]) : null;
}

/** The workbooks chosen in that dialog; none when it was closed. */
export function pickFiles(pick: OpenPicker): Promise<IncomingFile[]> {
  return picked(pick, true, { description: "Excel", accept: { "application/vnd.ms-excel": [".xlsx", ".xlsm"] } });
}

export async function picked(pick: OpenPicker, multiple: boolean, type: object): Promise<IncomingFile[]> {
  try {
    const handles = await pick({ multiple, types: [type] });
    return await Promise.all(handles.map(async (handle) => incomingFile(await handle.getFile(), handle)));
  } catch {
    return [];
  }
}

/** What was dropped, with handles where the browser gives them. Call it while the drop is being handled. */
export async function droppedFiles(data: DataTransfer): Promise<IncomingFile[]> {
  const items = [...data.items].filter(({ kind }) => kind === "file");
  const files = items.length > 0 ? items.map((item) => item.getAsFile()) : [...data.files];
  const handles = items.map((item) => handleOf(item));
  return Promise.all(
    files.flatMap((file, index) =>
      file ? [(handles[index] ?? Promise.resolve(undefined)).then((handle) => incomingFile(file, handle))] : [],
    ),
  );
}

async function handleOf(item: DataTransferItem): Promise<FileHandle | undefined> {
  if (!("getAsFileSystemHandle" in item) || typeof item.getAsFileSystemHandle !== "function") return undefined;
  try {
    const handle = (await item.getAsFileSystemHandle()) as FileSystemHandle | null;
    return handle?.kind === "file" ? (handle as FileSystemFileHandle) : undefined;
  } catch {
    return undefined;
  }
}
