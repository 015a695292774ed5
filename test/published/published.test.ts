import { describe, expect, it } from "vitest";
import { checkWorkbook, openBook } from "../../src/app/index.js";
import type { Finding } from "../../src/core/findings/index.js";
import { packOf } from "../support/pack.js";
import { workbookOf } from "../support/sheet.js";
import { layOut, layouts, type LaidOut, type LayoutName } from "./layouts.js";
import { publishedCases, type ExpectedFinding } from "./published-table.js";

const pack = packOf("hunan-2024");
const names = Object.keys(layouts) as LayoutName[];

function findingsOf({ sheet }: LaidOut): readonly Finding[] {
  const workbook = workbookOf(sheet);
  return checkWorkbook(workbook, openBook(workbook, pack), pack).findings;
}

function isAt(finding: Finding, { places }: LaidOut, { id, at }: ExpectedFinding): boolean {
  const place = places.get(at);
  if (!place) throw new Error(`the layout has no ${at}`);
  return finding.id === id && finding.cell?.row === place.row && finding.cell.column === place.column;
}

describe.each(Object.entries(publishedCases))("%s", (_, { table, expected, silent, debatable }) => {
  describe.each(names)("版式 %s", (name) => {
    const laidOut = layOut(table, name);
    const findings = findingsOf(laidOut);
    // Text figures of the full-width edition are numbers kept as text, which is a finding of its own.
    const told = findings.filter(({ id }) => id !== "file/text-number");

    it.each(expected.map((one) => [`${one.id} ${one.at}`, one] as const))("报出 %s", (_name, one) => {
      const [found] = told.filter((finding) => isAt(finding, laidOut, one));
      expect(found, told.map(({ id, subject }) => `${id} ${subject}`).join("\n")).toBeDefined();
      if (one.severity !== undefined) expect(found?.severity).toBe(one.severity);
      if (one.actual !== undefined) expect(found?.actual?.normalize("NFKC")).toBe(one.actual);
      if (one.expected !== undefined) expect(found?.expected).toBe(one.expected);
    });

    it("没有别的必须更正", () => {
      const others = told.filter(
        (finding) =>
          finding.severity === "error" &&
          !debatable.includes(finding.id) &&
          !expected.some((one) => isAt(finding, laidOut, one)),
      );
      expect(others.map(({ id, subject, message }) => `${id} ${subject} ${message}`)).toEqual([]);
    });

    it("该静默的静默", () => {
      expect(told.filter(({ id }) => silent.includes(id)).map(({ message }) => message)).toEqual([]);
    });
  });
});
