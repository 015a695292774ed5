import type { AnnexSpec, Pack } from "../../src/core/pack/index.js";
import { roleNamesOf } from "../../src/core/recognise/index.js";

/** `a3:1.fund.total.executed` in words: 附件3（1）年度资金总额 · 全年执行数. */
export function roleWords({ annexes }: Pack, place: string): string {
  const found = /^([a-z][a-z0-9]*)(?::(\d+))?\.(.*)$/s.exec(place);
  const annex = annexes.find(({ id }) => id === found?.[1]);
  if (!found || !annex) return place;
  const number = found[2] === undefined ? "" : `（${found[2]}）`;
  return `${annex.number ?? annex.name}${number} ${pathWords(annex, found[3] ?? "")}`;
}

function pathWords(annex: AnnexSpec, path: string): string {
  const names = roleNamesOf(annex);
  const [block = "", ...steps] = path.split(".");
  const row = /\[(.*)\]/s.exec(block)?.[1];
  const head = block.replace(/\[.*\]/s, "");
  const words = steps.map((step) => (step === "**" ? "全部" : (names.get(`${head}.${step}`)?.name ?? step)));
  const first = row === undefined ? (annex.blocks.find(({ id }) => id === head)?.name ?? head) : `“${row}”`;
  const known = steps.every((step) => step === "**" || names.has(`${head}.${step}`));
  return [...(known && row === undefined && steps[0] !== "**" ? [] : [first]), ...words]
    .join(" · ")
    .replaceAll("\n", "");
}
