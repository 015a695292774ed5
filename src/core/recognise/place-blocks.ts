import type { BlockSpec } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import { findHeaderRow, type HeaderRow } from "./header-row.js";
import { withKeyColumn } from "./key-column.js";
import { labelText, matcherOf } from "./label.js";
import { placeFields } from "./place-fields.js";
import { placeGrid } from "./place-grid.js";
import { placeInline } from "./place-inline.js";
import { placeList } from "./place-list.js";
import { placeRecord, secondHeader } from "./place-record.js";
import type { PlacedNode } from "./placed.js";
import { findLabel, type Region } from "./region.js";
import { assignedIn, type AssignedPlaces } from "./role-assignment.js";

/** Where a block begins; it ends where the next one does. */
interface Located {
  readonly block: BlockSpec;
  readonly top: number;
  readonly header: HeaderRow | null;
  /** Of a record that the form prints in two pairs of rows. */
  readonly second?: HeaderRow | null;
  readonly label: Area | null;
}

export interface PlacedBlocks {
  readonly roles: ReadonlyMap<string, PlacedNode>;
  /** Header rows by block. */
  readonly headers: ReadonlyMap<string, HeaderRow>;
  /** Blocks found, among those that an annex of this kind must have. */
  readonly found: number;
  readonly wanted: number;
}

export function placeBlocks(region: Region, blocks: readonly BlockSpec[], assigned: AssignedPlaces): PlacedBlocks {
  const located = blocks.map((block) => locate(region, block, assignedIn(assigned, block.id)));
  const tops = located.filter((entry): entry is Located => entry !== null).map(({ top }) => top);
  const roles = new Map<string, PlacedNode>();
  blocks.forEach((block, index) => {
    const place = located[index];
    const said = assignedIn(assigned, block.id);
    if (block.kind === "fields") {
      const record = placeFields(region, block.fields, said);
      if (record) roles.set(block.id, record);
      return;
    }
    if (!place) return;
    const next = tops.filter((top) => top > (place.header?.bottom ?? place.top)).sort((a, b) => a - b)[0];
    const bottom = Math.min(next === undefined ? region.area.bottom : next - 1, region.area.bottom);
    for (const [name, node] of placeBlock(region, block, place, bottom, located, said)) roles.set(name, node);
  });
  const needed = blocks.filter((block) => !block.optional);
  const headers = new Map(
    located.flatMap((place): [string, HeaderRow][] => {
      if (!place?.header) return [];
      const { header, second } = place;
      return [[place.block.id, second ? { ...header, columns: [...header.columns, ...second.columns] } : header]];
    }),
  );
  return {
    roles,
    headers,
    found: needed.filter((block) => roles.has(block.id)).length,
    wanted: needed.length,
  };
}

function locate(region: Region, block: BlockSpec, assigned: AssignedPlaces): Located | null {
  switch (block.kind) {
    case "record": {
      const size = Object.keys(block.columns).length;
      const header = findHeaderRow(region, block.columns, Math.min(size, 2), assigned);
      return header && { block, top: header.top, header, second: secondHeader(region, block, header), label: null };
    }
    case "grid": {
      const size = Object.keys(block.columns).length;
      const header = findHeaderRow(region, block.columns, Math.min(size, 2), assigned);
      return header && { block, top: header.top, header, label: null };
    }
    case "list": {
      const size = Object.keys(block.columns).length;
      const header = findHeaderRow(region, block.columns, Math.min(size, 4), assigned);
      const found = header && withKeyColumn(region, block, header);
      const roles = new Set(found?.columns.map(({ role }) => role));
      const isMeant = roles.has(block.key) && (block.needs.length === 0 || block.needs.some((role) => roles.has(role)));
      return found && isMeant ? { block, top: found.top, header: found, label: null } : null;
    }
    case "inline": {
      const label =
        findLabel(region, matcherOf(block.label)) ??
        region.cells.find((cell) =>
          block.label.some((text) => cell.label.plain.startsWith(labelText(text).plain + ":")),
        );
      return label ? { block, top: label.area.top, header: null, label: label.area } : null;
    }
    case "fields":
      return null;
  }
}

function placeBlock(
  region: Region,
  block: Exclude<BlockSpec, { kind: "fields" }>,
  place: Located,
  bottom: number,
  located: readonly (Located | null)[],
  assigned: AssignedPlaces,
): [string, PlacedNode][] {
  switch (block.kind) {
    case "record":
      return place.header
        ? placeRecord(region, block, place.second ? [place.header, place.second] : [place.header], bottom)
        : [];
    case "grid":
      return place.header ? placeGrid(region, block, place.header, bottom, assigned) : [];
    case "list":
      return place.header ? placeList(region, block, place.header, bottom, assigned) : [];
    case "inline": {
      const labels = located.flatMap((one) => one?.label ?? []);
      return place.label ? placeInline(region, block, place.label, bottom, labels, assigned) : [];
    }
  }
}
