import { areaAddress } from "../sheet/index.js";
import type { Certainty, RoleName, UnrecognisedSheet } from "./placed.js";
import type { Recognition } from "./recognise.js";
import type { LapsedAssignment } from "./role-assignment.js";

/** A role of the pack and where it was found; all null where it was not. */
export interface RoleOutline extends RoleName {
  /** A1 address of the header, the row label or the value, e.g. `F4` or `A3:B3`. */
  readonly range: string | null;
  /** What the sheet prints there. */
  readonly label: string | null;
  readonly how: Certainty | null;
}

export interface AnnexOutline {
  /** Kind, an id of the pack. */
  readonly annex: string;
  readonly name: string;
  readonly sheet: string;
  readonly range: string;
  readonly title: string;
  /** Share of the pack's blocks that were found, 0–1. */
  readonly confidence: number;
  /** Every role of the pack, in its order: those found, then those missing. */
  readonly roles: readonly RoleOutline[];
}

/** What was made of a workbook, as plain data to show. */
export interface RecognitionOutline {
  readonly annexes: readonly AnnexOutline[];
  readonly rest: readonly UnrecognisedSheet[];
  readonly lapsed: readonly LapsedAssignment[];
}

export function recognitionOutline({ annexes, rest, lapsed }: Recognition): RecognitionOutline {
  return {
    annexes: annexes.map(({ spec, sheet, range, title, confidence, evidence, missing }) => ({
      annex: spec.id,
      name: spec.name,
      sheet: sheet.name,
      range: areaAddress(range),
      title: title?.text.trim() ?? "",
      confidence,
      roles: [
        ...evidence.map(({ area, label, how, ...role }) => ({ ...role, range: areaAddress(area), label, how })),
        ...missing.map((one) => ({ ...one, range: null, label: null, how: null })),
      ],
    })),
    rest,
    lapsed,
  };
}
