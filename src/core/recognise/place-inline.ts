import type { InlineBlock } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import { assignedFields } from "./place-fields.js";
import { segmentCell } from "./place-segment.js";
import type { PlacedNode } from "./placed.js";
import type { Region } from "./region.js";
import type { AssignedPlaces } from "./role-assignment.js";
import { segmentText } from "./segments.js";

/** Labels with their values inside text cells below (or in) the block's own label; `labels` are those of all such blocks. */
export function placeInline(
  region: Region,
  block: InlineBlock,
  label: Area,
  bottom: number,
  labels: readonly Area[],
  assigned: AssignedPlaces,
): [string, PlacedNode][] {
  const nextLabel = Math.min(...labels.filter(({ left }) => left > label.left).map(({ left }) => left), Infinity);
  const right = Math.max(label.right, nextLabel - 1);
  const fields = assignedFields(region, block.fields, assigned);
  for (const cell of region.cells) {
    const { area } = cell;
    if (area.top < label.top || area.top > bottom || area.left < label.left || area.left > right) continue;
    for (const segment of segmentText(cell.text, block.fields)) {
      const spec = block.fields[segment.field];
      if (!spec || fields.has(segment.field)) continue;
      fields.set(segment.field, segmentCell(region, area, spec, segment, right));
    }
  }
  return fields.size === 0 ? [] : [[block.id, { node: "record", label: "", anchor: label, fields }]];
}
