import type { Pack } from "../core/pack/index.js";
import { emptyDesk, withSetting, writeDesk } from "../documents/desk/index.js";
import { writeNewWorkbook } from "../documents/xlsx/index.js";
import { packSetting } from "./choose-pack.js";
import { layOutForm } from "./form-layout.js";
import { calculated } from "./form-values.js";

/** The blank annex workbook of a pack for the year under review, one sheet per form; it knows which pack it was made by. */
export function newWorkbook(
  pack: Pick<Pack, "id" | "forms" | "title">,
  { year }: { readonly year: number },
): Uint8Array {
  const blank = { values: {}, lists: {} };
  const sheets = pack.forms.sheets.map((form) => calculated(layOutForm(pack.forms, form, year, blank).sheet));
  const deskXml = writeDesk(withSetting(emptyDesk, packSetting, pack.id), null);
  return writeNewWorkbook({ title: `${year}年度绩效自评附表`, creator: pack.title.zh, sheets, deskXml });
}
