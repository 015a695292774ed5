import type { FileHandle } from "./save-target.js";

/** A file on its way in; its bytes are read when it is opened. */
export interface IncomingFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
  /** Where it can be saved to again; only some browsers give one. */
  readonly handle?: FileHandle;
}

/** A file of the browser's dialog or dropped on the page. */
export function incomingFile(file: File, handle?: FileHandle): IncomingFile {
  const incoming = { name: file.name, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
  return handle ? { ...incoming, handle } : incoming;
}
