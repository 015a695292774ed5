import type { Fact } from "../../facts/index.js";
import type { CausesSpec } from "../../pack/index.js";
import { decimal, decimalsOf, formatDecimal } from "../../quantity/index.js";
import type { Scope } from "../select.js";
import type { Cause } from "./cause.js";
import { nameOf } from "./row.js";

/** The sentence for a cause in the words of the pack; null where the pack has none. */
export function causeWords(cause: Cause, home: Fact | null, { causes, book }: Scope): string | null {
  const template = causes[cause.kind];
  if (template === undefined) return null;
  const { figure, mended } = cause;
  const print = (value: Cause["figure"]["value"]): string =>
    formatDecimal(value, Math.min(Math.max(figure.decimals, decimalsOf(value)), 6));
  const slots: Readonly<Record<string, string>> = {
    name: figure.fact ? nameFor(cause, figure.fact, home, book) : "",
    value: print(figure.value),
    mended: mended ? print(mended) : "",
    scale: cause.scale ? (scaleWords(cause.scale.factor.toFixed(), cause.scale.isLarge, causes) ?? "") : "",
  };
  return template.replace(/\{(name|value|mended|scale)\}/g, (_, slot: string) => slots[slot] ?? "");
}

/** Of another column only its header tells it apart. */
function nameFor({ kind }: Cause, fact: Fact, home: Fact | null, book: Scope["book"]): string {
  const isColumn = kind === "otherColumn" || kind === "otherWhole";
  return isColumn ? (fact.label ?? fact.path) : nameOf(fact, home, book);
}

/** What is said of a figure that is `factor` times too large, or as much too small. */
export function scaleWords(factor: string | number, isLarge: boolean, { scales }: CausesSpec): string | null {
  const scale = scales.find((one) => decimal(one.factor).eq(factor));
  return scale ? (isLarge ? scale.large : scale.small) : null;
}
