import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/cli/index.js";
import { packOf } from "../support/pack.js";

const root = resolve(import.meta.dirname, "../..");
const clean = join(root, "assets/samples/redcross-2024.xlsx");

const county = `id: some-county
title: { zh: 某县, en: Some county }
scope: 某县
format: 1
base: hunan-2024
rules:
  - id: county/limit
    title: 预算规模
    for: a2
    compare: { value: fund.total.budget, atMost: 1 }
    severity: error
    message: 预算数 {value} 超过 {bound}
    why: 本县要求
    advice: 核对
    source: { kind: practice, note: 本县 }
`;

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "annex-packs-"));
  // The command line reads packs that the build compiled.
  mkdirSync(join(root, "build/packs"), { recursive: true });
  for (const id of ["hunan-2024", "central-2020", "project-20-80", "project-10-90"])
    writeFileSync(join(root, `build/packs/${id}.json`), JSON.stringify(packOf(id)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function annex(
  ...argv: string[]
): Promise<{ readonly status: number; readonly out: string; readonly error: string }> {
  let out = "";
  let error = "";
  const console = { out: (text: string) => void (out += text), error: (text: string) => void (error += text) };
  const status = await run(argv, console, "1.2.3");
  return { status, out, error };
}

interface Packs {
  readonly pack: string | null;
  readonly workbooks: readonly {
    readonly pack: string;
    readonly packWhy: string;
    readonly findings: readonly { readonly id: string }[];
  }[];
}

const packsOf = async (...argv: string[]): Promise<Packs> =>
  JSON.parse((await annex("check", "--format", "json", ...argv)).out) as Packs;

/** The blank sheet of a pack, made anew. */
async function blankOf(id: string): Promise<string> {
  const into = join(folder, id);
  rmSync(into, { recursive: true, force: true });
  const made = await annex("new", "--pack", id, "--output", into, "--year", "2024");
  expect([made.status, made.error]).toEqual([0, ""]);
  const [name] = readdirSync(into).filter((file) => file.endsWith(".xlsx"));
  return join(into, name ?? "");
}

describe("规则包", () => {
  it("每个工作簿各选各的，写明为什么", async () => {
    const central = await blankOf("central-2020");
    const twenty = await blankOf("project-20-80");
    const { pack, workbooks } = await packsOf(clean, central, twenty);
    expect(pack).toBe(null);
    expect(workbooks.map((one) => one.pack)).toEqual(["hunan-2024", "central-2020", "project-20-80"]);
    for (const { packWhy } of workbooks) expect(packWhy).not.toBe("");
    expect((await annex("check", clean)).out).toContain("规则包 hunan-2024（看到部门整体支出绩效评价基础数据表");
  });

  it("--pack 指定的就用它", async () => {
    const { pack, workbooks } = await packsOf("--pack", "central-2020", clean);
    expect(pack).toBe("central-2020");
    expect(workbooks[0]?.pack).toBe("central-2020");
    expect(workbooks[0]?.packWhy).toContain("指定");
  });

  it("--pack 给出一个文件", async () => {
    const file = join(folder, "county.yaml");
    writeFileSync(file, county);
    const { workbooks } = await packsOf("--pack", file, clean);
    expect(workbooks[0]?.pack).toBe("some-county");
    expect(workbooks[0]?.findings.map(({ id }) => id)).toContain("county/limit");
  });

  it("写错的规则包：每处错误的文件、行、列和建议，退出码 2", async () => {
    const file = join(folder, "wrong.yaml");
    writeFileSync(file, county.replace("severity: error", "severity: erorr").replace("    title:", "    titel:"));
    const { status, error } = await annex("check", "--pack", file, clean);
    expect(status).toBe(2);
    expect(error).toContain(`${file}:11:15 rules[0].severity 应为 error、warning、info 之一，是不是 error？`);
    expect(error).toMatch(/wrong\.yaml:8:\d+ rules\[0\]\.titel 不认识的键 titel，是不是 title？/);
    expect(error).toContain("缺少 title");
  });

  it("没有报告的包：narrate 说没有，什么也不写；new 只写空白附表", async () => {
    const central = await blankOf("central-2020");
    const report = join(folder, "报告.docx");
    const told = await annex("narrate", central, "--output", report);
    expect(told.status).toBe(2);
    expect(told.error).toContain("没有报告");
    expect(readdirSync(folder)).not.toContain("报告.docx");
    expect(readdirSync(join(folder, "central-2020")).filter((name) => name.endsWith(".docx"))).toEqual([]);
  });

  it("没有这个包：说出有哪些", async () => {
    const { status, error } = await annex("check", "--pack", "hunan-2042", clean);
    expect(status).toBe(2);
    for (const id of ["hunan-2024", "central-2020", "project-20-80", "project-10-90"]) expect(error).toContain(id);
  });
});
