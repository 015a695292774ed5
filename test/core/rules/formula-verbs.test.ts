import { describe, expect, it } from "vitest";
import { errorCells } from "../../../src/core/rules/verbs/error-cells.js";
import { externalFormulas } from "../../../src/core/rules/verbs/external-formulas.js";
import { typedTotal } from "../../../src/core/rules/verbs/typed-total.js";
import { select, selectFacts, type Scope } from "../../../src/core/rules/select.js";
import { sum } from "../../../src/core/rules/verbs/sum.js";
import { drawnScope, type Table } from "../../support/drawn-table.js";
import { factIn } from "../../support/facts.js";
import { sheetOf, type CellText } from "../../support/sheet.js";
import { told } from "../../support/told.js";

const formula = (text: string, value: CellText = 1): CellText => ({ value: value as number, formula: text });
const broken = (text: string, code = "#REF!"): CellText => ({ value: code, formula: text, error: true });

/** 预算数 in column B, 决算数 in column C. */
function grid(rows: Record<string, readonly CellText[]>, more: Partial<Table> = {}): Table {
  return {
    columns: { name: "项目", budget: "预算数", final: "决算数" },
    rows: Object.fromEntries(Object.entries(rows).map(([name, cells]) => [name, [name, ...cells]])),
    ...more,
  };
}

describe("错误值", () => {
  const found = (rows: Record<string, readonly CellText[]>, ...sheets: ReturnType<typeof sheetOf>[]) => {
    const scope = drawnScope(grid(rows), { sheets });
    return told(errorCells(selectFacts("**", scope), scope));
  };

  it("出错的格说出来；因它而错的不再说", () => {
    expect(
      found({ a: [broken("=#REF!+1"), 1], b: [broken("=B2*2"), 1], c: [broken("=B2:B3"), broken("=SUM(A1:B9)")] }),
    ).toEqual([{ at: "B2", actual: "#REF!", words: { value: "#REF!" } }]);
  });

  it.each<[string, Record<string, readonly CellText[]>, string[]]>([
    ["没有错误值", { a: [1, 2] }, []],
    ["公式引用的格都没有错", { a: [broken("=C2/C3", "#DIV/0!"), 1], b: [2, 0] }, ["B2"]],
    ["只引用自己的，错在自己", { a: [broken("=B2"), 1] }, ["B2"]],
    ["区域里除自己没有错的，错在自己", { a: [broken("=SUM(B1:B2)"), 1] }, ["B2"]],
    ["同行另一列的错", { a: [broken("=SUM(B2:C2)"), broken("=#REF!")] }, ["C2"]],
    ["同列另一行的错", { a: [broken("=SUM(B2:B3)"), 1], b: [broken("=#REF!"), 1] }, ["B3"]],
    ["别的表上的错，那张表上改", { a: [broken("=SUM(明细!A1:B2)"), 1] }, []],
    ["别的表上没有错", { a: [broken("=明细!A1"), 1] }, ["B2"]],
    ["别的工作簿看不到", { a: [broken("=[1]明细!B2"), 1] }, ["B2"]],
    ["看不懂的公式", { a: [broken("=((("), 1] }, ["B2"]],
    ["不是公式的错误值", { a: [{ value: "#N/A", error: true }, 1] }, ["B2"]],
    ["整列太大，不去找", { a: [broken("=SUM(C:C)"), broken("=#REF!")] }, ["B2", "C2"]],
    ["一万格以内去找", { a: [broken("=SUM(C1:C10000)"), broken("=#REF!")] }, ["C2"]],
    ["一万格以上不找", { a: [broken("=SUM(C1:D5001)"), broken("=#REF!")] }, ["B2", "C2"]],
  ])("%s", (_, rows, cells) => {
    const detail = sheetOf("明细", [
      [1, 2],
      [3, { value: "#REF!", error: true }],
    ]);
    expect(found(rows, detail).map((one) => (typeof one === "string" ? one : one.at))).toEqual(
      cells.length === 0 ? ["通过"] : cells,
    );
  });
});

describe("引用其他工作簿的公式", () => {
  const found = (rows: Record<string, readonly CellText[]>) => {
    const scope = drawnScope(grid(rows));
    return told(externalFormulas(selectFacts("**", scope), scope));
  };

  it("每个工作簿说一次：指第一格，给出现有的值", () => {
    expect(
      found({
        a: [formula("=[1]Sheet1!A1", 12.5), formula("=[2]表!A1+[1]表!A2", 3)],
        b: [formula("=B2", 12.5), { value: "#REF!", formula: "=[1]Sheet1!A3", error: true }],
        c: [formula("=[1]Sheet1!A4", null), formula("=[1]Sheet1!A5", "无")],
      }),
    ).toEqual([
      {
        at: "B2",
        actual: "=[1]Sheet1!A1",
        words: { source: "1", formula: "=[1]Sheet1!A1", count: "5" },
        related: ["C2", "C3", "B4", "C4"],
        fixes: ["B2 12.5", "C2 3", "C4 无"],
      },
      {
        at: "C2",
        actual: "=[2]表!A1+[1]表!A2",
        words: { source: "2", formula: "=[2]表!A1+[1]表!A2", count: "1" },
        fixes: ["C2 3"],
      },
    ]);
  });

  it("没有的不说", () => {
    expect(found({ a: [formula("=C2"), 1] })).toEqual(["通过"]);
  });
});

describe("手填的合计", () => {
  const args = { totals: ["total.budget", "total.final"], alone: false };
  /** 合计 in row 2, its two parts below; the sums were checked before. */
  const scope = (
    budget: CellText,
    final: CellText,
    parts: readonly (readonly CellText[])[] = [
      [1, 3],
      [2, 4],
    ],
    around?: Partial<Scope>,
  ) => {
    const found = drawnScope(grid({ total: [budget, final], a: parts[0] ?? [], b: parts[1] ?? [] }), around);
    for (const column of ["budget", "final"]) {
      sum(
        {
          total: `total.${column}`,
          parts: [`a.${column}`, `b.${column}`],
          minus: [],
          relation: "=",
          proves: true,
          blankParts: "skip",
        },
        found,
      );
    }
    return found;
  };

  it("旁边的合计是公式：说出两格，给出照填过来的公式", () => {
    expect(told(typedTotal(args, scope(formula("=SUM(B3:B4)", 3), 7)))).toEqual([
      {
        at: "C2",
        actual: "7",
        expected: "=SUM(C3:C4)",
        words: { value: "7", model: "=SUM(B3:B4)", formula: "=SUM(C3:C4)" },
        related: ["B2"],
        fixes: ["C2 =SUM(C3:C4) → 7"],
      },
    ]);
  });

  it("照填过来算得不同：改给各项相加的公式", () => {
    expect(told(typedTotal(args, scope(formula("=SUM(B3:B4)*1", 3), 8)))).toMatchObject([
      { expected: "=C3+C4", fixes: ["C2 =C3+C4 → 8"] },
    ]);
    expect(told(typedTotal(args, scope(formula("=B3+B4+B9", 3), 7)))).toMatchObject([{ expected: "=C3+C4+C9" }]);
    expect(told(typedTotal(args, scope(formula("=ABS(", 3), 7)))).toMatchObject([{ expected: "=C3+C4" }]);
  });

  it.each<[string, CellText, CellText, string]>([
    ["都是公式", formula("=SUM(B3:B4)", 3), formula("=SUM(C3:C4)", 7), "通过"],
    ["空着的不是手填", formula("=SUM(B3:B4)", 3), null, "通过"],
    ["0 不是手填", formula("=SUM(B3:B4)", 3), 0, "通过"],
    ["文字不是手填的数", formula("=SUM(B3:B4)", 3), "见附表", "通过"],
    ["都不是公式", 3, 7, "不适用：各合计都不是公式"],
    ["公式取自别的工作簿，学不来", formula("=[1]汇总!B2", 3), 7, "不适用：各合计都不是公式"],
  ])("%s", (_, budget, final, outcome) => {
    expect(told(typedTotal(args, scope(budget, final)))).toEqual([outcome]);
  });

  it("各项都空着的合计只能手填", () => {
    expect(
      told(
        typedTotal(
          args,
          scope(formula("=SUM(B3:B4)", 3), 7, [
            [1, null],
            [2, "—"],
          ]),
        ),
      ),
    ).toEqual(["通过"]);
  });

  it("整张表没有公式：说第一个填了的合计", () => {
    expect(told(typedTotal({ ...args, alone: true }, scope(0, 7)))).toEqual([
      { at: "C2", actual: "7", words: { value: "7" } },
    ]);
    expect(told(typedTotal({ ...args, alone: true }, scope(null, "—")))).toEqual(["通过"]);
    expect(told(typedTotal({ ...args, alone: true }, scope("见附表", formula("=C3", 3))))).toEqual(["通过"]);
  });

  it("与文字同在一格的、算出来的，不是手填的合计", () => {
    const inText = drawnScope({
      columns: { name: "项目", final: "决算数" },
      rows: { total: ["合计", { value: "合计：7万元", part: "7万元" }] },
    });
    expect(told(typedTotal({ totals: ["total.final"], alone: true }, inText))).toEqual(["通过"]);
    const derived = { ...factIn(inText.node, "total.final"), inText: false, cells: [] };
    const found = { ...inText, node: { ...inText.node, fields: new Map([["sum", derived]]) } };
    expect(select("sum", found)).toHaveLength(1);
    expect(told(typedTotal({ totals: ["sum"], alone: true }, found))).toEqual(["通过"]);
  });

  it("几个合计是公式：照最近的一个；不同行不同列的不照填", () => {
    const found = drawnScope({
      columns: { name: "项目", prior: "上年", budget: "预算数", final: "决算数" },
      rows: {
        top: ["三公", formula("=B3*1", 1), 2, formula("=D3*2/2", 3)],
        a: ["车辆", 1, 2, 3],
        total: ["合计", formula("=SUM(B3:B3)", 1), 2, 3],
      },
    });
    const all = {
      totals: ["top.prior", "top.budget", "top.final", "total.prior", "total.budget", "total.final"],
      alone: false,
    };
    const facts = (path: string) => factIn(found.node, path);
    for (const column of ["prior", "budget", "final"]) {
      for (const row of ["top", "total"])
        found.sums.set(facts(`${row}.${column}`), { parts: [facts(`a.${column}`)], minus: [] });
    }
    expect(told(typedTotal(all, found))).toMatchObject([
      { at: "C2", expected: "=C3*1", related: ["B2"] },
      { at: "C4", expected: "=SUM(C3:C3)", related: ["B4"] },
      { at: "D4", expected: "=D3", related: ["D2"] },
    ]);
  });

  it("斜对着的公式不照填，算得相同也不", () => {
    const found = drawnScope(
      grid({ total: [formula("=B4", 1), 2], a: [3, 3], b: [1, 2], other: [5, 3], more: [5, 3] }),
    );
    const facts = (path: string) => factIn(found.node, path);
    found.sums.set(facts("a.final"), { parts: [facts("b.final"), facts("b.budget")], minus: [] });
    expect(told(typedTotal({ totals: ["total.budget", "a.final"], alone: false }, found))).toMatchObject([
      { at: "C3", expected: "=C4+B4" },
    ]);
  });

  it("另一张表上的公式只作见证：公式由各项相加", () => {
    const tables: Table[] = [
      grid({ total: [3, 7], a: [1, 3], b: [2, 4] }),
      grid({ total: [formula("=SUM(B3:B4)", 3), 7], a: [1, 3], b: [2, 4] }, { annex: "a3" }),
    ];
    const found = drawnScope(tables);
    const facts = (path: string) => factIn(found.node, path);
    found.sums.set(facts("total.budget"), { parts: [facts("a.budget"), facts("b.budget")], minus: [] });
    expect(told(typedTotal({ totals: ["total.budget", "a3.total.budget"], alone: false }, found))).toMatchObject([
      { at: "B2", expected: "=B3+B4", related: ["a3!B2"] },
    ]);
  });
});
