import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAddress, type Cell, type SheetSnapshot, type WorkbookSnapshot } from "../../../src/core/sheet/index.js";
import { writeArchive } from "../../../src/documents/archive/index.js";
import { readWorkbook } from "../../../src/documents/xlsx/index.js";
import { plainStyles, rawWorkbook } from "./raw-workbook.js";

async function snapshotOf(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const result = await readWorkbook(bytes, "表.xlsx");
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message.en}`);
  return result.value;
}

async function failureOf(bytes: Uint8Array): Promise<string> {
  const result = await readWorkbook(bytes, null);
  return result.ok ? "ok" : result.failure.code;
}

function at(sheet: SheetSnapshot | undefined, address: string): Cell | null {
  const cell = parseAddress(address);
  if (!sheet || !cell) throw new Error(address);
  return sheet.rows[cell.row - sheet.top]?.[cell.column - sheet.left] ?? null;
}

async function one(
  data: string,
  more: Partial<Parameters<typeof rawWorkbook>[0]> = {},
  sheet = {},
): Promise<SheetSnapshot> {
  const book = await snapshotOf(rawWorkbook({ sheets: [{ name: "表", data, ...sheet }], ...more }));
  const [first] = book.sheets;
  if (!first) throw new Error("no sheet");
  return first;
}

const libreOffice = new Uint8Array(readFileSync(new URL("./files/libreoffice.xlsx", import.meta.url)));

describe("readWorkbook", () => {
  it("reads what LibreOffice saved: values, texts, formulas, merges, hidden, protection", async () => {
    const book = await snapshotOf(libreOffice);
    const [annex, locked] = book.sheets;
    expect(book.sheets.map(({ name }) => name)).toEqual(["附件2 自评表", "锁"]);
    expect(at(annex, "E3")).toEqual({
      value: 0.913513513513513,
      text: "91.35%",
      formula: "=C3/B3",
      format: "0.00%",
      isError: false,
      writable: true,
    });
    expect(at(annex, "A6")).toMatchObject({ value: 45657, text: "2024年12月" });
    expect(at(annex, "B6")).toMatchObject({ value: "#DIV/0!", text: "#DIV/0!", isError: true });
    expect(at(annex, "C6")).toMatchObject({ value: true, text: "TRUE" });
    expect(at(annex, "D3")).toBeNull();
    expect(annex).toMatchObject({
      merges: [{ top: 0, left: 0, bottom: 0, right: 4 }],
      hiddenRows: [3],
      hiddenColumns: [3],
    });
    expect([locked?.isProtected, at(locked, "A1")?.writable, at(locked, "B1")?.writable]).toEqual([true, false, true]);
    expect(at(locked, "B2")?.formula).toBe("='附件2 自评表'!C5*2");
  });

  it("joins rich text, skips phonetic runs, decodes escapes", async () => {
    const sheet = await one(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r></is></c></row>',
      {
        strings:
          "<si><r><rPr><b/></rPr><t>得</t></r><r><t>分</t></r><rPh sb='0' eb='1'><t>デ</t></rPh></si><si><t>a_x000D_\nb_x005F_x0041_</t></si>",
      },
    );
    expect(["A1", "B1", "C1"].map((address) => at(sheet, address)?.value)).toEqual(["得分", "a\nb_x0041_", "内联"]);
  });

  it("gives followers of a shared formula in full", async () => {
    const sheet = await one(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1+SUM(Sheet2!A:A)+LOG10(A1)&amp;"A1"</f><v>1</v></c></row>' +
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>1</v></c></row><row r="3"><c r="C3"><f t="shared" si="0"/><v>1</v></c></row>',
    );
    expect(at(sheet, "B2")?.formula).toBe('=A2*$A$1+SUM(Sheet2!A:A)+LOG10(A2)&"A1"');
    expect(at(sheet, "C3")?.formula).toBe('=B3*$A$1+SUM(Sheet2!B:B)+LOG10(B3)&"A1"');
  });

  it("computes formulas that were written without their values, and only those", async () => {
    const sheet = await one(
      '<row r="1"><c r="A1"><v>12.95</v></c><c r="B1"><v>15.5</v></c><c r="C1"><f>SUM(A1:B1)</f></c><c r="D1"><f>C1/2</f><v></v></c></row>' +
        '<row r="2"><c r="A2"><f>SUM(A1:B1)</f><v>1</v></c><c r="B2"><f>A2+1</f></c><c r="C2"><f>A1/0</f></c><c r="D2"><f>TODAY()</f></c></row>',
    );
    const values = ["C1", "D1", "A2", "B2", "C2", "D2"].map((address) => at(sheet, address)?.value);
    expect(values).toEqual([28.45, 14.225, 1, 2, "#DIV/0!", null]);
    expect(at(sheet, "C1")).toMatchObject({ text: "28.45", formula: "=SUM(A1:B1)" });
    expect(at(sheet, "C2")).toMatchObject({ isError: true });
  });

  it("hides the prefixes of newer functions and keeps array formulas", async () => {
    const sheet = await one(
      '<row r="1"><c r="A1"><f>_xlfn.IFS(1,2)</f><v>2</v></c><c r="B1"><f t="array" ref="B1">SUM(A1*2)</f><v>4</v></c><c r="C1" t="str"><f>""</f><v></v></c></row>',
    );
    expect(["A1", "B1", "C1"].map((address) => at(sheet, address)?.formula)).toEqual([
      "=IFS(1,2)",
      "=SUM(A1*2)",
      '=""',
    ]);
    expect(at(sheet, "C1")).toMatchObject({ value: "", text: "" });
  });

  it("tells dates of both epochs, and ISO dates", async () => {
    const data = '<row r="1"><c r="A1" s="2"><v>44195</v></c><c r="B1" t="d" s="2"><v>2024-12-31</v></c></row>';
    const from1900 = await one(data, { styles: plainStyles });
    const from1904 = await one(data, { styles: plainStyles, before: '<workbookPr date1904="1"/>' });
    expect([at(from1900, "A1")?.text, at(from1904, "A1")?.text]).toEqual(["2020年12月", "2024年12月"]);
    expect([at(from1900, "B1")?.value, at(from1900, "B1")?.text]).toEqual([45657, "2024年12月"]);
    expect(at(from1904, "B1")).toMatchObject({ value: 44195, text: "2024年12月" });
  });

  it("places cells and rows without addresses one after the other", async () => {
    const sheet = await one(
      "<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row><row r='5'/><row><c><v>4</v></c></row>",
    );
    expect(["A1", "D1", "E1", "A6"].map((address) => at(sheet, address)?.value)).toEqual([1, 2, 3, 4]);
  });

  it("knows locked cells only under protection, hidden columns only where used", async () => {
    const data = '<row r="2" hidden="1"><c r="B2"><v>1</v></c><c r="C2" s="3"><v>2</v></c></row>';
    const open = await one(data, { styles: plainStyles });
    const shut = await one(
      data,
      { styles: plainStyles },
      {
        after: '<sheetProtection sheet="1" objects="1"/>',
        before: '<cols><col min="3" max="16384" hidden="1"/></cols>',
      },
    );
    expect([at(open, "B2")?.writable, at(shut, "B2")?.writable, at(shut, "C2")?.writable]).toEqual([true, false, true]);
    expect([shut.hiddenRows, shut.hiddenColumns, shut.top, shut.left]).toEqual([[1], [2], 1, 1]);
    expect(at(shut, "C2")?.text).toBe("2.00");
  });

  it("keeps a sheet named __proto__, hidden sheets, structure protection; leaves chart sheets out", async () => {
    const book = await snapshotOf(
      rawWorkbook({
        sheets: [
          { name: "__proto__", data: '<row r="1"><c r="A1"><v>7</v></c></row>' },
          { name: "藏", data: "", state: "veryHidden" },
        ],
        after: '<workbookProtection lockStructure="1"/>',
      }),
    );
    expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["__proto__", "visible"],
      ["藏", "veryHidden"],
    ]);
    expect(at(book.sheets[0], "A1")?.value).toBe(7);
    expect(book.structureProtected).toBe(true);
  });

  it("finds our own custom XML and nobody else's", async () => {
    const desk = '<desk xmlns="urn:annex-desk:workbook:1"><fact id="x">1</fact></desk>';
    const rels = (targets: readonly string[]): string =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>${targets
        .map(
          (target, index) =>
            `<Relationship Id="x${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/${target}"/>`,
        )
        .join("")}</Relationships>`;
    const book = await snapshotOf(
      rawWorkbook({
        sheets: [{ name: "表", data: "" }],
        parts: {
          "xl/_rels/workbook.xml.rels": rels(["item1.xml", "item2.xml", "item3.xml"]).replace('Id="s"', 'Id="rId1"'),
          "customXml/item1.xml": "<broken",
          "customXml/item2.xml": '<other xmlns="urn:other">urn:annex-desk:workbook:1</other>',
          "customXml/item3.xml": desk,
        },
      }),
    );
    expect(book.deskXml).toBe(desk);
  });

  it.each([
    ["plain", "<row r='1'><c r='A1'><v>1</v></c></row>", [[0, 0]]],
    ["nothing at all", "", []],
  ])("gives %s a tight used range", async (_, data, expected) => {
    const sheet = await one(data);
    expect(sheet.rows.flatMap((row, index) => row.map((_, column) => [index, column]))).toEqual(expected);
    expect(sheet.unread).toBeNull();
  });
});

describe("a workbook from a stranger", () => {
  const cfb = (stream: string): Uint8Array => {
    const bytes = new Uint8Array(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    [...stream].forEach((letter, index) => (bytes[1024 + index * 2] = letter.charCodeAt(0)));
    return bytes;
  };
  const sheets = [{ name: "表", data: '<row r="1"><c r="A1"><v>1</v></c></row>' }];
  const good = rawWorkbook({ sheets });
  const sheetPart = "xl/worksheets/sheet1.xml";
  const bomb =
    '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData>&b;</sheetData></worksheet>';

  it.each([
    ["a password", cfb("EncryptedPackage"), "encrypted"],
    ["the old format", cfb("Workbook"), "legacy-xls"],
    ["another compound file", cfb("WordDocument"), "not-a-workbook"],
    ["random bytes", Uint8Array.from({ length: 999 }, (_, index) => (index * 7919) % 256), "not-a-workbook"],
    ["nothing in it", new Uint8Array(0), "not-a-workbook"],
    ["a web page inside", new TextEncoder().encode("<html><table>"), "not-a-workbook"],
    [
      "a Word package inside",
      writeArchive([["word/document.xml", new TextEncoder().encode("<w/>")]]),
      "not-a-workbook",
    ],
    ["a workbook part that is none", rawWorkbook({ sheets, parts: { "xl/workbook.xml": "<x/>" } }), "not-a-workbook"],
    ["a truncated zip", good.slice(0, good.length >> 1), "damaged"],
    ["truncated XML", rawWorkbook({ sheets, parts: { [sheetPart]: "<worksheet><sheetData><row>" } }), "damaged"],
    ["a missing sheet", rawWorkbook({ sheets, parts: { [sheetPart]: null } }), "damaged"],
    [
      "missing texts",
      rawWorkbook({ sheets, strings: "<si><t>a</t></si>", parts: { "xl/sharedStrings.xml": null } }),
      "damaged",
    ],
    ["sheets without their places", rawWorkbook({ sheets, parts: { "xl/_rels/workbook.xml.rels": null } }), "damaged"],
    ["an entity bomb", rawWorkbook({ sheets, parts: { [sheetPart]: bomb } }), "unsafe"],
    [
      "an inflating bomb",
      rawWorkbook({ sheets, parts: { [sheetPart]: new Uint8Array(49 * 1024 * 1024) } }),
      "too-large",
    ],
    ["nothing wrong", good, "ok"],
  ])("that has %s", async (_, bytes, expected) => {
    expect(await failureOf(bytes)).toBe(expected);
  });

  it("may merge the whole grid at no cost", async () => {
    const sheet = await one(
      "<row r='1'><c r='A1'><v>1</v></c></row>",
      {},
      {
        after: '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="ZZZ9:1"/><mergeCell/></mergeCells>',
      },
    );
    expect(sheet.rows).toHaveLength(1);
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 100, right: 30 }]);
  });

  it("may hold a cell at the end of the grid: the sheet is left unread and names it", async () => {
    const sheet = await one(
      "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    );
    expect(sheet.rows).toEqual([]);
    expect(sheet.unread).toContain("XFD1048576");
  });

  it("may name cells outside of the grid or of another row: they are not read", async () => {
    const sheet = await one(
      "<row r='1'><c r='XFE1'><v>1</v></c><c r='B9'><v>1</v></c><c r='A1'><v>3</v></c></row><row r='0'><c r='?'><v>9</v></c></row>",
    );
    expect(sheet.rows).toHaveLength(1);
    expect(at(sheet, "A1")?.value).toBe(3);
  });

  it.each(["1.7976931348623157E308", "-INF", "NaN", "abc", "1,5"])(
    "may hold %s as a number: it is an error",
    async (value) => {
      const sheet = await one(`<row r="1"><c r="A1"><v>${value}</v></c></row>`);
      expect(at(sheet, "A1")).toMatchObject({ value: "#NUM!", text: "#NUM!", isError: true });
    },
  );

  it("may hold too many cells: that sheet alone is left unread", async () => {
    const row = (number: number): string => `<row r="${number}">${"<c><v>1</v></c>".repeat(100)}</row>`;
    const book = await snapshotOf(
      rawWorkbook({
        sheets: [
          { name: "大", data: Array.from({ length: 700 }, (_, index) => row(index + 1)).join("") },
          { name: "小", data: '<row r="1"><c r="A1"><v>1</v></c></row>' },
        ],
      }),
    );
    expect(book.sheets.map(({ unread, rows }) => [unread === null, rows.length])).toEqual([
      [false, 0],
      [true, 1],
    ]);
  });

  it("may list one sheet many times: it is read once", async () => {
    const list = '<sheet name="x" r:id="rId1"/>'.repeat(500);
    const book = await snapshotOf(
      rawWorkbook({
        sheets,
        parts: { "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${list}</sheets></workbook>` },
      }),
    );
    expect(book.sheets).toHaveLength(1);
  });

  it("may share a long formula with thousands of cells: the sheet is left unread", async () => {
    const follower = '<c><f t="shared" si="0"/><v>1</v></c>';
    const sheet = await one(
      `<row r="1"><c r="A1"><f t="shared" si="0">${"A1+".repeat(2700)}1</f><v>1</v></c>${follower.repeat(1000)}</row>`,
    );
    expect(sheet.unread).toContain("4 MB");
    const endless = await one(
      `<row r="1"><c r="A1"><f t="shared" si="0">${"A1+".repeat(3000)}1</f><v>1</v></c>${follower.repeat(1000)}</row>`,
    );
    expect(at(endless, "B1")?.formula).toBeNull();
  });

  it("may hold many full sheets: those beyond the whole are left unread", async () => {
    const full = { name: "满", data: `<row>${"<c><v>1</v></c>".repeat(100)}</row>`.repeat(550) };
    const book = await snapshotOf(rawWorkbook({ sheets: Array.from({ length: 8 }, () => full) }));
    expect(book.sheets.map(({ unread }) => unread === null)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it("never makes the reader throw, whatever bytes are flipped", async () => {
    const codes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(libreOffice.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (flips) => {
          const bytes = Uint8Array.from(libreOffice);
          for (const [place, value] of flips) bytes[place] = value;
          codes.add(await failureOf(bytes));
        },
      ),
      { numRuns: 400 },
    );
    expect([...codes]).toContain("damaged");
  });

  it("never makes the reader throw, whatever XML is torn inside", async () => {
    const text =
      '<row r="1" spans="1:3" hidden="1"><c r="A1" s="1" t="s"><f t="shared" ref="A1:A2" si="0">SUM(B1:B2)</f><v>0</v></c></row><row r="2"><c r="A2" t="str"><f t="shared" si="0"/><v>x</v></c></row>';
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.nat(20), fc.string({ maxLength: 6 }), async (from, length, put) => {
        const data = text.slice(0, from) + put + text.slice(from + length);
        expect(["ok", "damaged", "unsafe"]).toContain(
          await failureOf(rawWorkbook({ sheets: [{ name: "表", data }], styles: plainStyles })),
        );
      }),
      { numRuns: 300 },
    );
  });
});
