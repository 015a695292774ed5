import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EmulatedExcel, handMade } from "./index.js";
import { answeredTypes } from "./objects/answered-types.js";
import { isSupported, libraryMembers, reaches } from "./protocol/requirements.js";

const excel = new EmulatedExcel(handMade({ 附件1: { cells: [["x"]] } }));
let answered: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  answered = answeredTypes(excel.workbook);
});
afterAll(() => excel.log.clear());

describe("what the emulated Excel answers", () => {
  test("every member is one that the shipped library sends", () => {
    const { wireNames } = libraryMembers();
    const unknown = [...answered].flatMap(([type, members]) =>
      members.filter((member) => wireNames.get(type)?.has(member) !== true).map((member) => `${type}.${member}`),
    );
    expect(unknown).toEqual([]);
  });

  test("the list", () => {
    expect(Object.fromEntries(answered)).toMatchSnapshot();
  });

  test("the requirement sets come from the library", () => {
    const { required } = libraryMembers();
    expect(required.size).toBeGreaterThan(600);
    expect(required.get("range.getmergedareasornullobject")).toEqual({ set: "ExcelApi", version: "1.13" });
    expect(required.get("worksheetcollection._registerdatachangedevent")).toEqual({ set: "ExcelApi", version: "1.9" });
    expect(isSupported({ ExcelApi: "1.12" }, "Range", "GetMergedAreasOrNullObject")).toBe(false);
    expect(isSupported({ ExcelApi: "1.13" }, "Range", "GetMergedAreasOrNullObject")).toBe(true);
    expect(isSupported({}, "Range", "Values")).toBe(true);
  });

  test.each([
    ["1.14", "1.9", true],
    ["1.9", "1.14", false],
    ["1.14", "1.14", true],
    ["2.0", "1.14", true],
  ])("version %s reaches %s: %s", (offered, needed, expected) => {
    expect(reaches(offered, needed)).toBe(expected);
  });
});
