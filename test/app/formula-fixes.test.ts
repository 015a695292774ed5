import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { checkWorkbook, errorFixes, fixEdits, openBook } from "../../src/app/index.js";
import type { Finding } from "../../src/core/findings/index.js";
import { addressOf, parseAddress, type CellValue, type WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { openArchive, rewriteArchive } from "../../src/documents/archive/index.js";
import { editWorkbook, readWorkbook } from "../../src/documents/xlsx/index.js";
import { packOf } from "../support/pack.js";

const pack = packOf("hunan-2024");
const sample = new Uint8Array(readFileSync(resolve(import.meta.dirname, "../../assets/samples/redcross-2024.xlsx")));
const base = "附件1 基础数据表";
const project = "附件3-1 红十字会应急救援";

async function read(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const result = await readWorkbook(bytes, "表.xlsx");
  if (!result.ok) throw new Error(result.failure.message.zh);
  return result.value;
}

/** The sample with other contents in some cells; what depends on them is recomputed. */
async function planted(cells: Readonly<Record<string, CellValue>>): Promise<Uint8Array> {
  const edits = Object.entries(cells).flatMap(([place, content]) => {
    const [sheet = "", address = ""] = place.split("!");
    const at = parseAddress(address);
    if (!at) return [];
    const isFormula = typeof content === "string" && content.startsWith("=");
    return [
      {
        sheet,
        ...at,
        content: isFormula
          ? ({ kind: "formula", formula: content, cached: null } as const)
          : ({ kind: "value", value: content } as const),
      },
    ];
  });
  const result = await editWorkbook(sample, { edits });
  if (!result.ok) throw new Error(result.failure.message.zh);
  return result.value;
}

/** The stored value of a formula changed behind its back. */
async function withStored(bytes: Uint8Array, part: string, cell: string, value: string): Promise<Uint8Array> {
  const archive = await openArchive(bytes);
  if (!archive.ok) throw new Error(archive.failure.message.zh);
  const content = await archive.value.read(part);
  if (!content.ok) throw new Error(content.failure.message.zh);
  const text = new TextDecoder().decode(content.value);
  const changed = text.replace(new RegExp(`(<c r="${cell}"[^>]*><f>[^<]*</f><v>)[^<]*(</v>)`), `$1${value}$2`);
  expect(changed).not.toBe(text);
  return rewriteArchive(archive.value, new Map([[part, new TextEncoder().encode(changed)]]));
}

function check(workbook: WorkbookSnapshot): readonly Finding[] {
  return checkWorkbook(workbook, openBook(workbook, pack), pack).findings;
}

const named = (findings: readonly Finding[]): string[] =>
  findings.map(({ id, sheet, cell }) => `${id} ${sheet ?? ""}!${cell ? addressOf(cell) : ""}`);

/** Cells whose content differs: a value, or a formula with its value. */
function changedCells(before: WorkbookSnapshot, after: WorkbookSnapshot): string[] {
  return before.sheets.flatMap((sheet, index) => {
    const other = after.sheets[index];
    return sheet.rows.flatMap((row, down) =>
      row.flatMap((cell, across) => {
        const now = other?.rows[down]?.[across] ?? null;
        const same = cell?.value === now?.value && cell?.formula === now?.formula && cell?.format === now?.format;
        return same ? [] : [`${sheet.name}!${addressOf({ row: sheet.top + down, column: sheet.left + across })}`];
      }),
    );
  });
}

describe("按更正建议改一份：只动有关的格", () => {
  it.each([
    [
      "合计公式漏了一行",
      planted({ [`${base}!F13`]: "=SUM(F15:F16)" }),
      ["file/sum-range 附件1 基础数据表!F13"],
      [`${base}!F13`],
    ],
    [
      "合计公式漏行，执行率跟着它",
      planted({
        [`${project}!E8`]: 6,
        [`${project}!E9`]: 0.5,
        [`${project}!F8`]: 6,
        [`${project}!F9`]: 0.5,
        [`${project}!F7`]: "=SUM(F8,F10)",
      }),
      [`file/sum-range ${project}!F7`],
      [`${project}!F7`, `${project}!H7`, `${project}!I7`, `${project}!H23`],
    ],
    ["合计手工填错", planted({ [`${base}!F13`]: 10.5 }), ["a1/project-sum 附件1 基础数据表!F13"], [`${base}!F13`]],
    [
      "公式的结果没有更新",
      planted({}).then((bytes) => withStored(bytes, "xl/worksheets/sheet1.xml", "F13", "14.5")),
      ["file/stale-value 附件1 基础数据表!F13"],
      [`${base}!F13`],
    ],
  ] as const)("%s", async (_, made, found, touched) => {
    const bytes = await made;
    const before = await read(bytes);
    const findings = check(before);
    expect(named(findings.filter(({ severity }) => severity !== "info"))).toEqual(found);
    const { edits, unhide } = fixEdits(errorFixes(findings, before));
    const result = await editWorkbook(bytes, { edits, unhide });
    if (!result.ok) throw new Error(result.failure.message.zh);
    const after = await read(result.value);
    expect(changedCells(before, after)).toEqual([...touched]);
    expect(named(check(after).filter(({ severity }) => severity !== "info"))).toEqual([]);
  });

  it("存成文本的数字、手工填的合计、其他工作簿的公式：建议写出的正是那几格", async () => {
    const bytes = await planted({
      [`${base}!F12`]: "0.06",
      [`${base}!F13`]: 15.5,
      [`${base}!F26`]: "=[1]Sheet1!A1",
    });
    const before = await read(bytes);
    const findings = check(before).filter(({ severity }) => severity === "warning");
    expect(named(findings)).toEqual([
      "file/text-number 附件1 基础数据表!F12",
      "file/typed-total 附件1 基础数据表!F13",
      "file/external-link 附件1 基础数据表!F26",
    ]);
    const { edits } = fixEdits(findings.flatMap(({ fixes }) => fixes));
    const result = await editWorkbook(bytes, { edits });
    if (!result.ok) throw new Error(result.failure.message.zh);
    const after = await read(result.value);
    expect(changedCells(before, after)).toEqual(expect.arrayContaining([`${base}!F12`, `${base}!F13`]));
    expect(check(after).filter(({ id }) => id === "file/text-number" || id === "file/typed-total")).toEqual([]);
  });
});
