import { describe, expect, it } from "vitest";
import { buildBook, type AnnexFacts, type FactNode } from "../../../src/core/facts/index.js";
import { recognise } from "../../../src/core/recognise/index.js";
import { addressOf, type SheetSnapshot } from "../../../src/core/sheet/index.js";
import { randomForm, type AnnexKind, type RandomForm } from "../../fixtures/random-forms/random-form.js";
import { packOf } from "../../support/pack.js";
import { DrawnSheet, type DrawnCell } from "../../support/drawn-sheet.js";
import { randomOf } from "../../support/random.js";
import { workbookOf } from "../../support/sheet.js";

const { annexes: specs } = packOf("hunan-2024");
const kinds: readonly AnnexKind[] = ["a1", "a2", "a3", "a4"];

function annexesOf(...sheets: readonly SheetSnapshot[]): readonly AnnexFacts[] {
  return buildBook(recognise(workbookOf(...sheets), specs)).annexes;
}

/** `indicators.2.target` → the cell that plays it; lists by the position of their rows. */
function placesOf(annex: AnnexFacts | undefined): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const visit = (path: string, node: FactNode): void => {
    if (node.node === "record")
      for (const [name, child] of node.fields) visit(path === "" ? name : `${path}.${name}`, child);
    else if (node.node === "list") node.items.forEach((item, index) => visit(`${path}.${index}`, item));
    else if (node.cells[0]) places.set(path, addressOf(node.cells[0]));
  };
  if (annex) visit("", annex.root);
  return places;
}

/** Level-1 and level-2 of a row may stand above it; the drawing names them at the first row they head. */
function rolesOf(cells: readonly DrawnCell[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    cells.flatMap(({ role, row, column, value }) =>
      role === null || value === null || value === "" ? [] : [[role, addressOf({ row, column })]],
    ),
  );
}

function found(
  annex: AnnexFacts | undefined,
  roles: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const places = placesOf(annex);
  return Object.fromEntries(Object.keys(roles).map((role) => [role, places.get(role) ?? "没有找到"]));
}

/** Rows of each list that the drawing has, so that nothing else became a row. */
function rowCounts(roles: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const role of roles) {
    const list = /^(indicators|statement|short|money\.(?:projects|operating)\.items)\.(\d+)\./.exec(role);
    if (list?.[1]) counts[list[1]] = Math.max(counts[list[1]] ?? 0, Number(list[2]) + 1);
  }
  return counts;
}

function check(annex: AnnexFacts | undefined, form: RandomForm): void {
  const roles = rolesOf(form.drawing.cells);
  expect(annex?.id).toBe(form.kind);
  expect(annex?.year).toBe(form.year);
  expect(found(annex, roles)).toEqual(roles);
  expect(rowCounts([...placesOf(annex).keys()])).toEqual(rowCounts(Object.keys(roles)));
}

describe("随机的表样：每个角色都在它的格子里", () => {
  it.each(Array.from({ length: 40 }, (_, index) => [index + 1, kinds[index % 4] ?? "a2"] as const))(
    "第 %i 张（%s）",
    (seed, kind) => {
      const form = randomForm(randomOf(seed), kind);
      const [annex, ...others] = annexesOf(form.drawing.snapshot("Sheet1"));
      expect(others.map(({ id }) => id)).toEqual([]);
      check(annex, form);
    },
  );
});

describe("几张附表在一张工作表里", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("上下排列，第 %i 组", (seed) => {
    const random = randomOf(1000 + seed);
    const forms = (["a1", "a2", "a3", "a3", "a4"] as const).map((kind) => randomForm(random, kind));
    const sheet = new DrawnSheet();
    for (const { drawing } of forms) {
      drawing.move(sheet.bottom + random.whole(1, 4), 0);
      sheet.add(drawing);
    }
    const annexes = annexesOf(sheet.snapshot("全部"));
    expect(annexes.map(({ id }) => id)).toEqual(forms.map(({ kind }) => kind));
    forms.forEach((form, index) => check(annexes[index], form));
  });

  it.each([1, 2, 3, 4])("左右排列，第 %i 组", (seed) => {
    const random = randomOf(2000 + seed);
    const forms = (["a1", "a2", "a3"] as const).map((kind) => randomForm(random, kind, false));
    const sheet = new DrawnSheet();
    for (const { drawing } of forms) {
      const title = drawing.cells.findIndex(({ value }) => /表$/.test(String(value)));
      const top = 3 - (drawing.cells[title]?.row ?? 0);
      drawing.move(top, sheet.right + 2);
      sheet.add(drawing);
    }
    const annexes = annexesOf(sheet.snapshot("全部"));
    expect(annexes.map(({ id }) => id)).toEqual(forms.map(({ kind }) => kind));
    forms.forEach((form, index) => check(annexes[index], form));
  });
});
