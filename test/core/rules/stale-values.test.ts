import { describe, expect, it } from "vitest";
import { selectFacts } from "../../../src/core/rules/select.js";
import { staleValues } from "../../../src/core/rules/verbs/stale-values.js";
import { drawnScope, type Table } from "../../support/drawn-table.js";
import type { CellText } from "../../support/sheet.js";
import { told } from "../../support/told.js";

/** 预算数 in column B, 决算数 in C, 执行率 in D. */
function table(rows: Record<string, readonly CellText[]>, moneyUnit: Table["moneyUnit"] = "万元"): Table {
  return {
    columns: { name: "项目", budget: "预算数", final: "决算数", rate: "执行率" },
    types: { rate: "rate" },
    moneyUnit,
    rows: Object.fromEntries(Object.entries(rows).map(([name, cells]) => [name, [name, ...cells]])),
  };
}

const found = (rows: Record<string, readonly CellText[]>, moneyUnit?: Table["moneyUnit"], isLive = false) => {
  const scope = drawnScope(table(rows, moneyUnit), { isLive });
  return told(staleValues(selectFacts("**", scope), scope));
};

describe("公式存着的值与重算的不同", () => {
  it("说出存着的值、算出的值和公式；重写一遍公式就对", () => {
    expect(found({ total: [{ value: 5, formula: "=B3+B4" }], a: [3], b: [4.5] })).toEqual([
      {
        at: "B2",
        actual: "5",
        expected: "7.5",
        computed: "7.5",
        words: { value: "5", computed: "7.5", formula: "=B3+B4" },
        line: "is: =B3+B4 = 7.5",
        fixes: ["B2 =B3+B4 → 7.5"],
        proves: ["B2 7.5"],
        doubts: true,
      },
    ]);
  });

  it("从它起错：跟着算的公式，照存着的值算得对，不再说；后面的检查都按重算的值", () => {
    expect(
      found({
        total: [
          { value: 5, formula: "=B3+B4" },
          { value: 10, formula: "=B2*2" },
        ],
        a: [3],
        b: [4],
      }),
    ).toMatchObject([{ at: "B2", proves: ["B2 7", "C2 14"] }]);
  });

  it("错在两处，各说各的；查明的值只报一次", () => {
    const [first, second] = found({
      a: [
        { value: 5, formula: "=3+3" },
        { value: 8, formula: "=3+4" },
      ],
    });
    expect(first).toMatchObject({ at: "B2", computed: "6", proves: ["B2 6", "C2 7"] });
    expect(second).toMatchObject({ at: "C2", expected: "7", computed: "7" });
    expect(second).not.toHaveProperty("proves");
  });

  it("以元计的表：查明的值折成万元", () => {
    expect(found({ a: [{ value: 50_000, formula: "=30000+30000" }] }, "元")).toMatchObject([
      { expected: "60000", computed: "6", proves: ["B2 6"], fixes: ["B2 =30000+30000 → 60000"] },
    ]);
  });

  it("查明的值按公式所在的表计量", () => {
    const scope = drawnScope([
      table({ a: [1] }),
      { ...table({ a: [{ value: 50_000, formula: "=30000+30000" }] }, "元"), annex: "a3" },
    ]);
    expect(told(staleValues(selectFacts("a3.a.budget", scope), scope))).toMatchObject([{ proves: ["a3!B2 6"] }]);
  });

  it("得出的不是数：写出得出的是什么", () => {
    expect(found({ a: [{ value: 5, formula: '="无"' }] })).toEqual([
      {
        at: "B2",
        actual: "5",
        expected: "无",
        words: { value: "5", computed: "无", formula: '="无"' },
        line: 'is: ="无" = 无',
        fixes: ['B2 ="无" → "无"'],
        doubts: true,
      },
    ]);
    expect(found({ a: [{ value: 5, formula: "=1=1" }] })).toMatchObject([
      { expected: "true", fixes: ["B2 =1=1 → true"] },
    ]);
  });

  it.each<[string, CellText, string]>([
    ["百分数照百分数写", { value: 0.5, text: "50.00%", formula: "=4/5", format: "0.00%" }, "80.00%"],
    ["按格式的位数写", { value: 5, text: "5.00", formula: "=7.126", format: "0.00" }, "7.13"],
    ["没有格式的至多四位", { value: 5, formula: "=7.12345678" }, "7.1235"],
    ["没有格式的有几位写几位", { value: 5, formula: "=7.1" }, "7.1"],
    ["格式显示不成数的写整数", { value: 5, text: "####", formula: "=7", format: "0.00" }, "7"],
    ["空白写作空白", { value: "", formula: "=7" }, "7"],
  ])("%s", (_, cell, expected) => {
    expect(found({ a: [cell] })).toMatchObject([{ expected }]);
  });

  it("存着空文本：写作空白", () => {
    expect(found({ a: [{ value: "", formula: "=7" }] })).toMatchObject([{ words: { value: "空白" } }]);
  });
});

describe("看着一样的不算不同", () => {
  it.each<[string, CellText]>([
    ["相等", { value: 7, formula: "=3+4" }],
    ["浮点数的尾差", { value: 0.30000000000000004, formula: "=0.1+0.2" }],
    ["小到印不出来", { value: 7.000001, formula: "=7" }],
    ["大数的尾差", { value: 123456789012.05, formula: "=123456789012" }],
    ["格式舍入后一样", { value: 7.12, text: "7.1", formula: "=7.13", format: "0.0" }],
    ["百分数按百分数的位数", { value: 0.8045, text: "80.45%", formula: "=0.80447", format: "0.00%" }],
    ["存的时候舍入过", { value: 7.13, formula: "=7.126" }],
    ["存成文本的数", { value: "7", formula: "=3+4" }],
    ["文本前后的空格", { value: "无 ", formula: '="无"' }],
    ["得出的文本前后的空格", { value: "无", formula: '=" 无"' }],
    ["真假", { value: true, formula: "=1=1" }],
    ["按文本里的数算得对", { value: 8, formula: "=SUM(B3,1)" }],
    ["只差在万分之一元以内的零", { value: 0, formula: "=0.0000001" }],
    ["算成错误值的另有规则管", { value: 7, formula: "=1/0" }],
  ])("%s", (_, cell) => {
    expect(found({ a: [cell], b: ["7"] })).toEqual(["通过"]);
  });

  it.each<[string, CellText]>([
    ["多一点就不同", { value: 7.0001, formula: "=7" }],
    ["少一点也不同", { value: 7, formula: "=7.0001" }],
    ["存着一位小数，不当作舍入过", { value: 7.1, formula: "=7.13" }],
    ["格式舍入后不同", { value: 7.12, text: "7.1", formula: "=7.16", format: "0.0" }],
    ["百分数舍入后不同", { value: 0.8045, text: "80.45%", formula: "=0.8035", format: "0.00%" }],
    ["存着文字，算出数", { value: "若干", formula: "=7" }],
    ["存着带单位的数", { value: "7万元", formula: "=7" }],
    ["存着数，算出文字", { value: 7, formula: '="7"' }],
    ["文字不同", { value: "无", formula: '="有"' }],
    ["真假不同", { value: false, formula: "=1=1" }],
    ["大数差得多", { value: 123456789012, formula: "=123456789512" }],
  ])("%s", (_, cell) => {
    expect(found({ a: [cell] })).toMatchObject([{ at: "B2" }]);
  });
});

describe("不查或查不了", () => {
  it.each<[string, Record<string, readonly CellText[]>, boolean, string]>([
    ["Excel 自己会重算", { a: [{ value: 5, formula: "=3+4" }] }, true, "不适用：公式由 Excel 随时重算"],
    ["没有公式", { a: [5, 6] }, false, "不适用：没有公式"],
    ["存着错误值的另有规则管", { a: [{ value: "#REF!", formula: "=3+4", error: true }] }, false, "通过"],
    ["没有存值的不查", { a: [{ value: null, formula: "=3+4" }] }, false, "通过"],
    ["引用其他工作簿的另有规则管", { a: [{ value: 5, formula: "=[1]表!A1" }] }, false, "通过"],
    [
      "用了这里不会算的写法：说一次，按存着的值",
      {
        a: [
          { value: 5, formula: "=FOO(1)" },
          { value: 5, formula: "=BAR(1)" },
        ],
      },
      false,
      "照旧：“a2”有 2 个公式用了这里不会算的写法，按存着的值采用：B2、C2",
    ],
  ])("%s", (_, rows, isLive, outcome) => {
    expect(found(rows, "万元", isLive)).toEqual([outcome]);
  });

  it("不会算的超过八个，只列八个；另有算得不同的照说", () => {
    const rows = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`r${index}`, [{ value: 5, formula: "=FOO(1)" }]]),
    );
    expect(found({ ...rows, total: [{ value: 5, formula: "=3+4" }] })).toMatchObject([
      "照旧：“a2”有 9 个公式用了这里不会算的写法，按存着的值采用：B2、B3、B4、B5、B6、B7、B8、B9 等",
      { at: "B11" },
    ]);
    expect(found(Object.fromEntries(Object.entries(rows).slice(1)))).toEqual([
      "照旧：“a2”有 8 个公式用了这里不会算的写法，按存着的值采用：B2、B3、B4、B5、B6、B7、B8、B9",
    ]);
  });
});
