import { recalculate, type RecalculatedCell } from "../../core/formula/index.js";
import { fail, success, type Failure, type Result } from "../../core/result/index.js";
import { addressOf, type CellEdit, type UnhideEdit, type WorkbookSnapshot } from "../../core/sheet/index.js";
import { rewriteArchive, type Archive } from "../archive/index.js";
import { encodeXml } from "../xml/index.js";
import { calculateOnLoad } from "./edit-calculation.js";
import { editCells, inheritedStyle, type CellWrite } from "./edit-cells.js";
import { editDesk } from "./edit-desk.js";
import { hide, unhide } from "./edit-hidden.js";
import { styleEditor, type StyleEditor } from "./edit-styles.js";
import { changeLinks } from "./package-links.js";
import { readPartText } from "./part.js";
import { openPackage, readOpened } from "./read-workbook.js";
import { layoutOf, type SheetLayout } from "./sheet-layout.js";
import { applySplices } from "./splice.js";
import { plainStyle, readStyles, type CellStyle } from "./styles.js";
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from "./workbook-part.js";

export interface WorkbookChange {
  readonly edits: readonly CellEdit[];
  readonly unhide?: readonly UnhideEdit[];
  /** Hides again what `unhide` showed. */
  readonly hide?: readonly UnhideEdit[];
  /** Our own custom XML: text to store, null to take it out, undefined to leave it. */
  readonly deskXml?: string | null;
  /** Refuses edits of locked cells on protected sheets (`protected`). */
  readonly respectProtection?: boolean;
}

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

interface SheetTexts {
  readonly texts: ReadonlyMap<string, string>;
  /** A cell gained or lost its formula. */
  readonly formulasMoved: boolean;
}

async function editSheets(
  archive: Archive,
  workbook: WorkbookPart,
  snapshot: WorkbookSnapshot,
  { edits, unhide: shows = [], hide: hides = [], respectProtection = false }: WorkbookChange,
): Promise<Result<SheetTexts>> {
  const { values } = recalculate(snapshot.sheets, edits);
  const texts = new Map<string, string>();
  const styles = await readStyles(archive, workbook.styles);
  if (!styles.ok) return styles;
  const editor = edits.some(({ format }) => format !== undefined) ? await styleEditing(archive, workbook.styles) : null;
  if (editor && !editor.ok) return editor;
  let formulasMoved = false;

  for (const entry of workbook.sheets) {
    const own = edits.filter(({ sheet }) => sheet === entry.name);
    const writes = writesFor(entry, own, values, editor?.value ?? null);
    const ownOf = (list: readonly UnhideEdit[]): readonly UnhideEdit[] =>
      list.filter(({ sheet }) => sheet === entry.name);
    const [shown, hidden] = [ownOf(shows), ownOf(hides)];
    if (writes.length + shown.length + hidden.length === 0) continue;
    const layout = await layoutOfSheet(archive, entry);
    if (!layout.ok) return layout;
    const locked = respectProtection ? lockedCell(layout.value, own, styles.value) : null;
    if (locked) return protectedCell(entry.name, addressOf(locked));
    formulasMoved ||= own.some(
      (edit) => (edit.content.kind === "formula") !== (cellAt(layout.value, edit)?.formula != null),
    );
    const splices = editCells(layout.value, writes);
    if (!splices.ok) return splices;
    const text = applySplices(layout.value.source, splices.value);
    const visible = changeHidden(text, entry, shown, unhide);
    if (!visible.ok) return visible;
    const final = changeHidden(visible.value, entry, hidden, hide);
    if (!final.ok) return final;
    texts.set(entry.part, final.value);
  }
  const styleText = editor?.value?.text() ?? null;
  if (styleText !== null && workbook.styles !== null) texts.set(workbook.styles, styleText);
  return success({ texts, formulasMoved });
}

/** A second pass over the sheet: the cells of a row may have been written into its text by now. */
function changeHidden(
  text: string,
  entry: SheetEntry,
  list: readonly UnhideEdit[],
  splicesFor: typeof hide,
): Result<string> {
  if (list.length === 0) return success(text);
  const layout = layoutOf(text, entry.part);
  if (!layout.ok) return layout;
  const rows = list.flatMap((item) => [...item.rows]);
  const columns = list.flatMap((item) => [...item.columns]);
  return success(applySplices(text, splicesFor(layout.value, rows, columns)));
}

/** A workbook without a style part keeps showing plain numbers. */
async function styleEditing(archive: Archive, part: string | null): Promise<Result<StyleEditor | null>> {
  if (part === null || !archive.has(part)) return success(null);
  const text = await readPartText(archive, part);
  return text.ok ? styleEditor(text.value, part) : text;
}

async function layoutOfSheet(archive: Archive, entry: SheetEntry): Promise<Result<SheetLayout>> {
  const text = await readPartText(archive, entry.part);
  return text.ok ? layoutOf(text.value, entry.part) : text;
}

/** The edits of a sheet (the last one where a cell is named twice) and the new stored values of its other formulas. */
function writesFor(
  entry: SheetEntry,
  edits: readonly CellEdit[],
  values: readonly RecalculatedCell[],
  styles: StyleEditor | null,
): readonly CellWrite[] {
  const writes = new Map<string, CellWrite>();
  const computed = new Map(values.filter(({ sheet }) => sheet === entry.name).map((cell) => [addressOf(cell), cell]));
  for (const { row, column, content, format } of edits) {
    const address = addressOf({ row, column });
    const found = computed.get(address);
    writes.set(address, {
      row,
      column,
      kind: "content",
      content:
        content.kind === "value"
          ? content
          : {
              kind: "formula",
              formula: content.formula,
              cached: found ? found.value : content.cached,
              cachedIsError: found?.isError ?? false,
            },
      restyle: format === undefined || styles === null ? null : (style) => styles.withFormat(style, format),
    });
  }
  for (const [address, { row, column, value, isError }] of computed) {
    if (writes.has(address)) continue;
    const content = { kind: "formula", formula: "", cached: value, cachedIsError: isError } as const;
    writes.set(address, { row, column, kind: "cached", content, restyle: null });
  }
  return [...writes.values()];
}

function cellAt(
  layout: SheetLayout,
  { row, column }: CellEdit,
): SheetLayout["rows"][number]["cells"][number] | undefined {
  return layout.rows.find((span) => span.row === row)?.cells.findLast((cell) => cell.column === column);
}

/** Protection covers empty cells too: they have the style of their row or column. */
function lockedCell(layout: SheetLayout, edits: readonly CellEdit[], styles: readonly CellStyle[]): CellEdit | null {
  if (!layout.isProtected) return null;
  const found = edits.find((edit) => {
    const row = layout.rows.find((span) => span.row === edit.row) ?? null;
    const style = cellAt(layout, edit)?.style ?? inheritedStyle(layout, row, edit.column);
    return (styles[style] ?? plainStyle).locked;
  });
  return found ?? null;
}

function protectedCell(sheet: string, cell: string): Result<never> {
  return fail(
    "protected",
    `工作表“${sheet}”受保护，单元格 ${cell} 已锁定，未作修改。请先撤销工作表保护再试。`,
    `The sheet “${sheet}” is protected and its cell ${cell} is locked; nothing was changed. Unprotect the sheet first.`,
  );
}

/** Why the change as a whole cannot be made; null when it can. */
function refusal(
  snapshot: WorkbookSnapshot,
  { edits, unhide: shows = [], hide: hides = [] }: WorkbookChange,
): Failure | null {
  for (const { sheet } of [...edits, ...shows, ...hides]) {
    const found = snapshot.sheets.find(({ name }) => name === sheet);
    if (!found) {
      return problem("unknown-sheet", `工作簿中没有工作表“${sheet}”。`, `The workbook has no sheet “${sheet}”.`);
    }
    if (found.unread !== null) {
      return problem(
        "sheet-unread",
        `工作表“${sheet}”未读取，不能修改。`,
        `The sheet “${sheet}” was not read and cannot be changed.`,
      );
    }
  }
  for (const { sheet, row, column, content } of edits) {
    const inside = (index: number, size: number): boolean => Number.isInteger(index) && index >= 0 && index < size;
    if (!inside(row, 1_048_576) || !inside(column, 16_384)) {
      return problem("outside-grid", `工作表“${sheet}”没有这样的单元格。`, `The sheet “${sheet}” has no such cell.`);
    }
    const value = content.kind === "formula" ? content.cached : content.value;
    const tooLong = (text: string): boolean => text.length > 32_767;
    const bad =
      (typeof value === "number" && !Number.isFinite(value)) ||
      (typeof value === "string" && tooLong(value)) ||
      (content.kind === "formula" && (!/^=./.test(content.formula) || content.formula.length > 8_192));
    if (bad) {
      const cell = addressOf({ row, column });
      return problem(
        "bad-edit",
        `要写入 ${cell} 的内容不是有效的数值、文字或公式。`,
        `What is to be written into ${cell} is no valid number, text or formula.`,
      );
    }
  }
  return null;
}

function problem(code: string, zh: string, en: string): Failure {
  return { code, message: { zh, en } };
}
