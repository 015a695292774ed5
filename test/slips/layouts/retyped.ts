import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import type { FormFill } from "../../../src/app/form-rows.js";
import { formsSchema } from "../../../src/core/pack/forms-schema.js";
import type { Pack } from "../../../src/core/pack/index.js";
import type { CellValue } from "../../../src/core/sheet/index.js";
import type { DrawnBook } from "../drawn-book.js";
import type { SheetFill } from "../fills.js";
import { bookOf, computedValues, drawSheets, withTyped } from "./draw.js";

const retyped = parse(readFileSync(resolve(import.meta.dirname, "retyped.yaml"), "utf8")) as object;

/** In the words and columns of another bureau, every figure typed (see retyped.yaml). */
export async function retypedBook(
  name: string,
  pack: Pack,
  fills: readonly SheetFill[],
  year: number,
): Promise<DrawnBook> {
  const forms = formsSchema.parse({ ...retyped, styles: pack.forms.styles });
  const usual = drawSheets(pack.forms, fills, year);
  const typed = fills.map((sheet, index): SheetFill => {
    const fill = withTyped(sheet.fill, computedValues(usual, index));
    return {
      ...sheet,
      fill: sheet.annex === "a1" ? withHeadings(fill) : sheet.annex === "a3" ? splitTargets(fill) : fill,
    };
  });
  return bookOf(`${name}·改版打字`, pack, drawSheets(forms, typed, year));
}

/** The headings of projects carry what the rows below them come to. */
function withHeadings({ values, lists }: FormFill): FormFill {
  const headings = ["business", "upkeep", "earmarked"].flatMap((list) =>
    ["prior", "budget", "final"].map((year): [string, CellValue] => {
      const rows = lists[list] ?? [];
      const cents = rows.reduce((sum, row) => sum + Math.round(Number(row[year] ?? 0) * 100), 0);
      return [`heading.${list}.${year}`, cents / 100];
    }),
  );
  return { values: { ...values, ...Object.fromEntries(headings) }, lists };
}

/** `≥266米` as ≥, 266, 米; what has no such parts stays in one cell. */
function splitTargets({ values, lists }: FormFill): FormFill {
  const indicators = (lists["indicators"] ?? []).map((record) => {
    const parts = /^([≥≤]?)(\d+(?:\.\d+)?)([^\d.]+)$/.exec(String(record["target"]));
    if (!parts) return { ...record, sign: "定性" };
    return {
      ...record,
      sign: parts[1] === "" ? "=" : (parts[1] ?? ""),
      target: Number(parts[2]),
      unit: parts[3] ?? "",
    };
  });
  return { values, lists: { ...lists, indicators } };
}
