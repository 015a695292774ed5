import type { FieldSpec } from "../pack/index.js";
import { indexOf } from "./label.js";
import { assignedCell, segmentCell } from "./place-segment.js";
import type { PlacedNode, PlacedRecord } from "./placed.js";
import type { Region } from "./region.js";
import { assignedPlace, nothingAssigned, type AssignedPlaces } from "./role-assignment.js";
import { segmentText } from "./segments.js";

/** Labels anywhere in the annex, each with its value in the same cell, beside or below. */
export function placeFields(
  region: Region,
  fields: Readonly<Record<string, FieldSpec>>,
  assigned: AssignedPlaces = nothingAssigned,
): PlacedRecord | null {
  const placed = assignedFields(region, fields, assigned);
  const index = indexOf(fields);
  const { right } = region.area;
  for (const cell of region.cells) {
    for (const { role } of index.match(cell.label)) {
      const spec = fields[role];
      if (!spec || placed.has(role)) continue;
      placed.set(role, segmentCell(region, cell.area, spec, { label: cell.text, value: "" }, right));
    }
    if (!/[:：]/.test(cell.text)) continue;
    for (const segment of segmentText(cell.text, fields)) {
      const spec = fields[segment.field];
      if (!spec || placed.has(segment.field)) continue;
      placed.set(segment.field, segmentCell(region, cell.area, spec, segment, right));
    }
  }
  return placed.size === 0 ? null : { node: "record", label: "", anchor: null, fields: placed };
}

/** The fields whose place a person named. */
export function assignedFields(
  region: Region,
  fields: Readonly<Record<string, FieldSpec>>,
  assigned: AssignedPlaces,
): Map<string, PlacedNode> {
  const placed = new Map<string, PlacedNode>();
  for (const [field, spec] of Object.entries(fields)) {
    const place = assignedPlace(assigned, field);
    if (place) placed.set(field, assignedCell(region, spec, place));
  }
  return placed;
}
