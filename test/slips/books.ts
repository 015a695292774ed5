import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { priorBook } from "../../src/app/index.js";
import type { FormFill } from "../../src/app/form-rows.js";
import { hunanPack } from "../support/hunan-pack.js";
import { packOf } from "../support/pack.js";
import type { DrawnBook } from "./drawn-book.js";
import { fillsOf, type SheetFill } from "./fills.js";
import { lastYearOf } from "./last-year.js";
import { bookOf, drawSheets } from "./layouts/draw.js";
import { grownBook } from "./layouts/grown.js";
import { retypedBook } from "./layouts/retyped.js";
import type { UnitFacts } from "./unit-facts.js";
import { districtLibrary } from "./units/district-library.js";
import { forestryBureau } from "./units/forestry-bureau.js";
import { township } from "./units/township.js";

/** Every unit in every layout, and the project of each further pack on the pack's own sheet. */
export async function cleanBooks(): Promise<readonly DrawnBook[]> {
  const books = [
    ...[districtLibrary, township, forestryBureau].map(unitBooks),
    ...["central-2020", "project-20-80"].map(projectBooks),
  ];
  return (await Promise.all(books)).flat();
}

/** Last year's workbook is at hand for the first layout. */
async function unitBooks(unit: UnitFacts): Promise<readonly DrawnBook[]> {
  const pack = hunanPack();
  const fills = fillsOf(unit);
  const form = await bookOf(`${unit.name}·表样`, pack, drawSheets(pack.forms, fills, unit.year));
  const before = await bookOf("上年", pack, drawSheets(pack.forms, lastYearOf(fills), unit.year - 1));
  return [
    { ...form, prior: priorBook([before.workbook], pack) },
    await retypedBook(unit.name, pack, fills, unit.year),
    await grownBook(unit.name, pack, fills, unit.year),
  ];
}

/** Packs of a single sheet bring a filled one along with their cases. */
async function projectBooks(id: string): Promise<readonly DrawnBook[]> {
  const pack = packOf(id);
  const path = resolve(import.meta.dirname, "../../src/packs", id, "cases/project.yaml");
  const { fill } = parse(readFileSync(path, "utf8")) as { readonly fill: FormFill };
  const fills: readonly SheetFill[] = [{ key: "a3.0", annex: "a3", name: null, fill }];
  return [
    await bookOf(`${id}·表样`, pack, drawSheets(pack.forms, fills, 2024)),
    await grownBook(id, pack, fills, 2024),
  ];
}
