import type { VerbArguments, VerbName } from "../../pack/index.js";
import type { Outcome } from "../outcome.js";
import type { Scope } from "../select.js";
import { compare, equal } from "./equal.js";
import { anyFilled, count, named, none, required } from "./presence.js";
import { ratio } from "./ratio.js";
import { outlier, rescale } from "./scale.js";
import { sum } from "./sum.js";
import { pairs } from "./pairs.js";
import { dated, decimals, is } from "./kinds.js";
import { lookup, vocabulary } from "./table.js";
import { same, words } from "./text.js";
import { sumRange } from "./sum-range.js";
import { typedTotal } from "./typed-total.js";
import { unique } from "./unique.js";

/** Every verb of the rule language. A new one is an entry here and its arguments in `pack/rules-schema.ts`. */
export const verbs: { readonly [V in VerbName]: (args: VerbArguments[V], scope: Scope) => readonly Outcome[] } = {
  sum,
  ratio,
  equal,
  compare,
  required,
  anyFilled,
  none,
  count,
  named,
  unique,
  same,
  lookup,
  vocabulary,
  is,
  decimals,
  dated,
  pairs,
  words,
  outlier,
  rescale,
  typedTotal,
  sumRange,
};
