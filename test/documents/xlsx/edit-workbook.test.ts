import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addressOf,
  parseAddress,
  type CellEdit,
  type CellValue,
  type WorkbookSnapshot,
} from "../../../src/core/sheet/index.js";
import { openArchive } from "../../../src/documents/archive/index.js";
import { editWorkbook, readWorkbook, type WorkbookChange } from "../../../src/documents/xlsx/index.js";
import { plainStyles, rawWorkbook } from "./raw-workbook.js";

const libreOffice = new Uint8Array(readFileSync(new URL("./files/libreoffice.xlsx", import.meta.url)));
const annex = "附件2 自评表";

function put(address: string, value: CellValue, more: Partial<CellEdit> = {}): CellEdit {
  const at = parseAddress(address);
  if (!at) throw new Error(address);
  const content: CellEdit["content"] =
    typeof value === "string" && value.startsWith("=")
      ? { kind: "formula", formula: value, cached: null }
      : { kind: "value", value };
  return { sheet: "表", ...at, content, ...more };
}

async function edited(bytes: Uint8Array, change: WorkbookChange | readonly CellEdit[]): Promise<Uint8Array> {
  const result = await editWorkbook(bytes, "edits" in change ? change : { edits: change });
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message.en}`);
  return result.value;
}

async function snapshotOf(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const result = await readWorkbook(bytes, null);
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message.en}`);
  return result.value;
}

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const archive = await openArchive(bytes);
  const content = archive.ok ? await archive.value.read(name) : archive;
  if (!content.ok) throw new Error(content.failure.message.en);
  return new TextDecoder().decode(content.value);
}

async function namesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const archive = await openArchive(bytes);
  return archive.ok ? archive.value.names : [];
}

async function failureOf(bytes: Uint8Array, change: WorkbookChange): Promise<string> {
  const result = await editWorkbook(bytes, change);
  return result.ok ? "ok" : result.failure.code;
}

/** All cells as `sheet!A1` → value, formula; what the tests compare. */
function cellsOf(book: WorkbookSnapshot): Map<string, readonly [CellValue, string | null, string]> {
  const cells = new Map<string, readonly [CellValue, string | null, string]>();
  for (const { name, top, left, rows } of book.sheets) {
    rows.forEach((line, row) => {
      line.forEach((cell, column) => {
        const address = addressOf({ row: top + row, column: left + column });
        if (cell) cells.set(`${name}!${address}`, [cell.value, cell.formula, cell.format]);
      });
    });
  }
  return cells;
}

const data = (sheetData: string, more: Partial<Parameters<typeof rawWorkbook>[0]> = {}): Uint8Array =>
  rawWorkbook({ sheets: [{ name: "表", data: sheetData }], styles: plainStyles, ...more });
const sheetPart = "xl/worksheets/sheet1.xml";

async function dataOf(bytes: Uint8Array): Promise<string> {
  return /<sheetData\/?>(?:(.*)<\/sheetData>)?/s.exec(await partOf(bytes, sheetPart))?.[1] ?? "";
}

describe("editWorkbook", () => {
  it("keeps every other part as stored and every other character of the sheet", async () => {
    const after = await edited(libreOffice, [put("B3", 20, { sheet: annex })]);
    const [one, two] = [await openArchive(libreOffice), await openArchive(after)];
    if (!one.ok || !two.ok) throw new Error("not opened");
    expect(two.value.names).toEqual(one.value.names);
    const touched = one.value.entries
      .filter((entry, index) => !Buffer.from(entry.data).equals(Buffer.from(two.value.entries[index]?.data ?? [])))
      .map(({ name }) => name);
    expect(touched).toEqual(["xl/workbook.xml", sheetPart]);
    const [before, now] = [await partOf(libreOffice, sheetPart), await partOf(after, sheetPart)];
    expect(
      now
        .replace('<c r="B3"><v>20</v></c>', '<c r="B3" s="0" t="n"><v>12.95</v></c>')
        .replace(
          '<c r="E3" s="2"><f aca="false">C3/B3</f><v>0.5915</v></c>',
          '<c r="E3" s="2" t="n"><f aca="false">C3/B3</f><v>0.913513513513513</v></c>',
        )
        .replace(
          '<c r="B5" s="0"><f aca="false">SUM(B3:B4)</f><v>35.5</v></c>',
          '<c r="B5" s="0" t="n"><f aca="false">SUM(B3:B4)</f><v>28.45</v></c>',
        )
        .replace(
          /<c r="E5" s="2"><f aca="false">C5\/B5<\/f><v>0\.7698\d*<\/v><\/c>/,
          '<c r="E5" s="2" t="n"><f aca="false">C5/B5</f><v>0.960632688927944</v></c>',
        ),
    ).toBe(before);
  });

  it("computes the stored values of dependents and has Excel compute all on opening", async () => {
    const after = await edited(libreOffice, [put("C4", 10, { sheet: annex })]);
    const cells = cellsOf(await snapshotOf(after));
    expect(cells.get(`${annex}!C5`)?.[0]).toBe(21.83);
    expect(cells.get("锁!B2")?.[0]).toBe(43.66);
    expect(await partOf(after, "xl/workbook.xml")).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"/);
  });

  it("does the same edit to the same bytes", async () => {
    const edits = [put("A9", "文", { sheet: annex })];
    expect(await edited(libreOffice, edits)).toEqual(await edited(libreOffice, edits));
    expect(await edited(libreOffice, [])).toEqual(await edited(libreOffice, []));
  });

  it.each([
    [
      "a new row before others",
      "<row r='3'><c r='A3'><v>1</v></c></row>",
      [put("B1", 2)],
      "<row r=\"1\"><c r=\"B1\"><v>2</v></c></row><row r='3'><c r='A3'><v>1</v></c></row>",
    ],
    ["a new row into an empty sheet", "", [put("A1", true)], '<row r="1"><c r="A1" t="b"><v>1</v></c></row>'],
    [
      "cells between others",
      '<row r="1"><c r="B1"/><c r="D1"/></row>',
      [put("C1", 3), put("A1", 1), put("E1", 5)],
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/><c r="C1"><v>3</v></c><c r="D1"/><c r="E1"><v>5</v></c></row>',
    ],
    [
      "a cell into an empty row",
      '<row r="2" ht="30"/>',
      [put("A2", 1)],
      '<row r="2" ht="30"><c r="A2"><v>1</v></c></row>',
    ],
    [
      "beyond the spans of a row",
      '<row r="1" spans="1:1"><c r="A1"/></row>',
      [put("C1", 1)],
      '<row r="1"><c r="A1"/><c r="C1"><v>1</v></c></row>',
    ],
    [
      "over an error in its style",
      '<row r="1"><c r="A1" s="3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
      [put("A1", 1)],
      '<row r="1"><c r="A1" s="3"><v>1</v></c></row>',
    ],
    [
      "text that looks like a formula, as text",
      '<row r="1"><c r="A1"/></row>',
      [{ ...put("A1", 0), content: { kind: "value", value: "=1+1 & <x> _x0041_\n" } as const }],
      '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">=1+1 &amp; &lt;x&gt; _x005F_x0041_\n</t></is></c></row>',
    ],
    [
      "nothing, keeping the style",
      '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>1</v></c></row>',
      [put("A1", null), put("B1", "")],
      '<row r="1"><c r="A1" s="1"/><c r="B1"/></row>',
    ],
    [
      "a formula with its value",
      '<row r="1"><c r="A1"><v>2</v></c></row>',
      [put("B1", '=IF(A1<3,"少"&A1,1)')],
      '<row r="1"><c r="A1"><v>2</v></c><c r="B1" t="str"><f>IF(A1&lt;3,"少"&amp;A1,1)</f><v>少2</v></c></row>',
    ],
    [
      "a formula that only Excel can compute",
      "",
      [{ ...put("A1", 0), content: { kind: "formula", formula: "=IFS(TRUE,7)", cached: 7 } as const }],
      '<row r="1"><c r="A1"><f>_xlfn.IFS(TRUE,7)</f><v>7</v></c></row>',
    ],
    [
      "the style of the row",
      '<row r="1" s="1" customFormat="1"/>',
      [put("A1", 1)],
      '<row r="1" s="1" customFormat="1"><c r="A1" s="1"><v>1</v></c></row>',
    ],
    [
      "where places are counted",
      "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
      [put("D1", 4), put("A3", 5)],
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="D1"><v>4</v></c></row><row r="2"><c r="A2"><v>3</v></c></row><row r="3"><c r="A3"><v>5</v></c></row>',
    ],
    ["the last of two edits of a cell", "", [put("A1", 1), put("A1", 2)], '<row r="1"><c r="A1"><v>2</v></c></row>'],
  ])("writes %s", async (_, before, edits, expected) => {
    const after = await edited(data(before), edits);
    expect((await dataOf(after)).replaceAll("'", '"')).toBe(expected.replaceAll("'", '"'));
    await snapshotOf(after);
  });

  it("writes into sheets whose elements carry a prefix", async () => {
    const bytes = data("", {
      parts: {
        [sheetPart]:
          '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1"/><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      },
    });
    const text = await partOf(await edited(bytes, [put("B2", "=A1*2")]), sheetPart);
    expect(text).toContain('<x:row r="2"><x:c r="B2"><x:f>A1*2</x:f><x:v>2</x:v></x:c></x:row></x:sheetData>');
    expect(text).toContain('<x:dimension ref="A1:B2"/>');
  });

  it("gives followers of a shared formula their own when the master is overwritten", async () => {
    const shared =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row>' +
      '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>6</v></c></row>';
    const after = await edited(data(shared), [put("B1", 9), put("A3", 5)]);
    expect(await dataOf(after)).toBe(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f>A2*2</f><v>4</v></c></row>' +
        '<row r="3"><c r="A3"><v>5</v></c><c r="B3"><f>A3*2</f><v>10</v></c></row>',
    );
    const follower = await edited(data(shared), [put("B2", 9)]);
    expect(await dataOf(follower)).toContain('<c r="B3"><f t="shared" si="0"/><v>6</v></c>');
    expect(cellsOf(await snapshotOf(follower)).get("表!B3")).toEqual([6, "=A3*2", "General"]);
  });

  it("refuses a part of an array formula, takes a single-cell one", async () => {
    const array =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>1</v></c><c r="C1"><f t="array" ref="C1">SUM(B1:B2*2)</f><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>';
    expect(await failureOf(data(array), { edits: [put("A2", 1)] })).toBe("part-of-array");
    expect(await failureOf(data(array), { edits: [put("C1", 1)] })).toBe("ok");
  });

  it("sets a number format by a copied style, once for each, or by one that is there", async () => {
    const bytes = data(
      '<row r="1"><c r="A1" s="3"><v>1</v></c><c r="B1" s="3"><v>2</v></c><c r="C1"><v>3</v></c></row>',
    );
    const custom = { format: '0.000"万元"' };
    const after = await edited(bytes, [
      put("A1", 1, custom),
      put("B1", 2, custom),
      put("C1", 0.5, { format: "0.00%" }),
      put("D1", 1, { format: "General" }),
    ]);
    const styles = await partOf(after, "xl/styles.xml");
    expect(styles).toContain('<numFmts count="2"><numFmt numFmtId="164"');
    expect(styles).toContain('<numFmt numFmtId="165" formatCode="0.000&quot;万元&quot;"/></numFmts>');
    expect(styles).toContain('<cellXfs count="5">');
    expect(styles).toContain(
      '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyProtection="1"><protection locked="0"/></xf>',
    );
    const [sheet] = (await snapshotOf(after)).sheets;
    expect(sheet?.rows[0]?.map((cell) => cell?.text)).toEqual(["1.000万元", "2.000万元", "50.00%", "1"]);
    expect(await dataOf(after)).toContain('<c r="A1" s="4"><v>1</v></c><c r="B1" s="4"><v>2</v></c><c r="C1" s="1">');
  });

  it("makes a list of number formats where there is none", async () => {
    const styles = plainStyles.replace(/<numFmts.*<\/numFmts>/, "");
    const after = await edited(data("", { styles }), [put("A1", 1, { format: "0.0000" })]);
    expect(await partOf(after, "xl/styles.xml")).toContain(
      '<numFmts count="1"><numFmt numFmtId="165" formatCode="0.0000"/></numFmts><fonts',
    );
  });

  it("shows rows and columns again, only the wanted ones, and hides them back", async () => {
    const bytes = rawWorkbook({
      sheets: [
        {
          name: "表",
          before:
            '<cols><col min="2" max="5" width="12" hidden="1" customWidth="1"/><col min="7" max="7" width="0" customWidth="1"/></cols>',
          data: '<row r="1"><c r="A1"><v>1</v></c><c r="G1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="3" ht="0" customHeight="1"><c r="A3"><v>1</v></c></row><row r="4" hidden="1"><c r="A4"><v>1</v></c></row>',
        },
      ],
    });
    const show = [{ sheet: "表", rows: [1, 2], columns: [2, 6] }];
    const after = await edited(bytes, { edits: [], unhide: show });
    const [sheet] = (await snapshotOf(after)).sheets;
    expect([sheet?.hiddenRows, sheet?.hiddenColumns]).toEqual([[3], [1, 3, 4]]);
    expect(await partOf(after, "xl/workbook.xml")).toBe(await partOf(bytes, "xl/workbook.xml"));
    const back = (await snapshotOf(await edited(after, { edits: [], hide: show }))).sheets[0];
    expect([back?.hiddenRows, back?.hiddenColumns]).toEqual([
      [1, 2, 3],
      [1, 2, 3, 4, 6],
    ]);
  });

  it("takes the calculation chain out when formulas come or go, and only then", async () => {
    const bytes = data('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><v>1</v></c></row>', {
      calcChain: '<c r="A1" i="1"/>',
    });
    const kept = await edited(bytes, [put("B1", 2), put("A1", "=2+2")]);
    expect(await namesOf(kept)).toContain("xl/calcChain.xml");
    const gone = await edited(bytes, [put("A1", 2)]);
    expect(await namesOf(gone)).not.toContain("xl/calcChain.xml");
    expect(await partOf(gone, "[Content_Types].xml")).not.toContain("calcChain");
    expect(await partOf(gone, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
  });

  it("stores, replaces and removes our custom XML with all that belongs to it", async () => {
    const xml = '<desk xmlns="urn:annex-desk:workbook:1"><a>文</a></desk>';
    const stored = await edited(libreOffice, { edits: [], deskXml: xml });
    expect((await snapshotOf(stored)).deskXml).toBe(xml);
    expect(await partOf(stored, "[Content_Types].xml")).toContain('PartName="/customXml/itemProps1.xml"');
    expect(await partOf(stored, "xl/worksheets/sheet1.xml")).toBe(await partOf(libreOffice, sheetPart));
    const replaced = await edited(stored, { edits: [], deskXml: xml.replace("文", "新") });
    expect((await snapshotOf(replaced)).deskXml).toContain("新");
    expect(await namesOf(replaced)).toEqual(await namesOf(stored));
    const removed = await edited(replaced, { edits: [], deskXml: null });
    expect(await namesOf(removed)).toEqual(await namesOf(libreOffice));
    expect(await partOf(removed, "[Content_Types].xml")).toBe(await partOf(libreOffice, "[Content_Types].xml"));
  });

  it.each([
    ["an unknown sheet", { edits: [put("A1", 1, { sheet: "无" })] }, "unknown-sheet"],
    ["an unknown sheet to show", { edits: [], unhide: [{ sheet: "无", rows: [], columns: [] }] }, "unknown-sheet"],
    ["a cell below the grid", { edits: [{ ...put("A1", 1), row: 1_048_576 }] }, "outside-grid"],
    ["a cell before the grid", { edits: [{ ...put("A1", 1), column: -1 }] }, "outside-grid"],
    ["a number that is none", { edits: [put("A1", NaN)] }, "bad-edit"],
    ["a number beyond Excel's", { edits: [put("A1", Number.MAX_VALUE)] }, "bad-edit"],
    ["a text too long", { edits: [put("A1", "文".repeat(40_000))] }, "bad-edit"],
    ["settings that are no XML", { edits: [], deskXml: "<x" }, "bad-desk"],
    ["nothing wrong", { edits: [put("A1", 1)] }, "ok"],
  ] as const)("refuses %s", async (_, change, expected) => {
    expect(await failureOf(data(""), change)).toBe(expected);
  });

  it("refuses a sheet that is bloated with empty rows", async () => {
    const bytes = data(`<row r="1"><c r="A1"><v>1</v></c></row>${"<row/>".repeat(300_001)}`);
    expect(await failureOf(bytes, { edits: [put("A1", 2)] })).toBe("too-large");
  });

  it("respects protection when asked to, empty cells included", async () => {
    const bytes = rawWorkbook({
      styles: plainStyles,
      sheets: [
        {
          name: "表",
          before: '<cols><col min="4" max="4" width="9" style="3"/></cols>',
          data: '<row r="1"><c r="A1" s="3"><v>1</v></c><c r="B1"><v>1</v></c></row>',
          after: '<sheetProtection sheet="1"/>',
        },
      ],
    });
    const codes = ["A1", "B1", "C9", "D9"].map((address) =>
      failureOf(bytes, { edits: [put(address, 1)], respectProtection: true }),
    );
    expect(await Promise.all(codes)).toEqual(["ok", "protected", "protected", "ok"]);
    expect(await failureOf(bytes, { edits: [put("B1", 1)] })).toBe("ok");
  });

  it("reads back what it wrote and leaves all other cells alone", async () => {
    const value = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, min: -9.99e307, max: 9.99e307 }).map((number) => (Object.is(number, -0) ? 0 : number)),
      fc.boolean(),
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom("=A1", "文\n字", "_x0041_", " 前后 ", "<&>\"'"),
    );
    const before = cellsOf(await snapshotOf(libreOffice));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.nat(12), fc.nat(9), value), {
          selector: ([row, column]) => row * 100 + column,
          minLength: 1,
          maxLength: 6,
        }),
        async (list) => {
          const edits = list.map(([row, column, content]) => ({
            sheet: annex,
            row,
            column,
            content: { kind: "value" as const, value: content },
          }));
          const after = cellsOf(await snapshotOf(await edited(libreOffice, edits)));
          for (const { row, column, content } of edits) {
            const address = `${annex}!${addressOf({ row, column })}`;
            const [now = null, formula = null] = after.get(address) ?? [];
            expect(formula).toBeNull();
            expect(now ?? "").toEqual(
              typeof content.value === "string" ? content.value.replaceAll("\r\n", "\n") : content.value,
            );
            after.delete(address);
          }
          for (const [address, [stored, formula, format]] of before) {
            if (edits.some((edit) => `${edit.sheet}!${addressOf(edit)}` === address)) continue;
            const now = after.get(address);
            expect(now?.slice(1)).toEqual([formula, format]);
            if (formula === null) expect(now?.[0]).toEqual(stored);
            after.delete(address);
          }
          expect([...after.keys()]).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("never throws on a file with flipped bytes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(libreOffice.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        async (flips) => {
          const bytes = Uint8Array.from(libreOffice);
          for (const [place, value] of flips) bytes[place] = value;
          expect(
            typeof (await failureOf(bytes, {
              edits: [put("B3", 1, { sheet: annex })],
              deskXml: '<d xmlns="urn:annex-desk:workbook:1"/>',
            })),
          ).toBe("string");
        },
      ),
      { numRuns: 150 },
    );
  });
});
