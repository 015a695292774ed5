import { describe, expect, test } from "vitest";
import { isTooLarge, officeFailure } from "../../../src/hosts/excel/excel-failure.js";
import { constantEntry, sameEntry } from "../../../src/hosts/excel/cell-content.js";
import { mergedAreas } from "../../../src/hosts/excel/merged-areas.js";

describe("what Office refused, in a sentence", () => {
  test.each([
    ["InvalidOperationInCellEditMode", "cell-editing"],
    ["AccessDenied", "protected"],
    ["ActivityLimitReached", "host-busy"],
    ["WriteNotSupportedWhenModalDialogOpen", "host-busy"],
    ["InvalidOrTimedOutSession", "session-ended"],
    ["ApiNotFound", "excel-too-old"],
    ["ItemNotFound", "sheet-gone"],
    ["RequestPayloadSizeLimitExceeded", "too-large"],
    ["ResponsePayloadSizeLimitExceeded", "too-large"],
    ["RangeExceedsLimit", "too-large"],
    ["SomethingNew", "excel-refused"],
  ])("%s → %s", (code, expected) => {
    const failure = officeFailure({ code }, { sheet: "附件1", cell: "B2" });
    expect(failure.code).toBe(expected);
    expect(failure.message.zh).toMatch(/^“附件1” B2：.*。$/);
    expect(failure.message.en).toMatch(/^“附件1” B2: .*\.$/);
  });

  test("an unknown code is named, so that it can be asked about", () => {
    expect(officeFailure({ code: "SomethingNew" }).message.zh).toContain("SomethingNew");
  });

  test("an error that is not Office's is a bug and goes on", () => {
    expect(() => officeFailure(new TypeError("bug"))).toThrow(TypeError);
    expect(isTooLarge(new TypeError("bug"))).toBe(false);
  });
});

describe("addresses of merged areas", () => {
  test.each([
    ["附件1!A1:I1", ["0,0,0,8"]],
    ["附件1!A1:I1,附件1!$A$2:$B$3", ["0,0,0,8", "1,0,2,1"]],
    ["附件1!A1:I1, 附件1!A2:B2", ["0,0,0,8", "1,0,1,1"]],
    ["'a, b!c'!A1:B2,'it''s, 2'!C1:C2", ["0,0,1,1", "0,2,1,2"]],
    ["", []],
  ])("%s", (address, expected) => {
    const areas = mergedAreas(address).map(({ top, left, bottom, right }) => `${top},${left},${bottom},${right}`);
    expect(areas).toEqual(expected);
  });
});

describe("contents of a cell", () => {
  test.each([
    ["text in a cell formatted as text goes as it is", "=1", "@", "=1"],
    ["an error code stays one", "#REF!", "General", "#REF!"],
    ["an empty text", "", "General", ""],
    ["letters may be a month or a logical value", "May 5", "General", "'May 5"],
    ["Han characters alone are safe", "办公用房", "General", "办公用房"],
    ["unless they count", "十二", "General", "'十二"],
  ])("%s", (_, value, format, expected) => {
    expect(constantEntry(value, format)).toBe(expected);
  });

  test.each([
    ["=sum( a1:a2 )", "=SUM(A1:A2)", true],
    ["='表 一'!a1", "='表 一'!A1", true],
    ["='表 一'!A1", "='表一'!A1", false],
    ['="a b"', '="ab"', false],
    ["a", "A", false],
    [0.1 + 0.2, 0.3, true],
    [1, "1", false],
    ["", 0, false],
  ])("%s and %s: %s", (one, other, same) => {
    expect(sameEntry(one, other)).toBe(same);
  });
});
