import { success, type Result } from "../../core/result/index.js";
import type { WorkbookSnapshot } from "../../core/sheet/index.js";
import { rewriteArchive, type Archive } from "../archive/index.js";
import { encodeXml } from "../xml/index.js";
import { calculateOnLoad } from "./edit-calculation.js";
import { editDesk } from "./edit-desk.js";
import { editSheets } from "./edit-sheets.js";
import { changeLinks } from "./package-links.js";
import { openPackage, readOpened } from "./read-workbook.js";
import { refusal, type WorkbookChange } from "./workbook-change.js";
import { readWorkbookPart, type WorkbookPart } from "./workbook-part.js";

/**
 * The workbook with the change spliced in: every part that is not concerned keeps its stored bytes, every character of
 * a sheet that is not concerned stays. Formulas that depend on the edits get new stored values where `core/formula` can
 * compute them, and Excel is told to compute all of them on opening.
 * Failures beside those of reading: `unknown-sheet`, `sheet-unread`, `outside-grid`, `bad-edit` (a number that is none,
 * a text above 32,767 characters, a formula without `=`), `part-of-array`, `protected`.
 */
export async function editWorkbook(bytes: Uint8Array, change: WorkbookChange): Promise<Result<Uint8Array>> {
  const archive = await openPackage(bytes);
  if (!archive.ok) return archive;
  const workbook = await readWorkbookPart(archive.value);
  if (!workbook.ok) return workbook;
  const snapshot = await readOpened(archive.value, workbook.value, null);
  if (!snapshot.ok) return snapshot;
  const problem = refusal(snapshot.value, change);
  if (problem) return { ok: false, failure: problem };
  return splice(archive.value, workbook.value, snapshot.value, change);
}

async function splice(
  archive: Archive,
  workbook: WorkbookPart,
  snapshot: WorkbookSnapshot,
  change: WorkbookChange,
): Promise<Result<Uint8Array>> {
  const parts = new Map<string, Uint8Array | null>();
  const drop: string[] = [];

  const cells = await editSheets(archive, workbook, snapshot, change);
  if (!cells.ok) return cells;
  for (const [name, text] of cells.value.texts) parts.set(name, encodeXml(text));

  if (change.edits.length > 0) {
    const text = calculateOnLoad(workbook.text, workbook.name);
    if (!text.ok) return text;
    if (text.value !== null) parts.set(workbook.name, encodeXml(text.value));
    // The chain lists the cells with formulas; Excel makes it anew, and takes a wrong one for damage.
    if (workbook.calcChain !== null && cells.value.formulasMoved && archive.has(workbook.calcChain)) {
      parts.set(workbook.calcChain, null);
      drop.push(workbook.calcChain);
    }
  }

  const desk = change.deskXml === undefined ? null : await editDesk(archive, workbook, change.deskXml);
  if (desk && !desk.ok) return desk;
  for (const [name, content] of desk?.value.parts ?? []) parts.set(name, content);
  const wanted = desk?.value.links ?? { link: [], type: [], drop: [] };
  const links = await changeLinks(archive, workbook.name, { ...wanted, drop: [...wanted.drop, ...drop] });
  if (!links.ok) return links;
  for (const [name, content] of links.value) parts.set(name, content);
  return success(rewriteArchive(archive, parts));
}
