import type { DeskChange } from "../../app/index.js";
import { fail, success, type Result } from "../../core/result/index.js";
import { codeOf } from "./excel-failure.js";
import { deskNamespace } from "./workbook-outline.js";
import type { WorkbookReader } from "./workbook-reader.js";

/** How often a change is made anew on what somebody else stored in the meantime. */
const attempts = 4;

/**
 * Stores a change of our custom XML part in one sync: the batch takes the text that stands there, writes over it, and
 * takes what Excel made of it. Where the text that stood there is not the one the change was made on (a co-author stored
 * something), the change is made on that and written again, so that nothing is lost. Throws Office's error.
 */
export async function storeDeskPart(reader: WorkbookReader, change: DeskChange): Promise<Result<string>> {
  // Without a reading it is not known whether the workbook has our part already: two of them would be one too many.
  if (reader.outline === null) await reader.read();
  let base = reader.deskXml;
  let standing = base;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const wanted = change(base);
    if (!wanted.ok) return wanted;
    const written = await replaced(reader, wanted.value);
    if (written === null) {
      await reader.read();
      base = reader.deskXml;
      standing = base;
      continue;
    }
    reader.rememberDeskPart(written.partId, written.after);
    if (written.before === standing) return success(written.after);
    base = written.before;
    standing = written.after;
  }
  return fail(
    "desk-busy",
    "其他人正在保存同一内容，没有存入。请稍候再试。",
    "Somebody else keeps storing the same settings; nothing was stored. Wait a moment and try again.",
  );
}

interface Replaced {
  readonly partId: string;
  readonly before: string | null;
  readonly after: string;
}

/** Null where the part is gone, or another one was made meanwhile: the workbook is to be read anew. */
async function replaced(reader: WorkbookReader, xml: string): Promise<Replaced | null> {
  const known = reader.outline?.deskPartId ?? null;
  if (known === null) return added(xml);
  try {
    return await Excel.run(async (context) => {
      const part = context.workbook.customXmlParts.getItem(known);
      const before = part.getXml();
      part.setXml(xml);
      const after = part.getXml();
      await context.sync();
      return { partId: known, before: textOf(before), after: textOf(after) };
    });
  } catch (error) {
    if (codeOf(error) !== "ItemNotFound") throw error;
    return null;
  }
}

async function added(xml: string): Promise<Replaced | null> {
  return Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts;
    const others = parts.getByNamespace(deskNamespace);
    others.load("items/id");
    const part = parts.add(xml);
    part.load("id");
    const after = part.getXml();
    await context.sync();
    if (isEmpty(others)) return { partId: part.id, before: null, after: textOf(after) };
    part.delete();
    await context.sync();
    return null;
  });
}

function textOf({ value }: OfficeExtension.ClientResult<string>): string {
  return value;
}

function isEmpty({ items }: Excel.CustomXmlPartScopedCollection): boolean {
  return items.length === 0;
}
