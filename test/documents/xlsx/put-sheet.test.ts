import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openArchive, writeArchive } from "../../../src/documents/archive/index.js";
import {
  putSheet,
  readAppearance,
  readWorkbook,
  writeNewWorkbook,
  type NewSheet,
  type NewStyle,
} from "../../../src/documents/xlsx/index.js";
import { openXmlErrors } from "../../support/open-xml-errors.js";
import { rawWorkbook } from "./raw-workbook.js";

const style: NewStyle = {
  ...{ font: "宋体", size: 10, bold: false, align: "center", vertical: "center", wrap: true, indent: 0 },
  ...{ border: "thin", shade: "E7E6E6", format: "0.000" },
};

function drawn(texts: readonly (string | number)[], name = "核对单"): NewSheet {
  return {
    name,
    columnWidths: [10, 20],
    rowHeights: new Map([[0, 15]]),
    hiddenRows: new Set([0]),
    cells: texts.map((value, row) => ({ row, column: 0, style, content: { kind: "value", value } })),
    merges: [{ top: 1, left: 0, bottom: 1, right: 1 }],
    validations: [],
    frozenRows: 2,
    print: {
      ...{ orientation: "landscape", onePage: false, repeatRows: [1, 1], shades: true },
      margins: { left: 12, right: 12, top: 14, bottom: 16 },
      area: { top: 1, left: 0, bottom: texts.length - 1, right: 1 },
    },
  };
}

async function put(bytes: Uint8Array, sheet: NewSheet, replaces: string | null = null): Promise<Uint8Array> {
  const result = await putSheet(bytes, sheet, replaces);
  if (!result.ok) throw new Error(result.failure.message.zh);
  return result.value;
}

async function snapshotOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes, null);
  if (!read.ok) throw new Error(read.failure.message.zh);
  return read.value;
}

async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const archive = await openArchive(bytes);
  if (!archive.ok) throw new Error(archive.failure.code);
  const texts = new Map<string, string>();
  for (const name of archive.value.names) {
    const content = await archive.value.read(name);
    if (content.ok) texts.set(name, new TextDecoder().decode(content.value));
  }
  return texts;
}

const files: readonly (readonly [string, Uint8Array])[] = [
  ["样例", new Uint8Array(readFileSync("assets/samples/redcross-2024-mistakes.xlsx"))],
  ["LibreOffice 写的", new Uint8Array(readFileSync("test/documents/xlsx/files/libreoffice.xlsx"))],
];

describe("放进一张表", () => {
  it.each(files)("%s：别的部件逐字节不变，新表在最后，通过 Open XML 检查", async (_, file) => {
    const [before, after] = [await partsOf(file), await partsOf(await put(file, drawn(["标记", "标题", 1.5])))];
    const touched = [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
    const sheet = touched.filter((name) => name.startsWith("xl/worksheets/"));
    expect(sheet).toHaveLength(1);
    expect(before.has(sheet[0] ?? "")).toBe(false);
    expect(touched.filter((name) => name !== sheet[0]).sort()).toEqual(
      ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml"].sort(),
    );
    expect([...before.keys()].filter((name) => !after.has(name))).toEqual([]);
    const bytes = await put(file, drawn(["标记", "标题", 1.5]));
    const [old, now] = [await snapshotOf(file), await snapshotOf(bytes)];
    expect(now.sheets.slice(0, -1)).toEqual(old.sheets);
    const added = now.sheets.at(-1);
    expect(added).toMatchObject({ name: "核对单", hiddenRows: [0] });
    expect(added?.rows.map(([cell]) => cell?.text)).toEqual(["标记", "标题", "1.500"]);
    const problems = openXmlErrors(file);
    expect(openXmlErrors(bytes)).toEqual(problems);
  });

  it("新的样式接在后面：旧格子的样子不变，新格子有框有底色", async () => {
    const [, file] = files[0] ?? ["", new Uint8Array()];
    const [before, after] = [await readAppearance(file), await readAppearance(await put(file, drawn(["a"])))];
    if (!before.ok || !after.ok) throw new Error("no appearance");
    expect(after.value.looks.slice(0, before.value.looks.length)).toEqual(before.value.looks);
    expect(JSON.stringify(after.value.looks.at(-1))).toContain("E7E6E6");
  });

  it("换掉已有的：名字、位置不变，不留旧内容，不重复", async () => {
    const [, file] = files[0] ?? ["", new Uint8Array()];
    const once = await put(file, drawn(["标记", "旧", "旧", "旧"]));
    const twice = await put(once, drawn(["标记", "新"], "另一个名字"), "核对单");
    const { sheets } = await snapshotOf(twice);
    expect(sheets.filter(({ name }) => name === "核对单")).toHaveLength(1);
    expect(
      sheets
        .at(-1)
        ?.rows.flat()
        .flatMap((cell) => cell?.text ?? []),
    ).toEqual(["标记", "新"]);
    const workbook = (await partsOf(twice)).get("xl/workbook.xml") ?? "";
    expect(workbook.match(/'核对单'!\$A\$2:\$B\$2</g)).toHaveLength(1);
    expect(workbook).not.toContain("'核对单'!$A$2:$B$4");
    expect(openXmlErrors(twice)).toEqual([]);
  });

  it("文字写在格子里，以 = 开头也是文字", async () => {
    const [, file] = files[0] ?? ["", new Uint8Array()];
    const { sheets } = await snapshotOf(await put(file, drawn(["=1+1", "<&>"])));
    expect(sheets.at(-1)?.rows.map(([cell]) => [cell?.value, cell?.formula])).toEqual([
      ["=1+1", null],
      ["<&>", null],
    ]);
  });

  const sheets = [{ name: "表", data: '<row r="1"><c r="A1"><v>1</v></c></row>' }];

  it("没有样式部件的工作簿，加上一个", async () => {
    const bytes = await put(rawWorkbook({ sheets }), drawn(["a", 1.5]));
    expect((await snapshotOf(bytes)).sheets.at(-1)?.rows.map(([cell]) => cell?.text)).toEqual(["a", "1.500"]);
    expect(openXmlErrors(bytes)).toEqual([]);
  });

  it("部件的元素带前缀（x:），新加的也带", async () => {
    const prefixed = (xml: string): string =>
      xml.replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:").replace(/ xmlns="/, ' xmlns:x="');
    const plain = writeNewWorkbook({ title: "", creator: "", sheets: [drawn([1], "表")], deskXml: null });
    const parts = await partsOf(plain);
    const file = writeArchive(
      [...parts].map(([name, text]) => {
        const isOwn = name === "xl/workbook.xml" || name === "xl/styles.xml";
        const [head = "", body = ""] = text.split("?>\n");
        return [name, new TextEncoder().encode(isOwn ? `${head}?>\n${prefixed(body)}` : text)] as const;
      }),
    );
    const bytes = await put(file, drawn(["a", "b"]));
    const styles = (await partsOf(bytes)).get("xl/styles.xml") ?? "";
    expect(styles).not.toMatch(/<(?!\?|\/?x:)/);
    expect((await snapshotOf(bytes)).sheets.at(-1)?.rows.map(([cell]) => cell?.text)).toEqual(["a", "b"]);
    expect(openXmlErrors(bytes)).toEqual(openXmlErrors(file));
  });

  it("结构受保护的不加，但已有的可以换；没有的表不换", async () => {
    const locked = rawWorkbook({ sheets, before: '<workbookProtection lockStructure="1"/>' });
    expect(await putSheet(locked, drawn(["a"]))).toMatchObject({ failure: { code: "structure-protected" } });
    expect((await putSheet(locked, drawn(["a"]), "表")).ok).toBe(true);
    expect(await putSheet(locked, drawn(["a"]), "没有")).toMatchObject({ failure: { code: "unknown-sheet" } });
  });
});
