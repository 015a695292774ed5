import type { Decimal, Numeral, Unit } from "../quantity/index.js";
import type { AfterRole, BeforeRole } from "./lexicon.js";
import type { DateReading } from "./read-date.js";

/** The words of the language of targets. `start` is a position in the normalised text. */
export type Token =
  | { readonly kind: "sign"; readonly bound: ">=" | "<=" | "="; readonly strict: boolean; readonly start: number }
  | { readonly kind: "before"; readonly role: BeforeRole; readonly word: string; readonly start: number }
  | { readonly kind: "after"; readonly role: AfterRole; readonly start: number }
  | { readonly kind: "number"; readonly numeral: Numeral; readonly start: number }
  | { readonly kind: "unit"; readonly unit: Unit; readonly start: number }
  /** 每亩, 每月, 每两周: the rest counts per so many of this unit. */
  | {
      readonly kind: "per";
      readonly unit: Unit;
      readonly times: Decimal;
      readonly symbol: string;
      readonly start: number;
    }
  | { readonly kind: "date"; readonly date: DateReading; readonly start: number }
  /** In brackets: a remark. */
  | { readonly kind: "aside"; readonly text: string; readonly start: number }
  /** In quotes: a name. */
  | { readonly kind: "name"; readonly text: string; readonly start: number }
  /** Ends a clause. */
  | { readonly kind: "stop"; readonly start: number }
  /** Joins numbers: - ~ / ± and the like. */
  | { readonly kind: "joint"; readonly char: string; readonly start: number }
  | { readonly kind: "text"; readonly text: string; readonly start: number };
