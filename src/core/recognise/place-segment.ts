import type { FieldSpec } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import type { PlacedCell } from "./placed.js";
import { placeCell, type Region } from "./region.js";
import type { AssignedPlace } from "./role-assignment.js";

/** The value after the label, or, when nothing follows it there, the next cell to the right or below. */
export function segmentCell(
  region: Region,
  area: Area,
  spec: FieldSpec,
  segment: { readonly label: string; readonly value: string },
  right: number,
): PlacedCell {
  const inCell: PlacedCell = {
    ...placeCell(region.grid, area.top, area.left, spec, segment.label),
    text: segment.value,
    inText: true,
  };
  if (segment.value !== "") return inCell;
  const row = spec.value === "below" ? area.bottom + 1 : area.top;
  const column = spec.value === "below" ? area.left : area.right + 1;
  if (column > right || row > region.area.bottom) return inCell;
  const beside = placeCell(region.grid, row, column, spec, segment.label);
  return beside.text !== "" && /[:：]\s*$/.test(beside.text) ? inCell : beside;
}

/** The cell that a person named; a label that shares it is not part of the value. */
export function assignedCell(region: Region, spec: FieldSpec, { area, label, value }: AssignedPlace): PlacedCell {
  const placed = placeCell(region.grid, area.top, area.left, spec, label);
  return value === null ? placed : { ...placed, text: value, inText: true };
}
