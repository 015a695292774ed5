import { readActual, readTarget, scoreIndicator, type IndicatorContext } from "../../src/core/achievement/index.js";
import type { ScoringProfile } from "../../src/core/pack/index.js";
import { decimal } from "../../src/core/quantity/index.js";
import type { Random } from "./random.js";

/** What the grammar looks for, and what only looks like it. */
const pieces = [
  ..."0123456789.,，.%％‰万亿千百十一二三两零半余多约近超≥≤><=》《内下到由从升降（）()“”/ 、；;\n×…*—-－~～±+:¥第前后每各",
  ..."不少于 不低于 不超过 控制在 至少 以内 以上 以下 左右 达到 增长 下降 提升 降至 百分之 三分之二 九成 个百分点 每季度 每月 1次 个工作日 人次 万元 亿元 元/亩 2024年 12月 31日 底前 第三季度 年内 2024.12.31 0起 零 无 未发生 全覆盖 显著 有所 完成 超额 预计 几十 一户一策 GB3095 5A PM2.5 𠮷 \u200b".split(
    " ",
  ),
];

const slowest = 50;

/**
 * `count` random texts read as target and as actual, and scored. The bug that stopped the run, or null; with the mean
 * time of one reading in microseconds.
 */
export function fuzzTargets(
  count: number,
  profile: ScoringProfile,
  random: Random,
): { readonly bug: string | null; readonly microseconds: number } {
  const groups = ["数量指标", "时效指标", "成本指标", "社会效益指标"] as const;
  let spent = 0;
  for (let done = 0; done < count; done++) {
    const text = randomText(random);
    const other = randomText(random);
    const context: IndicatorContext = {
      profile,
      year: 2024,
      level1: "产出指标",
      level2: random.pick(groups),
      name: "某项工作",
      weight: "10",
      actual: other,
      weightsInValues: false,
    };
    const began = performance.now();
    try {
      const target = readTarget(text, context);
      const actual = readActual(other, target, context);
      const took = performance.now() - began;
      spent += took;
      const { computed } = scoreIndicator(target, actual, decimal(10), profile);
      if (took > slowest) return { bug: `took ${Math.round(took)} ms: ${show(text, other)}`, microseconds: 0 };
      if (computed && (computed.lt(0) || computed.gt(10))) {
        return { bug: `scores ${computed.toFixed()} of 10: ${show(text, other)}`, microseconds: 0 };
      }
    } catch (error) {
      const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { bug: `${show(text, other)}\n${said}`, microseconds: 0 };
    }
  }
  return { bug: null, microseconds: count === 0 ? 0 : (spent * 1000) / (2 * count) };
}

function randomText(random: Random): string {
  const length = random.below(24);
  let text = "";
  for (let piece = 0; piece < length; piece++) text += random.pick(pieces);
  return text;
}

function show(target: string, actual: string): string {
  return `target ${JSON.stringify(target)}, actual ${JSON.stringify(actual)}`;
}
