import { describe, expect, it } from "vitest";
import { basesOf, compilePack, compilePacks } from "../../../src/core/pack/compile.js";
import type { Pack, PackProblem } from "../../../src/core/pack/index.js";
import { packOf } from "../../support/pack.js";

const hunan = packOf("hunan-2024");
const bases = basesOf([hunan]);

const header = `id: some-county
title: { zh: 某县, en: Some county }
scope: 某县
format: 1
base: hunan-2024
`;

function packWith(text: string, head = header): Pack {
  const compiled = compilePack({ "county.yaml": head + text }, bases);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.pack;
}

function problemsOf(text: string, head = header): readonly PackProblem[] {
  const compiled = compilePack({ "county.yaml": head + text }, bases);
  return compiled.ok ? [] : compiled.problems;
}

const ruleOf = (pack: Pack, id: string) => pack.rules.find((rule) => rule.id === id);
const lineOf = (text: string, words: string): number =>
  (header + text).split("\n").findIndex((line) => line.includes(words)) + 1;

describe("只写不同的地方", () => {
  it("什么都不写，就是原来的包换个名字", () => {
    const pack = packWith("");
    expect(pack).toEqual({
      ...hunan,
      id: "some-county",
      title: pack.title,
      scope: "某县",
      base: "hunan-2024",
      signs: [],
    });
  });

  it("规则逐键覆盖：只改级别", () => {
    const pack = packWith(`rules:\n  - { id: fund/negative, severity: info }\n`);
    expect(ruleOf(pack, "fund/negative")).toEqual({ ...ruleOf(hunan, "fund/negative"), severity: "info" });
    expect(pack.rules.map(({ id }) => id)).toEqual(hunan.rules.map(({ id }) => id));
  });

  it("改的级别对规则的每个写法都算数", () => {
    const rule = ruleOf(packWith(`rules:\n  - { id: fund/rate-of-nothing, severity: info }\n`), "fund/rate-of-nothing");
    expect(rule?.variants?.map(({ severity }) => severity ?? rule.severity)).toEqual(["info", "info"]);
  });

  it("换了动词，原来的动词就不算", () => {
    const rule = ruleOf(
      packWith(`rules:\n  - { id: fund/negative, variants: [], required: { value: fund.total.budget } }\n`),
      "fund/negative",
    );
    expect(rule?.required).toMatchObject({ value: "fund.total.budget", nothingCounts: false });
    expect(rule?.compare).toBeUndefined();
  });

  it("新的规则排在后面", () => {
    const pack = packWith(
      `rules:\n  - id: county/phone\n    title: 电话\n    for: a2\n    required: { value: signature.phone }\n    severity: info\n    message: 没有电话\n    why: 便于联系\n    advice: 补填\n    source: { kind: practice, note: 本县要求 }\n`,
    );
    expect(pack.rules.at(-1)?.id).toBe("county/phone");
    expect(pack.rules).toHaveLength(hunan.rules.length + 1);
  });

  it("关掉一条、一类", () => {
    const pack = packWith(`without: ["a1/*", fund/negative]\n`);
    expect(pack.rules.some(({ id }) => id.startsWith("a1/") || id === "fund/negative")).toBe(false);
    expect(pack.rules.length).toBeGreaterThan(5);
  });

  it("没有的附表：只说它的规则一并去掉，说几张表的规则留下其余的表", () => {
    const pack = packWith(`without: [a1, a2, a4]\n`);
    expect(pack.annexes.map(({ id }) => id)).toEqual(["a3"]);
    expect(ruleOf(pack, "a1/three-public-sum")).toBeUndefined();
    expect(ruleOf(pack, "fund/by-income")).toBeUndefined();
    expect(ruleOf(pack, "fund/negative")?.for).toEqual(["a3"]);
    expect(pack.scoring.annexes).toEqual(["a3"]);
    expect(pack.forms.sheets.map(({ annex }) => annex)).toEqual(["a3"]);
  });

  it("评分逐键覆盖，组按编号，其余不动", () => {
    const { scoring } = packWith(`scoring:\n  execution: { weight: 20 }\n  groups: [{ id: output, weight: 40 }]\n`);
    expect(scoring.execution).toEqual({ ...hunan.scoring.execution, weight: 20 });
    expect(scoring.groups.map(({ id, weight }) => [id, weight])).toEqual([
      ["output", 40],
      ["benefit", 30],
      ["satisfaction", 10],
      ["cost", null],
    ]);
    expect(scoring.targets).toEqual(hunan.scoring.targets);
  });

  it("附表按编号覆盖：给一列添一个叫法", () => {
    const { annexes } = packWith(
      `annexes:\n  - id: a3\n    blocks: [{ id: fund, columns: { executed: { labels: [支付数] } } }]\n`,
    );
    const fund = annexes.find(({ id }) => id === "a3")?.blocks.find(({ id }) => id === "fund");
    expect(fund?.kind === "grid" && fund.columns["executed"]?.labels).toEqual(["支付数"]);
    expect(annexes.map(({ id }) => id)).toEqual(["a1", "a2", "a3", "a4"]);
  });

  it("可以不要报告和空白表", () => {
    const pack = packWith(`without: [narrative, forms]\n`);
    expect(pack.narrative.sections).toEqual([]);
    expect(pack.forms.sheets).toEqual([]);
  });

  it("一个文件夹和一个文件一样", () => {
    const folder = compilePack(
      {
        "pack.yaml": header,
        "scoring.yaml": "execution: { weight: 20 }\n",
        "rules.yaml": "rules: [{ id: fund/negative, severity: info }]\n",
      },
      bases,
    );
    expect(folder).toEqual({
      ok: true,
      pack: packWith(`scoring:\n  execution: { weight: 20 }\nrules: [{ id: fund/negative, severity: info }]\n`),
    });
  });
});

describe("写错了，说在哪一行", () => {
  it("没有这个 base", () => {
    const [problem] = problemsOf("", header.replace("base: hunan-2024", "base: hunan-2042"));
    expect(problem).toMatchObject({ file: "county.yaml", line: 5, path: "base" });
    expect(problem?.message).toContain("是不是 hunan-2024");
  });

  it("base 是自己", () => {
    const [problem] = problemsOf("", header.replace("id: some-county", "id: hunan-2024"));
    expect(problem).toMatchObject({ line: 5, path: "base" });
    expect(problem?.message).toContain("绕");
  });

  it("两个包互为 base", () => {
    const other = header.replace("id: some-county", "id: other").replace("base: hunan-2024", "base: some-county");
    const compiled = compilePacks(
      new Map([
        ["some-county", { "pack.yaml": header.replace("base: hunan-2024", "base: other") }],
        ["other", { "pack.yaml": other }],
      ]),
    );
    const problems = [...compiled.values()].flatMap((one) => (one.ok ? [] : one.problems));
    expect(problems.some(({ line, message }) => line === 5 && message.includes("绕"))).toBe(true);
    expect([...compiled.values()].every(({ ok }) => !ok)).toBe(true);
  });

  it("关掉的东西原来没有", () => {
    const text = `without:\n  - a1/*\n  - fund/negativ\n`;
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ line: lineOf(text, "negativ"), path: "without[1]" });
    expect(problem?.message).toContain("fund/negative");
  });

  it("覆盖的规则写错了级别：指着自己写的那一行", () => {
    const text = `rules:\n  - id: fund/negative\n    severity: eror\n`;
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ line: lineOf(text, "eror"), path: "rules[0].severity" });
    expect(problem?.message).toContain("是不是 error");
  });

  it("覆盖的评分写错了键", () => {
    const text = `scoring:\n  execution:\n    wieght: 20\n`;
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ line: lineOf(text, "wieght") });
    expect(problem?.message).toContain("是不是 weight");
  });

  it("自己的规则说到没有的附表", () => {
    const text = `without: [a1]\nrules:\n  - id: fund/negative\n    for: a1\n`;
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ line: lineOf(text, "for: a1") });
  });

  const rule = (verb: string): string =>
    `rules:\n  - id: county/check\n    title: 核对\n    for: a3\n    over: { row: [total, other] }\n    ${verb}\n    severity: error\n    message: 不对\n    why: 本县要求\n    advice: 改\n    source: { kind: practice, note: 本县 }\n`;

  it.each([
    ["compare: { value: fund.$row.buget, atLeast: 0 }", "buget", "budget"],
    ["compare: { value: fund.$row.budget, atMost: fnud.$row.initial }", "fnud", "fund"],
    ["required: { value: 'indicators[*].reeason' }", "reeason", "reason"],
    [
      "where: [{ above: ['a3[*].fund.total.excuted', 0] }]\n    required: { value: fund.total.budget }",
      "excuted",
      "executed",
    ],
    ["compare: { value: fund.total.budget, atMost: profile.overAchievement.mrak }", "mrak", "mark"],
  ])("选择式里没有这个角色：%s", (verb, wrong, meant) => {
    const text = rule(verb);
    const [problem, ...more] = problemsOf(text);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ line: lineOf(text, wrong) });
    expect(problem?.message).toContain(`没有名为 ${wrong} 的角色，是不是 ${meant}`);
  });

  it.each([
    "compare: { value: fund.$row.budget, atLeast: 0 }",
    "required: { value: 'indicators[*]{readingKind=quantitative}.score' }",
    "where: [{ filled: 'fund.**' }]\n    required: { value: meta.year }",
    "equal: { filed: fund.total.score, expected: fund.total.computed }",
  ])("写对了的选择式：%s", (verb) => {
    expect(problemsOf(rule(verb))).toEqual([]);
  });

  it("动词写错", () => {
    const text = rule("requird: { value: fund.total.budget }");
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ line: lineOf(text, "requird") });
    expect(problem?.message).toContain("是不是 required");
  });

  it("附表编号写错", () => {
    const text = rule("required: { value: fund.total.budget }").replace("for: a3", "for: aa3");
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ line: lineOf(text, "for: aa3") });
    expect(problem?.message).toContain("是不是 a3");
  });

  it("少写了键，说缺什么", () => {
    const text = `rules:\n  - id: county/check\n    for: a3\n    required: { value: fund.total.budget }\n`;
    expect(problemsOf(text).map(({ message }) => message)).toEqual(
      ["title", "why", "advice", "source"].map((key) => expect.stringContaining(`缺少 ${key}`) as string),
    );
  });

  it("YAML 缩进乱了", () => {
    const [problem] = problemsOf(`rules:\n  - id: a\n   title: b\n`);
    expect(problem?.line).toBeGreaterThan(6);
    expect(problem?.message).toContain("YAML");
  });

  it.each([
    ["太大", `# ${"x".repeat(1_100_000)}`],
    ["太深（括号）", `shared: ${"[".repeat(5000)}${"]".repeat(5000)}`],
    ["太深（缩进）", Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
    ["太深（横线）", `shared:\n${"- ".repeat(20_000)}a`],
  ])("不像规则包的文件不读：%s", (_, text) => {
    const [problem] = problemsOf(`${text}\n`);
    expect(problem?.message).toMatch(/没有读|YAML/);
  });
});
