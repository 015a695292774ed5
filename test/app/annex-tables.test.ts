import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { draftReport, openBook, planReportUpdate } from "../../src/app/index.js";
import { annexTables } from "../../src/app/annex-tables.js";
import type { AnnexTable } from "../../src/documents/docx/index.js";
import { readAppearance, readWorkbook } from "../../src/documents/xlsx/index.js";
import { part, schemaErrors, unsound } from "../documents/docx/package.js";
import { hunanPack } from "../support/hunan-pack.js";

const document = "word/document.xml";
const bytes = readFileSync("assets/samples/redcross-2024.xlsx");
const read = await readWorkbook(bytes, "redcross-2024.xlsx");
const looks = await readAppearance(bytes);
if (!read.ok || !looks.ok) throw new Error("the sample cannot be read");
const workbook = read.value;
const { book } = openBook(workbook, hunanPack());
const tables = (kind: string, appearance = looks.value as typeof looks.value | null): readonly AnnexTable[] =>
  annexTables(kind, book, workbook, appearance);
const spans = ({ rows }: AnnexTable): readonly number[] =>
  rows.map(({ cells }) => cells.reduce((sum, { columns }) => sum + columns, 0));
const texts = ({ rows }: AnnexTable): readonly string[] =>
  rows.map(({ cells }) =>
    cells
      .map(({ text, columns, down }) => `${text}${columns > 1 ? `×${columns}` : ""}${down === "further" ? "↑" : ""}`)
      .join("|"),
  );

describe("附表作为表格", () => {
  it.each([
    ["a1", 1, 7],
    ["a2", 1, 9],
    ["a3", 3, 9],
    ["a4", 1, 9],
  ] as const)("%s：%i 张，每行的格子合起来都是整行", (kind, count, least) => {
    const found = tables(kind);
    expect(found).toHaveLength(count);
    for (const table of found) {
      expect(new Set(spans(table))).toEqual(new Set([table.widths.length]));
      expect(table.widths.length).toBeGreaterThanOrEqual(Math.min(least, 4));
    }
  });

  it("文字、合并与工作表上一样", () => {
    const [table] = tables("a2");
    const lines = table ? texts(table) : [];
    expect(lines.slice(0, 2)).toEqual(["附件2×2|||||||", "部门整体支出绩效自评表×9"]);
    expect(lines.find((line) => line.startsWith("绩效指标"))).toBe(
      "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析\n及改进措施",
    );
    expect(lines.some((line) => line.includes("人道救助受益人数|≥130人|121人"))).toBe(true);
    expect(lines.filter((line) => line.includes("↑")).length).toBeGreaterThan(10);
  });

  it("表格套表头的只重复标题，一套表头到底的连表头一起重复", () => {
    expect([tables("a2")[0]?.headers, tables("a4")[0]?.headers]).toEqual([3, expect.any(Number)]);
    expect(tables("a4")[0]?.headers).toBeGreaterThan(2);
  });

  it("有列宽就用列宽，没有就按文字估；边框、粗体同理", () => {
    const [drawn, plain] = [tables("a2")[0], tables("a2", null)[0]];
    expect(drawn?.widths).not.toEqual(plain?.widths);
    expect(plain?.widths.every((width) => width >= 6 && width <= 20)).toBe(true);
    expect(drawn?.rows[0]?.cells[0]).toMatchObject({ isFramed: false });
    expect(plain?.rows[0]?.cells[0]).toMatchObject({ isFramed: false });
    expect(drawn?.rows.some(({ cells }) => cells.some(({ isBold }) => isBold))).toBe(true);
  });

  it("隐藏的行列不写", () => {
    const sheets = workbook.sheets.map((sheet) => ({ ...sheet, hiddenRows: [0], hiddenColumns: [8] }));
    const [table] = annexTables("a2", book, { ...workbook, sheets }, null);
    expect(table && texts(table)[0]).toBe("部门整体支出绩效自评表×8");
  });
});

describe("报告后面附上整张附表", () => {
  const { narrative, annexes } = hunanPack();
  const pack = { annexes, narrative: { ...narrative, options: { ...narrative.options, annexTables: true } } };
  const context = { workbook, appearance: looks.value };

  it("规则包打开这个选项就附上，各起一页；平时只列名称", async () => {
    const plain = await draftReport(book, { narrative, annexes }, null, context);
    const full = await draftReport(book, pack, null, context);
    if (!plain.ok || !full.ok) throw new Error("no report");
    const [before, after] = [await part(plain.value.bytes, document), await part(full.value.bytes, document)];
    expect(before).not.toContain("<w:tbl>");
    expect(after.match(/<w:tbl>/g)).toHaveLength(6);
    expect(after.match(/<w:pageBreakBefore\/>/g)).toHaveLength(6);
    expect(await unsound(full.value.bytes)).toEqual([]);
    expect(await schemaErrors(full.value.bytes)).toEqual([]);
    const again = await planReportUpdate(book, pack, full.value.bytes, context);
    const written = again.ok ? await again.value.write() : again;
    expect(written.ok && written.value).toBe(full.value.bytes);
  });

  it("附表变了，附上的表跟着换", async () => {
    const full = await draftReport(book, pack, null, context);
    if (!full.ok) throw new Error("no report");
    const sheets = workbook.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((cells) =>
        cells.map((cell) => (cell?.text === "附件2" ? { ...cell, text: "附件二" } : cell)),
      ),
    }));
    const changed = { workbook: { ...workbook, sheets }, appearance: looks.value };
    const next = await draftReport(book, pack, full.value.bytes, changed);
    expect(next.ok && next.value.plan.updated).toEqual(["table:a2"]);
    expect(next.ok && (await part(next.value.bytes, document))).toContain("附件二");
  });
});
