import { describe, expect, test } from "vitest";
import { planFix, shownValue } from "../../src/pane/fix-plan.js";
import { cell, sheet } from "./fake-workbook.js";
import { at, finding, findings, snapshot } from "./sample.js";

describe("the preview of a fix", () => {
  test("tells old and new, value and formula", () => {
    const [first] = findings;
    if (!first) throw new Error("no sample");
    expect(planFix(first, snapshot, false).changes).toEqual([
      expect.objectContaining({
        place: "附件2 H6",
        oldShown: "100%",
        oldFormula: null,
        newShown: "94.59%",
        newFormula: "=F6/E6",
      }),
    ]);
  });

  test("of several cells: each by its own value", () => {
    const many = finding({
      expected: null,
      fixes: ["E6", "F6"].map((address, index) => ({
        kind: "value" as const,
        sheet: "附件2",
        cell: at(address),
        content: String(index + 1),
        value: index + 1,
        format: null,
      })),
    });
    const plan = planFix(many, snapshot, false);
    expect(plan.changes.map(({ place, oldShown, newShown }) => [place, oldShown, newShown])).toEqual([
      ["附件2 E6", "28.45", "1"],
      ["附件2 F6", "26.91", "2"],
    ]);
    expect(plan.edits).toHaveLength(2);
  });

  test("hidden rows are shown again, not written", () => {
    const hidden = findings.find(({ id }) => id === "file/hidden");
    if (!hidden) throw new Error("no sample");
    const plan = planFix(hidden, snapshot, false);
    expect([plan.edits, plan.unhide]).toEqual([[], [{ sheet: "附件3 应急救援", rows: [13], columns: [] }]]);
  });

  test("a locked cell blocks it, naming the sheet", () => {
    const locked = {
      ...snapshot,
      sheets: [sheet("附件2", { H6: cell(1, "100%", { writable: false }) }, { isProtected: true })],
    };
    expect(planFix(finding({}), locked, false).blocked).toEqual({ kind: "protected", sheet: "附件2" });
  });

  test("a read-only workbook blocks every fix", () => {
    expect(planFix(finding({}), snapshot, true).blocked).toEqual({ kind: "read-only" });
    expect(planFix(finding({}), { ...snapshot, readOnly: true }, false).blocked).toEqual({ kind: "read-only" });
    expect(planFix(finding({}), snapshot, false).blocked).toBeNull();
  });
});

test.each([
  [0.9459, "0.00%", "94.59%"],
  [1, "0%", "100%"],
  [1.2, "0.00", "1.20"],
  [1234.5, "#,##0.00", "1234.50"],
  [12, "General", "12"],
  [12, null, "12"],
  ["无", "0.00", "无"],
  [null, null, ""],
])("%s in %s shows as %s", (value, format, shown) => {
  expect(shownValue(value, format)).toBe(shown);
});
