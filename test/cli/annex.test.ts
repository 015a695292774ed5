import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/cli/index.js";
import { emptyDesk, withExplanation, writeDesk } from "../../src/documents/desk/index.js";
import { editWorkbook, readWorkbook } from "../../src/documents/xlsx/index.js";
import { rawWorkbook } from "../documents/xlsx/raw-workbook.js";
import { hunanPack } from "../support/hunan-pack.js";

const root = resolve(import.meta.dirname, "../..");
const clean = join(root, "assets/samples/redcross-2024.xlsx");
const mistakes = join(root, "assets/samples/redcross-2024-mistakes.xlsx");
const expected = JSON.parse(readFileSync(join(root, "assets/samples/redcross-2024.expected.json"), "utf8")) as Record<
  string,
  { readonly id: string; readonly severity: string; readonly sheet: string; readonly cell: string }[]
>;

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "annex-cli-"));
  // The command line reads packs that the build compiled.
  mkdirSync(join(root, "build/packs"), { recursive: true });
  writeFileSync(join(root, "build/packs/hunan-2024.json"), JSON.stringify(hunanPack()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Called {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

async function annex(...argv: string[]): Promise<Called> {
  let out = "";
  let error = "";
  const console = { out: (text: string) => void (out += text), error: (text: string) => void (error += text) };
  const status = await run(argv, console, "1.2.3");
  return { status, out, error };
}

interface CheckJson {
  readonly tool: { readonly name: string; readonly version: string };
  readonly pack: string | null;
  readonly workbooks: readonly {
    readonly file: string | null;
    readonly files?: readonly string[];
    readonly pack: string | null;
    readonly status: string;
    readonly error: { readonly code: string; readonly message: string } | null;
    readonly annexes: readonly Record<string, unknown>[];
    readonly findings: readonly (Record<string, unknown> & {
      readonly id: string;
      readonly severity: string;
      readonly cell: string | null;
    })[];
    readonly summary: Record<string, number>;
    readonly lapsed: readonly unknown[];
  }[];
}

async function checkJson(...argv: string[]): Promise<{ status: number; json: CheckJson; error: string }> {
  const { status, out, error } = await annex("check", "--format", "json", ...argv);
  return { status, json: JSON.parse(out) as CheckJson, error };
}

describe("annex check", () => {
  it("带错样例：八处错误各在其格，退出码 1", async () => {
    const { status, json, error } = await checkJson(mistakes);
    expect(status).toBe(1);
    expect(error).toBe("");
    const [workbook] = json.workbooks;
    const found = workbook?.findings
      .filter(({ severity }) => severity !== "info")
      .map(({ id, severity, sheet, cell }) => ({ id, severity, sheet, cell }));
    const wanted = expected["redcross-2024-mistakes.xlsx"]?.map(({ id, severity, sheet, cell }) => ({
      id,
      severity,
      sheet,
      cell,
    }));
    expect(wanted).toHaveLength(8);
    expect(found).toHaveLength(8);
    expect(found).toEqual(expect.arrayContaining(wanted ?? []));
    expect(workbook?.summary).toMatchObject({ error: 5, warning: 3, waived: 0 });
  });

  it("字段与约定一致", async () => {
    const { json } = await checkJson(mistakes);
    expect(json.tool).toEqual({ name: "annex", version: "1.2.3" });
    expect(json.pack).toBeNull();
    const [workbook] = json.workbooks;
    expect(workbook).toMatchObject({ file: mistakes, pack: "hunan-2024", status: "ok", error: null });
    expect(workbook?.annexes.map(({ annex: kind }) => kind)).toEqual(["a1", "a2", "a3", "a3", "a3", "a4"]);
    expect(workbook?.annexes[1]).toMatchObject({
      sheet: "附件2 整体支出自评表",
      range: "A1:I41",
      title: "部门整体支出绩效自评表",
      year: 2024,
      unit: "屈原管理区红十字会",
      project: null,
      moneyUnit: "万元",
    });
    const rate = workbook?.findings.find(({ id }) => id === "fund/execution-rate");
    expect(rate).toMatchObject({
      severity: "error",
      annex: "a2",
      subject: "fund.total.rate",
      sheet: "附件2 整体支出自评表",
      cell: "H6",
      range: null,
      actual: "100.00%",
      expected: "94.21%",
      waived: null,
      document: null,
      fix: { kind: "formula", sheet: "附件2 整体支出自评表", cell: "H6", content: "=F6/E6" },
      related: [
        { file: null, sheet: "附件2 整体支出自评表", cell: "F6", label: "全年执行数" },
        { file: null, sheet: "附件2 整体支出自评表", cell: "E6", label: "全年预算数" },
      ],
    });
  });

  it("干净样例：没有必须更正和需要说明，退出码 0", async () => {
    const { status, json } = await checkJson("--pack", "hunan-2024", clean);
    expect(status).toBe(0);
    expect(json.pack).toBe("hunan-2024");
    expect(json.workbooks[0]?.summary).toMatchObject({ error: 0, warning: 0 });
  });

  it("读不了的文件说明原因，其余照常，退出码 2", async () => {
    const broken = join(folder, "坏.xlsx");
    writeFileSync(broken, "不是工作簿");
    const { status, json, error } = await checkJson(broken, mistakes, join(folder, "没有.xlsx"));
    expect(status).toBe(2);
    expect(json.workbooks.map(({ status: state }) => state)).toEqual(["unreadable", "ok", "unreadable"]);
    expect(json.workbooks[0]?.error?.code).toBe("not-a-workbook");
    const lines = error.trim().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain("坏.xlsx");
    expect(lines[1]).toContain("没有.xlsx");
    for (const line of lines) expect(line).toMatch(/^annex: .+ \/ .+/);
  });

  it("没有附表的工作簿：说清楚没找到", async () => {
    const other = join(folder, "工资表.xlsx");
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>基本工资</t></is></c></row>';
    writeFileSync(other, rawWorkbook({ sheets: [{ name: "工资", data: rows }] }));
    const { status, out, error } = await annex("check", other);
    expect(status).toBe(2);
    expect(out).toContain("没有找到附表");
    expect(error).toMatch(/^annex: .*工资表\.xlsx: 没有找到附表.* \/ No annex was found/);
    const { status: both, json } = await checkJson(other, clean);
    expect(both).toBe(2);
    expect(json.workbooks.map(({ status: state }) => state)).toEqual(["unreadable", "ok"]);
    expect(json.workbooks[0]?.error?.code).toBe("no-annex");
    expect((await annex("score", other)).status).toBe(2);
    expect((await annex("check", other, "--fix", join(folder, "无.xlsx"))).status).toBe(2);
    expect(existsSync(join(folder, "无.xlsx"))).toBe(false);
  });

  it("--together：读不了的是哪一个，就说哪一个", async () => {
    const broken = join(folder, "坏的.xlsx");
    writeFileSync(broken, "不是工作簿");
    const { status, error } = await annex("check", clean, broken, "--together");
    expect(status).toBe(2);
    expect(error).toMatch(/^annex: .*坏的\.xlsx：/);
    expect(error).not.toContain("redcross");
  });

  it("输出不会写到要读的文件上", async () => {
    const copy = join(folder, "原件.xlsx");
    const bytes = readFileSync(mistakes);
    for (const argv of [
      ["check", copy, "--fix", copy],
      ["check", copy, "--output", join(folder, ".", "原件.xlsx")],
      ["check", copy, "--fix", join(folder, "新.xlsx"), "--output", join(folder, "新.xlsx")],
      ["score", copy, "--output", copy],
      ["narrate", copy, "--output", copy, "--force"],
    ]) {
      writeFileSync(copy, bytes);
      const { status, out, error } = await annex(...argv);
      expect(status, argv.join(" ")).toBe(2);
      expect(out).toBe("");
      expect(error).toMatch(/^annex: .+ \/ .+\n$/);
      expect(readFileSync(copy).equals(bytes)).toBe(true);
    }
  });

  it("工作簿里存着的说明：只计在 waived，退出码不看它；失效的另列", async () => {
    const { json: before } = await checkJson(mistakes);
    const prints = before.workbooks[0]?.findings.filter(({ severity }) => severity === "warning") ?? [];
    const kept = [...prints.map(({ fingerprint }) => String(fingerprint)), "a1/gone|a1|x|1"];
    const desk = kept.reduce(
      (held, id) =>
        withExplanation(held, { id, finding: "a1/x", reason: "如实填报", by: "李四", on: "2025-03-01", about: "" }),
      emptyDesk,
    );
    const edited = await editWorkbook(readFileSync(mistakes), { edits: [], deskXml: writeDesk(desk, null) });
    if (!edited.ok) throw new Error(edited.failure.message.zh);
    const file = join(folder, "说明.xlsx");
    writeFileSync(file, edited.value);

    const { status, json } = await checkJson(file);
    const [workbook] = json.workbooks;
    expect(status).toBe(1);
    expect(workbook?.summary).toMatchObject({ error: 5, warning: 0, waived: 3 });
    expect(workbook?.findings.filter(({ waived }) => waived !== null).map(({ waived }) => waived)).toEqual(
      prints.map(() => ({ reason: "如实填报", by: "李四", on: "2025-03-01" })),
    );
    expect(workbook?.lapsed).toEqual([
      { id: "a1/x", why: "gone", reason: "如实填报", by: "李四", on: "2025-03-01", about: "", now: null },
    ]);
    const text = await annex("check", file);
    expect(text.out).toContain("说明：如实填报（李四，2025-03-01）");
    expect(text.out).toMatch(/必须更正 5 · 需要说明 0 · 提示 \d+ · 已说明 3/);
    expect(text.out).toContain("说明用不上了：问题已不存在");

    const fixed = join(folder, "说明改好.xlsx");
    const after = await checkJson(file, "--fix", fixed);
    expect(after.json.workbooks[0]?.summary["waived"]).toBe(3);
  });

  it("规则包可以是文件夹，也可以是其中的一个文件", async () => {
    for (const pack of ["src/packs/hunan-2024", "src/packs/hunan-2024/rules-a1.yaml"]) {
      const { status, json } = await checkJson(clean, "--pack", join(root, pack));
      expect(status).toBe(0);
      expect(json.workbooks[0]?.pack).toBe("hunan-2024");
    }
  });

  it("核对单：要给 --output；一个工作簿一张，几个先有汇总，读不了的也在里面", async () => {
    const refused = await annex("check", mistakes, "--format", "xlsx");
    expect([refused.status, refused.out]).toEqual([2, ""]);
    expect(refused.error).toContain("--output");

    const output = join(folder, "核对单.xlsx");
    const one = await annex("check", mistakes, "--format", "xlsx", "--output", output);
    expect([one.status, one.out, one.error]).toEqual([1, "", ""]);
    const sheets = async (): Promise<readonly string[]> => {
      const read = await readWorkbook(readFileSync(output), null);
      return read.ok ? read.value.sheets.map(({ name }) => name) : [];
    };
    expect(await sheets()).toEqual(["核对单"]);

    const several = await annex("check", clean, join(root, "package.json"), "--format", "xlsx", "--output", output);
    expect(several.status).toBe(2);
    expect(await sheets()).toEqual(["汇总", "1 屈原管理区红十字会"]);
  });

  it("--fix 写出改好的一份，原件不动，按改好的一份给退出码", async () => {
    const before = readFileSync(mistakes);
    const copy = join(folder, "改好.xlsx");
    const { status, json } = await checkJson(mistakes, "--fix", copy);
    expect(readFileSync(mistakes).equals(before)).toBe(true);
    expect(existsSync(copy)).toBe(true);
    const errors = json.workbooks[0]?.findings
      .filter(({ severity }) => severity === "error")
      .map(({ id }) => id)
      .sort();
    // What only a person can put right stays: a reason, the weights.
    expect(errors).toEqual(["indicator/reason-missing", "indicator/total-weight"]);
    expect(status).toBe(1);
  });

  it("--together：附件3单独成册的也算一个单位", async () => {
    const { status, json } = await checkJson("--together", clean, mistakes);
    expect(json.workbooks).toHaveLength(1);
    expect(json.workbooks[0]?.annexes.length).toBe(12);
    expect(
      json.workbooks[0]?.annexes.some(({ sheet }) => sheet === "[redcross-2024-mistakes.xlsx]附件2 整体支出自评表"),
    ).toBe(true);
    expect(status).toBe(1);
  });

  it("--together：每处说明在哪个文件里，--fix 每个工作簿各写一份", async () => {
    const copy = join(folder, "一并改好.xlsx");
    const { json } = await checkJson("--together", clean, mistakes);
    const rate = json.workbooks[0]?.findings.find(({ id }) => id === "fund/execution-rate");
    expect(rate).toMatchObject({
      file: mistakes,
      related: [
        { file: mistakes, cell: "F6" },
        { file: mistakes, cell: "E6" },
      ],
    });
    const before = json.workbooks[0]?.summary["error"] ?? 0;
    const fixed = await checkJson("--together", clean, mistakes, "--fix", copy);
    expect(fixed.json.workbooks[0]?.files).toEqual([copy, join(folder, "一并改好-2.xlsx")]);
    expect(fixed.json.workbooks[0]?.summary["error"]).toBeLessThan(before);
    const alone = await checkJson(join(folder, "一并改好-2.xlsx"));
    expect(alone.json.workbooks[0]?.findings.some(({ id }) => id === "fund/execution-rate")).toBe(false);
    expect(readFileSync(copy).length).toBeGreaterThan(1000);
  });

  it("--prior：与上年的工作簿核对，指明上年的文件和单元格", async () => {
    const last = join(folder, "上年.xlsx");
    const edits = [
      { sheet: "附件1 基础数据表", row: 1, column: 0, content: "2023年度部门整体支出绩效评价基础数据表" },
      { sheet: "附件1 基础数据表", row: 11, column: 5, content: 0.18 },
    ].map(({ content, ...place }) => ({ ...place, content: { kind: "value", value: content } as const }));
    const edited = await editWorkbook(readFileSync(clean), { edits, unhide: [] });
    if (!edited.ok) throw new Error(edited.failure.message.en);
    writeFileSync(last, edited.value);
    const { status, json } = await checkJson(clean, "--prior", last);
    expect(status).toBe(0);
    const found = json.workbooks[0]?.findings.filter(({ id }) => id === "cross/prior-year");
    expect(found?.[0]).toMatchObject({
      severity: "warning",
      cell: "B12",
      actual: "0.08",
      expected: "0.18",
      fix: null,
      related: [{ file: last, sheet: "附件1 基础数据表", cell: "F12" }],
    });
    const unread = await checkJson(clean, "--prior", join(folder, "没有这个.xlsx"));
    expect(unread.status).toBe(2);
    expect(unread.error).toContain("没有这个.xlsx");
    expect(unread.json.workbooks[0]?.status).toBe("ok");
  });

  it("--format sarif 与 --output", async () => {
    const file = join(folder, "findings.sarif");
    const { status, out } = await annex("check", mistakes, "--format", "sarif", "--output", file);
    expect(status).toBe(1);
    expect(out).toBe("");
    const log = JSON.parse(readFileSync(file, "utf8")) as {
      version: string;
      runs: { results: { ruleId: string }[] }[];
    };
    expect(log.version).toBe("2.1.0");
    expect(log.runs[0]?.results.map(({ ruleId }) => ruleId)).toContain("fund/execution-rate");
  });

  it("写不出的 --output 是退出码 2", async () => {
    const { status, error } = await annex("check", clean, "--output", join(folder, "没有这个文件夹", "x.json"));
    expect(status).toBe(2);
    expect(error).toContain("没有这个文件夹");
  });
});

describe("写错的命令", () => {
  it.each([
    [["check"]],
    [["检查", "x.xlsx"]],
    [["check", "x.xlsx", "--format", "pdf"]],
    [["check", "x.xlsx", "--nonsense"]],
    [["check", "x.xlsx", "--pack"]],
    [["check", "x.xlsx", "--together=1"]],
    [["check", "x.xlsx", "--pack", "a\nb"]],
    [["score", "x.xlsx", "--fix", "y.xlsx"]],
    [["check", "x.xlsx", "y.xlsx", "--fix", "z.xlsx"]],
    [["check", "x.xlsx", "y.xlsx", "--prior", "z.xlsx"]],
    [["check", "--prior", "z.xlsx"]],
    [["check", "x.xlsx", "--prior"]],
    [["score", "x.xlsx", "--prior", "z.xlsx"]],
    [["check", clean, "--prior", mistakes, "--output", mistakes]],
    [["narrate", "x.xlsx"]],
    [["narrate", "x.xlsx", "y.xlsx", "--output", "z.docx"]],
    [["new"]],
    [["new", "--output", "x", "--year", "24"]],
    [["check", clean, "--pack", "atlantis"]],
  ])("%j：一行说明，退出码 2", async (argv) => {
    const { status, out, error } = await annex(...argv);
    expect(status).toBe(2);
    expect(out).toBe("");
    expect(error.trim().split("\n")).toHaveLength(1);
    expect(error).toMatch(/^annex: .+ \/ .+/);
  });

  it("不带命令时给出用法", async () => {
    const { status, out } = await annex();
    expect(status).toBe(0);
    for (const name of ["check", "score", "narrate", "new"]) expect(out).toContain(`annex ${name}`);
  });
});

describe("annex score", () => {
  it("按约定给出执行率、指标、总分、等次", async () => {
    const { status, out } = await annex("score", clean, "--format", "json");
    expect(status).toBe(0);
    const json = JSON.parse(out) as { workbooks: { file: string; sheets: Record<string, unknown>[] }[] };
    const [workbook] = json.workbooks;
    expect(workbook?.sheets.map(({ annex: kind }) => kind)).toEqual(["a2", "a3", "a3", "a3"]);
    expect(workbook?.sheets[0]).toMatchObject({
      sheet: "附件2 整体支出自评表",
      range: "A1:I41",
      execution: { rate: "1", weight: "10", filed: "10", computed: "10" },
      total: { filed: "97.45", computed: "97.45" },
      grade: { filed: "优", computed: "优" },
    });
    const lines = workbook?.sheets[0]?.indicators as Record<string, unknown>[];
    expect(lines.find(({ name }) => name === "人道救助受益人数")).toMatchObject({
      row: 30,
      level1: "效益指标",
      level2: "经济效益指标",
      weight: "8",
      filed: "7.45",
      computed: "7.45",
      verdict: "unmet",
      band: null,
      target: { text: "≥130人", kind: "quantitative", direction: ">=", value: "130", unit: "人" },
      actual: { text: "121人", value: "121", unit: "人" },
    });
  });
});

describe("annex narrate 与 annex new", () => {
  let report = "";
  beforeEach(() => {
    report = join(mkdtempSync(join(folder, "report-")), "报告.docx");
  });

  it("写出报告，事实各有出处", async () => {
    const { status, out, error } = await annex("narrate", clean, "--output", report, "--format", "json");
    expect(status).toBe(0);
    expect(error).toBe("");
    const json = JSON.parse(out) as {
      facts: Record<string, unknown>[];
      sections: { id: string; title: string }[];
      conflicts: unknown[];
    };
    expect(json.sections).toHaveLength(10);
    expect(json.facts.find(({ id }) => id === "basic.operating")).toMatchObject({
      text: "1.12",
      unit: "万元",
      sheet: "附件1 基础数据表",
      cell: "F22",
      cells: ["F22"],
      from: "cells",
    });
    expect(json.conflicts).toEqual([]);
    expect(existsSync(report)).toBe(true);
  });

  it.each([
    "2024年度财政拨款基本支出12.95万元，其中：人员经费11.83万元，占基本支出的91.35%，主要包括：基本工资、津贴补贴、奖金、机关事业单位基本养老保险缴费、其他社会保障缴费、住房公积金等；公用经费1.12万元，占基本支出的8.65%，主要包括：办公费、印刷费、邮电费、公务接待费、工会经费等。",
    "2024年度财政拨款项目支出15.5万元，是指单位为完成特定行政工作任务或事业发展目标而发生的支出，主要用于红十字会应急救援、无偿献血、应急救护培训等方面。",
    "根据预算绩效管理要求，我部门组织对单位开展整体支出绩效评价，涉及一般公共预算支出28.45万元，政府性基金预算支出0万元，国有资本经营预算支出0万元，社会保险基金预算支出0万元。",
    "一是经济效益指标中的人道救助受益人数未达到年度指标值，其原因为人道救助资金缺少。二是社会效益指标中的积极动员社会力量参与扶弱助残、助医、助学、助困未达到年度指标值，其原因为宣传力度不够，社会力量参与较少。",
  ])("样例写出公开报告的原句：%s", async (sentence) => {
    const { out } = await annex("narrate", clean, "--output", report, "--format", "json");
    const { sections } = JSON.parse(out) as { sections: { paragraphs: string[] }[] };
    expect(sections.flatMap(({ paragraphs }) => paragraphs).some((paragraph) => paragraph.includes(sentence))).toBe(
      true,
    );
  });

  it("有错的工作簿照样写，错误数写到标准错误；再次写出不改动", async () => {
    const first = await annex("narrate", mistakes, "--output", report);
    expect(first.status).toBe(0);
    expect(first.error).toContain("必须更正 5");
    const bytes = readFileSync(report);
    const second = await annex("narrate", mistakes, "--output", report);
    expect(second.status).toBe(0);
    expect(readFileSync(report).equals(bytes)).toBe(true);
  });

  it("--together：几个工作簿写一份报告", async () => {
    const { status, error } = await annex("narrate", clean, mistakes, "--together", "--output", report);
    expect(status).toBe(0);
    expect(error).toContain("redcross-2024.xlsx、");
    expect(existsSync(report)).toBe(true);
  });

  it("不是我们的文件不覆盖，--force 才覆盖", async () => {
    writeFileSync(report, "别人的文件");
    const { status, error } = await annex("narrate", clean, "--output", report);
    expect(status).toBe(2);
    expect(error).toContain("--force");
    expect(readFileSync(report, "utf8")).toBe("别人的文件");
    expect((await annex("narrate", clean, "--output", report, "--force")).status).toBe(0);
    expect(readFileSync(report).subarray(0, 2).toString()).toBe("PK");
  });

  it("空白附表和模板：认得出、只提示未填、模板可以用", async () => {
    const target = join(folder, "新");
    expect((await annex("new", "--output", target, "--year", "2024")).status).toBe(0);
    const names = readdirSync(target);
    const workbook = names.find((name) => name.endsWith(".xlsx")) ?? "";
    const template = names.find((name) => name.endsWith(".docx")) ?? "";
    const { status, json } = await checkJson(join(target, workbook));
    expect(status).toBe(0);
    expect(json.workbooks[0]?.annexes.map(({ annex: kind }) => kind)).toEqual(["a1", "a2", "a3", "a4"]);
    expect(json.workbooks[0]?.findings.map(({ id, severity }) => `${severity} ${id}`)).toEqual(
      Array(3).fill("info file/unfilled"),
    );
    const filled = await annex("narrate", clean, "--output", report, "--template", join(target, template));
    expect(filled).toMatchObject({ status: 0, error: "" });
    expect((await annex("new", "--output", target, "--year", "2024")).status).toBe(2);
  });
});
