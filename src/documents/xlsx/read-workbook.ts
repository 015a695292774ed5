import { success, type Result } from "../../core/result/index.js";
import type { SheetSnapshot, WorkbookSnapshot } from "../../core/sheet/index.js";
import { openArchive, type Archive } from "../archive/index.js";
import { readDeskPart } from "./desk-part.js";
import { identifyForeign } from "./identify.js";
import { readPartText } from "./part.js";
import { readSheetPart } from "./sheet-part.js";
import { sheetSnapshot, unreadSheet, type SheetSurroundings } from "./sheet-snapshot.js";
import { readSharedStrings } from "./strings.js";
import { withMissingValues } from "./missing-values.js";
import { readStyles } from "./styles.js";
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from "./workbook-part.js";

/** Places kept in memory over all sheets; those after are left unread. */
const maxCells = 300_000;

/**
 * Reads a workbook file. `name` is the file's name without path, null when it has none.
 * Failures, each with a sentence for people: `encrypted` (password to open), `legacy-xls`, `not-a-workbook`, `damaged`,
 * `unsafe` (a document type), `too-large` (inflates above the caps). A sheet too large to be an annex is not a failure:
 * it comes back without cells and says why in `unread`.
 */
export async function readWorkbook(bytes: Uint8Array, name: string | null): Promise<Result<WorkbookSnapshot>> {
  const archive = await openPackage(bytes);
  if (!archive.ok) return archive;
  const workbook = await readWorkbookPart(archive.value);
  return workbook.ok ? readOpened(archive.value, workbook.value, name) : workbook;
}

/** The same over an opened package. */
export async function readOpened(
  archive: Archive,
  workbook: WorkbookPart,
  name: string | null,
): Promise<Result<WorkbookSnapshot>> {
  const { sheets: entries, date1904, structureProtected } = workbook;
  const strings = await readSharedStrings(archive, workbook.sharedStrings);
  if (!strings.ok) return strings;
  const styles = await readStyles(archive, workbook.styles);
  if (!styles.ok) return styles;

  const around: SheetSurroundings = { strings: strings.value, styles: styles.value, date1904 };
  const sheets: SheetSnapshot[] = [];
  let cells = 0;
  for (const entry of entries) {
    if (cells > maxCells) {
      sheets.push(unreadSheet(entry, false, "工作簿内容过多，此后的工作表未读取。"));
      continue;
    }
    const sheet = await readSheet(archive, entry, around);
    if (!sheet.ok) return sheet;
    cells += sheet.value.rows.reduce((sum, row) => sum + row.length, 0);
    sheets.push(sheet.value);
  }
  const desk = await readDeskPart(archive, workbook.customXml);
  if (!desk.ok) return desk;
  return success({
    name,
    sheets: withMissingValues(sheets, date1904),
    structureProtected,
    readOnly: false,
    ...(date1904 ? { date1904 } : {}),
    deskXml: desk.value?.xml ?? null,
  });
}

/** A package, or what the file is instead. */
export async function openPackage(bytes: Uint8Array): Promise<Result<Archive>> {
  const archive = await openArchive(bytes);
  return !archive.ok && archive.failure.code === "not-a-zip" ? identifyForeign(bytes) : archive;
}

async function readSheet(
  archive: Archive,
  entry: SheetEntry,
  around: SheetSurroundings,
): Promise<Result<SheetSnapshot>> {
  const text = await readPartText(archive, entry.part);
  if (!text.ok) return text;
  const raw = readSheetPart(text.value, entry.part);
  return raw.ok ? success(sheetSnapshot(entry, raw.value, around)) : raw;
}
