import { describe, expect, it } from "vitest";
import { placeBlocks } from "../../../src/core/recognise/place-blocks.js";
import type { AssignedPlaces } from "../../../src/core/recognise/role-assignment.js";
import { isPlaceholder } from "../../../src/core/recognise/placeholder.js";
import { areaAddress, parseArea } from "../../../src/core/sheet/index.js";
import { blockSpec, placesOf, regionIn } from "../../support/form-spec.js";
import { sheetOf } from "../../support/sheet.js";
import { textSheet } from "../../support/text-sheet.js";

const indicators = blockSpec({
  id: "items",
  kind: "list",
  key: "name",
  groups: "level1",
  columns: {
    level1: { type: "text", labels: ["一级指标"], carry: true, headings: ["产出", "效益"] },
    level2: { type: "text", labels: ["二级指标"], carry: true },
    name: { type: "text", labels: ["三级指标"] },
    target: { type: "target", labels: ["指标值"] },
    actual: { type: "actual", labels: ["完成值"] },
    score: { type: "score", labels: ["得分"] },
  },
  total: { id: "total", labels: ["总分"], columns: ["score"] },
  until: ["填表人", "总分"],
  skip: ["小计", "注"],
});

const nothing: AssignedPlaces = new Map();

function read(lines: string, merges: readonly string[] = [], assigned = nothing, block = indicators) {
  return placesOf(placeBlocks(regionIn(textSheet("s", lines, merges)), [block], assigned).roles);
}

/** Names of the rows, with the group each stands in. */
function rows(lines: string, merges: readonly string[] = [], assigned = nothing): readonly string[] {
  const places = read(`一级指标|二级指标|三级指标|指标值|完成值|得分\n${lines}`, merges, assigned);
  const text = (path: string): string => (places[path] ?? "").split(" ").slice(1).join(" ");
  const names: string[] = [];
  for (let row = 0; `items.${String(row)}.level1` in places; row++) {
    const at = `items.${String(row)}`;
    names.push([text(`${at}.level1`), text(`${at}.level2`), text(`${at}.name`)].join("·"));
  }
  return names;
}

describe("清单里的一行", () => {
  it("各列的格子；名称是这一行的名字", () => {
    expect(
      read(`一级指标|二级指标|三级指标|指标值|完成值|得分
产出指标（50分）|数量指标|造林|≥1亩|1亩|50
.|.|抚育|≥2亩|2亩|
总分|||||50`),
    ).toEqual({
      total: "A4 总分",
      "total.score": "F4 50",
      "items.0": "C2 造林",
      "items.0.level1": "A2 产出指标（50分）",
      "items.0.level2": "B2 数量指标",
      "items.0.name": "C2 造林",
      "items.0.target": "D2 ≥1亩",
      "items.0.actual": "E2 1亩",
      "items.0.score": "F2 50",
      "items.1": "C3 抚育",
      "items.1.level1": "A2 产出指标（50分）",
      "items.1.level2": "B2 数量指标",
      "items.1.name": "C3 抚育",
      "items.1.target": "D3 ≥2亩",
      "items.1.actual": "E3 2亩",
      "items.1.score": "F3",
      "groups.0": "A2 产出指标（50分）",
      "groups.0.name": "A2 产出指标（50分）",
      "groups.0.kind": "A2 产出指标",
      "groups.0.weight": "A2 50",
      ...Object.fromEntries(
        ["0", "1"].flatMap((item) => [
          [`groups.0.items.${item}`, item === "0" ? "C2 造林" : "C3 抚育"],
          [`groups.0.items.${item}.level1`, "A2 产出指标（50分）"],
          [`groups.0.items.${item}.level2`, "B2 数量指标"],
          [`groups.0.items.${item}.name`, item === "0" ? "C2 造林" : "C3 抚育"],
          [`groups.0.items.${item}.target`, item === "0" ? "D2 ≥1亩" : "D3 ≥2亩"],
          [`groups.0.items.${item}.actual`, item === "0" ? "E2 1亩" : "E3 2亩"],
          [`groups.0.items.${item}.score`, item === "0" ? "F2 50" : "F3"],
        ]),
      ),
    });
  });

  it.each<readonly [string, string, readonly string[], readonly string[]]>([
    ["名称空着而有数的也是一行", "产出|数量||≥1|1|5", [], ["产出·数量·"]],
    ["只有名称的也是一行", "产出|数量|造林", [], ["产出·数量·造林"]],
    ["只有上级名称的不是", "产出|数量\n||造林|1", [], ["产出·数量·造林"]],
    ["占位行另放", "产出|数量|造林|1\n||……\n||指标2：", [], ["产出·数量·造林"]],
    ["占位行填了数就是一行", "产出|数量|指标1：|1", [], ["产出·数量·指标1："]],
    ["划掉的行不是", "产出|数量|造林|1\n.|.|指标1：/|||/\n.|.|—|无|无|/\n.|.||—|—|—", [], ["产出·数量·造林"]],
    ["划掉了数而有名称的还是一行", "产出|数量|造林|无|/|—", [], ["产出·数量·造林"]],
    ["划掉了名称而有数的也是一行", "产出|数量|/|≥1|1|5", [], ["产出·数量·/"]],
    ["小计和注不是行", "产出|数量|造林|1\n.|.|小计|1\n注：造林含抚育", [], ["产出·数量·造林"]],
    ["合并在一起的小计格也不是", "产出|数量|造林|1\n小计|||1", ["A3:C3"], ["产出·数量·造林"]],
    [
      "横跨多列的说明不是行",
      "产出|数量|造林|1\n.|.|本年度造林计划已经调整|||\n.|.|抚育|1",
      ["C3:F3"],
      ["产出·数量·造林", "产出·数量·抚育"],
    ],
    ["横跨三列、不到一半的还是行", "产出|数量|造林|各乡镇均完成|||", ["D2:F2"], ["产出·数量·造林"]],
    ["遇到填表人就完了", "产出|数量|造林|1\n填表人：张三\n.|.|抚育|1", [], ["产出·数量·造林"]],
    ["填表人带着括号也一样", "产出|数量|造林|1\n填表人（签名）：张三\n.|.|抚育|1", [], ["产出·数量·造林"]],
    ["开头像总分的不算", "总分析|数量|造林|1", [], ["总分析·数量·造林"]],
    ["名称列里的注不是行", "产出|数量|造林|1\n.|.|注：含抚育|1", [], ["产出·数量·造林"]],
    ["数里写小计的还是行", "产出|数量|造林|小计|5", [], ["产出·数量·造林"]],
    [
      "旁边有上级名称的横跨多列的话也不是行",
      "产出|数量|造林|1\n效益|社会|以上指标均已按要求调整完毕|||",
      ["C3:F3"],
      ["产出·数量·造林"],
    ],
    ["填表人一格没有冒号也一样", "产出|数量|造林|1\n填表人|张三\n.|.|抚育|1", [], ["产出·数量·造林"]],
    ["内容里的填表人不算", "产出|数量|填表人|1\n.|.|抚育|1", [], ["产出·数量·填表人", "产出·数量·抚育"]],
    ["八行空行以内还接着", `产出|数量|造林|1${"\n".repeat(9)}.|.|抚育|1`, [], ["产出·数量·造林", "产出·数量·抚育"]],
    ["空行再多就不是了", `产出|数量|造林|1${"\n".repeat(10)}.|.|抚育|1`, [], ["产出·数量·造林"]],
  ])("%s", (_, lines, merges, expected) => {
    expect(rows(lines, merges)).toEqual(expected);
  });

  it("横跨多列的说明前面有横跨几列的名目也一样", () => {
    const columns = { ...indicators.columns, reason: { type: "text" as const, labels: ["原因"] } };
    const wider = blockSpec({ ...indicators, columns });
    const header = "一级指标|二级指标|三级指标|指标值|完成值|得分|原因";
    const places = read(`${header}\n产出|数量|造林|1\n其他事项|||无`, ["A3:C3", "D3:G3"], nothing, wider);
    expect([places["items.0"], places["items.1"]]).toEqual(["C2 造林", undefined]);
  });

  it("占位行记在一边", () => {
    const places = read("一级指标|二级指标|三级指标|指标值|得分\n产出|数量|造林|1\n||……");
    expect([places["itemsBlanks.0"], places["itemsBlanks.1"]]).toEqual(["C3 ……", undefined]);
  });

  it("合并的得分只归第一行，合并的名称各行自有一格而没有字", () => {
    const places = read("一级指标|二级指标|三级指标|指标值|得分\n产出|数量|造林|≥1|10\n.|.|.|≥2|", ["C2:C3", "E2:E3"]);
    expect([places["items.0.score"], places["items.1.score"]]).toEqual(["E2:E3 10", undefined]);
    expect([places["items.0.name"], places["items.1.name"], places["items.1.target"]]).toEqual([
      "C2:C3 造林",
      "C2:C3",
      "D3 ≥2",
    ]);
  });
});

describe("列少的表", () => {
  const plain = blockSpec({
    id: "items",
    kind: "list",
    key: "name",
    columns: { name: { type: "text", labels: ["名称"] }, amount: { type: "money", labels: ["金额"] } },
  });
  const names = (lines: string, block = plain, merges: readonly string[] = []) =>
    Object.entries(read(lines, merges, nothing, block)).flatMap(([path, place]) =>
      /^items\.\d$/.test(path) ? [place] : [],
    );

  it("只对上一格的是行，两格都对上的是又印一遍的表头", () => {
    expect(names("名称|金额\n甲|1\n名称|5\n名称|金额\n乙|2")).toEqual(["A2 甲", "A3 名称", "A5 乙"]);
  });

  it("没有编码列、也不分组的，没有小计和组", () => {
    const { roles } = placeBlocks(regionIn(textSheet("s", "名称|金额\n甲|1")), [plain], nothing);
    expect([...roles.keys()]).toEqual(["items", "itemsBlanks"]);
  });

  it("五列里横跨三列的是话，不是行", () => {
    const lines = "一级指标|二级指标|三级指标|指标值|得分\n产出|数量|造林|1|5\n效益|社会|以上均已完成";
    expect(names(lines, indicators, ["C3:E3"])).toEqual(["C2 造林"]);
  });

  it("格子里的空格不算内容", () => {
    const sheet = sheetOf("s", [
      ["名称", "金额"],
      [" ", " "],
      [" 甲 ", 1],
    ]);
    const places = placesOf(placeBlocks(regionIn(sheet), [plain], nothing).roles);
    expect(Object.entries(places).filter(([path]) => /^items\.\d$/.test(path))).toEqual([["items.0", "A3 甲"]]);
  });
});

describe("上级名称往下沿用", () => {
  it.each<readonly [string, string, readonly string[], readonly string[]]>([
    ["新的一级指标下，二级指标从头来", "产出|数量|造林|1\n效益||就业|1", [], ["产出·数量·造林", "效益··就业"]],
    ["每行重写一级指标，二级指标照样沿用", "产出|数量|造林|1\n产出||抚育|1", [], ["产出·数量·造林", "产出·数量·抚育"]],
    [
      "接着上页的一级指标也一样",
      "产出指标（50分）|数量|造林|1\n产出指标（续）||抚育|1",
      [],
      ["产出指标（50分）·数量·造林", "产出指标（续）·数量·抚育"],
    ],
    [
      "独占一行的一级指标管下面的行",
      "一、产出指标\n.|数量|造林|1\n二、效益指标\n.|社会|就业|1",
      [],
      ["一、产出指标·数量·造林", "二、效益指标·社会·就业"],
    ],
    ["横写一行的也管下面的行", "一、产出指标（50分）\n.|数量|造林|1", ["A2:F2"], ["一、产出指标（50分）·数量·造林"]],
    ["独占一行的别的话不管", "产出|数量|造林|1\n情况属实\n.|.|抚育|1", [], ["产出·数量·造林", "产出·数量·抚育"]],
    [
      "横写一行的别的话也不管",
      "产出|数量|造林|1\n产出以外的其他各种情况的说明\n.|.|抚育|1",
      ["A3:F3"],
      ["产出·数量·造林", "产出·数量·抚育"],
    ],
    [
      "小计旁边开始、往下合并的一级指标管下面的行",
      "产出|数量|造林|1\n效益|.|小计|1\n.|社会|就业|1",
      ["A3:A4"],
      ["产出·数量·造林", "效益·社会·就业"],
    ],
    [
      "小计旁边开始、往下合并的二级指标也管",
      "产出|数量|造林|1\n.|质量|小计|1\n.|.|合格|1",
      ["B3:B4"],
      ["产出·数量·造林", "产出·质量·合格"],
    ],
    [
      "小计旁边横跨几列的话不管",
      "产出|数量|造林|1\n小计|其他说明\n.|.|.|2",
      ["B3:C4"],
      ["产出·数量·造林", "产出·数量·"],
    ],
    ["不在词表里的一级指标，有自己的行就算", "其他|综合|造林|1", [], ["其他·综合·造林"]],
    ["单独一格、往下合并的也算", "其他\n.|.|造林|1\n.|.|抚育|1", ["A2:A3"], ["其他··造林", "其他··抚育"]],
    ["独占一行的至多十二个字", "产出一二三四五六七八九甲\n.|.|造林|1", [], ["产出一二三四五六七八九甲··造林"]],
    ["独占一行的超过十二个字只是话", "产出一二三四五六七八九甲乙\n.|.|造林|1", [], ["··造林"]],
    ["小计旁边只有一行的不管", "产出|数量|造林|1\n其他|.|小计|1\n.|.|就业|1", [], ["产出·数量·造林", "产出·数量·就业"]],
  ])("%s", (_, lines, merges, expected) => {
    expect(rows(lines, merges)).toEqual(expected);
  });
});

describe("一级指标分组", () => {
  const groupsIn = (lines: string, merges: readonly string[] = []) => {
    const places = read(`一级指标|二级指标|三级指标|指标值|得分\n${lines}`, merges);
    return [0, 1, 2, 3].flatMap((group) => {
      const at = `groups.${String(group)}`;
      if (!(`${at}.kind` in places)) return [];
      const items = Object.keys(places).filter((path) =>
        new RegExp(`^groups\\.${String(group)}\\.items\\.\\d+$`).test(path),
      );
      const part = (name: string): string => (places[`${at}.${name}`] ?? "").split(" ").slice(1).join(" ");
      return [`${part("kind")}|${part("weight")}|${String(items.length)}`];
    });
  };

  it.each<readonly [string, string, readonly string[]]>([
    [
      "名称去掉分值和序号",
      "一、产出指标（50分）|数量|造林|1\n效益指标30分)|社会|就业|1",
      ["产出指标|50|1", "效益指标|30|1"],
    ],
    ["小数的分值", "产出指标12.5分|数量|造林|1", ["产出指标|12.5|1"]],
    ["两位小数的分值", "产出指标12.55分|数量|造林|1", ["产出指标|12.55|1"]],
    ["分值里有空格", "产出指标（50 分）|数量|造林|1", ["产出指标|50|1"]],
    ["没有分值", "产出指标|数量|造林|1", ["产出指标||1"]],
    ["名称中间的数不是分值", "产出10个指标|数量|造林|1", ["产出10个指标||1"]],
    ["名称里的续字留着", "后续管护|数量|造林|1", ["后续管护||1"]],
    ["不带分字的数不是分值", "产出指标50|数量|造林|1", ["产出指标||1"]],
    ["每行重写的是一组", "产出|数量|造林|1\n产出|质量|抚育|1", ["产出||2"]],
    ["隔开再写的还是一组", "产出|数量|造林|1\n效益|社会|就业|1\n产出|质量|抚育|1", ["产出||2", "效益||1"]],
    ["接着上页的还是一组", "产出（50分）|数量|造林|1\n产出（续）|质量|抚育|1", ["产出|50|2"]],
    ["接着上页的另写分值也还是一组", "产出（50分）|数量|造林|1\n产出（40分）（续）|质量|抚育|1", ["产出|50|2"]],
    ["分值不同的是另一组", "产出（50分）|数量|造林|1\n产出（40分）|质量|抚育|1", ["产出|50|1", "产出|40|1"]],
    ["名称后面带续字的还是一组", "产出|数量|造林|1\n产出续|质量|抚育|1", ["产出||2"]],
    ["后来不写分值的还是一组", "产出（50分）|数量|造林|1\n产出|质量|抚育|1", ["产出|50|2"]],
    ["占位行不算组里的行", "产出|数量|造林|1\n.|.|……", ["产出||1"]],
    ["没有一级指标的行不成组", "|数量|造林|1\n效益|社会|就业|1", ["效益||1"]],
  ])("%s", (_, lines, expected) => {
    expect(groupsIn(lines)).toEqual(expected);
  });
});

describe("又印一遍的表头不是行", () => {
  it.each<readonly [string, string, readonly string[], readonly string[]]>([
    [
      "整行重打",
      "产出|数量|造林|1\n一级指标|二级指标|三级指标|指标值|完成值|得分\n.|.|抚育|1",
      [],
      ["产出·数量·造林", "产出·数量·抚育"],
    ],
    [
      "一半以上对得上就是",
      "产出|数量|造林|1\n类别|类型|名称|指标值|完成值|得分\n.|.|抚育|1",
      [],
      ["产出·数量·造林", "产出·数量·抚育"],
    ],
    [
      "只对上两列的是行",
      "产出|数量|造林|1\n产出|质量|三级指标|指标值|1|5",
      [],
      ["产出·数量·造林", "产出·质量·三级指标"],
    ],
    [
      "只有表头的字，挪了位置也是",
      "产出|数量|造林|1\n.|一级指标|三级指标|得分\n.|.|抚育|1",
      [],
      ["产出·数量·造林", "产出·数量·抚育"],
    ],
    ["夹着别的字，挪了位置，不是", "产出|质量|得分|三级指标|指标值|5", [], ["产出·质量·得分"]],
    ["只有两个表头的字，不是", "产出|数量|造林|1\n.|.|得分|指标值", [], ["产出·数量·造林", "产出·数量·得分"]],
    [
      "紧接着的第二行表头，一个字也是",
      "产出|数量|造林|1\n类别|类型|名称|指标值|完成值|得分\n.|.|.|.|.|得分\n.|.|抚育|1",
      [],
      ["产出·数量·造林", "产出·数量·抚育"],
    ],
  ])("%s", (_, lines, merges, expected) => {
    expect(rows(lines, merges)).toEqual(expected);
  });
});

describe("总分行", () => {
  const total = (lines: string, merges: readonly string[] = [], assigned = nothing) => {
    const { total: label, "total.score": score } = read(
      `一级指标|二级指标|三级指标|指标值|得分\n${lines}`,
      merges,
      assigned,
    );
    return [label, score];
  };

  it.each<readonly [string, string, readonly string[], readonly (string | undefined)[]]>([
    ["在最后，后面不再有行", "产出|数量|造林|1|50\n总分||||50\n.|.|抚育|1|5", [], ["A3 总分", "E3 50"]],
    ["标签合并着", "产出|数量|造林|1|50\n总分||||50", ["A3:D3"], ["A3:D3 总分", "E3 50"]],
    ["在最前", "总分||||50\n产出|数量|造林|1|50", [], ["A2 总分", "E2 50"]],
    ["紧跟着另一行总分的，取后一行", "产出|数量|造林|1|40\n总分||||40\n总分||||50", [], ["A4 总分", "E4 50"]],
    ["写在名称列里，左边没有别的", "产出|数量|造林|1|50\n.|.|总分||50", [], ["C3 总分", "E3 50"]],
    ["名称列里的总分旁边有上级名称的是行", "产出|数量|造林|1|50\n效益|社会|总分||50", [], [undefined, undefined]],
    ["写在指标值列里的不是", "产出|数量|造林|1|50\n.|.|.|总分|5", [], [undefined, undefined]],
    ["没有", "产出|数量|造林|1|50", [], [undefined, undefined]],
  ])("%s", (_, lines, merges, expected) => {
    expect(total(lines, merges)).toEqual(expected);
  });

  it("在最前的，后面的行照认；第二个总分处结束", () => {
    const lines = "总分||||50\n产出|数量|造林|1|50\n总分||||60\n.|.|抚育|1|5";
    expect(rows(lines)).toEqual(["产出·数量·造林"]);
    expect(total(lines)).toEqual(["A2 总分", "E2 50"]);
  });

  it("总分后面的都不是行", () => {
    expect(rows("产出|数量|造林|1|50\n总分||||50\n.|.|抚育|1|5")).toEqual(["产出·数量·造林"]);
  });

  it("由人指定的那一行才是", () => {
    const place = { area: parseArea("A3") ?? { top: 0, left: 0, bottom: 0, right: 0 }, label: "合起来", value: null };
    const lines = "产出|数量|造林|1|50\n合起来||||60\n总分||||50";
    expect(total(lines, [], new Map([["items.total", [place]]]))).toEqual(["A3 合起来", "E3 60"]);
  });

  it("没有总分行的表，合计只是行", () => {
    const plain = blockSpec({
      id: "items",
      kind: "list",
      key: "name",
      columns: { name: { type: "text", labels: ["名称"] }, amount: { type: "money", labels: ["金额"] } },
    });
    expect(read("名称|金额\n甲|1\n总分|2", [], nothing, plain)).toEqual({
      "items.0": "A2 甲",
      "items.0.name": "A2 甲",
      "items.0.amount": "B2 1",
      "items.1": "A3 总分",
      "items.1.name": "A3 总分",
      "items.1.amount": "B3 2",
    });
  });
});

describe("没有名称列的表头", () => {
  const keyOf = (head: string, block = indicators) => {
    const places = read(`${head}\n产出|数量|造林|1|5|50`, [], nothing, block);
    return places["items.0.name"];
  };
  const needy = { ...indicators, needs: ["actual", "score"] };

  it.each([
    ["名称写成别的", "一级指标|二级指标|绩效内容|指标值|完成值|得分", "C2 造林"],
    ["名称空着", "一级指标|二级指标||指标值|完成值|得分", "C2 造林"],
    ["上级名称右边已是别的列，没有名称就不是这张表", "一级指标|二级指标|指标值|完成值|得分", undefined],
    ["没有上级名称，不猜", "分类|类型|内容|指标值|完成值|得分", undefined],
  ])("%s", (_, head, expected) => {
    expect(keyOf(head)).toBe(expected);
  });

  it("名称在别处写着的，不另找", () => {
    expect(keyOf("一级指标|二级指标|编号|指标值|三级指标|得分")).toBe("E2 5");
  });

  it("上级名称在最右边，没有地方放名称", () => {
    const places = (head: string) => read(`${head}\n1|2|3|产出|数量|造林`)["items.0.name"];
    expect(places("指标值|完成值|得分|一级指标|二级指标|内容")).toBe("F2 造林");
    expect(read("指标值|完成值|得分|一级指标|二级指标\n1|2|3|产出|数量")["items.0.name"]).toBeUndefined();
  });

  it("没有上级名称的表，少了名称就不是", () => {
    const flat = blockSpec({
      id: "items",
      kind: "list",
      key: "name",
      columns: {
        code: { type: "text", labels: ["编码"] },
        name: { type: "text", labels: ["名称"] },
        target: { type: "target", labels: ["指标值"] },
        actual: { type: "actual", labels: ["完成值"] },
        score: { type: "score", labels: ["得分"] },
      },
    });
    expect(read("编码|指标值|完成值|得分\n1|2|3|4", [], nothing, flat)).toEqual({});
  });

  it("补上的名称列还在它的次序上", () => {
    const places = Object.keys(read("一级指标|二级指标|内容|指标值|完成值|得分\n产出|数量|造林|1|5|50"));
    const order = places.filter((path) => /^items\.0\.(?:level2|name|target)$/.test(path));
    expect(order).toEqual(["items.0.level2", "items.0.name", "items.0.target"]);
  });

  it("上级名称的表头横跨几列，名称在它之后", () => {
    const places = read("一级指标|二级指标||绩效内容|指标值|完成值|得分\n产出|数量||造林|1|5|50", ["B1:C1"]);
    expect(places["items.0.name"]).toBe("D2 造林");
  });

  it("必要的列一个也没有，就不是这张表", () => {
    expect(keyOf("一级指标|二级指标|三级指标|指标值|年末数", needy)).toBeUndefined();
    expect(keyOf("一级指标|二级指标|三级指标|指标值|年末数|得分", needy)).toBe("C2 造林");
  });

  it("至少认出四列", () => {
    expect(keyOf("一级指标|二级指标|三级指标|甲|乙|丙")).toBeUndefined();
  });
});

describe("数在名称左边的表", () => {
  it("小计照样认", () => {
    const places = read(`得分|一级指标|二级指标|三级指标|指标值|完成值
5|产出|数量|造林|1|1
5|.|.|小计`);
    expect(Object.keys(places).filter((path) => /^items\.\d$/.test(path))).toEqual(["items.0"]);
  });

  it("清单到下一块为止", () => {
    const staff = blockSpec({
      id: "staff",
      kind: "record",
      columns: { quota: { type: "count", labels: ["编制数"] }, actual: { type: "count", labels: ["在职人数"] } },
    });
    const sheet = textSheet(
      "s",
      "一级指标|二级指标|三级指标|指标值|得分\n产出|数量|造林|1|5\n.|.|编制数|在职人数\n.|.|20|19",
    );
    const places = placesOf(placeBlocks(regionIn(sheet), [indicators, staff], nothing).roles);
    expect(Object.keys(places).filter((path) => /^items\.\d$/.test(path))).toEqual(["items.0"]);
    expect(places["staff.quota"]).toBe("C4 20");
  });
});

describe("拆成几列的值合在一起读", () => {
  const split = blockSpec({
    id: "items",
    kind: "list",
    key: "name",
    columns: {
      name: { type: "text", labels: ["三级指标"] },
      target: {
        type: "target",
        labels: ["指标值"],
        split: {
          before: [{ labels: ["指标性质"], words: { 定性: "", 大于等于: "≥" } }],
          after: [{ labels: ["度量单位"] }, { labels: ["时限"] }],
        },
      },
      score: { type: "score", labels: ["得分"] },
      actual: { type: "actual", labels: ["完成值"] },
    },
  });
  const target = (row: string, merges: readonly string[] = []) => {
    const head = "三级指标|指标性质|指标值|度量单位|时限|得分|完成值";
    const { roles } = placeBlocks(regionIn(textSheet("s", `${head}\n${row}`, merges)), [split], nothing);
    const items = roles.get("items");
    const cell = items?.node === "list" ? items.items[0]?.fields.get("target") : undefined;
    if (cell?.node !== "cell") return null;
    return [cell.text, cell.inText, (cell.behind ?? []).map((area) => areaAddress(area)).join(" ")];
  };

  it.each<readonly [string, string, readonly string[], readonly [string, boolean, string]]>([
    ["前后都有", "造林|≥|95|%|内|5|1", [], ["≥95%内", true, "B2 D2 E2"]],
    ["只有后面的", "造林||95|%||5|1", [], ["95%", true, "B2 D2 E2"]],
    ["只有前面的", "造林|≥|95|||5|1", [], ["≥95", true, "B2 D2 E2"]],
    ["性质换成符号", "造林|大于等于|95|%||5|1", [], ["≥95%", true, "B2 D2 E2"]],
    ["定性的不加字", "造林|定性|良好|||5|1", [], ["良好", false, "B2 D2 E2"]],
    ["横线、无、斜线不加", "造林|——|95|无|/|5|1", [], ["95", false, "B2 D2 E2"]],
    ["不只是横线的照加", "造林|-1|95|无限|-|5|1", [], ["-195无限", true, "B2 D2 E2"]],
    ["值里已经有了的不重复", "造林|≥|≥95%|%||5|1", [], ["≥95%", false, "B2 D2 E2"]],
    ["值里只有一头的补另一头", "造林|≥|≥95|%||5|1", [], ["≥95%", true, "B2 D2 E2"]],
    ["值空着，部分不算", "造林|≥||%||5|1", [], ["", false, "B2 D2 E2"]],
    ["全角的写法", "造林|≥|95|％||5|1", [], ["≥95%", true, "B2 D2 E2"]],
    ["值和单位合并的，只算一次", "造林|≥|95%|||5|1", ["C2:D2"], ["≥95%", true, "B2 E2"]],
  ])("%s", (_, row, merges, expected) => {
    expect(target(row, merges)).toEqual(expected);
  });

  it.each([
    ["只有前面一列", "三级指标|指标性质|指标值|得分|完成值\n造林|≥|95|5|1", "≥95"],
    ["只有后面一列", "三级指标|指标值|度量单位|得分|完成值\n造林|95|%|5|1", "95%"],
  ])("%s", (_, lines, expected) => {
    const { roles } = placeBlocks(regionIn(textSheet("s", lines)), [split], nothing);
    expect(placesOf(roles)["items.0.target"]?.split(" ")[1]).toBe(expected);
  });

  it("各部分前后的空格不算", () => {
    const head = ["三级指标", "指标性质", "指标值", "度量单位", "得分", "完成值"];
    const sheet = sheetOf("s", [head, ["造林", " ≥ ", " 95 ", " % ", 5, 1]]);
    const { roles } = placeBlocks(regionIn(sheet), [split], nothing);
    expect(placesOf(roles)["items.0.target"]).toBe("C2 ≥95%");
  });

  it("表头没有部分的，值就是一格", () => {
    const { roles } = placeBlocks(
      regionIn(textSheet("s", "三级指标|指标值|得分|完成值\n造林|95|5|1")),
      [split],
      nothing,
    );
    const items = roles.get("items");
    const cell = items?.node === "list" ? items.items[0]?.fields.get("target") : undefined;
    expect(cell).toMatchObject({ text: "95", inText: false });
    expect(cell && "behind" in cell).toBe(false);
  });
});

it("分组的名称、类别和分值各是一格", () => {
  const sheet = textSheet("s", "一级指标|二级指标|三级指标|指标值|得分\n产出（50分）|数量|造林|1|5");
  const groups = placeBlocks(regionIn(sheet), [indicators], nothing).roles.get("groups");
  const fields = groups?.node === "list" ? groups.items[0]?.fields : undefined;
  expect(fields?.get("name")).toMatchObject({ text: "产出（50分）", type: "text", inText: false });
  expect(fields?.get("kind")).toMatchObject({ text: "产出", type: "text", inText: true });
  expect(fields?.get("weight")).toMatchObject({ text: "50", type: "weight", inText: true });
});

it.each([
  ["……", true],
  ["***", true],
  ["×××", true],
  ["X", true],
  ["______", true],
  ["指标1：", true],
  ["指标", true],
  ["项目12", true],
  ["  ···  ", true],
  ["指标甲", false],
  ["新项目1", false],
  ["项目1补助", false],
  ["造林……", false],
  ["", false],
])("%s 是空白表留下的占位：%s", (name, expected) => {
  expect(isPlaceholder(name)).toBe(expected);
});
