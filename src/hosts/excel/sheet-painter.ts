import { fail, success, type Result } from "../../core/result/index.js";
import type { NewSheet } from "../../documents/xlsx/index.js";
import { freeSheetName, isMarked } from "../../app/index.js";
import { codeOf } from "./excel-failure.js";
import type { OwnWrites } from "./own-writes.js";
import { queueDrawing } from "./sheet-drawing.js";
import type { WorkbookReader } from "./workbook-reader.js";

/** Where a mark may stand; see `isMarked`. */
const searched = { rows: 6, columns: 4 } as const;

interface Place {
  readonly names: readonly string[];
  readonly marked: { readonly id: string; readonly name: string; readonly isProtected: boolean } | null;
  readonly structureProtected: boolean;
  readonly readOnly: boolean;
}

/**
 * Draws a sheet of ours in two syncs: the first finds the sheet that holds the mark and the names that are taken, the second
 * draws and shows it. A marked sheet keeps its name and place. Throws Office's error.
 */
export async function paintSheet(
  reader: WorkbookReader,
  own: OwnWrites,
  drawn: NewSheet,
  mark: string,
): Promise<Result<string>> {
  const place = await placeFor(reader, mark);
  const refused = refusal(place);
  if (refused) return refused;
  const { marked } = place;
  const name = marked?.name ?? freeSheetName(drawn.name, place.names);
  const release = own.expectSheet();
  let id: string | null = null;
  try {
    id = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = marked ? worksheets.getItem(marked.id) : worksheets.add(name);
      queueDrawing(sheet, drawn);
      sheet.activate();
      sheet.load("id");
      await context.sync();
      return sheet.id;
    });
    return success(name);
  } finally {
    release(id ?? marked?.id ?? null);
  }
}

/** Looks over the sheets of the last reading; where there are others by now, the workbook is read anew first. */
async function placeFor(reader: WorkbookReader, mark: string): Promise<Place> {
  for (let attempt = 0; ; attempt++) {
    if (reader.outline === null || attempt > 0) await reader.read();
    try {
      const place = await lookAt(reader.outline?.sheets.map(({ id }) => id) ?? [], mark);
      if (place.isComplete || attempt > 0) return place;
    } catch (error) {
      if (codeOf(error) !== "ItemNotFound" || attempt > 0) throw error;
    }
  }
}

function lookAt(ids: readonly string[], mark: string): Promise<Place & { readonly isComplete: boolean }> {
  return Excel.run(async (context) => {
    const { workbook } = context;
    const { worksheets, protection } = workbook;
    workbook.load("readOnly");
    protection.load("protected");
    worksheets.load("items/id,items/name,items/protection/protected");
    const corners = ids.map((id) => {
      const range = worksheets.getItem(id).getRangeByIndexes(0, 0, searched.rows, searched.columns).untrack();
      range.load("values");
      return { id, range };
    });
    await context.sync();
    const sheets = worksheets.items.map(({ id, name, protection: { protected: isProtected } }) => ({
      ...{ id, name, isProtected },
    }));
    const marks = new Set(corners.filter(({ range }) => holds(range, mark)).map(({ id }) => id));
    return {
      names: sheets.map(({ name }) => name),
      marked: sheets.find(({ id }) => marks.has(id)) ?? null,
      structureProtected: protection.protected,
      readOnly: workbook.readOnly,
      isComplete: sheets.every(({ id }) => ids.includes(id)),
    };
  });
}

function holds({ values }: Excel.Range, mark: string): boolean {
  const rows = values.map((row: readonly unknown[]) =>
    row.map((value) => ({ value: String(value), text: "", formula: null, format: "General", isError: false })),
  );
  return isMarked({ rows, top: 0, left: 0 }, mark);
}

function refusal({ readOnly, structureProtected, marked }: Place): Result<never> | null {
  if (readOnly) {
    return fail(
      "read-only",
      "工作簿以只读方式打开，不能写入。",
      "The workbook is read-only; nothing can be written into it.",
    );
  }
  if (marked?.isProtected) {
    return fail(
      "protected",
      `工作表“${marked.name}”受保护，不能重新生成。请先撤销工作表保护（审阅 → 撤销工作表保护）。`,
      `Sheet “${marked.name}” is protected and cannot be made anew. Unprotect the sheet first (Review → Unprotect Sheet).`,
    );
  }
  if (structureProtected && !marked) {
    return fail(
      "structure-protected",
      "工作簿的结构受保护，不能添加工作表。",
      "The structure of the workbook is protected; no sheet can be added.",
    );
  }
  return null;
}
