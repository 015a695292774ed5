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
  /** The value shares its cell with a label, or is put together from several cells. */
  readonly inText: boolean;
  /** Cells with further parts of the value: 指标性质, 度量单位. */
  readonly behind?: readonly Area[];
  /** Where the text is a place (第25行): what stands there. */
  readonly contents?: string;
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

/** What a role of a form is on the sheet: its title, a column under a header, a labelled row, a single value. */
export type RolePart = "title" | "column" | "row" | "field";

/** By the whole label, by the label without its brackets, by its place alone, or because a person said so. */
export type Certainty = "label" | "bare" | "position" | "person";

/** A role of the pack, named for people: `fund.executed` is 全年执行数. */
export interface RoleName {
  /** `title`, or `block.role`: a column, a row or a field of that block. */
  readonly role: string;
  readonly part: RolePart;
  readonly name: string;
  /** What people call the block it stands in; `""` for the title and for a block that the pack left unnamed. */
  readonly block: string;
}

/** How a role was found: the header, the row label, or (for a field) the cell with the value. */
export interface RoleEvidence extends RoleName {
  readonly area: Area;
  /** The text that gave it away; `""` where it was found by its place. */
  readonly label: string;
  readonly how: Certainty;
}

export interface RecognisedAnnex {
  readonly spec: AnnexSpec;
  readonly sheet: SheetSnapshot;
  readonly range: Area;
  readonly title: PlacedCell | null;
  readonly roles: ReadonlyMap<string, PlacedNode>;
  /** Share of the pack's roles that were found, 0–1. */
  readonly confidence: number;
  /** In the order of the pack. */
  readonly evidence: readonly RoleEvidence[];
  /** Roles of the pack that stand nowhere in the annex. */
  readonly missing: readonly RoleName[];
}

/** What the sheet was looked at for, when no annex was found on it. */
export interface UnrecognisedSheet {
  readonly sheet: string;
  readonly reason: string;
}
