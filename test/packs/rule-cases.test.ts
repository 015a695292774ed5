import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { beforeAll, describe, expect, it } from "vitest";
import { checkWorkbook, openBook, priorBook } from "../../src/app/index.js";
import type { Fact, FactBook, FactNode } from "../../src/core/facts/index.js";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { readWorkbook } from "../../src/documents/xlsx/index.js";
import { packOf } from "../support/pack.js";
import { cellOf, type CellText } from "../support/sheet.js";

/** Role → new content; `**` at the end means every cell below it. */
type Edits = Readonly<
  Record<
    string,
    CellText | { readonly error: string } | { readonly value: number; readonly formula: string; readonly text?: string }
  >
>;

interface Case {
  readonly edit?: Edits;
  /** Last year's workbook is given: the sample of a year before, its 决算数 those that this year's repeats, with these edits. */
  readonly prior?: Edits;
  readonly hide?: { readonly sheet: string; readonly rows?: readonly number[]; readonly columns?: readonly number[] };
  readonly drop?: readonly string[];
  readonly finds?: readonly string[];
  /** Finding → its diagnosis, null where none is to be given. */
  readonly causes?: Readonly<Record<string, string | null>>;
}

const root = resolve(import.meta.dirname, "../..");
const pack = packOf("hunan-2024");
const folder = resolve(root, "src/packs/hunan-2024/cases");
type Cases = Record<string, { readonly finds: readonly Case[]; readonly silent: readonly Case[] }>;
const files = readdirSync(folder).map((name) => parse(readFileSync(resolve(folder, name), "utf8")) as Cases);
const cases: Cases = {};
for (const [id, { finds, silent }] of files.flatMap((file) => Object.entries(file))) {
  const known = cases[id] ?? { finds: [], silent: [] };
  cases[id] = { finds: [...known.finds, ...finds], silent: [...known.silent, ...silent] };
}

let clean: WorkbookSnapshot;
let cells: Map<string, Fact>;

beforeAll(async () => {
  const read = await readWorkbook(
    readFileSync(resolve(root, "assets/samples/redcross-2024.xlsx")),
    "redcross-2024.xlsx",
  );
  if (!read.ok) throw new Error(read.failure.message.en);
  clean = read.value;
  cells = factsByRole(openBook(clean, pack).book);
});

function factsByRole(book: FactBook): Map<string, Fact> {
  const found = new Map<string, Fact>();
  const visit = (key: string, node: FactNode): void => {
    if (node.node === "record") node.fields.forEach((child) => visit(key, child));
    else if (node.node === "list") node.items.forEach((child) => visit(key, child));
    else if (node.cells.length > 0) found.set(`${key}.${node.path}`.replaceAll("\n", "⏎"), node);
  };
  for (const { key, root: record } of book.annexes) visit(key, record);
  return found;
}

/** The sample as it was a year before. */
function yearBefore(edits: Edits): WorkbookSnapshot {
  const sheets = clean.sheets.map((sheet) => structuredClone(sheet));
  for (const [role, fact] of cells) {
    const shown = fact.cells.flatMap(({ sheet, row, column }) => {
      const found = sheets.find(({ name }) => name === sheet);
      return found?.rows[row - found.top]?.[column - found.left]?.text ?? [];
    });
    const [text = ""] = shown;
    if (fact.type === "year")
      put(
        sheets,
        fact,
        text.replace(/20\d\d/, (year) => String(Number(year) - 1)),
      );
    const before =
      role.startsWith("a1.money.") && role.endsWith(".final") ? cells.get(role.replace(/final$/, "prior")) : undefined;
    if (before?.reading.kind === "number" && before.type === "money") put(sheets, fact, Number(before.reading.value));
  }
  edit(sheets, edits);
  return { ...clean, name: "上年.xlsx", sheets };
}

function edited(test: Case): WorkbookSnapshot {
  const sheets = clean.sheets.filter(({ name }) => !test.drop?.includes(name)).map((sheet) => structuredClone(sheet));
  edit(sheets, test.edit ?? {});
  const { hide } = test;
  return {
    ...clean,
    sheets: sheets.map((sheet) =>
      sheet.name === hide?.sheet ? { ...sheet, hiddenRows: hide.rows ?? [], hiddenColumns: hide.columns ?? [] } : sheet,
    ),
  };
}

function edit(sheets: SheetSnapshot[], edits: Edits): void {
  for (const [role, content] of Object.entries(edits)) {
    const facts = role.endsWith(".**")
      ? [...cells]
          .filter(([name]) => name.startsWith(role.slice(0, -2)) && !name.includes(".years."))
          .map(([, fact]) => fact)
      : [cells.get(role)].filter((fact) => fact !== undefined);
    if (facts.length === 0) throw new Error(`no such role: ${role}`);
    for (const fact of facts) put(sheets, fact, content);
  }
}

function put(sheets: SheetSnapshot[], fact: Fact, content: NonNullable<Case["edit"]>[string]): void {
  const [at] = fact.cells;
  const sheet = sheets.find(({ name }) => name === at?.sheet);
  if (!at || !sheet) throw new Error(`no cell for ${fact.path}`);
  const row = sheet.rows[at.row - sheet.top] as ReturnType<typeof cellOf>[];
  const isError =
    typeof content === "object" && content !== null && "error" in content && typeof content.error === "string";
  row[at.column - sheet.left] = isError
    ? cellOf({ value: String(content.error), error: true, formula: "=1/0" })
    : cellOf(content as CellText);
}

function findingsOf(test: Case): string[] {
  const workbook = edited(test);
  const opened = openBook(workbook, pack, test.prior ? priorBook([yearBefore(test.prior)], pack) : null);
  const found = checkWorkbook(workbook, opened, pack)
    .findings.filter(({ severity }) => severity !== "info")
    .map(({ id, annexKey, subject, cause }) => {
      const place = [annexKey, subject].filter((part) => part !== null && part !== "").join(".");
      return { name: place === "" ? id : `${id} @ ${place.replaceAll("\n", "")}`, cause };
    });
  for (const [name, cause] of Object.entries(test.causes ?? {})) {
    expect(found.find((finding) => finding.name === name)?.cause, name).toBe(cause);
  }
  return found.map(({ name }) => name).sort();
}

it("样例本身没有必须更正，也没有需要说明", () => {
  expect(findingsOf({})).toEqual([]);
});

it("规则包里的每条规则都有该报和不该报的用例", () => {
  expect(Object.keys(cases).sort()).toEqual(pack.rules.map(({ id }) => id).sort());
  for (const [id, { finds, silent }] of Object.entries(cases)) {
    expect(finds.length, id).toBeGreaterThan(0);
    expect(silent.length, id).toBeGreaterThan(0);
    for (const test of finds)
      expect(
        test.finds?.some((text) => text.startsWith(id)),
        id,
      ).toBe(true);
  }
});

describe.each(Object.entries(cases))("%s", (_, { finds, silent }) => {
  it.each(finds.map((test, index) => [index + 1, test] as const))("该报 %i", (_number, test) => {
    expect(findingsOf(test)).toEqual([...(test.finds ?? [])].sort());
  });
  it.each(silent.map((test, index) => [index + 1, test] as const))("不该报 %i", (_number, test) => {
    expect(findingsOf(test)).toEqual([...(test.finds ?? [])].sort());
  });
});
