import { describe, expect, it } from "vitest";
import { placeBlocks } from "../../../src/core/recognise/place-blocks.js";
import type { AssignedPlaces } from "../../../src/core/recognise/role-assignment.js";
import { parseArea } from "../../../src/core/sheet/index.js";
import { blockSpec, placesOf, regionIn } from "../../support/form-spec.js";
import { sheetOf } from "../../support/sheet.js";
import { textSheet } from "../../support/text-sheet.js";

const money = blockSpec({
  id: "fund",
  kind: "grid",
  label: ["项目资金"],
  columns: {
    budget: { type: "money", unit: "万元", labels: ["预算数"] },
    executed: { type: "money", labels: ["执行数"] },
    weight: { type: "weight", labels: ["分值"], pointsIn: "score" },
    score: { type: "score", labels: ["得分"] },
  },
  rest: "others",
  skip: ["注", "说明"],
  rows: [
    { id: "total", labels: ["资金总额"] },
    { id: "current", labels: ["财政拨款"], partOf: "total" },
    { id: "other", labels: ["其他资金"], partOf: "total" },
  ],
});

const spending = blockSpec({
  id: "money",
  kind: "grid",
  columns: {
    prior: { type: "money", labels: ["{year}年决算数", "上年"], year: -1 },
    final: { type: "money", labels: ["{year}年决算数"], year: 0 },
  },
  headerYears: "years",
  skip: ["注"],
  subtotals: ["小计"],
  rows: [
    { id: "hospitality", labels: ["三公经费", "三公经费合计"] },
    { id: "abroad", labels: ["出国经费"] },
    { id: "projects", labels: ["项目支出"], items: { headings: ["业务专项", "运行专项"] } },
    { id: "operating", labels: ["公用经费"], items: {} },
    { id: "procurement", labels: ["政府采购"] },
  ],
});

function read(
  block: typeof money,
  lines: string,
  merges: readonly string[] = [],
  said: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const assigned: AssignedPlaces = new Map(
    Object.entries(said).map(([role, text]) => [
      role,
      [{ area: parseArea(text) ?? { top: 0, left: 0, bottom: 0, right: 0 }, label: "", value: null }],
    ]),
  );
  return placesOf(placeBlocks(regionIn(textSheet("s", lines, merges)), [block], assigned).roles);
}

/** Paths of rows alone, without their cells. */
function rowsIn(places: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(places).filter(([path]) => !/\.(?:budget|executed|weight|score|prior|final)$/.test(path)),
  );
}

describe("资金表的行", () => {
  const rows = (lines: string, merges: readonly string[] = [], said = {}) =>
    rowsIn(read(money, `项目资金||预算数|执行数|分值|得分\n${lines}`, merges, said));

  it("按行名认，列各就各位", () => {
    expect(read(money, "项目资金|预算数|执行数|分值|得分\n资金总额|1|2|10|9\n其中：财政拨款|3|4")).toEqual({
      "fund.total": "A2 资金总额",
      "fund.total.budget": "B2 1",
      "fund.total.executed": "C2 2",
      "fund.total.weight": "D2 10",
      "fund.total.score": "E2 9",
      "fund.current": "A3 其中：财政拨款",
      "fund.current.budget": "B3 3",
      "fund.current.executed": "C3 4",
      "fund.current.weight": "D3",
      "fund.current.score": "E3",
    });
  });

  it.each<readonly [string, string, readonly string[], Readonly<Record<string, string>>]>([
    ["行名靠右的一格", ".|资金总额|1", [], { "fund.total": "B2 资金总额" }],
    ["行名前面另有一格", "甲|资金总额|1", [], { "fund.total": "B2 资金总额" }],
    [
      "行名写了两遍，只认第一遍",
      "资金总额||1\n资金总额||2",
      [],
      { "fund.total": "A2 资金总额", "fund.others.0": "A3 资金总额" },
    ],
    ["行名伸进第一列数的还算", "资金总额|||1", ["A2:C2"], { "fund.total": "A2:C2 资金总额" }],
    ["行名伸进第二列数的还算", "资金总额||||1", ["A2:D2"], { "fund.total": "A2:D2 资金总额" }],
    [
      "写到数上面的字不是行",
      "资金总额||1\n上述资金按季度拨付，详见附表\n其他资金||1",
      ["A3:F3"],
      { "fund.total": "A2 资金总额", "fund.other": "A4 其他资金" },
    ],
    ["行名占满左边的算", "资金总额||1", ["A2:B2"], { "fund.total": "A2:B2 资金总额" }],
    ["数里的字不是行名", "甲|乙|资金总额|1", [], { "fund.others.0": "B2 乙" }],
    ["表名右边第一行没有行名", "||1|2", ["A1:B2"], { "fund.total": "A1:B2 项目资金" }],
    ["表名没有合并，第一行也没有行名", "||1|2", [], { "fund.total": "C2" }],
    ["空行不算第一行", "|\n||1|2", ["A1:B3"], { "fund.total": "A1:B3 项目资金" }],
    ["第一行以后没有行名的不算", "资金总额||1\n||2", [], { "fund.total": "A2 资金总额" }],
    [
      "认不得的行有数才记下",
      "资金总额||1\n上级专项||1\n自筹",
      [],
      { "fund.total": "A2 资金总额", "fund.others.0": "A3 上级专项" },
    ],
    [
      "有长段文字的不是有数",
      "资金总额||1\n情况||本项目2024年度资金由县财政局统筹安排，已经全部拨付到位",
      [],
      { "fund.total": "A2 资金总额" },
    ],
    ["注、占位行不记", "资金总额||1\n注：含上级2||1\n说明||1\n……\n×", [], { "fund.total": "A2 资金总额" }],
    ["占位行填了数也记", "资金总额||1\n……||1", [], { "fund.total": "A2 资金总额", "fund.others.0": "A3 ……" }],
    [
      "某一来源的其中项和它后面的行不另算",
      "资金总额||9\n财政拨款||5\n其中：中央||2\n省级||3\n其他资金||4\n自筹||1",
      [],
      {
        "fund.total": "A2 资金总额",
        "fund.current": "A3 财政拨款",
        "fund.other": "A6 其他资金",
        "fund.others.0": "A7 自筹",
      },
    ],
    [
      "总额的其中项另算",
      "资金总额||9\n其中：中央||2\n省级||3",
      [],
      { "fund.total": "A2 资金总额", "fund.others.0": "A3 其中：中央", "fund.others.1": "A4 省级" },
    ],
  ])("%s", (_, lines, merges, expected) => {
    expect(rows(lines, merges)).toEqual(expected);
  });

  it.each<readonly [string, string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    [
      "由人指定的一行",
      "全部||1\n财政拨款||2",
      { "fund.total": "A2" },
      { "fund.total": "A2 全部", "fund.current": "A3 财政拨款" },
    ],
    [
      "没有行名的一行也可以指定",
      "||1\n财政拨款||2",
      { "fund.total": "C2" },
      { "fund.total": "C2", "fund.current": "A3 财政拨款" },
    ],
    [
      "指定以后，印着的行名不再算",
      "全部||1\n资金总额||2",
      { "fund.total": "A2" },
      { "fund.total": "A2 全部", "fund.others.0": "A3 资金总额" },
    ],
    [
      "指定的行在印着的行名后面",
      "资金总额||1\n全部||2",
      { "fund.total": "A3" },
      { "fund.total": "A3 全部", "fund.others.0": "A2 资金总额" },
    ],
    [
      "指定的是最后一行",
      "财政拨款||2\n全部||1",
      { "fund.total": "A3" },
      { "fund.current": "A2 财政拨款", "fund.total": "A3 全部" },
    ],
    ["指定了行的，没有行名的第一行不算", "||1\n甲||2", { "fund.other": "A3" }, { "fund.other": "A3 甲" }],
    ["指定的行不在表里，不作数", "资金总额||1", { "fund.total": "A1" }, { "fund.total": "A2 资金总额" }],
    ["指定的行在表的下面，不作数", "资金总额||1", { "fund.total": "A9" }, { "fund.total": "A2 资金总额" }],
    [
      "一行指给两个角色，只算先说的",
      "全部||1\n||2",
      { "fund.total": "A2", "fund.current": "A2" },
      { "fund.total": "A2 全部" },
    ],
  ])("%s", (_, lines, said, expected) => {
    expect(rows(lines, [], said)).toEqual(expected);
  });
});

describe("没有分值列，分值写在得分的表头里", () => {
  const weight = (head: string, path = "fund.total.weight") =>
    read(money, `项目资金|预算数|${head}\n资金总额|1|2\n财政拨款|1|2`)[path];

  it.each([
    ["得分（20分×执行率）", "C1 20"],
    ["得分（１２.５ 分）", "C1 12.5"],
    ["得分（满分）", undefined],
    ["得分（20×执行率）", undefined],
    ["执行数", undefined],
  ])("%s", (head, expected) => {
    expect(weight(head)).toBe(expected);
  });

  it("只算在总额上，不算在其中项上", () => {
    expect(weight("得分（20分）", "fund.current.weight")).toBeUndefined();
  });

  it("有分值列的，以那一列为准", () => {
    const places = read(money, "项目资金|预算数|分值|得分（20分）\n资金总额|1|10|2");
    expect(places["fund.total.weight"]).toBe("C2 10");
  });

  it("这一格是表头里的一段字", () => {
    const sheet = textSheet("s", "项目资金|预算数|得分（12.25分）\n资金总额|1|2");
    const fund = placeBlocks(regionIn(sheet), [money], new Map()).roles.get("fund");
    const total = fund?.node === "record" ? fund.fields.get("total") : undefined;
    const cell = total?.node === "record" ? total.fields.get("weight") : undefined;
    expect(cell).toMatchObject({ text: "12.25", type: "weight", inText: true, label: "得分（12.25分）" });
  });
});

describe("带明细的行", () => {
  const rows = (lines: string, merges: readonly string[] = []) =>
    rowsIn(read(spending, `项目||2023年决算数|2024年决算数\n${lines}`, merges));

  it.each<readonly [string, string, readonly string[], Readonly<Record<string, string>>]>([
    [
      "到下一个认得的行为止都是明细",
      "公用经费||9|9\n其中：水费||1|1\n||2|2\n|\n差旅费\n政府采购||3|3\n车辆||1|1",
      [],
      {
        "money.operating": "A2 公用经费",
        "money.operating.items.0": "A3 其中：水费",
        "money.operating.items.2": "A6 差旅费",
        "money.procurement": "A7 政府采购",
      },
    ],
    [
      "小标题下有明细的是小计",
      "项目支出||9|9\n1、业务专项||5|5\n防汛||2|2\n抗旱||3|3\n2、运行专项||4|4",
      [],
      {
        "money.projects": "A2 项目支出",
        "money.projects.items.0": "A4 防汛",
        "money.projects.items.1": "A5 抗旱",
        "money.projects.items.2": "A6 2、运行专项",
        "money.projects.subtotals.0": "A3 1、业务专项",
        "money.projects.subtotals.0.items.0": "A4 防汛",
        "money.projects.subtotals.0.items.1": "A5 抗旱",
      },
    ],
    [
      "小标题写到数上面也一样，别的话不是明细",
      "项目支出||9|9\n1、业务专项\n防汛||2|2\n抗旱||3|3\n2、运行专项\n巡护||4|4\n以上项目都已验收",
      ["A3:D3", "A6:D6", "A8:D8"],
      {
        "money.projects": "A2 项目支出",
        "money.projects.items.0": "A4 防汛",
        "money.projects.items.1": "A5 抗旱",
        "money.projects.items.2": "A7 巡护",
        "money.projects.subtotals.0": "A3:D3 1、业务专项",
        "money.projects.subtotals.0.items.0": "A4 防汛",
        "money.projects.subtotals.0.items.1": "A5 抗旱",
        "money.projects.subtotals.1": "A6:D6 2、运行专项",
        "money.projects.subtotals.1.items.0": "A7 巡护",
      },
    ],
    [
      "小标题在中间、没有明细，自己就是明细",
      "项目支出||9|9\n业务专项||5|5\n运行专项||4|4\n巡护||4|4",
      [],
      {
        "money.projects": "A2 项目支出",
        "money.projects.items.0": "A3 业务专项",
        "money.projects.items.1": "A5 巡护",
        "money.projects.subtotals.0": "A4 运行专项",
        "money.projects.subtotals.0.items.0": "A5 巡护",
      },
    ],
    [
      "占位行和注不是明细",
      "公用经费||9|9\n水费||1|1\n……\n注：略||1|1",
      [],
      { "money.operating": "A2 公用经费", "money.operating.items.0": "A3 水费" },
    ],
    [
      "行名合并在旁边、右边是小计，这一行是它自己的",
      "三公经费|小计|6|5\n.|出国经费|1|1",
      ["A2:A3"],
      { "money.hospitality": "A2:A3 三公经费", "money.abroad": "B3 出国经费" },
    ],
    [
      "右边重写行名也一样",
      "三公经费|三公经费合计|6|5\n.|出国经费|1|1",
      ["A2:A3"],
      { "money.hospitality": "A2:A3 三公经费", "money.abroad": "B3 出国经费" },
    ],
    [
      "右边是另一个认得的行，归那一行",
      "三公经费|出国经费|1|1\n.|公务接待|1|1",
      ["A2:A3"],
      { "money.abroad": "B2 出国经费" },
    ],
    [
      "右边没有字，这一行是它自己的",
      "三公经费||6|5\n.|出国经费|1|1",
      ["A2:A3"],
      { "money.hospitality": "A2:A3 三公经费", "money.abroad": "B3 出国经费" },
    ],
    ["没有合并的，右边的字只是说明", "三公经费|出国经费|1|1", [], { "money.hospitality": "A2 三公经费" }],
    [
      "右边是别的，都是明细，它自己没有数",
      "项目支出|防汛|1|1\n.|抗旱|2|2",
      ["A2:A3"],
      { "money.projects": "A2:A3 项目支出", "money.projects.items.0": "B2 防汛", "money.projects.items.1": "B3 抗旱" },
    ],
    ["没有明细的行右边是别的，不算", "三公经费|接待|1|1\n.|车辆|2|2", ["A2:A3"], {}],
  ])("%s", (_, lines, merges, expected) => {
    const places = rows(lines, merges);
    for (const [path, place] of Object.entries(expected)) expect([path, places[path]]).toEqual([path, place]);
    expect(Object.keys(places)).toHaveLength(Object.keys(expected).length);
  });

  it("没有行名的明细照样有数", () => {
    const places = read(spending, "项目|2023年决算数|2024年决算数\n公用经费|9|9\n|2|3");
    expect(places["money.operating.items.0.final"]).toBe("C3 3");
    expect(places["money.operating.final"]).toBe("C2 9");
  });

  it("行名只管明细的，自己没有格子", () => {
    const places = read(spending, "项目||2023年决算数|2024年决算数\n项目支出|防汛|1|1\n.|抗旱|2|2", ["A2:A3"]);
    expect(Object.keys(places).filter((path) => /^money\.projects\.(?:prior|final)$/.test(path))).toEqual([]);
  });
});

describe("表头写的年度", () => {
  it("另成一组，没写的空着", () => {
    const places = read(spending, "项目|上年|2024年决算数\n三公经费|1|2");
    expect([places["money.years.prior"], places["money.years.final"]]).toEqual(["B1", "C1 2024"]);
  });

  it("不要年度的表没有", () => {
    expect(
      Object.keys(read(money, "项目|预算数|执行数\n资金总额|1|2")).filter((path) => path.includes("years")),
    ).toEqual([]);
  });
});

it("只有空格的格子是空的，行名前后的空格不算", () => {
  const sheet = sheetOf("s", [
    ["项目资金", null, "预算数", "执行数"],
    [null, null, " ", null],
    [null, null, 1, 2],
    [" 上级专项 ", null, 3, 4],
  ]);
  const places = placesOf(placeBlocks(regionIn(sheet), [money], new Map()).roles);
  expect(rowsIn(places)).toEqual({ "fund.total": "C3", "fund.others.0": "A4 上级专项" });
});

describe("资金表里没有的东西", () => {
  const fundIn = (lines: string) => {
    const { roles } = placeBlocks(regionIn(textSheet("s", lines)), [money], new Map());
    const fund = roles.get("fund");
    return fund?.node === "record" ? [...fund.fields.keys()] : [];
  };

  it.each([
    ["没有认不得的行", "项目资金|预算数|执行数\n资金总额|1|2", ["total"]],
    ["表头里有数字也不是行", "项目资金|预算数（2024）|执行数\n资金总额|1|2", ["total"]],
    ["没有行名的数", "项目资金||预算数|执行数\n资金总额||1\n||2", ["total"]],
    ["二十四个字以内还算有数", `项目资金|预算数|执行数\n资金总额|1\n甲|1${"长".repeat(23)}`, ["total", "others"]],
    ["二十五个字就是文字", `项目资金|预算数|执行数\n资金总额|1\n甲|1${"长".repeat(24)}`, ["total"]],
  ])("%s", (_, lines, expected) => {
    expect(fundIn(lines)).toEqual(expected);
  });
});

it("表头写的年度是字里的一段", () => {
  const sheet = textSheet("s", "项目|上年|2024年决算数\n三公经费|1|2");
  const table = placeBlocks(regionIn(sheet), [spending], new Map()).roles.get("money");
  const years = table?.node === "record" ? table.fields.get("years") : undefined;
  expect(years?.node === "record" ? years.fields.get("final") : null).toMatchObject({
    type: "year",
    text: "2024",
    inText: true,
    label: "2024年决算数",
  });
});
