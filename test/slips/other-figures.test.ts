import { describe, expect, test } from "vitest";
import { hunanPack } from "../support/hunan-pack.js";
import { randomOf } from "../support/random.js";
import { fillsOf } from "./fills.js";
import { bookOf, drawSheets } from "./layouts/draw.js";
import { retypedBook } from "./layouts/retyped.js";
import { seriousFindings } from "./measure.js";
import { districtLibrary } from "./units/district-library.js";
import { forestryBureau } from "./units/forestry-bureau.js";
import { otherFigures } from "./units/other-figures.js";
import { township } from "./units/township.js";

const pack = hunanPack();
const count = Number(process.env["SLIPS"] ?? 4);

describe.each([districtLibrary, township, forestryBureau])("$name，换一批数字", (unit) => {
  test.each(Array.from({ length: count }, (_, seed) => seed))("第%i批，都填对了，一声不响", async (seed) => {
    const other = otherFigures(unit, randomOf(seed));
    const fills = fillsOf(other);
    const books = [
      await bookOf("表样", pack, drawSheets(pack.forms, fills, unit.year)),
      await retypedBook("改版", pack, fills, unit.year),
    ];
    const told = books.flatMap((book) =>
      seriousFindings(book.workbook, book).map(
        ({ id, subject, message }) => `${book.name}｜${id} ${subject} ${message}`,
      ),
    );
    expect(told).toEqual([]);
  });
});
