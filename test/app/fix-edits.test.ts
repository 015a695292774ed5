import { describe, expect, it } from "vitest";
import { errorFixes, fixEdits } from "../../src/app/index.js";
import type { Finding, FixProposal } from "../../src/core/findings/index.js";
import { sheetOf, workbookOf, type CellText } from "../support/sheet.js";

function fix(content: string, value: number | string | null, kind: FixProposal["kind"] = "formula"): FixProposal {
  return {
    kind,
    sheet: "附件2",
    cell: { row: 0, column: 0 },
    content,
    value,
    format: kind === "formula" ? "0.00%" : null,
  };
}

function finding(severity: Finding["severity"], ...fixes: FixProposal[]): Finding {
  return {
    id: "fund/execution-rate",
    severity,
    annex: "a2",
    annexKey: "a2",
    subject: "fund.total.rate",
    sheet: "附件2",
    cell: { row: 0, column: 0 },
    range: null,
    title: "",
    message: "",
    why: "",
    advice: "",
    actual: null,
    expected: null,
    cause: null,
    explanation: null,
    related: [],
    fixes,
    waived: null,
    document: null,
    source: { kind: "derived", note: "" },
    fingerprint: "",
  };
}

describe("修正写进单元格", () => {
  it("公式带结果和格式，值按类型写，隐藏的行列取消隐藏", () => {
    expect(fixEdits([fix("=F6/E6", 0.8045), fix("1.2", 1.2, "value")]).edits).toEqual([
      {
        sheet: "附件2",
        row: 0,
        column: 0,
        content: { kind: "formula", formula: "=F6/E6", cached: 0.8045 },
        format: "0.00%",
      },
      { sheet: "附件2", row: 0, column: 0, content: { kind: "value", value: 1.2 } },
    ]);
    expect(fixEdits([fix("12:14", null, "unhide"), fix("C:D", null, "unhide")]).unhide).toEqual([
      { sheet: "附件2", rows: [11, 12, 13], columns: [] },
      { sheet: "附件2", rows: [], columns: [2, 3] },
    ]);
  });
});

describe("一次改好所有必须更正", () => {
  const allowed = (cell: CellText, findings: readonly Finding[], isProtected = false): number => {
    const sheet = { ...sheetOf("附件2", [[cell]]), isProtected };
    return errorFixes(findings, workbookOf(sheet)).length;
  };
  it.each([
    ["空格", null],
    ["数字", 1],
    ["文本数字", "100%"],
    ["公式", { value: "无", formula: '=IF(A2=0,"无",A2)' }],
  ])("%s 可以写", (_, cell) => {
    expect(allowed(cell, [finding("error", fix("=F6/E6", 1))])).toBe(1);
  });
  it("人写的文字不覆盖", () => {
    expect(allowed("见附表说明", [finding("error", fix("=F6/E6", 1))])).toBe(0);
  });
  it("需要说明的不动，同一格只改一次，锁定的不动", () => {
    expect(allowed(1, [finding("warning", fix("=F6/E6", 1))])).toBe(0);
    expect(allowed(1, [finding("error", fix("=F6/E6", 1)), finding("error", fix("=1", 1))])).toBe(1);
    expect(allowed(1, [finding("error", fix("=F6/E6", 1))], true)).toBe(0);
  });
});
