import type { Result } from "../core/result/index.js";

/** The parts of the browser's file handles that the page uses; `FileSystemFileHandle` is one. */
export interface FileHandle {
  readonly name: string;
  getFile(): Promise<File>;
  /** Only some browsers have it; the others ask when the file is written. */
  requestPermission?(wish: { readonly mode: "readwrite" }): Promise<string>;
  createWritable(): Promise<{
    write(data: Uint8Array<ArrayBuffer>): Promise<void>;
    close(): Promise<void>;
    abort?(): Promise<void>;
  }>;
}

/** The file on disk that a workbook was opened from; only where the browser lets a page write it. */
export interface SaveTarget {
  readonly handle: FileHandle;
  /** When the file was last changed, as seen when it was opened or saved; milliseconds. */
  readonly modified: number;
}

/** What became of saving. */
export type Saved =
  | { readonly kind: "written"; readonly name: string; readonly target: SaveTarget }
  | { readonly kind: "downloading"; readonly name: string }
  | { readonly kind: "cancelled" };

/** Puts a workbook where the person wants it. Failures: `changed-on-disk`, `not-allowed`, `unwritable`. */
export interface Saver {
  /** Over the file it came from, or as a download where there is none. */
  save(name: string, bytes: Uint8Array, target: SaveTarget | null): Promise<Result<Saved>>;
  /** Under a name that the person chooses, or as a download where the browser cannot ask. */
  saveAs(name: string, bytes: Uint8Array): Promise<Result<Saved>>;
}
