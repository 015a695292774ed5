import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkWorkbook, openBook, scoreEdits, type ScoreEdits } from "../../src/app/index.js";
import { addressOf, type WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { fileWorkbookHost } from "../../src/hosts/file/index.js";
import { hunanPack } from "../support/hunan-pack.js";
import { repositoryRoot } from "../support/planted-tree.js";
import { type CellText, sheetOf, workbookOf } from "../support/sheet.js";

const pack = hunanPack();
const plan = (workbook: WorkbookSnapshot): ScoreEdits => scoreEdits(workbook, openBook(workbook, pack), pack);
const told = ({ changes }: ScoreEdits): string[] =>
  changes.map(
    ({ cell, before, after, formula }) => `${cell.sheet} ${addressOf(cell)}: ${before} → ${formula ?? after}`,
  );

const scoreRules = [
  "fund/execution-rate",
  "fund/execution-score",
  "fund/rate-notation",
  "indicator/score-mismatch",
  "indicator/full-score-unmet",
  "indicator/deducted-without-cause",
  "indicator/score-range",
  "indicator/total-score",
];

async function fileOf(name: string) {
  const host = fileWorkbookHost(readFileSync(join(repositoryRoot, "assets/samples", name)), name);
  const read = async (): Promise<WorkbookSnapshot> => {
    const snapshot = await host.read();
    if (!snapshot.ok) throw new Error(snapshot.failure.message.zh);
    return snapshot.value;
  };
  return { host, read };
}

describe("写回样例工作簿", () => {
  it("写回以后，查不出得分和执行率的错", async () => {
    const { host, read } = await fileOf("redcross-2024-mistakes.xlsx");
    const workbook = await read();
    const about = ({ id }: { readonly id: string }): boolean => scoreRules.includes(id);
    const before = checkWorkbook(workbook, openBook(workbook, pack), pack).findings.filter(about);
    expect(before.length).toBeGreaterThan(0);
    const planned = plan(workbook);
    expect(told(planned)).toEqual(["附件2 整体支出自评表 H6: 100.00% → =F6/E6"]);
    const written = await host.write(planned.edits);
    if (!written.ok) throw new Error(written.failure.message.zh);
    const after = await read();
    const opened = openBook(after, pack);
    expect(
      checkWorkbook(after, opened, pack)
        .findings.filter(about)
        .map(({ id, cell }) => `${id} ${cell ? addressOf(cell) : ""}`),
    ).toEqual([]);
    expect(scoreEdits(after, opened, pack).edits).toEqual([]);
    expect((await host.undo(written.value)).ok).toBe(true);
    expect(told(plan(await read()))).toEqual(told(planned));
  });

  it("对的工作簿一格也不动", async () => {
    const { read } = await fileOf("redcross-2024.xlsx");
    expect(told(plan(await read()))).toEqual([]);
  });
});

/** Rows 6 (money) and 10–17 (indicators); E target, F actual, G weight, H score. */
const rows: readonly (readonly CellText[])[] = [
  ["附件2"],
  ["部门整体支出绩效自评表"],
  ["（2024年度）"],
  ["县级预算单位名称", "某某县林业局"],
  ["年度预算申请（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  ["", "年度资金总额", 1000, 1000, 800, 10, { value: 1, text: "100%", format: "0%" }, 10],
  ["年度总体目标", "预期目标", null, null, "实际完成情况"],
  ["", "造林", null, null, "造林"],
  ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
  ["", "产出指标(50)", "数量指标", "造林面积", 1000, 960, 20, 20],
  ["", null, "质量指标", "成活率", "≥85%", { value: 0.8, text: "80%", format: "0%" }, 10, 10],
  ["", null, "时效指标", "完成时间", "12月底前", "11月", 10, 9],
  ["", null, "成本指标", "造林成本", 50, 60, 10, 10],
  ["", "效益指标(30)", "社会效益", "就业", "显著", "有所改善", 20, 20],
  ["", null, "社会效益", "带动户数", "≥100户", "完成", 10, 10],
  ["", "满意度指标(10)", "服务对象满意度", "群众满意度", "≥95%", "96%", 10, "见说明"],
  ["总分", null, null, null, null, null, 100, 99],
];

describe("写回的公式和值", () => {
  const planned = plan(workbookOf(sheetOf("附件2", rows)));

  it("能用公式的用公式，其余用值，总分改成求和", () => {
    expect(told(planned)).toEqual([
      "附件2 G6: 100% → =E6/D6",
      "附件2 H6: 10 → =ROUND(F6*MIN(1,E6/D6),2)",
      "附件2 H10: 20 → =ROUND(G10*MIN(1,F10/E10),2)",
      "附件2 H11: 10 → 9.41",
      "附件2 H12: 9 → 10",
      "附件2 H13: 10 → =ROUND(G13*MIN(1,E13/F13),2)",
      "附件2 H17: 99 → =SUM(H6,H10:H16)",
    ]);
    const cached = (row: number) => planned.edits.find((edit) => edit.row === row - 1 && edit.column === 7)?.content;
    expect(cached(10)).toEqual({ kind: "formula", formula: "=ROUND(G10*MIN(1,F10/E10),2)", cached: 19.2 });
    // 8 + 19.2 + 9.41 + 10 + 8.33 + 20 + 10
    expect(cached(17)).toEqual({ kind: "formula", formula: "=SUM(H6,H10:H16)", cached: 84.94 });
    expect(planned.edits.find(({ column }) => column === 6)?.format).toBe("0.00%");
  });

  it("定性得分不动，需人判断的、写着文字的、受保护的列出来", () => {
    expect(planned.edits.some(({ row }) => row === 13)).toBe(false);
    expect(planned.skipped.map(({ label, reason }) => `${label} ${reason}`)).toEqual([
      "带动户数 · 得分 needs-person",
      "群众满意度 · 得分 text",
    ]);
    const sheet = sheetOf("附件2", rows);
    const locked = {
      ...sheet,
      rows: sheet.rows.map((row) => row.map((cell) => cell && { ...cell, writable: false })),
    };
    const refused = plan(workbookOf(locked));
    expect(refused.edits).toEqual([]);
    expect(new Set(refused.skipped.map(({ reason }) => reason))).toEqual(new Set(["protected", "needs-person"]));
  });

  it("总分是公式的留着公式", () => {
    const summed = rows.map((row) =>
      row[0] === "总分" ? [...row.slice(0, 7), { value: 99, formula: "=SUM(H6:H16)" }] : row,
    );
    expect(told(plan(workbookOf(sheetOf("附件2", summed)))).some((line) => line.includes("H17"))).toBe(false);
  });
});
