import { readNumber } from "../quantity/index.js";
import { labelText } from "./label.js";

/** Rows that a blank form leaves for people to fill: ……, 指标1：, *, ×. */
const placeholder = /^(?:[.…·*×Xx_]+|指标\d*:?|项目\d*:?)$/;

export function isPlaceholder(name: string): boolean {
  return placeholder.test(labelText(name).plain || name.normalize("NFKC").trim());
}

/** Blank, dashed out, 无, 不适用. */
export function isNothing(text: string): boolean {
  const { kind } = readNumber(text);
  return kind === "empty" || kind === "nothing";
}

/** 指标1：/ of a row that was crossed out: what stands behind the number that the form prints. */
export function withoutNumber(name: string): string {
  return name.normalize("NFKC").replace(/^\s*(?:指标|项目)\d*[:、.]\s*(?=\S)/, "");
}
