import type { AnnexSummary, DeskChange } from "../app/index.js";
import type { Area, SheetTarget } from "../core/sheet/index.js";

/** How sure it is that a table is the annex it was taken for. */
export type Sureness = "sure" | "mostly" | "doubtful";

/** How a role was found: by the whole header, without its brackets, by its place, because a person said so. */
export type FoundBy = "label" | "bare" | "position" | "person";

export type RoleKind = "title" | "column" | "row" | "field";

/** A role in annexes of a kind on a sheet: what a person can say of a cell. */
export interface RoleRef {
  /** Kind of annex. */
  readonly annex: string;
  readonly sheet: string;
  /** `title`, or `block.role`. */
  readonly role: string;
}

export interface RoleName {
  readonly role: string;
  readonly part: RoleKind;
  /** As the pack names it: 全年执行数. */
  readonly name: string;
  /** The block it stands in; `""` for the title. */
  readonly block: string;
}

export interface FoundRole extends RoleName {
  /** Header, row label or value; null where it was not found. */
  readonly place: { readonly target: SheetTarget; readonly address: string } | null;
  /** What the sheet prints there. */
  readonly label: string;
  readonly how: FoundBy | null;
}

export interface AnnexRecognition extends AnnexSummary {
  readonly sureness: Sureness;
  readonly roles: readonly FoundRole[];
}

/** A correction that found no place any more. */
export interface LapsedAssignment extends RoleRef {
  /** Of the annex, of the role. */
  readonly annexName: string;
  readonly roleName: string;
  /** In Chinese. */
  readonly reason: string;
}

export interface AnnexKind {
  readonly id: string;
  readonly name: string;
  /** 附件3 where the form has a number; else `""`. */
  readonly number: string;
  /** Titles it is known by. */
  readonly titles: readonly string[];
  readonly roles: readonly RoleName[];
}

/** What was made of the workbook's sheets, and what can be said about it. */
export interface RecognitionView {
  readonly annexes: readonly AnnexRecognition[];
  /** Sheets without an annex, with the reason in Chinese. */
  readonly rest: readonly { readonly sheet: string; readonly reason: string }[];
  readonly lapsed: readonly LapsedAssignment[];
  /** What was looked for. */
  readonly kinds: readonly AnnexKind[];
}

/** A person's word that the selected cells play a role. */
export interface RoleChoice extends RoleRef {
  readonly area: Area;
}

/** What would be kept for a choice. */
export interface PointedCell {
  readonly target: SheetTarget;
  readonly address: string;
  /** What the cell shows. */
  readonly shown: string;
  /** The header or label by which it is found again; `""` where only its address is kept. */
  readonly label: string;
  /** Names of roles that are found now and would not be any more. */
  readonly displaced: readonly string[];
}

/** A change of the kept corrections, and the one that takes it back. */
export interface AssignmentChange {
  readonly change: DeskChange;
  readonly inverse: DeskChange;
}
