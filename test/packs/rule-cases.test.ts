import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { beforeAll, describe, expect, it } from "vitest";
import { checkWorkbook, openBook, priorBook } from "../../src/app/index.js";
import type { CellRef, Fact, FactBook, FactNode, FactRecord } from "../../src/core/facts/index.js";
import type { Finding } from "../../src/core/findings/index.js";
import {
  addressOf,
  parseAddress,
  type CellAddress,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from "../../src/core/sheet/index.js";
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
  /** Rows put in below the cell of a role, after the edits; formulas follow, but their values stay. */
  readonly insert?: { readonly below: string; readonly rows: readonly (readonly CellText[])[] };
  /** First and last role of each merged area. */
  readonly merge?: readonly (readonly [first: string, last: string])[];
  /** Sheet and address → new content, for cells that play no role. */
  readonly put?: Readonly<Record<string, NonNullable<Case["edit"]>[string]>>;
  /** A sheet again, under another name. */
  readonly twin?: Readonly<Record<string, string>>;
  /** Read from a file, where formulas keep the values stored with them. Otherwise a host that recomputes is meant. */
  readonly file?: true;
  /** Rules left out of the pack. */
  readonly without?: readonly string[];
  readonly finds?: readonly string[];
  /** Everything at info level beside what the sample itself gives. */
  readonly infos?: readonly string[];
  /** Finding → its diagnosis, null where none is to be given. */
  readonly causes?: Readonly<Record<string, string | null>>;
}

const root = resolve(import.meta.dirname, "../..");
const pack = packOf("hunan-2024");
const folder = resolve(root, "src/packs/hunan-2024/cases");
type Cases = Record<string, { readonly finds: readonly Case[]; readonly silent: readonly Case[] }>;
const files = readdirSync(folder).map(
  (name) => parse(readFileSync(resolve(folder, name), "utf8"), { merge: true }) as Cases,
);
const cases: Cases = {};
for (const [id, { finds, silent }] of files.flatMap((file) => Object.entries(file))) {
  const known = cases[id] ?? { finds: [], silent: [] };
  cases[id] = { finds: [...known.finds, ...finds], silent: [...known.silent, ...silent] };
}

let clean: WorkbookSnapshot;
let cells: Map<string, Fact>;
let ownInfos: ReadonlySet<string>;

beforeAll(async () => {
  const read = await readWorkbook(
    readFileSync(resolve(root, "assets/samples/redcross-2024.xlsx")),
    "redcross-2024.xlsx",
  );
  if (!read.ok) throw new Error(read.failure.message.en);
  clean = read.value;
  cells = factsByRole(openBook(clean, pack).book);
  ownInfos = new Set(infosOf(checked({})));
});

function factsByRole(book: FactBook): Map<string, Fact> {
  const found = new Map<string, Fact>();
  const visit = (key: string, node: FactNode): void => {
    if (node.node === "record") {
      node.fields.forEach((child) => visit(key, child));
      // The label of a row, by the path of the row.
      if (node.cell) found.set(`${key}.${node.path}.label`.replaceAll("\n", "⏎"), labelFact(node, node.cell));
    }
    if (node.node === "list") node.items.forEach((child) => visit(key, child));
    if (node.node === "fact" && node.cells.length > 0) found.set(`${key}.${node.path}`.replaceAll("\n", "⏎"), node);
  };
  for (const { key, root: record } of book.annexes) visit(key, record);
  return found;
}

function labelFact({ path, annex, label }: FactRecord, cell: CellRef): Fact {
  const text = { node: "fact", type: "text", reading: { kind: "text" }, unit: null, from: "cells" } as const;
  return { ...text, path, annex, shown: label, cells: [cell] };
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
    const [at] = fact.cells;
    if (!at) continue;
    if (fact.type === "year") {
      const year = text.replace(/20\d\d/, (found) => String(Number(found) - 1));
      put(sheets, at, year);
    }
    const before =
      role.startsWith("a1.money.") && role.endsWith(".final") ? cells.get(role.replace(/final$/, "prior")) : undefined;
    if (before?.reading.kind === "number" && before.type === "money") put(sheets, at, Number(before.reading.value));
  }
  edit(sheets, edits);
  return { ...clean, name: "上年.xlsx", sheets };
}

function edited(test: Case): WorkbookSnapshot {
  const sheets = clean.sheets.filter(({ name }) => !test.drop?.includes(name)).map((sheet) => structuredClone(sheet));
  edit(sheets, test.edit ?? {});
  for (const [name, original] of Object.entries(test.twin ?? {})) {
    const sheet = sheets.find((one) => one.name === original);
    if (sheet) sheets.push({ ...structuredClone(sheet), name, id: name });
  }
  for (const [place, content] of Object.entries(test.put ?? {})) {
    const [sheet = "", address = ""] = place.split("!");
    const at = parseAddress(address);
    if (at) put(sheets, { sheet, ...at }, content);
  }
  const { hide, insert } = test;
  const [under] = insert ? (cells.get(insert.below)?.cells ?? []) : [];
  if (insert && !under) throw new Error(`no such role: ${insert.below}`);
  const taller = sheets.map((sheet) =>
    insert && under?.sheet === sheet.name ? withRows(sheet, under.row, insert.rows) : sheet,
  );
  const merged = taller.map((sheet) => ({ ...sheet, merges: [...sheet.merges, ...mergesOf(test, sheet.name)] }));
  return {
    ...clean,
    isLive: !test.file,
    sheets: merged.map((sheet) =>
      sheet.name === hide?.sheet ? { ...sheet, hiddenRows: hide.rows ?? [], hiddenColumns: hide.columns ?? [] } : sheet,
    ),
  };
}

function withRows(sheet: SheetSnapshot, below: number, rows: readonly (readonly CellText[])[]): SheetSnapshot {
  const at = below - sheet.top + 1;
  const move = (row: number): number => (row > below ? row + rows.length : row);
  // References follow, as in Excel.
  const moved = (formula: string): string =>
    formula.replace(
      /(\$?[A-Z]{1,3}\$?)(\d+)/g,
      (_, column: string, row: string) => `${column}${move(Number(row) - 1) + 1}`,
    );
  const kept = sheet.rows.map((row) =>
    row.map((cell) => (cell?.formula ? { ...cell, formula: moved(cell.formula) } : cell)),
  );
  return {
    ...sheet,
    rows: [...kept.slice(0, at), ...rows.map((row) => row.map(cellOf)), ...kept.slice(at)],
    merges: sheet.merges.map((area) => ({ ...area, top: move(area.top), bottom: move(area.bottom) })),
  };
}

function mergesOf({ merge = [] }: Case, sheet: string): SheetSnapshot["merges"] {
  return merge.flatMap(([first, last]) => {
    const [[from], [to]] = [cells.get(first)?.cells ?? [], cells.get(last)?.cells ?? []];
    if (!from || !to) throw new Error(`no such role: ${first}, ${last}`);
    return from.sheet === sheet ? [{ top: from.row, left: from.column, bottom: to.row, right: to.column }] : [];
  });
}

function edit(sheets: SheetSnapshot[], edits: Edits): void {
  for (const [role, content] of Object.entries(edits)) {
    const facts = role.endsWith(".**")
      ? [...cells]
          .filter(([name]) => name.startsWith(role.slice(0, -2)) && !/\.years\.|\.label$/.test(name))
          .map(([, fact]) => fact)
      : [cells.get(role)].filter((fact) => fact !== undefined);
    if (facts.length === 0) throw new Error(`no such role: ${role}`);
    for (const at of facts.flatMap((fact) => fact.cells.slice(0, 1))) put(sheets, at, content);
  }
}

function put(sheets: SheetSnapshot[], at: CellRef, content: NonNullable<Case["edit"]>[string]): void {
  const sheet = sheets.find(({ name }) => name === at.sheet);
  if (!sheet) throw new Error(`no sheet ${at.sheet}`);
  const row = sheet.rows[at.row - sheet.top] as ReturnType<typeof cellOf>[];
  while (row.length < at.column - sheet.left) row.push(null);
  const isError =
    typeof content === "object" && content !== null && "error" in content && typeof content.error === "string";
  row[at.column - sheet.left] = isError
    ? cellOf({ value: String(content.error), error: true, formula: "=1/0" })
    : cellOf(content as CellText);
}

function checked(test: Case): readonly { readonly finding: Finding; readonly name: string }[] {
  const workbook = edited(test);
  const rules = pack.rules.filter(({ id }) => !test.without?.includes(id));
  const opened = openBook(workbook, pack, test.prior ? priorBook([yearBefore(test.prior)], pack) : null);
  return checkWorkbook(workbook, opened, { ...pack, rules }).findings.map((finding) => {
    const place = [finding.annexKey, finding.subject].filter((part) => part !== null && part !== "").join(".");
    return { finding, name: place === "" ? finding.id : `${finding.id} @ ${place.replaceAll("\n", "")}` };
  });
}

function findingsOf(test: Case, found = checked(test)): string[] {
  for (const [name, cause] of Object.entries(test.causes ?? {})) {
    expect(found.find((one) => one.name === name)?.finding.cause, name).toBe(cause);
  }
  if (test.infos) expect(infosOf(found).filter((name) => !ownInfos.has(name))).toEqual([...test.infos].sort());
  return found.flatMap(({ finding, name }) => (finding.severity === "info" ? [] : [name])).sort();
}

function infosOf(found: ReturnType<typeof checked>): string[] {
  return found.flatMap(({ finding, name }) => (finding.severity === "info" ? [name] : [])).sort();
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
        [...(test.finds ?? []), ...(test.infos ?? [])].some((text) => text.startsWith(id)),
        id,
      ).toBe(true);
  }
});

/** What a person reads of the rule's own findings: words, figures, cells, ways out. */
function told(found: ReturnType<typeof checked>, id: string): readonly string[] {
  return found
    .map(({ finding }) => finding)
    .filter((finding) => finding.id === id)
    .map((finding) => {
      const { severity, cell, message, actual, expected, cause, explanation, related, fixes } = finding;
      const at = (place: CellAddress | null): string => (place ? addressOf(place) : "—");
      return [
        `${severity} ${finding.sheet ?? "—"}!${at(cell)} ${message}`,
        `  ${actual ?? "—"} → ${expected ?? "—"}${cause === null ? "" : `（${cause}）`}`,
        ...(explanation
          ? [`  ${explanation.line}`, ...explanation.terms.map(({ label, shown }) => `    ${label} ${shown}`)]
          : []),
        ...related.map((one) => `  ↔ ${one.file ?? ""}${one.sheet}!${at(one.cell)} ${one.label} ${one.shown}`),
        ...fixes.map((fix) =>
          `  ⇒ ${fix.kind} ${at(fix.cell)} ${fix.content} = ${String(fix.value)} ${fix.format ?? ""}`.trimEnd(),
        ),
      ].join("\n");
    });
}

describe.each(Object.entries(cases))("%s", (id, { finds, silent }) => {
  it.each(finds.map((test, index) => [index + 1, test] as const))("该报 %i", (_number, test) => {
    const found = checked(test);
    expect(findingsOf(test, found)).toEqual([...(test.finds ?? [])].sort());
    expect(told(found, id).join("\n")).toMatchSnapshot();
  });
  it.each(silent.map((test, index) => [index + 1, test] as const))("不该报 %i", (_number, test) => {
    expect(findingsOf(test)).toEqual([...(test.finds ?? [])].sort());
  });
});
