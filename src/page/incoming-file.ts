import type { IncomingFile } from "./page-model.js";

/** A file of the browser's dialog or dropped on the page; its bytes are read when it is opened. */
export function incomingFile(file: File): IncomingFile {
  return { name: file.name, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}
