import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, test } from "vitest";
import { sampleBooks } from "../../scripts/samples/build.js";
import { checkWorkbook, explainedBook, joinWorkbooks, openBook, type CheckResult } from "../../src/app/index.js";
import { sarifLog, type Finding, type KeptExplanation } from "../../src/core/findings/index.js";
import { draftNarrative, paragraphText } from "../../src/core/narrative/index.js";
import type { WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { emptyDesk, readDesk, withExplanation, writeDesk } from "../../src/documents/desk/index.js";
import { readWorkbook, writeNewWorkbook, type NewSheet, type NewWorkbook } from "../../src/documents/xlsx/index.js";
import { moved, renamed, stacked, withRowsInserted, type Variant } from "../fixtures/variants.js";
import { hunanPack } from "../support/hunan-pack.js";
import { repositoryRoot } from "../support/planted-tree.js";
import { sheetOf, workbookOf, type CellText } from "../support/sheet.js";

const pack = hunanPack();
const { mistaken } = sampleBooks(pack.forms);

async function snapshotOf(book: NewWorkbook | Uint8Array): Promise<WorkbookSnapshot> {
  const read = await readWorkbook(book instanceof Uint8Array ? book : writeNewWorkbook(book), "附表.xlsx");
  if (!read.ok) throw new Error(read.failure.message.zh);
  return read.value;
}

function checked(workbook: WorkbookSnapshot): CheckResult {
  return checkWorkbook(workbook, openBook(workbook, pack), pack);
}

function explained(workbook: WorkbookSnapshot, explanations: readonly KeptExplanation[]): WorkbookSnapshot {
  const desk = readDesk(workbook.deskXml);
  const held = explanations.reduce(withExplanation, desk.ok ? desk.value : emptyDesk);
  return { ...workbook, deskXml: writeDesk(held, workbook.deskXml) };
}

function explanationOf({ fingerprint, id, message }: Finding): KeptExplanation {
  return { id: fingerprint, finding: id, reason: "已核实，如实填报", by: "张三", on: "2025-03-01", about: message };
}

const prints = ({ findings }: CheckResult): string[] => findings.map(({ fingerprint }) => fingerprint).sort();

/** A copy of the first project's sheet under another name, put where the annexes begin. */
const projectBefore: Variant = (book) => {
  const project = book.sheets.find(({ name }) => name.startsWith("附件3-1"));
  if (!project) throw new Error("no project sheet");
  const cells = project.cells.map((cell) =>
    cell.content.kind === "value" && cell.content.value === "红十字会应急救援"
      ? { ...cell, content: { kind: "value", value: "新增项目" } as const }
      : cell,
  );
  return { ...book, sheets: [{ ...project, name: "附件3-0 新增项目", cells } as NewSheet, ...book.sheets] };
};

describe("说明认的是规则、角色和数字，不是地址", () => {
  let usual: CheckResult;
  beforeAll(async () => void (usual = checked(await snapshotOf(mistaken))));

  const variants: readonly (readonly [string, Variant])[] = [
    ["整体下移右移", moved(4, 1)],
    ["中间插入空行", withRowsInserted([7, 20])],
    ["工作表改名", renamed],
    ["附表排在一张工作表里", stacked],
  ];
  test.each(variants)("%s，指纹不变", async (_, variant) => {
    expect(usual.findings.filter(({ severity }) => severity !== "info")).toHaveLength(8);
    expect(prints(checked(await snapshotOf(variant(mistaken))))).toEqual(prints(usual));
  });

  it("前面插进一张项目表，后面各表的指纹不变", async () => {
    const now = prints(checked(await snapshotOf(projectBefore(mistaken))));
    expect(now).toEqual(expect.arrayContaining(prints(usual)));
    expect(usual.findings.some(({ annexKey }) => annexKey === "a3:2")).toBe(true);
  });

  it("一处一个指纹", () => expect(new Set(prints(usual)).size).toBe(usual.findings.length));
});

describe("给了说明的问题", () => {
  let workbook: WorkbookSnapshot;
  let before: CheckResult;
  beforeAll(async () => {
    workbook = await snapshotOf(mistaken);
    before = checked(workbook);
  });

  it("需要说明的算已说明，只计在 waived 里；必须更正的说明不了", () => {
    const serious = before.findings.filter(({ severity }) => severity !== "info");
    const after = checked(explained(workbook, serious.map(explanationOf)));
    expect(before.summary).toMatchObject({ error: 5, warning: 3, waived: 0 });
    expect(after.summary).toMatchObject({ error: 5, warning: 0, waived: 3 });
    const waived = after.findings.filter((finding) => finding.waived !== null);
    expect(waived.map(({ severity }) => severity)).toEqual(["warning", "warning", "warning"]);
    expect(waived[0]?.waived).toEqual({ reason: "已核实，如实填报", by: "张三", on: "2025-03-01" });
    expect(after.lapsed.map(({ why }) => why)).toEqual(["error", "error", "error", "error", "error"]);
  });

  it("问题没有了，说明用不上", () => {
    const [finding] = before.findings;
    if (!finding) throw new Error("no finding");
    const gone = { ...explanationOf(finding), id: "file/typed-total|a9|x|1" };
    expect(checked(explained(workbook, [gone])).lapsed).toMatchObject([{ why: "gone", now: null }]);
  });

  it("几个工作簿合成一个单位，各自的说明都算数", () => {
    const [first, second] = before.findings.filter(({ severity }) => severity === "warning");
    if (!first || !second) throw new Error("two warnings wanted");
    const [a1, ...others] = workbook.sheets;
    const one = explained({ ...workbook, sheets: a1 ? [a1] : [] }, [explanationOf(first)]);
    const two = explained({ ...workbook, sheets: others, deskXml: null }, [explanationOf(second)]);
    const joined = joinWorkbooks([one, two]);
    if (!joined) throw new Error("nothing joined");
    expect(checked(joined).summary).toMatchObject({ warning: 1, waived: 2 });
    const desk = readDesk(joined.deskXml);
    expect(desk.ok && desk.value.typed.size).toBeGreaterThan(3);
  });

  it("SARIF 里记作 suppressions", () => {
    const { findings } = checked(explained(workbook, before.findings.map(explanationOf)));
    const log = sarifLog("1", [{ file: "a.xlsx", findings }]) as {
      readonly runs: readonly [{ readonly results: readonly { readonly level: string; suppressions?: unknown[] }[] }];
    };
    const [{ results }] = log.runs;
    expect(results.filter(({ suppressions }) => suppressions !== undefined)).toHaveLength(3);
    expect(results.find(({ suppressions }) => suppressions)?.suppressions).toEqual([
      {
        kind: "inSource",
        status: "accepted",
        justification: "已核实，如实填报",
        properties: { by: "张三", on: "2025-03-01" },
      },
    ]);
  });
});

describe("达标却扣分，说明了原因", () => {
  interface Line {
    readonly target?: CellText;
    readonly actual?: CellText;
    readonly score?: CellText;
    readonly rate?: CellText;
    readonly executed?: number;
    readonly initial?: number;
  }
  const book = ({
    target = "≥85%",
    actual = "86%",
    score = 18,
    rate = "100%",
    executed = 1000,
    initial = 1000,
  }: Line): WorkbookSnapshot =>
    workbookOf(
      sheetOf("附件2", [
        ["附件2"],
        ["部门整体支出绩效自评表"],
        ["（2024年度）"],
        ["县级预算单位名称", "某某县林业局"],
        ["年度预算申请（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["", "年度资金总额", initial, 1000, executed, 10, rate, 10],
        ["年度总体目标", "预期目标", null, null, "实际完成情况"],
        ["", "造林", null, null, "造林"],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
        ["", "产出指标(50)", "数量指标", "造林面积", "1万亩", "1万亩", 30, 30],
        ["", null, "质量指标", "成活率", target, actual, 20, score],
        ["", "效益指标(30)", "社会效益", "群众就业", "≥100人", "100人", 30, 30],
        ["", "满意度指标(10)", "服务对象满意度", "群众满意度", "≥95%", "96%", 10, 10],
        ["总分", null, null, null, null, null, 100, 98],
      ]),
    );
  const deducted = (result: CheckResult): Finding => {
    const found = result.findings.find(({ id }) => id === "indicator/deducted-without-cause");
    if (!found) throw new Error("no such finding");
    return found;
  };
  const given = explanationOf(deducted(checked(book({}))));

  const lines: readonly (readonly [string, Line, boolean])[] = [
    ["原样", {}, true],
    ["得分", { score: 17 }, false],
    ["指标值", { target: "≥84%" }, false],
    ["实际值", { actual: "87%" }, false],
    ["换了写法", { actual: "86 %", score: { value: 18, text: "18.00" } }, true],
    ["别处的数字", { rate: "99%" }, true],
  ];
  test.each(lines)("%s", (_, line, holds) => {
    const result = checked(explained(book(line), [given]));
    expect(deducted(result).waived !== null).toBe(holds);
    expect(result.lapsed.map(({ why, now }) => [why, now?.id])).toEqual(
      holds ? [] : [["changed", "indicator/deducted-without-cause"]],
    );
  });

  const problems = (explanations: readonly KeptExplanation[], base = book({})): string => {
    const workbook = explained(base, explanations);
    const opened = openBook(workbook, pack);
    const told = explainedBook(opened.book, checkWorkbook(workbook, opened, pack).findings);
    const section = draftNarrative(told, pack.narrative).sections.find(({ id }) => id === "problems");
    return section?.paragraphs.map(paragraphText).join("") ?? "";
  };

  it("执行率、预算调整、超额完成的说明，各成一句；没有说明就没有", () => {
    const workbook = book({ target: "≥20%", executed: 850, rate: "85%", initial: 500 });
    const asked = ["fund/low-execution", "fund/adjustment", "indicator/over-achieved"];
    const given = checked(workbook).findings.filter(({ id }) => asked.includes(id));
    expect(given.map(({ id }) => id).sort()).toEqual([...asked].sort());
    const said = problems(
      given.map((finding) => ({ ...explanationOf(finding), reason: `因${finding.title}` })),
      workbook,
    );
    expect(said).toContain("全年预算执行率为85%，其原因为因执行率偏低。");
    expect(said).toContain("调整幅度较大，其原因为因预算调整幅度大。");
    expect(said).toContain("成活率实际完成值超出年度指标值较多，其原因为因超额完成没有说明。");
    expect(problems([], workbook)).not.toMatch(/其原因为/);
  });

  it("报告第七节用这个说明作原因；失效的不用", () => {
    const before = "质量指标中的成活率未达到年度指标值";
    expect(problems([])).toContain(`${before}。`);
    expect(problems([given])).toContain(`${before}，其原因为已核实，如实填报。`);
    expect(problems([{ ...given, id: `${given.id}0` }])).toContain(`${before}。`);
  });
});

it("样例里没有说明，报告的句子不变", () => {
  const sample = readFileSync(join(repositoryRoot, "assets/samples/redcross-2024.xlsx"));
  return snapshotOf(sample).then((workbook) => expect(checked(workbook).lapsed).toEqual([]));
});
