import type { Bound } from "./measure.js";
import type { Token } from "./token.js";

/** What the words before a number have said; forgotten at the end of a clause or after the number. */
export interface Opening {
  bound: Bound | null;
  keptWithin: boolean;
  contradictory: boolean;
  approximate: boolean;
  more: boolean;
  change: "increase" | "decrease" | null;
  reached: boolean;
  from: boolean;
  rank: boolean;
  per: Extract<Token, { kind: "per" }>[];
  sign: boolean;
  start: number | null;
}

export function newOpening(): Opening {
  return {
    bound: null,
    keptWithin: false,
    contradictory: false,
    approximate: false,
    more: false,
    change: null,
    reached: false,
    from: false,
    rank: false,
    per: [],
    sign: false,
    start: null,
  };
}
