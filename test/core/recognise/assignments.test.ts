import { describe, expect, it } from "vitest";
import { buildBook, factAt } from "../../../src/core/facts/index.js";
import {
  assignRole,
  recognise,
  recognitionOutline,
  type RoleAssignment,
  type RoleChoice,
} from "../../../src/core/recognise/index.js";
import { addressOf, parseAddress, type CellAddress, type SheetSnapshot } from "../../../src/core/sheet/index.js";
import { linglingAnnex2 } from "../../fixtures/lingling.js";
import { packOf } from "../../support/pack.js";
import { workbookOf } from "../../support/sheet.js";

const { annexes: specs } = packOf("hunan-2024");

/** The form with some cells retyped. */
function retyped(words: Readonly<Record<string, string>>): SheetSnapshot {
  return {
    ...linglingAnnex2,
    rows: linglingAnnex2.rows.map((row) =>
      row.map((cell) => {
        const word = cell ? words[cell.text] : undefined;
        return cell && word !== undefined ? { ...cell, value: word, text: word } : cell;
      }),
    ),
  };
}

function moved(sheet: SheetSnapshot, rows: number, columns: number): SheetSnapshot {
  return {
    ...sheet,
    top: sheet.top + rows,
    left: sheet.left + columns,
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({
      top: top + rows,
      left: left + columns,
      bottom: bottom + rows,
      right: right + columns,
    })),
  };
}

function at(address: string): CellAddress {
  const cell = parseAddress(address);
  if (!cell) throw new Error(address);
  return cell;
}

function assign(sheet: SheetSnapshot, role: string, address: string): RoleAssignment {
  const choice: RoleChoice = { annex: "a2", sheet: sheet.name, role, cell: at(address) };
  const made = assignRole(workbookOf(sheet), specs, choice);
  if (!made.ok) throw new Error(made.failure.message.zh);
  return made.value;
}

/** Address of the cell behind a role path, moved back. */
function cellOf(
  sheet: SheetSnapshot,
  assignments: readonly RoleAssignment[],
  path: string,
  [rows, columns]: readonly [number, number] = [0, 0],
): string | null {
  const recognition = recognise(workbookOf(sheet), specs, assignments);
  expect(recognition.lapsed).toEqual([]);
  const [annex] = buildBook(recognition).annexes;
  const [cell] = factAt(annex?.root ?? null, path)?.cells ?? [];
  return cell ? addressOf({ row: cell.row - rows, column: cell.column - columns }) : null;
}

describe("由人指定“这是全年执行数”", () => {
  const cases: readonly (readonly [string, Record<string, string>, string, string, string, string])[] = [
    ["选中列的表头", { 全年执行数: "国库支付" }, "fund.executed", "F4", "fund.total.executed", "F5"],
    ["选中列里的数", { 全年执行数: "国库支付" }, "fund.executed", "F5", "fund.total.executed", "F5"],
    ["表头空着", { 全年执行数: "" }, "fund.executed", "F5", "fund.total.executed", "F5"],
    ["选中指标表里的一格", { 实际完成值: "年末数" }, "indicators.actual", "F16", "indicators.0.actual", "F14"],
    ["选中一行的行名", { 年度资金总额: "全部资金" }, "fund.total", "B5", "fund.total.budget", "E5"],
    ["选中一行里的数", { 年度资金总额: "全部资金" }, "fund.total", "E5", "fund.total.budget", "E5"],
    ["选中单位名称那一格", { 县级预算单位名称: "哪个单位" }, "header.unit", "C3", "header.unit", "C3"],
    ["标签和内容同在一格", { 县级预算单位名称: "本表由：林业局" }, "header.unit", "A3", "header.unit", "A3"],
    ["收入性质的一项", { "其他资金：2880万元": "别的钱：2880万元" }, "byIncome.other", "B10", "byIncome.other", "B10"],
    ["本来认出的改到另一列", {}, "fund.executed", "D4", "fund.total.executed", "D5"],
  ];

  it.each(cases)("%s", (_, words, role, selected, path, expected) => {
    const sheet = retyped(words);
    const assignment = assign(sheet, role, selected);
    const items = path.startsWith("indicators.");
    const read = (of: SheetSnapshot, back: readonly [number, number]): string | null => {
      if (!items) return cellOf(of, [assignment], path, back);
      const [annex] = buildBook(recognise(workbookOf(of), specs, [assignment])).annexes;
      const list = annex?.root.fields.get("indicators");
      const cell = list?.node === "list" ? factAt(list.items[0] ?? null, "actual")?.cells[0] : undefined;
      return cell ? addressOf({ row: cell.row - back[0], column: cell.column - back[1] }) : null;
    };
    expect(read(sheet, [0, 0])).toBe(expected);
    expect(read(moved(sheet, 4, 3), [4, 3])).toBe(expected);
  });

  it("标签和内容同在一格时，标签不算内容", () => {
    const sheet = retyped({ 县级预算单位名称: "本表由：林业局" });
    const recognition = recognise(workbookOf(sheet), specs, [assign(sheet, "header.unit", "A3")]);
    expect(buildBook(recognition).annexes[0]?.unit).toBe("林业局");
  });

  it("指定标题：认不出标题的表按指定的附表来读", () => {
    const sheet = retyped({ 部门整体支出绩效自评表: "整体自评（二〇二一）", 年度预算申请: "x" });
    const assignment = assign(sheet, "title", "A1");
    const { annexes } = recognise(workbookOf(sheet), specs, [assignment]);
    expect(annexes.map(({ spec, title }) => [spec.id, title?.text])).toEqual([["a2", "整体自评（二〇二一）"]]);
  });

  it("原来的文字没有了，指定就失效，并说明原因；不按旧地址硬套", () => {
    const sheet = retyped({ 全年执行数: "国库支付" });
    const assignment = assign(sheet, "fund.executed", "F4");
    const changed = retyped({ 全年执行数: "支付" });
    const recognition = recognise(workbookOf(changed), specs, [assignment]);
    expect(recognition.lapsed.map(({ reason }) => reason)).toEqual(["该附表里找不到唯一的“国库支付”"]);
    expect(recognition.annexes[0]?.missing.map(({ role }) => role)).toContain("fund.executed");
  });

  it.each([
    [{ sheet: "别的表" }, "工作簿里已没有这张工作表"],
    [{ annex: "a1" }, "这张工作表里没有认出该附表"],
    [{ role: "fund.nobody" }, "该附表里找不到唯一的“全年执行数”"],
  ])("失效的原因：%o", (change, reason) => {
    const assignment = { ...assign(linglingAnnex2, "fund.executed", "F4"), ...change };
    const { lapsed, annexes } = recognise(workbookOf(linglingAnnex2), specs, [assignment]);
    expect(lapsed.map((one) => one.reason)).toEqual([reason]);
    expect(annexes).toEqual(recognise(workbookOf(linglingAnnex2), specs).annexes);
  });

  it("指定不能生效的选择当场回绝", () => {
    const choice = { annex: "a2", sheet: "附件2", role: "fund.executed", cell: at("A1") };
    expect(assignRole(workbookOf(linglingAnnex2), specs, choice)).toMatchObject({
      ok: false,
      failure: { code: "no-effect" },
    });
    expect(assignRole(workbookOf(linglingAnnex2), specs, { ...choice, role: "fund.nobody" })).toMatchObject({
      ok: false,
      failure: { code: "no-such-role" },
    });
  });
});

describe("认出了什么、凭什么", () => {
  const sheet = retyped({ 全年执行数: "国库支付", 年初预算数: "年初预算数（批复）" });
  const outline = (assignments: readonly RoleAssignment[]) => {
    const { annexes } = recognitionOutline(recognise(workbookOf(sheet), specs, assignments));
    return new Map(annexes[0]?.roles.map((role) => [role.role, role]));
  };

  it("每个角色说明位置、文字和把握", () => {
    const roles = outline([assign(sheet, "fund.executed", "F5")]);
    expect(roles.get("title")).toMatchObject({ range: "A1:I1", part: "title", how: "label" });
    expect(roles.get("fund.initial")).toMatchObject({ range: "D4", label: "年初预算数（批复）", how: "bare" });
    expect(roles.get("fund.executed")).toEqual({
      role: "fund.executed",
      part: "column",
      name: "全年执行数",
      block: "预算资金",
      range: "F4",
      label: "国库支付",
      how: "person",
    });
    expect(roles.get("fund.total")).toMatchObject({ range: "B5:C5", part: "row", how: "label" });
    expect(roles.get("header.unit")).toMatchObject({ range: "C3:I3", label: "县级预算单位名称", how: "label" });
  });

  it("没有找到的也列出来", () => {
    expect(outline([]).get("fund.executed")).toMatchObject({ range: null, how: null, name: "全年执行数" });
  });
});
