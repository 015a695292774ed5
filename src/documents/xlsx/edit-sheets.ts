import { recalculate, type RecalculatedCell } from "../../core/formula/index.js";
import { fail, success, type Result } from "../../core/result/index.js";
import { addressOf, type CellEdit, type UnhideEdit, type WorkbookSnapshot } from "../../core/sheet/index.js";
import type { Archive } from "../archive/index.js";
import type { CellWrite } from "./cell-write.js";
import { editCells } from "./edit-cells.js";
import { hide, unhide } from "./edit-hidden.js";
import { styleEditor, type StyleEditor } from "./edit-styles.js";
import { readPartText } from "./part.js";
import { layoutOf, type SheetLayout } from "./sheet-layout.js";
import { inheritedStyle } from "./sheet-places.js";
import { applySplices } from "./splice.js";
import { plainStyle, readStyles, type CellStyle } from "./styles.js";
import type { WorkbookChange } from "./workbook-change.js";
import type { SheetEntry, WorkbookPart } from "./workbook-part.js";

/** What an edit makes of the worksheets and the style part. */
export interface SheetTexts {
  /** New texts by part name. */
  readonly texts: ReadonlyMap<string, string>;
  /** A cell gained or lost its formula. */
  readonly formulasMoved: boolean;
}

/** Failures: those of the parts concerned, `part-of-array`, `protected`. */
export async function editSheets(
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
    formulasMoved ||= own.some((edit) => {
      const isFormula = (cellAt(layout.value, edit)?.formula ?? null) !== null;
      return (edit.content.kind === "formula") !== isFormula;
    });
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
