import { describe, expect, it } from "vitest";
import {
  recognise,
  recognitionOutline,
  roleNamesOf,
  type AnnexOutline,
  type RoleAssignment,
} from "../../../src/core/recognise/index.js";
import type { SheetSnapshot } from "../../../src/core/sheet/index.js";
import { blockSpec, formSpec } from "../../support/form-spec.js";
import { workbookOf } from "../../support/sheet.js";
import { textSheet } from "../../support/text-sheet.js";

const spec = formSpec({
  name: "收支情况表",
  titles: ["收支情况表"],
  blocks: [
    blockSpec({
      id: "header",
      name: "表头",
      kind: "fields",
      optional: true,
      fields: {
        unit: { type: "text", labels: ["单位名称", "{any}级单位"] },
        head: { type: "text", name: "签字人", labels: ["负责人"] },
      },
    }),
    blockSpec({
      id: "fund",
      name: "资金",
      kind: "grid",
      columns: {
        budget: { type: "money", labels: ["{year}年预算数"] },
        final: { type: "money", name: "决算", labels: ["决算数"] },
      },
      rows: [
        { id: "total", labels: ["总额"] },
        { id: "own", labels: ["{any}自有资金"] },
      ],
    }),
    blockSpec({
      id: "rows",
      kind: "list",
      key: "name",
      columns: { name: { type: "text", labels: ["名称"] }, amount: { type: "money", labels: ["金额"] } },
      total: { id: "sum", labels: ["合计"], columns: ["amount"] },
    }),
    blockSpec({
      id: "income",
      kind: "inline",
      optional: true,
      label: ["按收入分"],
      fields: { general: { type: "money", labels: ["公共预算"] } },
    }),
    blockSpec({
      id: "staff",
      kind: "record",
      optional: true,
      columns: { quota: { type: "count", labels: ["编制数"] }, actual: { type: "count", labels: ["在职人数"] } },
    }),
    blockSpec({
      id: "plain",
      kind: "list",
      optional: true,
      key: "code",
      columns: { code: { type: "text", labels: ["编码"] }, note: { type: "text", labels: ["摘要"] } },
    }),
  ],
});

const form = `收支情况表
单位名称（盖章）|林业局
项目|2024年预算数|决算数（元）
总额（元）|1|2
县级自有资金|3|4
名称|金额
甲|5
合计|5
按收入分
公共预算：6
编制数|在职人数
7|8`;

function outlineOf(sheet: SheetSnapshot, assignments: readonly RoleAssignment[] = []): AnnexOutline | undefined {
  return recognitionOutline(recognise(workbookOf(sheet), [spec], assignments)).annexes[0];
}

/** `role | where | what it prints | how`. */
function rolesOf(sheet: SheetSnapshot, assignments: readonly RoleAssignment[] = []): readonly string[] {
  return (outlineOf(sheet, assignments)?.roles ?? []).map(({ role, range, label, how }) =>
    [role, range, label, how].map((part) => String(part)).join(" | "),
  );
}

function said(role: string, text: string, address: string, columns = 0): RoleAssignment {
  return { annex: "x1", sheet: "s", role, text, rows: 0, columns, address };
}

it("各角色给人看的名称", () => {
  expect(
    [...roleNamesOf(spec).values()].map(({ role, part, name, block }) => [role, part, name, block].join(" | ")),
  ).toEqual([
    "title | title | 收支情况表 | ",
    "header.unit | field | 单位名称 | 表头",
    "header.head | field | 签字人 | 表头",
    "fund.budget | column | N年预算数 | 资金",
    "fund.final | column | 决算 | 资金",
    "fund.total | row | 总额 | 资金",
    "fund.own | row | 自有资金 | 资金",
    "rows.name | column | 名称 | ",
    "rows.amount | column | 金额 | ",
    "rows.sum | row | 合计 | ",
    "income.general | field | 公共预算 | ",
    "staff.quota | column | 编制数 | ",
    "staff.actual | column | 在职人数 | ",
    "plain.code | column | 编码 | ",
    "plain.note | column | 摘要 | ",
  ]);
  expect(roleNamesOf(spec).get("fund.own")?.name).toBe("自有资金");
});

describe("认出了什么、凭什么", () => {
  it("每个角色在哪里、印着什么、凭什么认的；没有的列在后面", () => {
    expect(rolesOf(textSheet("s", form))).toEqual([
      "title | A1 | 收支情况表 | label",
      "header.unit | B2 | 单位名称（盖章） | bare",
      "fund.budget | B3 | 2024年预算数 | label",
      "fund.final | C3 | 决算数（元） | bare",
      "fund.total | A4 | 总额（元） | bare",
      "fund.own | A5 | 县级自有资金 | label",
      "rows.name | A6 | 名称 | label",
      "rows.amount | B6 | 金额 | label",
      "rows.sum | A8 | 合计 | label",
      "income.general | A10 | 公共预算 | label",
      "staff.quota | A11 | 编制数 | label",
      "staff.actual | B11 | 在职人数 | label",
      "header.head | null | null | null",
      "plain.code | null | null | null",
      "plain.note | null | null | null",
    ]);
  });

  it("附表在哪里、标题是什么、有几分把握", () => {
    expect(outlineOf(textSheet("s", form))).toMatchObject({
      annex: "x1",
      name: "收支情况表",
      sheet: "s",
      range: "A1:C12",
      title: "收支情况表",
      confidence: 1,
    });
    expect(outlineOf(textSheet("s", form.replace("收支情况表\n", "")))).toMatchObject({ title: "", confidence: 0.8 });
  });

  it("印着的文字前后的空格不说", () => {
    const padded = textSheet("s", form);
    const sheet = {
      ...padded,
      rows: padded.rows.map((row) => row.map((cell) => cell && { ...cell, text: ` ${cell.text} ` })),
    };
    expect(rolesOf(sheet)).toEqual(rolesOf(padded));
    expect(outlineOf(sheet)?.title).toBe("收支情况表");
  });

  it("没有标题、没有合计行的，列为没有", () => {
    const roles = rolesOf(textSheet("s", form.replace("收支情况表\n", "").replace("合计", "乙")));
    expect(roles).toContain("title | null | null | null");
    expect(roles).toContain("rows.sum | null | null | null");
  });

  it("只凭位置认出的列", () => {
    const carried = formSpec({
      blocks: [
        blockSpec({
          id: "rows",
          kind: "list",
          key: "name",
          columns: {
            level: { type: "text", labels: ["类别"], carry: true },
            name: { type: "text", labels: ["名称"] },
            amount: { type: "money", labels: ["金额"] },
            note: { type: "text", labels: ["备注"] },
            rate: { type: "rate", labels: ["比率"] },
          },
        }),
      ],
    });
    const { annexes } = recognise(workbookOf(textSheet("s", "收支情况表\n类别||金额|备注|比率\n甲|乙|1")), [carried]);
    const name = annexes[0]?.evidence.find(({ role }) => role === "rows.name");
    expect([name?.how, name?.label, name?.area.left]).toEqual(["position", "", 1]);
  });

  it.each<readonly [string, RoleAssignment, string]>([
    ["标题", said("title", "收支情况表", "A1"), "title | A1 | 收支情况表 | person"],
    ["一列", said("fund.final", "决算数（元）", "C3"), "fund.final | C3 | 决算数（元） | person"],
    ["一行", said("fund.total", "总额（元）", "A4"), "fund.total | A4 | 总额（元） | person"],
    ["一行里的一格", said("fund.total", "总额（元）", "B4", 1), "fund.total | A4 | 总额（元） | person"],
    ["一个内容", said("header.unit", "单位名称（盖章）", "B2", 1), "header.unit | B2 | 单位名称（盖章） | person"],
    ["合计行", said("rows.sum", "合计", "A8"), "rows.sum | A8 | 合计 | person"],
    ["同格的内容", said("income.general", "公共预算", "A10"), "income.general | A10 | 公共预算 | person"],
  ])("由人指定的%s", (_, assignment, expected) => {
    expect(rolesOf(textSheet("s", form), [assignment])).toContain(expected);
  });
});
