import { joinWorkbooks } from "../../app/index.js";
import { placesOf } from "./book-reader.js";
import type { WorkbookSnapshot } from "../../core/sheet/index.js";
import {
  readAppearance,
  readWorkbook,
  type SheetAppearance,
  type WorkbookAppearance,
} from "../../documents/xlsx/index.js";

/** How the files of a book look, sheets under their names in the joined workbook; null where that cannot be told. */
export async function appearanceOf(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<WorkbookAppearance | null> {
  const snapshots: WorkbookSnapshot[] = [];
  const read: WorkbookAppearance[] = [];
  for (const { name, bytes } of files) {
    const [snapshot, appearance] = await Promise.all([readWorkbook(bytes, name), readAppearance(bytes)]);
    if (!snapshot.ok || !appearance.ok) return null;
    snapshots.push(snapshot.value);
    read.push(appearance.value);
  }
  if (read.length === 1) return read[0] ?? null;
  const joined = joinWorkbooks(snapshots);
  if (!joined) return null;
  const firstLook = read.map((_, file) => read.slice(0, file).reduce((sum, { looks }) => sum + looks.length, 0));
  const sheets = new Map<string, SheetAppearance>();
  for (const [name, place] of placesOf(snapshots, joined)) {
    const sheet = read[place.file]?.sheets.get(place.name);
    if (!sheet) continue;
    const first = firstLook[place.file] ?? 0;
    const cells = sheet.cells.map(({ row, column, look }) => ({ row, column, look: look + first }));
    sheets.set(name, { ...sheet, cells });
  }
  return { looks: read.flatMap(({ looks }) => looks), sheets };
}
