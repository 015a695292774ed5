import type { AnnexSpec } from "../pack/index.js";
import { addressOf, contains, parseAddress, type Area } from "../sheet/index.js";
import { labelText } from "./label.js";
import type { RoleName } from "./placed.js";
import type { Region, TextCell } from "./region.js";
import { roleNamesOf } from "./role-names.js";

/**
 * A person's word that a cell plays a role: in annexes of this kind on this sheet, the cell `rows` down and `columns`
 * right of the one that reads `text` is it. It survives moved rows and columns; the address serves only where there
 * was no text to go by.
 */
export interface RoleAssignment {
  /** Kind, an id of the pack. */
  readonly annex: string;
  /** Name of the sheet. */
  readonly sheet: string;
  /** `title`, or `block.role` as in `RoleName`. */
  readonly role: string;
  /** What the nearest header or label says; `""` where there is none. */
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
  /** Where the header, the row or the value stood when it was said, e.g. `F4`. */
  readonly address: string;
}

/** One that found no place, and why. */
export interface LapsedAssignment {
  readonly assignment: RoleAssignment;
  readonly reason: string;
}

/** A place that an assignment points at. */
export interface AssignedPlace {
  readonly area: Area;
  /** The text by which it was found again. */
  readonly label: string;
  /** Set when label and value share the cell: what follows the label. */
  readonly value: string | null;
}

/** Role → places that may be meant; more than one where the text stands repeatedly. */
export type AssignedPlaces = ReadonlyMap<string, readonly AssignedPlace[]>;

export const nothingAssigned: AssignedPlaces = new Map();

/** The places of one block's roles, by the role's name within the block. */
export function assignedIn(assigned: AssignedPlaces, block: string): AssignedPlaces {
  if (assigned.size === 0) return nothingAssigned;
  const prefix = `${block}.`;
  return new Map(
    [...assigned].flatMap(([role, places]) => (role.startsWith(prefix) ? [[role.slice(prefix.length), places]] : [])),
  );
}

/** The one place meant; null where none or more than one may be. */
export function assignedPlace(assigned: AssignedPlaces, role: string): AssignedPlace | null {
  const [place, ...others] = assigned.get(role) ?? [];
  return place && others.length === 0 ? place : null;
}

/** The places in a region that the assignments of this kind and sheet point at. */
export function assignedPlaces(
  region: Region,
  spec: AnnexSpec,
  assignments: readonly RoleAssignment[],
): AssignedPlaces {
  const places = new Map<string, readonly AssignedPlace[]>();
  for (const assignment of assignments) {
    const name = roleNamesOf(spec).get(assignment.role);
    if (!name || assignment.annex !== spec.id || assignment.sheet !== region.grid.sheet.name) continue;
    const found = placesOf(region, assignment, name);
    const same = found.filter(({ area }) => addressOf({ row: area.top, column: area.left }) === assignment.address);
    if (found.length > 0) places.set(assignment.role, same.length === 1 ? same : found);
  }
  return places;
}

function placesOf(region: Region, assignment: RoleAssignment, name: RoleName): AssignedPlace[] {
  const { text, rows, columns, address } = assignment;
  if (text === "") {
    const area = areaWithin(region, address);
    return area ? [{ area, label: "", value: null }] : [];
  }
  const wanted = labelText(text).plain;
  return region.cells.flatMap((cell) => {
    const value = name.part === "field" && rows === 0 && columns === 0 ? valueBehind(cell, wanted) : null;
    if (value === null && cell.label.plain !== wanted) return [];
    const { top, left } = cell.area;
    const area = region.grid.areaAt(top + rows, left + columns);
    return area.bottom > region.area.bottom ? [] : [{ area, label: text, value }];
  });
}

/** `预算单位：林业局` is the value 林业局 for the label 预算单位; null when the cell does not begin with the label. */
function valueBehind({ text }: TextCell, wanted: string): string | null {
  const line = text.slice(0, 2000).normalize("NFKC");
  const colon = line.indexOf(":");
  return colon > 0 && labelText(line.slice(0, colon)).plain === wanted ? line.slice(colon + 1).trim() : null;
}

function areaWithin({ grid, area }: Region, address: string): Area | null {
  const at = parseAddress(address);
  return at && contains(area, at) ? grid.areaAt(at.row, at.column) : null;
}
