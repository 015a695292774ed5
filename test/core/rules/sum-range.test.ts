import { describe, expect, it } from "vitest";
import type { VerbArguments } from "../../../src/core/pack/index.js";
import { sumRange } from "../../../src/core/rules/verbs/sum-range.js";
import { drawnScope, type Table } from "../../support/drawn-table.js";
import { sheetOf, type CellText } from "../../support/sheet.js";
import { told } from "../../support/told.js";

const faults = { skips: "漏了{rows}", repeats: "重复加了{rows}", includes: "多加了{rows}", itself: "加了自己" };
const parts = ["a.final", "b.final", "c.final"];

type Sum = Extract<VerbArguments["sumRange"], { readonly total: string }>;

/** 合计 in C2 with this formula, parts in C3, C4, C5, a remark row in 6; column B is 预算数. */
function checked(
  formula: string,
  more: Partial<Sum> = {},
  cells: readonly CellText[] = [1, 2, 3],
  others: readonly CellText[] = [9],
) {
  const [a = null, b = null, c = null] = cells;
  const table: Table = {
    columns: { name: "项目", budget: "预算数", final: "决算数" },
    rows: {
      total: ["合计", 50, { value: 5, formula }],
      a: ["车辆", 10, a],
      b: ["出国", 20, b],
      c: ["接待", null, c],
      other: ["培训", 40, others[0] ?? null],
      rest: ["其他", 40, others[1] ?? null],
    },
  };
  const detail = sheetOf("明细", [[1, 2]]);
  return told(
    sumRange({ total: "total.final", parts, minus: [], faults, ...more }, drawnScope(table, { sheets: [detail] })),
  );
}

/** What is wrong with the formula, in words; the outcome itself where nothing is. */
function fault(...given: Parameters<typeof checked>): string {
  const [outcome] = checked(...given);
  return typeof outcome === "object" ? (outcome.words?.["fault"] ?? "") : (outcome ?? "");
}

describe("合计公式把各项各加一次", () => {
  it("漏加一行：说出公式漏了哪一行，给出对的公式和数", () => {
    expect(checked("=SUM(C3:C4)")).toEqual([
      {
        at: "C2",
        actual: "=SUM(C3:C4)",
        expected: "=SUM(C3:C5)",
        gap: "-1",
        filed: "5",
        computed: "6",
        words: { formula: "=SUM(C3:C4)", fault: "漏了“接待”", sum: "6", total: "5" },
        line: "sum: =SUM(C3:C5) = 6",
        related: ["C5"],
        fixes: ["C2 =SUM(C3:C5) → 6"],
        proves: ["C2 6"],
        doubts: true,
      },
    ]);
  });

  it.each<[string, string, string]>([
    ["各加一次", "=SUM(C3:C5)", "通过"],
    ["逐格相加", "=C3+C4+C5", "通过"],
    ["舍入", "=ROUND(SUM(C3:C5),2)", "通过"],
    ["表名写明", "=SUM(a2!C3:C5)", "通过"],
    ["重复加了一行", "=SUM(C3:C5)+C4", "重复加了“出国”"],
    ["重复加了几行", "=SUM(C3:C5,C3:C4)", "重复加了“车辆”、“出国”"],
    ["多加了一行", "=SUM(C3:C6)", "多加了C6"],
    ["多加了几格", "=SUM(C3:C6,B3)", "多加了C6、B3"],
    ["加了自己", "=SUM(C2:C5)", "加了自己"],
    ["漏了又加了自己、多加了", "=SUM(C2:C4)+C6", "漏了“接待”，多加了C6，加了自己"],
    ["该加的减了，算漏了", "=C3+C4-C5", "漏了“接待”"],
    ["漏了又多加：也许另有取法", "=C3+C4+C6", "不适用：合计公式另有取法"],
    ["不是相加", "=C3*2", "不适用：合计公式不是相加"],
    ["只引用一格", "=C3", "不适用：合计公式不是相加"],
    ["别的工作簿", "=SUM([1]表!C3:C5)", "不适用：合计公式不是相加"],
    ["几张表一起加", "=SUM(a2:明细!C3)", "不适用：合计公式不是相加"],
    ["整列", "=SUM(C:C)", "不适用：合计公式不是相加"],
    ["五千格以内", "=SUM(C3:C5002)", "多加了C6"],
    ["五千格以上", "=SUM(C3:C5003)", "不适用：合计公式不是相加"],
    ["两列五千格以上", "=SUM(C3:D2503)", "不适用：合计公式不是相加"],
    ["看不懂的公式", "=SUM((", "不适用：合计不是公式"],
    ["别的表上的格也算多加", "=SUM(C3:C5)+明细!A1", "多加了A1"],
  ])("%s：%s", (_, formula, outcome) => {
    expect(fault(formula)).toBe(outcome);
  });

  it("区域里的文字、空格和0不算多加；单独点名的也一样", () => {
    expect(fault("=SUM(A3:C5)-SUM(A3:B5)")).toBe("通过");
    expect(fault("=SUM(C3:C6)", {}, [1, 2, 3], ["见附表"])).toBe("通过");
    expect(fault("=SUM(C3:C6)", {}, [1, 2, 3], [null])).toBe("通过");
    expect(fault("=SUM(C3:C6)", {}, [1, 2, 3], [0])).toBe("通过");
    expect(fault("=SUM(C3:C5)+C6", {}, [1, 2, 3], [null])).toBe("通过");
    expect(fault("=SUM(C3:C5)-C6", {}, [1, 2, 3], [9])).toBe("多加了C6");
  });

  it("空着的、写着字的一行加了两遍，不算重复", () => {
    expect(fault("=SUM(C3:C4,C4:C5)", {}, [1, null, 3])).toBe("通过");
    expect(fault("=SUM(C3:C4,C4:C5)", {}, [1, "—", 3])).toBe("通过");
    expect(fault("=SUM(C3:C4,C4:C5)", {}, [1, { value: "—", formula: '="—"' }, 3])).toBe("重复加了“出国”");
  });

  it("合计公式没有存值：差多少说不出，当作0", () => {
    const scope = drawnScope({
      columns: { name: "项目", final: "决算数" },
      rows: { total: ["合计", { value: null, formula: "=B3+B3" }], a: ["车辆", 5] },
    });
    expect(told(sumRange({ total: "total.final", parts: ["a.final"], minus: [], faults }, scope))).toMatchObject([
      { gap: "-5", words: { fault: "重复加了“车辆”" } },
    ]);
  });

  it("漏了的一行没有数，不算漏", () => {
    expect(fault("=C3+C5", {}, [1, null, 3])).toBe("通过");
    expect(fault("=C3+C5", {}, [1, "—", 3])).toBe("通过");
    expect(fault("=C3+C4", {}, [1, 2, null])).toBe("通过");
    expect(fault("=SUM(C3:C5)", {}, [1, null, 3])).toBe("通过");
  });

  it("多于五处的只列五处", () => {
    const rows = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`p${index}`, [`第${index + 1}项`, index + 1]]),
    );
    const scope = drawnScope({
      columns: { name: "项目", final: "决算数" },
      rows: { total: ["合计", { value: 5, formula: "=SUM(B9:B10)" }], ...rows, extra: ["别的", 7], more: ["别的", 8] },
    });
    const all = { total: "total.final", parts: Object.keys(rows).map((name) => `${name}.final`), minus: [], faults };
    expect(told(sumRange(all, scope))).toEqual(["不适用：合计公式另有取法"]);
    const self = drawnScope({
      columns: { name: "项目", final: "决算数" },
      rows: { total: ["合计", { value: 5, formula: "=B2+B2" }], ...rows },
    });
    expect(told(sumRange(all, self))).toMatchObject([
      { words: { fault: "漏了“第1项”、“第2项”、“第3项”、“第4项”、“第5项”等，加了自己" } },
    ]);
    expect(told(sumRange({ ...all, parts: all.parts.slice(1) }, self))).toMatchObject([
      { words: { fault: "漏了“第2项”、“第3项”、“第4项”、“第5项”、“第6项”，加了自己" } },
    ]);
  });
});

describe("小计代它所加的各项", () => {
  it("加的是小计：小计里的各项都算加了", () => {
    expect(fault("=C3+C6", {}, [1, 2, 3], [{ value: 5, formula: "=C4+C5" }])).toBe("通过");
    expect(fault("=C3+C6", {}, [1, 2, 3], [{ value: 2, formula: "=C4+B6" }])).toBe("不适用：合计公式另有取法");
    expect(fault("=C3+C4+C6", {}, [1, 2, 3], [{ value: 5, formula: "=C4+C5" }])).toBe("重复加了“出国”");
    expect(fault("=C3+C6+C6", {}, [1, 2, 3], [{ value: 5, formula: "=C4+C5" }])).toBe("重复加了“出国”、“接待”");
    expect(fault("=C3+C4+C5-C6", {}, [1, 2, 3], [{ value: 0, formula: "=B3-B4" }])).toBe("多加了B3、B4");
  });

  it("小计的小计也算；绕回合计的不算", () => {
    expect(
      fault(
        "=C3+C6",
        {},
        [1, 2, 3],
        [
          { value: 5, formula: "=C7+C4" },
          { value: 3, formula: "=SUM(C5:C5)" },
        ],
      ),
    ).toBe("通过");
    expect(fault("=C3+C4+C5+C6", {}, [1, 2, 3], [{ value: 5, formula: "=C2+C4" }])).toBe("多加了C6");
  });

  it("小计互相引用：不去算到底", () => {
    const [c6, c7] = [
      { value: 5, formula: "=C7+C4" },
      { value: 3, formula: "=C6+C5" },
    ];
    expect(fault("=C3+C6", {}, [1, 2, 3], [c6, c7])).toBe("重复加了“出国”、“接待”，多加了C6");
  });

  it("某项自己是小计：加了它里面的各格，就是加了它", () => {
    const b = { value: 40, formula: "=SUM(B6:B7)" };
    expect(fault("=C3+B6+B7+C5", {}, [1, b, 3])).toBe("通过");
    expect(fault("=C3+B6+C5", {}, [1, b, 3])).toBe("不适用：合计公式另有取法");
    expect(fault("=C3+C5", {}, [1, b, 3])).toBe("漏了“出国”");
  });
});

describe("有减项的合计", () => {
  const net = { parts: ["a.final", "b.final"], minus: ["c.final"] };
  it.each<[string, string, string]>([
    ["减了减项", "=C3+C4-C5", "通过"],
    ["没有减", "=C3+C4", "漏了“接待”"],
    ["减了两次", "=C3+C4-C5-C5", "重复加了“接待”"],
    ["加了减项", "=SUM(C3:C5)", "漏了“接待”"],
  ])("%s：%s", (_, formula, outcome) => {
    expect(fault(formula, net)).toBe(outcome);
  });

  it("应有的数按减去算", () => {
    expect(checked("=C3+C4", net)).toMatchObject([
      { expected: "=C3+C4-C5", computed: "0", fixes: ["C2 =C3+C4-C5 → 0"], related: ["C5"] },
    ]);
  });
});

describe("没有可查的", () => {
  it.each<[string, Partial<Sum>, string]>([
    ["合计不是公式", { total: "a.final" }, "不适用：合计不是公式"],
    ["没有合计", { total: "none.final" }, "不适用：合计不是公式"],
    ["没有各项", { parts: ["none.final"] }, "不适用：没有可以汇总的各项"],
    ["某项不是数", { parts: ["a.final", "a.name"] }, "不适用：没有可以汇总的各项"],
    ["减项不是数", { minus: ["a.name"] }, "不适用：没有可以汇总的各项"],
  ])("%s", (_, more, outcome) => {
    expect(fault("=SUM(C3:C5)", more)).toBe(outcome);
  });

  it("某项与文字同在一格：公式加不到，另有取法", () => {
    const scope = drawnScope({
      columns: { name: "项目", final: "决算数" },
      rows: { total: ["合计", { value: 5, formula: "=SUM(B3:B3)" }], a: ["车辆", { value: "其中：5", part: "5" }] },
    });
    expect(told(sumRange({ total: "total.final", parts: ["a.final"], minus: [], faults }, scope))).toEqual([
      "不适用：合计公式另有取法",
    ]);
  });

  it("各项不在一个工作簿里，给不出公式：应有的数照说", () => {
    const scope = drawnScope({
      columns: { name: "项目", final: "决算数" },
      rows: { total: ["合计", { value: 5, formula: "=B2+B3" }], a: ["车辆", 5], b: ["出国", 7] },
    });
    const [outcome] = told(
      sumRange({ total: "total.final", parts: [{ add: ["a.final", 1] }], minus: [], faults }, scope),
    );
    expect(outcome).toMatchObject({ words: { fault: "加了自己", sum: "6" } });
  });

  it("照着别的规则查的，由那些规则展开", () => {
    expect(told(sumRange({ like: ["a1/sum"], faults }, drawnScope({ columns: { name: "项目" }, rows: {} })))).toEqual(
      [],
    );
  });
});
