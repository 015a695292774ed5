import type { Pack, RuleSpec } from "../../src/core/pack/index.js";
import { roleWords } from "./role-words.js";
import type { RuleCase, RuleCases } from "./rule-cases.js";

const standings = {
  seen: "见于公开的表或报告",
  derived: "由表的结构或算术得出",
  practice: "通行做法，未见办法原文",
} as const;
const levels = { error: "必须更正", warning: "需要说明", info: "提示" } as const;

/** The pages of the rule reference by file name: one for each family of rules, and the list of all. */
export function rulePages(pack: Pack, cases: ReadonlyMap<string, RuleCases>): ReadonlyMap<string, string> {
  const families = [...new Set(pack.rules.map(({ id }) => familyOf(id)))];
  const rulesOf = (family: string): readonly RuleSpec[] => pack.rules.filter(({ id }) => familyOf(id) === family);
  const pages = families.map((family): [string, string] => [
    `${family}.md`,
    [
      `# ${family} — ${pack.families[family] ?? family}`,
      `[全部规则](README.md) · 规则包 ${pack.id} · 由 \`npm run docs:rules\` 按规则包写成，请勿手改`,
      ...rulesOf(family).map((rule) => ruleText(pack, rule, cases.get(rule.id))),
    ].join("\n\n") + "\n",
  ]);
  const index = families.map((family) => {
    const rows = rulesOf(family).map(
      (rule) => `| [${rule.id}](${family}.md#${anchorOf(rule.id)}) | ${rule.title} | ${levelsOf(rule)} |`,
    );
    return `## ${family} — ${pack.families[family] ?? family}\n\n| 编号 | 规则 | 级别 |\n| -- | -- | -- |\n${rows.join("\n")}`;
  });
  const head = `# 规则说明\n\n规则包 ${pack.id}“${pack.title.zh}”的全部规则，共 ${pack.rules.length} 条。由 \`npm run docs:rules\` 按规则包写成，请勿手改。规则包的写法见 [packs.md](../packs.md)。`;
  return new Map([["README.md", [head, ...index].join("\n\n") + "\n"], ...pages]);
}

function ruleText(pack: Pack, rule: RuleSpec, cases: RuleCases | undefined): string {
  const annexes = [rule.for ?? []].flat().map((kind) => annexName(pack, kind));
  const messages = [...new Set([rule.message, ...(rule.variants ?? []).map(({ message }) => message)])].filter(
    (text) => text !== undefined,
  );
  const facts = [
    `级别：${levelsOf(rule)}`,
    ...(annexes.length > 0 ? [`查：${annexes.join("、")}`] : []),
    `依据：${standings[rule.source.kind]}——${rule.source.note}`,
    ...(rule.covers ? [`同一处已由它指出的，不再报：${rule.covers.map((id) => `\`${id}\``).join("、")}`] : []),
  ];
  const parts = [
    `## ${rule.id}`,
    `**${rule.title}**`,
    facts.map((line) => `- ${line}`).join("\n"),
    messages.map((text) => `> ${escaped(text)}`).join("\n>\n"),
    `为什么：${rule.why}`,
    `怎么办：${rule.advice}`,
    ...examples(pack, "会报", cases?.finds),
    ...examples(pack, "不报", cases?.silent),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function examples(pack: Pack, title: string, cases: readonly RuleCase[] | undefined): readonly string[] {
  const told = (cases ?? []).map((one) => caseText(pack, one) || "样例原样");
  return told.length === 0 ? [] : [`${title}（在合规的样例上改动）：`, told.map((text) => `- ${text}`).join("\n")];
}

function caseText(pack: Pack, { edit, prior, hide, drop, insert, merge }: RuleCase): string {
  const words = (place: string): string => escaped(roleWords(pack, place));
  const changes = (edits: RuleCase["edit"], of: string): readonly string[] =>
    Object.entries(edits ?? {}).map(([place, content]) => `${of}${words(place)} ← ${contentText(content)}`);
  const told = [
    ...changes(edit, ""),
    ...changes(prior, "上年的"),
    ...(hide ? [`隐藏工作表“${hide.sheet}”的${hide.rows ? "行" : hide.columns ? "列" : "内容"}`] : []),
    ...(drop ?? []).map((sheet) => `去掉工作表“${sheet}”`),
    ...(insert ? [`在${words(insert.below)}下面插入 ${insert.rows.length} 行`] : []),
    ...(merge ?? []).map(([first, last]) => `合并 ${words(first)} 至 ${words(last)}`),
  ];
  return told.join("；");
}

function contentText(content: unknown): string {
  if (content === null || content === "") return "空";
  if (typeof content !== "object") return `\`${String(content).replaceAll("\n", " ")}\``;
  const { formula, value, error } = content as {
    readonly formula?: string;
    readonly value?: unknown;
    readonly error?: string;
  };
  return `\`${formula ?? error ?? JSON.stringify(value ?? content)}\``;
}

function levelsOf(rule: RuleSpec): string {
  const steps = [rule.severity, ...(rule.variants ?? []).map(({ severity }) => severity)].filter(
    (step) => step !== undefined,
  );
  const found = new Set(steps.flatMap((step) => (typeof step === "string" ? [step] : step.map(({ level }) => level))));
  return (
    (["error", "warning", "info"] as const).flatMap((level) => (found.has(level) ? [levels[level]] : [])).join("、") ||
    levels.error
  );
}

function annexName({ annexes }: Pack, kind: string): string {
  const annex = annexes.find(({ id }) => id === kind);
  if (!annex) return kind === "workbook" ? "整本工作簿" : kind;
  return `${annex.number ?? ""} ${annex.name}`.trim();
}

function familyOf(id: string): string {
  return id.slice(0, id.indexOf("/"));
}

/** As GitHub makes it of a heading. */
function anchorOf(id: string): string {
  return id.replace("/", "");
}

function escaped(text: string): string {
  return text.replace(/[|<>*_[\]]/g, "\\$&").replaceAll("\n", " ");
}
