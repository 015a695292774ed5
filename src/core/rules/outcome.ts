import type { Explanation, FixProposal } from "../findings/index.js";
import type { Fact } from "../facts/index.js";
import type { Decimal } from "../quantity/index.js";
import type { Amount } from "./amount.js";

/** What a verb found at one place. */
export interface Failed {
  readonly status: "fail";
  /** The fact a person corrects; null when nothing is there to correct (an absent annex). */
  readonly anchor: Fact | null;
  readonly actual: string | null;
  readonly expected: string | null;
  /** filed − computed, for steps of severity; null when there is no such number. */
  readonly gap: Decimal | null;
  readonly filed: Amount | null;
  readonly computed: Amount | null;
  /** Words for the message: {total}, {sum}, {gap} … */
  readonly words: Readonly<Record<string, string>>;
  readonly explanation: Explanation | null;
  readonly related: readonly Fact[];
  readonly fixes: readonly FixProposal[];
  readonly cause: string | null;
  /** Figures that later rules take instead of the filed ones. */
  readonly proves: readonly { readonly fact: Fact; readonly value: Decimal }[];
  /** The anchor is wrong for certain, `computed` is what it should be: rules that go by it wait. */
  readonly doubts: boolean;
  /** The part that is wrong where the anchor is right: it is the one in doubt then. */
  readonly suspect: { readonly fact: Fact; readonly value: Decimal } | null;
}

export type Outcome =
  | { readonly status: "pass" }
  | { readonly status: "notApplicable"; readonly reason: string }
  /** Looked at and left as it is, which people are told of once. */
  | { readonly status: "left"; readonly note: string }
  | Failed;

export const pass: Outcome = { status: "pass" };

export function notApplicable(reason: string): Outcome {
  return { status: "notApplicable", reason };
}

export function failed(at: Partial<Omit<Failed, "status">>): Failed {
  return {
    status: "fail",
    anchor: null,
    actual: null,
    expected: null,
    gap: null,
    filed: null,
    computed: null,
    words: {},
    explanation: null,
    related: [],
    fixes: [],
    cause: null,
    proves: [],
    doubts: false,
    suspect: null,
    ...at,
  };
}
