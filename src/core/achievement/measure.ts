import type { Decimal, Unit } from "../quantity/index.js";
import type { CalendarDay } from "./calendar.js";

export type Bound = ">=" | "<=" | "=";

/** An amount in a unit; the unit knows how it converts. */
export interface Amount {
  /** In `unit`: money in 万元 (元/亩 stays 元/亩), 3万亩 as 30000 亩, ‰ as ‰. */
  readonly value: Decimal;
  readonly unit: Unit | null;
  /** The digits as printed and the power of ten of 万, 亿 beside them. */
  readonly printed: Decimal;
  readonly magnitude: number;
}

/** One quantity of a text with everything said about it. */
export interface Measure {
  readonly amount: Amount;
  /** Upper end of a range; `amount` is the lower one. */
  readonly upper: Amount | null;
  /** ≥, 不少于, 以上 …; null when nothing says it. */
  readonly bound: Bound | null;
  /** Two words that contradict each other: 不超过100以上. */
  readonly contradictory: boolean;
  readonly approximate: boolean;
  /** 余, 多, 超: somewhat more than printed. */
  readonly more: boolean;
  readonly change: "increase" | "decrease" | null;
  /** 提升到, 降至: the number is the state reached, not the change. */
  readonly reached: boolean;
  /** 由, 从: the state before. */
  readonly from: boolean;
  /** 前10名 */
  readonly rank: boolean;
  /** ± */
  readonly tolerance: boolean;
  readonly chinese: boolean;
  /** Which clause of the text, from 0. */
  readonly clause: number;
  /** The words go on right after it. */
  readonly leadsOn: boolean;
  readonly text: string;
  /** Position in the normalised text. */
  readonly start: number;
}

export interface DateMention {
  readonly day: CalendarDay;
  readonly precision: "range" | "year" | "span" | "month" | "day";
  readonly deadline: boolean;
  /** 每月15日前 */
  readonly recurring: boolean;
  readonly bound: Bound | null;
  readonly text: string;
}

/** All that a text says in numbers and dates, and the words around them. */
export interface Statement {
  readonly text: string;
  readonly measures: readonly Measure[];
  readonly dates: readonly DateMention[];
  /** Words outside the measures, names included, remarks in brackets not. */
  readonly words: string;
  readonly asides: readonly string[];
  /** 无, 零, 未发生 and what follows. */
  readonly none: string | null;
  /** A comparison sign without a number. */
  readonly danglingSign: boolean;
}
