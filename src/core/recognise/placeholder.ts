import { labelText } from "./label.js";

/** Rows that a blank form leaves for people to fill: ……, 指标1：, *, ×. */
const placeholder = /^(?:[.…·*×Xx_]+|指标\d*:?|项目\d*:?)$/;

export function isPlaceholder(name: string): boolean {
  return placeholder.test(labelText(name).plain || name.normalize("NFKC").trim());
}
