import { readAppearance as readLooks, type WorkbookAppearance } from "../documents/xlsx/index.js";
import type { Result } from "../core/result/index.js";
import { fileWorkbookHost } from "../hosts/file/index.js";
import type { FileWorkbook } from "./page-workbook.js";
import type { SelectionSource } from "./selected-blocks.js";

/** What opens files, in a chunk of its own: zip, XML, the workbook reader and writer. */
export function openFile(bytes: Uint8Array, name: string, selection: SelectionSource["blocks"]): FileWorkbook {
  const host = fileWorkbookHost(bytes, name, { selection });
  return { host, bytes: () => host.bytes() };
}

export function readAppearance(bytes: Uint8Array): Promise<Result<WorkbookAppearance>> {
  return readLooks(bytes);
}
