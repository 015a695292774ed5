import { describe, expect, it } from "vitest";
import type { AnnexSpec } from "../../../src/core/pack/index.js";
import { assignRole, recognise, type RoleAssignment } from "../../../src/core/recognise/index.js";
import { assignedPlace, assignedPlaces } from "../../../src/core/recognise/role-assignment.js";
import { areaAddress, parseAddress, type SheetSnapshot } from "../../../src/core/sheet/index.js";
import { blockSpec, formSpec, regionIn } from "../../support/form-spec.js";
import { workbookOf } from "../../support/sheet.js";
import { textSheet } from "../../support/text-sheet.js";

const header = blockSpec({
  id: "header",
  kind: "fields",
  fields: { unit: { type: "text", labels: ["单位名称"] } },
});
const fund = blockSpec({
  id: "fund",
  kind: "grid",
  columns: {
    note: { type: "text", labels: ["摘要"] },
    budget: { type: "money", labels: ["预算数"] },
    final: { type: "money", labels: ["决算数"] },
  },
  rows: [
    { id: "total", labels: ["总额"] },
    { id: "own", labels: ["自有资金"] },
  ],
});
const spec = formSpec({ titles: ["收支情况表"], blocks: [header, fund] });
const other = formSpec({ id: "x2", titles: ["另外情况表"], blocks: [fund] });

function assign(
  sheet: SheetSnapshot,
  role: string,
  address: string,
  known: readonly RoleAssignment[] = [],
  specs: readonly AnnexSpec[] = [spec],
) {
  const cell = parseAddress(address);
  if (!cell) throw new Error(address);
  return assignRole(workbookOf(sheet), specs, { annex: "x1", sheet: sheet.name, role, cell }, known);
}

/** `text +rows +columns address` of what is remembered, or the code of the failure. */
function remembered(...told: Parameters<typeof assign>): string {
  const made = assign(...told);
  if (!made.ok) return made.failure.code;
  const { text, rows, columns, address } = made.value;
  return `${text} +${String(rows)} +${String(columns)} ${address}`;
}

const body = "总额|1|2|3\n自有资金|4|5|6";

describe("指定以后记住什么", () => {
  it.each<readonly [string, string, readonly string[], string, string, string]>([
    ["标题的文字", "收支一览\n项目|预算数|决算数\n总额|1|2", [], "title", "A1", "收支一览 +0 +0 A1"],
    ["列：选中表头", `收支情况表\n项目|预算数|国库|x\n${body}`, [], "fund.final", "C2", "国库 +0 +0 C2"],
    ["列：选中数", `收支情况表\n项目|预算数|国库|x\n${body}`, [], "fund.final", "C4", "国库 +0 +0 C2"],
    [
      "列：表头空着，记它左边的表头和距离",
      `收支情况表\n项目|预算数||x\n${body}`,
      [],
      "fund.final",
      "C3",
      "预算数 +0 +1 C2",
    ],
    ["列：选中空着的表头", `收支情况表\n项目|预算数||x\n${body}`, [], "fund.final", "C2", "预算数 +0 +1 C2"],
    ["列：表头左边隔着空格", `收支情况表\n项目|预算数|||x\n总额|1||3`, [], "fund.final", "D3", "预算数 +0 +2 D2"],
    [
      "列：两行表头，下面空着的记上面一格",
      "收支情况表\n项目|摘要|国库|x\n.|.|.|预算数\n总额|甲|2|3",
      ["A2:A3", "B2:B3"],
      "fund.final",
      "C4",
      "国库 +0 +0 C2",
    ],
    [
      "列：两行表头，下面有字的记下面一格",
      "收支情况表\n项目|摘要|支付|x\n.|.|国库|预算数\n总额|甲|2|3",
      ["A2:A3", "B2:B3"],
      "fund.final",
      "C4",
      "国库 +0 +0 C3",
    ],
    ["行：选中行名", "收支情况表\n项目|预算数|决算数\n全部|1|2\n自有资金|3|4", [], "fund.total", "A3", "全部 +0 +0 A3"],
    ["行：选中数", "收支情况表\n项目|预算数|决算数\n全部|1|2\n自有资金|3|4", [], "fund.total", "C3", "全部 +0 +0 A3"],
    [
      "行：行名分两格，选中哪格记哪格",
      "收支情况表\n类|项目|预算数|决算数\n甲|全部|1|2",
      [],
      "fund.total",
      "A3",
      "甲 +0 +0 A3",
    ],
    [
      "行：行名分两格，选中数记靠右的",
      "收支情况表\n类|项目|预算数|决算数\n甲|全部|1|2",
      [],
      "fund.total",
      "D3",
      "全部 +0 +0 B3",
    ],
    [
      "行：文字列不算数",
      "收支情况表\n项目|摘要|预算数|决算数\n.|全部|1|2\n自有资金|.|3|4",
      [],
      "fund.total",
      "C3",
      "全部 +0 +0 B3",
    ],
    [
      "行：没有行名，只记位置",
      "收支情况表\n项目|预算数|决算数\n|1|2\n自有资金|3|4",
      [],
      "fund.total",
      "B3",
      " +0 +0 B3",
    ],
    [
      "内容：记左边的标签",
      `收支情况表\n哪家|林业局\n项目|预算数|决算数\n${body}`,
      [],
      "header.unit",
      "B2",
      "哪家 +0 +1 B2",
    ],
    [
      "内容：标签在左边隔一格",
      `收支情况表\n哪家||林业局\n项目|预算数|决算数\n${body}`,
      [],
      "header.unit",
      "C2",
      "哪家 +0 +2 C2",
    ],
    [
      "内容：左边有两格，记近的",
      `收支情况表\n甲|哪家|林业局\n项目|预算数|决算数\n${body}`,
      [],
      "header.unit",
      "C2",
      "哪家 +0 +1 C2",
    ],
    [
      "内容：左边没有，记上面的标签",
      `收支情况表\n哪家|x\n林业局\n项目|预算数|决算数\n${body}`,
      [],
      "header.unit",
      "A3",
      "哪家 +1 +0 A3",
    ],
    [
      "内容：隔行的不算上面",
      `收支情况表\n哪家|x\n|x\n林业局\n项目|预算数|决算数\n${body}`,
      [],
      "header.unit",
      "A4",
      " +0 +0 A4",
    ],
    [
      "内容：标签在同一格",
      `收支情况表\n哪家：林业局\n项目|预算数|决算数\n${body}`,
      [],
      "header.unit",
      "A2",
      "哪家 +0 +0 A2",
    ],
    [
      "内容：冒号前二十个字以内是标签",
      `收支情况表\n一二三四五六七八九十一二三四五六七八九十：林业局\n项目|预算数|决算数\n${body}`,
      [],
      "header.unit",
      "A2",
      "一二三四五六七八九十一二三四五六七八九十 +0 +0 A2",
    ],
    [
      "内容：冒号前太长，是一句话",
      `收支情况表\n甲|一二三四五六七八九十一二三四五六七八九十一：林业局\n项目|预算数|决算数\n${body}`,
      [],
      "header.unit",
      "B2",
      "甲 +0 +1 B2",
    ],
    [
      "内容：冒号在最前，没有标签",
      `收支情况表\n甲|：林业局\n项目|预算数|决算数\n${body}`,
      [],
      "header.unit",
      "B2",
      "甲 +0 +1 B2",
    ],
    [
      "内容：合并的格子",
      `收支情况表\n哪家||林业局\n项目|预算数|决算数\n${body}`,
      ["A2:B2"],
      "header.unit",
      "C2",
      "哪家 +0 +2 C2",
    ],
  ])("%s", (_, lines, merges, role, address, expected) => {
    expect(remembered(textSheet("s", lines, merges), role, address)).toBe(expected);
  });

  it("很长的标题只记前两百个字", () => {
    const made = assign(textSheet("s", `${"长".repeat(300)}\n项目|预算数|决算数\n总额|1|2`), "title", "A1");
    expect(made.ok ? made.value.text.length : made.failure.code).toBe("no-effect");
  });

  it("记在哪张附表、哪张工作表、哪个角色上", () => {
    const made = assign(textSheet("甲", `收支情况表\n项目|预算数|国库|x\n${body}`), "fund.final", "C2");
    expect(made).toMatchObject({ ok: true, value: { annex: "x1", sheet: "甲", role: "fund.final" } });
  });

  it("一张工作表上有两张同样的附表，看选中的那一张", () => {
    const two = `收支情况表\n项目|预算数|决算数\n总额|1|2\n收支情况表（二）\n项目|摘要|国库|预算数\n总额|甲|2|3`;
    expect(remembered(textSheet("s", two), "fund.final", "C6")).toBe("国库 +0 +0 C5");
  });
});

describe("不能指定的，当场说明", () => {
  const sheet = textSheet("s", `收支情况表\n项目|摘要|预算数|决算数\n${body}`);
  const failure = (...told: Parameters<typeof assign>) => {
    const made = assign(...told);
    return made.ok ? null : made.failure;
  };

  it("没有这个角色、这张附表", () => {
    const expected = {
      code: "no-such-role",
      message: { zh: "本套附表没有这个项目。", en: "The pack's annexes have no such role." },
    };
    expect(failure(sheet, "fund.nobody", "A1")).toEqual(expected);
    expect(failure(sheet, "fund.final", "A1", [], [other])).toEqual(expected);
  });

  it("没有这张工作表", () => {
    const choice = { annex: "x1", sheet: "别的", role: "fund.final", cell: { row: 0, column: 0 } };
    const made = assignRole(workbookOf(sheet), [spec], choice);
    expect(made).toEqual({
      ok: false,
      failure: {
        code: "no-such-sheet",
        message: { zh: "工作簿里没有这张工作表。", en: "The workbook has no such sheet." },
      },
    });
  });

  it("空格子当标题", () => {
    expect(failure(sheet, "title", "C1")).toEqual({
      code: "nothing-to-remember",
      message: { zh: "选中的单元格是空的。", en: "The selected cell is empty." },
    });
  });

  it("附表并不因此认得出来", () => {
    expect(failure(sheet, "fund.final", "A1")).toEqual({
      code: "no-effect",
      message: { zh: "不能这样指定：该附表里找不到唯一的“收支情况表”。", en: "The annex cannot be read that way." },
    });
  });

  it("选中的格子在另一张附表里，不因为以前指定过就算数", () => {
    const table = `项目|预算数|决算数\n${body}`;
    const two = textSheet("s", `收支情况表\n哪家|林业局\n${table}\n另外情况表\n谁家|林场\n${table}`);
    const first = assign(two, "header.unit", "B2", [], [spec, other]);
    const known = first.ok ? [first.value] : [];
    expect(known).toHaveLength(1);
    expect(remembered(two, "header.unit", "B7", known, [spec, other])).toBe("no-effect");
  });

  it("以前指定的别的角色照旧算数", () => {
    const sheet2 = textSheet("s", `收支情况表\n项目|摘要|拨入|国库|x\n${body}`);
    const first = assign(sheet2, "fund.budget", "C2");
    const known = first.ok ? [first.value] : [];
    expect(remembered(sheet2, "fund.final", "D4", known)).toBe("国库 +0 +0 D2");
    expect(remembered(sheet2, "fund.budget", "D4", known)).toBe("国库 +0 +0 D2");
  });

  it("要靠以前指定的另一列才认得出的表，两列都算数", () => {
    const sheet2 = textSheet("s", `收支情况表\n项目|拨入|国库|x\n${body}`);
    const known = { annex: "x1", sheet: "s", role: "fund.budget", text: "拨入", rows: 0, columns: 0, address: "B2" };
    expect(remembered(sheet2, "fund.final", "C4")).toBe("no-effect");
    expect(remembered(sheet2, "fund.final", "C4", [known])).toBe("国库 +0 +0 C2");
  });

  it("以前指定的失效了，不妨碍新的", () => {
    const stale = { annex: "x1", sheet: "s", role: "fund.budget", text: "没有了", rows: 0, columns: 0, address: "B9" };
    expect(remembered(sheet, "fund.final", "C3", [stale])).toBe("预算数 +0 +0 C2");
  });

  it("别的工作表不受影响", () => {
    const { annexes } = recognise(
      workbookOf(sheet, { ...sheet, name: "乙" }),
      [spec],
      [{ annex: "x1", sheet: "s", role: "fund.final", text: "预算数", rows: 0, columns: 0, address: "B2" }],
    );
    const finals = annexes.map(({ evidence }) => evidence.find(({ role }) => role === "fund.final")?.how);
    expect(finals).toEqual(["person", "label"]);
  });
});

it("没有标题、也缺必须有的块，有人指定了就认", () => {
  const sheet = textSheet("s", "项目|预算数|国库|x\n总额|1|2");
  expect(recognise(workbookOf(sheet), [spec]).annexes).toEqual([]);
  expect(remembered(sheet, "fund.final", "C2")).toBe("国库 +0 +0 C1");
});

describe("记住的指定，到附表里再找", () => {
  const sheet = textSheet("s", "收支情况表\n国库|x|支付\n总额|国库|1\n单位： 林业局|甲：乙\n总额|x|y", ["A5:B5"]);
  const assignment: RoleAssignment = {
    annex: "x1",
    sheet: "s",
    role: "fund.final",
    text: "",
    rows: 0,
    columns: 0,
    address: "",
  };

  const placesOf = (change: Partial<RoleAssignment>, area = "") => {
    const one = { ...assignment, ...change };
    return assignedPlaces(regionIn(sheet, area), spec, [one]).get(one.role);
  };

  it.each<readonly [string, Partial<RoleAssignment>, string, readonly string[] | undefined]>([
    ["按文字", { text: "支付", address: "Z9" }, "", ["C2"]],
    ["按文字和距离", { text: "支付", rows: 1, columns: -1, address: "Z9" }, "", ["B3"]],
    ["文字有两处，都可能", { text: "国库", address: "Z9" }, "", ["A2", "B3"]],
    ["文字有两处，地址对上的一处", { text: "国库", address: "B3" }, "", ["B3"]],
    ["文字的写法不同也算", { text: "其中：国库：", address: "B3" }, "", ["B3"]],
    ["没有这个文字", { text: "财政", address: "A2" }, "", undefined],
    ["合并的格子算整块", { text: "总额", address: "A5" }, "", ["A5:B5"]],
    ["没有文字的按地址", { address: "B2" }, "", ["B2"]],
    ["没有文字，地址在合并的格子里", { address: "B5" }, "", ["A5:B5"]],
    ["没有文字，地址在附表以外", { address: "B2" }, "A3:C5", undefined],
    ["没有文字，地址不成地址", { address: "二行" }, "", undefined],
    ["落到附表下面的不算", { text: "支付", rows: 4, address: "Z9" }, "", undefined],
    ["落在附表最后一行的算", { text: "支付", rows: 3, address: "Z9" }, "", ["C5"]],
    ["别的附表", { text: "支付", annex: "x2" }, "", undefined],
    ["别的工作表", { text: "支付", sheet: "t" }, "", undefined],
    ["没有这个角色", { text: "支付", role: "fund.nobody" }, "", undefined],
    ["列的文字要整格相同", { text: "单位", address: "A4" }, "", undefined],
    ["内容可以和标签同在一格", { role: "header.unit", text: "单位", address: "Z9" }, "", ["A4"]],
    ["有距离的，标签要整格相同", { role: "header.unit", text: "单位", columns: 1, address: "B4" }, "", undefined],
    ["有行距的也一样", { role: "header.unit", text: "单位", rows: 1, address: "B4" }, "", undefined],
  ])("%s", (_, change, area, expected) => {
    expect(placesOf(change, area)?.map((place) => areaAddress(place.area))).toEqual(expected);
  });

  it("标签和内容同在一格的，内容是标签后面的字", () => {
    expect(placesOf({ role: "header.unit", text: "单位", address: "A4" })).toEqual([
      { area: { top: 3, left: 0, bottom: 3, right: 0 }, label: "单位", value: "林业局" },
    ]);
    expect(placesOf({ text: "支付", address: "C2" })?.[0]).toMatchObject({ label: "支付", value: null });
    expect(placesOf({ address: "B2" })?.[0]).toMatchObject({ label: "", value: null });
  });

  it("只有一处可能的才作数", () => {
    const places = assignedPlaces(regionIn(sheet), spec, [
      { ...assignment, text: "国库", address: "Z9" },
      { ...assignment, role: "fund.budget", text: "支付", address: "Z9" },
    ]);
    expect(assignedPlace(places, "fund.final")).toBeNull();
    expect(assignedPlace(places, "fund.nobody")).toBeNull();
    expect(assignedPlace(places, "fund.budget")?.label).toBe("支付");
  });
});

describe("失效的指定说明原因", () => {
  const sheet = textSheet("s", `收支情况表\n项目|摘要|预算数|决算数\n${body}`);
  const lapsed = (change: Partial<RoleAssignment>): readonly string[] => {
    const one = {
      annex: "x1",
      sheet: "s",
      role: "fund.final",
      text: "国库",
      rows: 0,
      columns: 0,
      address: "C2",
      ...change,
    };
    const books = workbookOf(sheet, textSheet("空", "x"), { ...sheet, name: "t" });
    return recognise(books, [spec], [one]).lapsed.map(({ reason }) => reason);
  };

  it.each<readonly [string, Partial<RoleAssignment>, readonly string[]]>([
    ["还有效", { text: "预算数", address: "B2" }, []],
    ["文字没有了", {}, ["该附表里找不到唯一的“国库”"]],
    ["很长的文字只说开头", { text: "长".repeat(50) }, [`该附表里找不到唯一的“${"长".repeat(40)}”`]],
    ["没有文字，位置也不在了", { text: "", address: "Z9" }, ["原来的单元格已不在该附表的范围内"]],
    ["这张表里没有附表", { sheet: "空" }, ["这张工作表里没有认出该附表"]],
    ["是别的附表", { annex: "x2" }, ["这张工作表里没有认出该附表"]],
    ["没有这张工作表", { sheet: "没有" }, ["工作簿里已没有这张工作表"]],
  ])("%s", (_, change, reasons) => {
    expect(lapsed(change)).toEqual(reasons);
  });
});

it("指定的标题只是那一格，同一行的别的字不是", () => {
  const sheet = textSheet("s", `单位|收支一览\n项目|摘要|预算数|决算数\n${body}`);
  const said = { annex: "x1", sheet: "s", role: "title", text: "收支一览", rows: 0, columns: 0, address: "B1" };
  const { annexes } = recognise(workbookOf(sheet), [spec], [said]);
  expect(annexes.map(({ title, range }) => [title?.text, areaAddress(range)])).toEqual([["收支一览", "A1:D4"]]);
});

it("失效的一条一条说，有效的不说", () => {
  const sheet = textSheet("s", `收支情况表\n项目|摘要|预算数|决算数\n${body}`);
  const said = { annex: "x1", sheet: "s", rows: 0, columns: 0 };
  const { lapsed } = recognise(
    workbookOf(sheet),
    [spec],
    [
      { ...said, role: "fund.budget", text: "预算数", address: "C2" },
      { ...said, role: "fund.final", text: "国库", address: "D2" },
    ],
  );
  expect(lapsed.map(({ assignment }) => assignment.role)).toEqual(["fund.final"]);
});

describe("文字有几处、说不准是哪一处的，不作数", () => {
  const lines = `收支情况表\n单位名称|林业局|甲\n项目|甲|预算数|决算数\n总额|x|1|2\n全部|x|3|4\n全部|x|5|6`;

  it.each<readonly [string, string, string]>([
    ["header.unit", "甲", "B2"],
    ["fund.total", "全部", "A4"],
  ])("%s", (role, text, place) => {
    const said = { annex: "x1", sheet: "s", role, text, rows: 0, columns: 0, address: "Z9" };
    const { annexes, lapsed } = recognise(workbookOf(textSheet("s", lines)), [spec], [said]);
    const found = annexes[0]?.evidence.find((one) => one.role === role);
    expect([found && areaAddress(found.area), found?.how]).toEqual([place, "label"]);
    expect(lapsed.map(({ reason }) => reason)).toEqual([`该附表里找不到唯一的“${text}”`]);
  });
});
