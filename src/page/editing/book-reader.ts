import { joinWorkbooks } from "../../app/index.js";
import { fail, success, type Result } from "../../core/result/index.js";
import type { WorkbookSnapshot } from "../../core/sheet/index.js";
import type { FileWorkbookHost } from "../../hosts/file/index.js";
import { inFile } from "./in-file.js";

/** A sheet of the book in its file. */
export interface SheetPlace {
  readonly file: number;
  /** Its name in the file. */
  readonly name: string;
}

/** All files as they stand, and as one workbook. */
export interface BookReading {
  readonly snapshots: readonly WorkbookSnapshot[];
  readonly joined: WorkbookSnapshot;
  /** By the name of the sheet in the joined workbook. */
  readonly places: ReadonlyMap<string, SheetPlace>;
}

/** Reads the files of a book; answers the same object while nothing has changed. */
export function bookReader(hosts: readonly FileWorkbookHost[]): () => Promise<Result<BookReading>> {
  let latest: BookReading | null = null;
  return async () => {
    const snapshots: WorkbookSnapshot[] = [];
    for (const host of hosts) {
      const snapshot = await host.read();
      if (!snapshot.ok) return hosts.length > 1 ? inFile(snapshot.failure, host.name()) : snapshot;
      snapshots.push(snapshot.value);
    }
    if (latest && snapshots.every((snapshot, index) => snapshot === latest?.snapshots[index])) return success(latest);
    const joined = joinWorkbooks(snapshots);
    if (!joined) return fail("no-workbook", "没有打开工作簿。", "No workbook is open.");
    latest = { snapshots, joined, places: placesOf(snapshots, joined) };
    return success(latest);
  };
}

/** Joined sheets stand in the order of their files. */
export function placesOf(
  snapshots: readonly WorkbookSnapshot[],
  joined: WorkbookSnapshot,
): ReadonlyMap<string, SheetPlace> {
  const own = snapshots.flatMap(({ sheets }, file) => sheets.map(({ name }) => ({ file, name })));
  return new Map(own.map((place, index) => [joined.sheets[index]?.name ?? place.name, place]));
}
