import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { checkWorkbook, choosePack, openBook } from "../../src/app/index.js";
import type { Pack } from "../../src/core/pack/index.js";
import { addressOf } from "../../src/core/sheet/index.js";
import { packOf } from "../support/pack.js";
import { readPrinted } from "./printed-book.js";

/**
 * Layouts, headers and figures as public bodies of seven provinces published them; names of units, goals and remarks are
 * ours. The words of the packs were completed from them: they hold what was learnt, and tell nothing of forms not seen.
 */
const folder = resolve(import.meta.dirname, "tables");
const packs: readonly [Pack, ...Pack[]] = [
  packOf("hunan-2024"),
  packOf("central-2020"),
  packOf("project-20-80"),
  packOf("project-10-90"),
];

const books = readdirSync(folder).map((file) => readPrinted(readFileSync(resolve(folder, file), "utf8")));

describe.each(books.map((book) => [book.what, book] as const))(
  "%s",
  (_, { workbook, pack: expected, annexes, errors }) => {
    const { pack } = choosePack(workbook, packs);
    const open = openBook(workbook, pack);

    it("选得出规则包", () => {
      expect(pack.id).toBe(expected);
    });

    it("认得出每张附表、年度和单位", () => {
      expect(open.book.annexes.map(({ id, year, unit }) => `${id} ${year ?? "—"} ${unit ?? "—"}`)).toEqual(annexes);
    });

    it("该更正的都报，不该更正的不报", () => {
      const told = checkWorkbook(workbook, open, pack)
        .findings.filter(({ severity }) => severity === "error")
        .map(({ id, cell }) => `${id} ${cell ? addressOf(cell) : "—"}`);
      expect([...told].sort()).toEqual([...errors].sort());
    });
  },
);
