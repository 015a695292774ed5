import type { RoleType } from "../pack/index.js";
import type { Decimal } from "../quantity/index.js";

/** A cell of the workbook (zero-based), the top-left one of a merge. */
export interface CellRef {
  /** The workbook, where it is not the open one: of several read as one, or last year's. */
  readonly file?: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/**
 * What a fact says. A printed number stands for the interval [low, high] (rules.md, "Numbers and
 * tolerance"); counts, people, weights and scores have width 0.
 * Rates are in per cent (80.45 for 80.45 %), money in 万元, everything else in base units.
 */
export type Reading =
  | {
      readonly kind: "number";
      readonly value: Decimal;
      readonly low: Decimal;
      readonly high: Decimal;
      /** Decimals printed, after conversion to the fact's unit. */
      readonly decimals: number;
      readonly approximate: boolean;
      /** The cell holds text, not a number. */
      readonly asText: boolean;
    }
  /** 无, —, /, 不适用: written, and means nothing. */
  | { readonly kind: "nothing" }
  | { readonly kind: "empty" }
  | { readonly kind: "text" }
  /** A formula error such as #REF!. */
  | { readonly kind: "error"; readonly code: string };

export type FactOrigin = "cells" | "derived" | "typed" | "default";

/** A quantity or a text with the cells behind it. */
export interface Fact {
  readonly node: "fact";
  /** Role path from the root of its annex, stable when rows move: `fund.total.rate`, `indicators[造林面积].score`. */
  readonly path: string;
  /** `AnnexFacts.key`, or `""` for facts without an annex (typed ones). */
  readonly annex: string;
  readonly type: FactType;
  readonly reading: Reading;
  /** Base unit symbol (万元, %, 人, 亩 …), null when there is none. */
  readonly unit: string | null;
  /** As printed, trimmed; `""` when empty. */
  readonly shown: string;
  /** Header or label of the cell, for people: 全年执行数. */
  readonly label?: string;
  /** The cell a person corrects comes first; empty for derived and typed facts. */
  readonly cells: readonly CellRef[];
  readonly from: FactOrigin;
  /** For derived figures: the facts they were derived from. */
  readonly basis?: readonly Fact[];
  /** Formula of the cell, null or absent for a typed value. */
  readonly formula?: string | null;
  /** The value shares its cell with a label, so the cell as a whole is text. */
  readonly inText?: boolean;
  /** Where `shown` is a place (第25行): what stands there, so that the same rows are known again when they move. */
  readonly contents?: string;
}

/** How a role's cells are read. */
export type FactType = RoleType;

/** Named children; a grid row, an indicator, an annex. */
export interface FactRecord {
  readonly node: "record";
  readonly path: string;
  readonly annex: string;
  /** What people call it: the row's label, the indicator's name. */
  readonly label: string;
  /** The cell that holds the label, where there is one. */
  readonly cell?: CellRef;
  readonly fields: ReadonlyMap<string, FactNode>;
  /** What was worked out from the fields: known by name, made when it is asked for, never listed. */
  readonly derived?: DerivedFields;
}

export interface DerivedFields {
  get(name: string): Fact | undefined;
}

export interface FactList {
  readonly node: "list";
  readonly path: string;
  readonly annex: string;
  readonly items: readonly FactRecord[];
}

export type FactNode = Fact | FactRecord | FactList;
