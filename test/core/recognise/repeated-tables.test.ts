import { describe, expect, it } from "vitest";
import type { RecognisedAnnex } from "../../../src/core/recognise/index.js";
import { isWhole, repeatedAreas, yearOf } from "../../../src/core/recognise/repeated-tables.js";
import { areaAddress } from "../../../src/core/sheet/index.js";
import { blockSpec, formSpec, regionIn } from "../../support/form-spec.js";
import { textSheet } from "../../support/text-sheet.js";

const notes = blockSpec<"fields">({
  kind: "fields",
  id: "notes",
  optional: true,
  fields: { filler: { labels: ["填表人"], type: "text" } },
});
const header = blockSpec<"fields">({
  kind: "fields",
  id: "header",
  fields: { project: { labels: ["项目名称"], type: "text" }, unit: { labels: ["实施单位"], type: "text" } },
});
const money = blockSpec<"record">({
  kind: "record",
  id: "money",
  columns: { budget: { labels: ["预算数"], type: "money" }, spent: { labels: ["执行数"], type: "money" } },
});
const form = (more: object = {}) => formSpec({ repeats: true, blocks: [money, notes, header], ...more });

const table = (project: string): string => `项目名称|${project}|.\n实施单位|某局|.\n预算数|执行数|.\n1|2|.`;

function areas(text: string, more: object = {}, area = ""): readonly string[] {
  return repeatedAreas(regionIn(textSheet("s", text), area), form(more)).map(areaAddress);
}

describe("一个标题下的几张表", () => {
  const two = `收支情况表|.|.\n（2024年度）|.|.\n${table("甲")}\n${table("乙")}\n填表人：|.|.`;

  it("每张从它的第一行开头，头一张连着标题", () => {
    expect(areas(two)).toEqual(["A1:C6", "A7:C11"]);
    expect(areas(`${two}\n${table("丙")}`)).toEqual(["A1:C6", "A7:C11", "A12:C15"]);
  });

  it("只看这一块里的", () => {
    expect(areas(two, {}, "A7:C11")).toEqual(["A7:C11"]);
  });

  it.each<[string, string, object]>([
    ["只有一张", `收支情况表|.|.\n${table("甲")}`, {}],
    ["没有开头的一行", "收支情况表|.|.\n预算数|执行数|.\n1|2|.\n预算数|执行数|.\n1|2|.", {}],
    ["这种附表不会有几张", two, { repeats: false }],
    ["这种附表没有开头的一行", two, { blocks: [money] }],
    ["开头的一行可有可无", two, { blocks: [money, { ...header, optional: true }] }],
    ["写在别的列里的不是开头", `收支情况表|.|.\n${table("甲")}\n备注|项目名称|.`, {}],
  ])("%s，就是一张", (_, text, more) => {
    const [all] = areas(text, more);
    expect(areas(text, more)).toEqual([all]);
    expect(all).toBe(areaAddress(regionIn(textSheet("s", text)).area));
  });
});

describe("一张表", () => {
  const annex = (roles: RecognisedAnnex["roles"]): RecognisedAnnex => ({ spec: form(), roles }) as RecognisedAnnex;
  const record = (fields: ReadonlyMap<string, object> = new Map<string, object>()) =>
    ({ node: "record", label: "", anchor: null, fields }) as never;
  const cell = { node: "cell", text: "2024" };

  it("该有的都有才算一张，可有可无的不算", () => {
    expect(
      isWhole(
        annex(
          new Map([
            ["money", record()],
            ["header", record()],
          ]),
        ),
      ),
    ).toBe(true);
    expect(
      isWhole(
        annex(
          new Map([
            ["money", record()],
            ["notes", record()],
          ]),
        ),
      ),
    ).toBe(false);
    expect(isWhole(annex(new Map()))).toBe(false);
  });

  it("年度在它写着的格子里", () => {
    expect(yearOf(annex(new Map([["meta", record(new Map([["year", cell]]))]])))).toBe(cell);
    expect(yearOf(annex(new Map([["meta", record(new Map([["year", { node: "list", items: [] }]]))]])))).toBeNull();
    expect(yearOf(annex(new Map([["meta", record()]])))).toBeNull();
    expect(yearOf(annex(new Map([["meta", cell as never]])))).toBeNull();
    expect(yearOf(annex(new Map()))).toBeNull();
  });
});
