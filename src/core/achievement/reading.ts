import type { Decimal, Unit } from "../quantity/index.js";
import type { ScoringProfile } from "../pack/index.js";
import type { CalendarDay } from "./calendar.js";
import type { Amount } from "./measure.js";

export type TargetKind = "quantitative" | "qualitative" | "date" | "unparsed";
export type Direction = ">=" | "<=" | "=" | "range";

/** `read`: the text says so; `default`: the pack's profile decided; `person`: somebody corrected it. */
export type ReadingSource = "read" | "default" | "person";

/** What an indicator's row says around its target. */
export interface IndicatorContext {
  readonly profile: ScoringProfile;
  /** Year under review, for dates without one. */
  readonly year: number | null;
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  /** As printed. */
  readonly weight: string;
  /** The text of the other cell (实际完成值 when the target is read); it shows weights typed into the value columns. */
  readonly actual: string;
  /** Weights stand in the value columns of most rows of this sheet. */
  readonly weightsInValues: boolean;
}

/** One of several targets in a cell. */
export interface TargetPart {
  readonly text: string;
  readonly kind: "quantitative" | "date";
  readonly direction: Direction | null;
  readonly value: Decimal | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly unit: string | null;
  readonly date: string | null;
}

/** A target as a careful accountant reads it. Values are in `unit`. */
export interface TargetReading {
  readonly text: string;
  readonly kind: TargetKind;
  readonly direction: Direction | null;
  readonly value: Decimal | null;
  /** Ends of a range. */
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  /** Symbol as told: 亩, 万元, %, 元/亩. */
  readonly unit: string | null;
  readonly measure: Unit | null;
  /** The digits as printed, for an actual that leaves 万 out. */
  readonly printed: Amount | null;
  readonly day: CalendarDay | null;
  /** ISO date of the last allowed day. */
  readonly date: string | null;
  readonly parts: readonly TargetPart[];
  readonly source: ReadingSource;
  readonly approximate: boolean;
  readonly change: "increase" | "decrease" | null;
  readonly needsPerson: boolean;
  /** For people, in Chinese; empty when there is nothing to say. */
  readonly note: string;
}

export type ActualKind = "number" | "date" | "words" | "nothing" | "empty";

export interface ActualReading {
  readonly text: string;
  readonly kind: ActualKind;
  readonly value: Decimal | null;
  readonly unit: string | null;
  readonly measure: Unit | null;
  readonly day: CalendarDay | null;
  readonly date: string | null;
  readonly source: ReadingSource;
  /** How many figures the text holds, ranges included; 0 where none is asked. */
  readonly figures: number;
  /** A day where a quantity is asked, or a share where a day is. */
  readonly mistaken: boolean;
  /** Written without the unit that the target has. */
  readonly bare: boolean;
  /** What the digits say in the target's unit, where another unit was taken to be meant: 284500 beside 28.45万元. */
  readonly typed: Decimal | null;
  /** The target's text with its sign, typed again. */
  readonly copied: boolean;
  readonly needsPerson: boolean;
  readonly note: string;
}
