import type { WrittenEdits } from "../../app/index.js";
import { success, type Result } from "../../core/result/index.js";
import type { CellEdit, UnhideEdit } from "../../core/sheet/index.js";
import type { FileWorkbookHost } from "../../hosts/file/index.js";
import type { BookReading } from "./book-reader.js";
import type { Version } from "./history.js";
import { inFile } from "./in-file.js";
import { ownEdits } from "./own-edits.js";

/** Writes into the files that the edits concern, all of them or none. */
export async function writeFiles(
  hosts: readonly FileWorkbookHost[],
  reading: BookReading,
  edits: readonly CellEdit[],
  unhide: readonly UnhideEdit[],
): Promise<Result<WrittenEdits>> {
  const own = ownEdits(reading, edits);
  if (!own.ok) return own;
  const before = versionOf(hosts);
  const cells = new Map<CellEdit, WrittenEdits["cells"][number]>();
  const unhidden: UnhideEdit[] = [];
  for (const [file, host] of hosts.entries()) {
    const mine = own.value.filter((entry) => entry.file === file);
    const shown = unhide.filter(({ sheet }) => reading.places.get(sheet)?.file === file);
    if (mine.length + shown.length === 0) continue;
    const written = await host.write(
      mine.map(({ edit }) => edit),
      shown.map((edit) => ({ ...edit, sheet: reading.places.get(edit.sheet)?.name ?? edit.sheet })),
    );
    if (!written.ok) {
      goBackTo(hosts, before);
      return hosts.length > 1 ? inFile(written.failure, host.name()) : written;
    }
    mine.forEach(({ asked }, index) => {
      const cell = written.value.cells[index];
      if (cell) cells.set(asked, { ...cell, edit: asked });
    });
    shown.forEach(({ sheet }, index) => {
      const hidden = written.value.unhidden[index];
      if (hidden) unhidden.push({ ...hidden, sheet });
    });
  }
  return success({ cells: edits.flatMap((edit) => cells.get(edit) ?? []), unhidden });
}

export function versionOf(hosts: readonly FileWorkbookHost[]): Version {
  return hosts.map((host) => host.bytes());
}

export function goBackTo(hosts: readonly FileWorkbookHost[], version: Version): void {
  hosts.forEach((host, index) => {
    const bytes = version[index];
    if (bytes && host.bytes() !== bytes) host.replace(bytes, host.name());
  });
}
