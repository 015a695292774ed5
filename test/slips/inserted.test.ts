import { describe, expect, test } from "vitest";
import { hunanPack } from "../support/hunan-pack.js";
import { withColumnsInserted, withRowsInserted, type Variant } from "../fixtures/variants.js";
import { fillsOf } from "./fills.js";
import { bookOf, drawSheets } from "./layouts/draw.js";
import { seriousFindings } from "./measure.js";
import { township } from "./units/township.js";

const pack = hunanPack();

async function told(variant: Variant): Promise<readonly string[]> {
  const sheets = drawSheets(pack.forms, fillsOf(township), township.year);
  const book = await bookOf("插行插列", pack, sheets, { variant, moves: (at) => at });
  return seriousFindings(book.workbook, book).map(({ id, sheet, message }) => `${id} ${sheet ?? ""} ${message}`);
}

describe("表里插一空行、一空列", () => {
  test.each(Array.from({ length: 16 }, (_, row) => 2 * row))("第%i行前插一行", async (row) => {
    expect(await told(withRowsInserted([row]))).toEqual([]);
  });
  test.each(Array.from({ length: 9 }, (_, column) => column))("第%i列前插一列", async (column) => {
    expect(await told(withColumnsInserted([column]))).toEqual([]);
  });
});
