import type { FieldSpec } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import { labelText } from "./label.js";
import type { PlacedCell } from "./placed.js";
import { placeCell, type Region } from "./region.js";
import type { AssignedPlace } from "./role-assignment.js";

/** Columns slipped in between a label and its value. */
const mostEmpty = 2;

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
  const at = (row: number, column: number): PlacedCell => placeCell(region.grid, row, column, spec, segment.label);
  if (spec.value === "below") return area.bottom < region.area.bottom ? at(area.bottom + 1, area.left) : inCell;
  const first = area.right + 1;
  if (first > right) return inCell;
  const beside = at(area.top, first);
  // Nothing is filled in: forms leave room for it in a merged cell, and a column slipped in has none.
  let room = beside;
  for (let [cell, empty] = [beside, 0]; empty <= mostEmpty && cell.area.left <= right; empty++) {
    if (cell.text !== "") return isOther(region, cell) ? (empty === 0 ? inCell : room) : cell;
    if (isSingle(room.area) && !isSingle(cell.area)) room = cell;
    cell = at(area.top, cell.area.right + 1);
  }
  return room;
}

function isSingle({ left, right }: Area): boolean {
  return left === right;
}

/** Another label, with its own value beside it or in its own cell: 填报日期：2025年3月1日. */
function isOther(region: Region, { text }: PlacedCell): boolean {
  if (/[:：]\s*$/.test(text.slice(-4)) || region.isLabel(labelText(text))) return true;
  const [, label] = /^([^:：]{1,20})[:：]/.exec(text) ?? [];
  return label !== undefined && region.isLabel(labelText(label));
}

/** The cell that a person named; a label that shares it is not part of the value. */
export function assignedCell(region: Region, spec: FieldSpec, { area, label, value }: AssignedPlace): PlacedCell {
  const placed = placeCell(region.grid, area.top, area.left, spec, label);
  return value === null ? placed : { ...placed, text: value, inText: true };
}
