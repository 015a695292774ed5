import type { AnnexSpec, RoleType } from "../pack/index.js";
import type { Area, Cell, SheetSnapshot } from "../sheet/index.js";

/** The cell (or the part of a text cell) that plays a role. */
export interface PlacedCell {
  readonly node: "cell";
  readonly type: RoleType;
  /** Unit declared by the pack for the role. */
  readonly unit: string | null;
  /** Text of the column header or label, for units such as （万元） and for messages. */
  readonly label: string;
  /** Merged area, or the single cell. */
  readonly area: Area;
  readonly cell: Cell | null;
  /** The value's own text; for a label with its value in one cell, what follows the label. */
  readonly text: string;
  /** The value shares its cell with a label. */
  readonly inText: boolean;
}

export interface PlacedRecord {
  readonly node: "record";
  readonly label: string;
  /** The cell that carries the label; null for records without one. */
  readonly anchor: Area | null;
  readonly fields: ReadonlyMap<string, PlacedNode>;
}

export interface PlacedList {
  readonly node: "list";
  readonly items: readonly PlacedRecord[];
}

export type PlacedNode = PlacedCell | PlacedRecord | PlacedList;

export interface RecognisedAnnex {
  readonly spec: AnnexSpec;
  readonly sheet: SheetSnapshot;
  readonly range: Area;
  readonly title: PlacedCell | null;
  readonly roles: ReadonlyMap<string, PlacedNode>;
  /** Share of the pack's roles that were found, 0–1. */
  readonly confidence: number;
}

/** What the sheet was looked at for, when no annex was found on it. */
export interface UnrecognisedSheet {
  readonly sheet: string;
  readonly reason: string;
}
