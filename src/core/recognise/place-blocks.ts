import type { BlockSpec, FieldSpec, GridBlock, InlineBlock, ListBlock, RecordBlock, RowSpec } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import { findHeaderRow, type HeaderColumn, type HeaderRow } from "./header-row.js";
import { labelText, matcherOf, type LabelMatcher } from "./label.js";
import { placeList } from "./place-list.js";
import type { PlacedCell, PlacedNode, PlacedRecord } from "./placed.js";
import { findLabel, placeCell, type Region } from "./region.js";
import { segmentText } from "./segments.js";

const noLabels: readonly string[] = [];

/** Where a block begins; it ends where the next one does. */
interface Located {
  readonly block: BlockSpec;
  readonly top: number;
  readonly header: HeaderRow | null;
  readonly label: Area | null;
}

export interface PlacedBlocks {
  readonly roles: ReadonlyMap<string, PlacedNode>;
  /** Blocks found, among those that an annex of this kind must have. */
  readonly found: number;
  readonly wanted: number;
  /** Roles found by header or label. */
  readonly strength: number;
}

export function placeBlocks(region: Region, blocks: readonly BlockSpec[]): PlacedBlocks {
  const located = blocks.map((block) => locate(region, block));
  const tops = located.filter((entry): entry is Located => entry !== null).map(({ top }) => top);
  const roles = new Map<string, PlacedNode>();
  let strength = 0;
  blocks.forEach((block, index) => {
    const place = located[index];
    if (block.kind === "fields") {
      const record = placeFields(region, block.fields);
      if (record) roles.set(block.id, record);
      strength += record && !block.optional ? record.fields.size : 0;
      return;
    }
    if (!place) return;
    const next = tops.filter((top) => top > (place.header?.bottom ?? place.top)).sort((a, b) => a - b)[0];
    const bottom = Math.min(next === undefined ? region.area.bottom : next - 1, region.area.bottom);
    strength += place.header?.columns.length ?? 2;
    for (const [name, node] of placeBlock(region, block, place, bottom, located)) roles.set(name, node);
  });
  const needed = blocks.filter((block) => !block.optional);
  return { roles, found: needed.filter((block) => roles.has(block.id)).length, wanted: needed.length, strength };
}

function locate(region: Region, block: BlockSpec): Located | null {
  switch (block.kind) {
    case "record":
    case "grid":
    case "list": {
      const size = Object.keys(block.columns).length;
      const header = findHeaderRow(
        region,
        block.columns,
        block.kind === "list" ? Math.min(size, 4) : Math.min(size, 2),
      );
      return header && { block, top: header.top, header, label: null };
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
): [string, PlacedNode][] {
  switch (block.kind) {
    case "record":
      return place.header ? placeRecord(region, block, place.header, bottom) : [];
    case "grid":
      return place.header ? placeGrid(region, block, place.header, bottom) : [];
    case "list":
      return place.header ? placeList(region, block as ListBlock, place.header, bottom) : [];
    case "inline": {
      const rivals = located.flatMap((other) =>
        other && other.block.kind === "inline" && other.label && other.block !== block ? [other.label] : [],
      );
      return place.label ? placeInline(region, block, place.label, bottom, rivals) : [];
    }
  }
}

function placeRecord(region: Region, block: RecordBlock, header: HeaderRow, bottom: number): [string, PlacedNode][] {
  // An empty row slipped in below the header is stepped over.
  const isEmpty = (row: number): boolean =>
    header.columns.every(({ area }) => region.grid.textAt(row, area.left) === "");
  const below = header.bottom + 1;
  const row = isEmpty(below) && below < bottom && !isEmpty(below + 1) ? below + 1 : below;
  if (row > bottom) return [];
  const fields = new Map<string, PlacedNode>(
    header.columns.map(({ role, spec, area, text }) => [role, placeCell(region.grid, row, area.left, spec, text)]),
  );
  return [[block.id, { node: "record", label: "", anchor: null, fields }]];
}

/** Cells left of the first value column that begin in this row. */
function leadingTexts(region: Region, row: number, header: HeaderRow): { text: string; area: Area }[] {
  const first = Math.min(...header.columns.map(({ area }) => area.left));
  return region.cells
    .filter(({ area }) => area.top === row && area.left < first && area.right < first + 1)
    .map(({ text, area }) => ({ text, area }));
}

function placeGrid(region: Region, block: GridBlock, header: HeaderRow, bottom: number): [string, PlacedNode][] {
  const matchers = block.rows.map((spec) => ({ spec, matcher: matcherOf(spec.labels) }));
  const rows = new Map<string, PlacedNode>();
  let open: { spec: RowSpec; label: string; anchor: Area; row: number; items: PlacedRecord[] } | null = null;
  const close = (): void => {
    if (!open) return;
    const values = rowFields(region, header.columns, open.row);
    if (open.spec.items) values.set("items", { node: "list", items: withLeaves(open.items, open.spec) });
    rows.set(open.spec.id, { node: "record", label: open.label, anchor: open.anchor, fields: values });
  };
  for (let row = header.bottom + 1; row <= bottom; row++) {
    const texts = leadingTexts(region, row, header);
    const hit = texts
      .map(({ text, area }) => ({ text, area, spec: specFor(matchers, text, rows, open?.spec.id) }))
      .find(({ spec }) => spec !== null);
    if (hit?.spec) {
      close();
      open = { spec: hit.spec, label: hit.text, anchor: hit.area, row, items: [] };
    } else if (open?.spec.items) {
      const label = texts.at(-1);
      const fields = rowFields(region, header.columns, row);
      const filled = [...fields.values()].some((node) => node.node === "cell" && node.text.trim() !== "");
      if (label || filled) {
        open.items.push({ node: "record", label: label?.text.trim() ?? "", anchor: label?.area ?? null, fields });
      }
    }
  }
  close();
  const years = block.headerYears ? headerYears(header) : null;
  if (years && block.headerYears) rows.set(block.headerYears, years);
  return [[block.id, { node: "record", label: "", anchor: null, fields: rows }]];
}

function specFor(
  matchers: readonly { spec: RowSpec; matcher: LabelMatcher }[],
  text: string,
  done: ReadonlyMap<string, PlacedNode>,
  open: string | undefined,
): RowSpec | null {
  const label = labelText(text);
  const hit = matchers.find(({ spec, matcher }) => spec.id !== open && !done.has(spec.id) && matcher.match(label));
  return hit?.spec ?? null;
}

function rowFields(region: Region, columns: readonly HeaderColumn[], row: number): Map<string, PlacedNode> {
  return new Map(
    columns.map(({ role, spec, area, text }) => [role, placeCell(region.grid, row, area.left, spec, text)]),
  );
}

/** A heading such as 1、业务工作专项 with rows of its own below it is a subtotal, not an item. */
function withLeaves(items: readonly PlacedRecord[], spec: RowSpec): PlacedRecord[] {
  const headings = matcherOf(spec.items?.headings ?? noLabels);
  const isHeading = (record: PlacedRecord): boolean => headings.match(labelText(record.label)) !== null;
  return items.filter((record, index) => {
    if (!isHeading(record)) return true;
    const next = items[index + 1];
    return next === undefined || isHeading(next);
  });
}

/** The years printed in the headers, as a record of the same roles. */
function headerYears(header: HeaderRow): PlacedRecord {
  const fields = new Map<string, PlacedNode>();
  for (const { role, area, text, year } of header.columns) {
    const cell: PlacedCell = {
      node: "cell",
      type: "year",
      unit: null,
      label: text,
      area,
      cell: null,
      text: year === null ? "" : String(year),
      inText: true,
    };
    fields.set(role, cell);
  }
  return { node: "record", label: "", anchor: null, fields };
}

function placeInline(
  region: Region,
  block: InlineBlock,
  label: Area,
  bottom: number,
  rivals: readonly Area[],
): [string, PlacedNode][] {
  const nextLabel = Math.min(...rivals.filter(({ left }) => left > label.left).map(({ left }) => left), Infinity);
  const right = Math.max(label.right, nextLabel - 1);
  const below = rivals.filter(
    ({ top, left, right: end }) => top > label.top && left <= label.right && end >= label.left,
  );
  const last = Math.min(bottom, ...below.map(({ top }) => top - 1));
  const fields = new Map<string, PlacedNode>();
  for (const cell of region.cells) {
    const { area } = cell;
    if (area.top < label.top || area.top > last || area.left < label.left || area.left > right) continue;
    for (const segment of segmentText(cell.text, block.fields)) {
      const spec = block.fields[segment.field];
      if (!spec || fields.has(segment.field)) continue;
      fields.set(segment.field, segmentCell(region, area, spec, segment, right));
    }
  }
  return fields.size === 0 ? [] : [[block.id, { node: "record", label: "", anchor: label, fields }]];
}

/** The value after the label, or, when nothing follows it there, the next cell to the right or below. */
function segmentCell(
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

function placeFields(region: Region, fields: Readonly<Record<string, FieldSpec>>): PlacedRecord | null {
  const placed = new Map<string, PlacedNode>();
  const matchers = Object.entries(fields).map(([field, spec]) => ({
    field,
    spec,
    matcher: matcherOf(spec.labels),
  }));
  for (const cell of region.cells) {
    for (const { field, spec, matcher } of matchers) {
      if (!placed.has(field) && matcher.match(cell.label)) {
        const value = { label: cell.text, value: "" };
        placed.set(field, segmentCell(region, cell.area, spec, value, region.grid.bounds.right));
      }
    }
    if (!/[:：]/.test(cell.text)) continue;
    for (const segment of segmentText(cell.text, fields)) {
      const spec = fields[segment.field];
      if (!spec || placed.has(segment.field)) continue;
      placed.set(segment.field, segmentCell(region, cell.area, spec, segment, region.grid.bounds.right));
    }
  }
  return placed.size === 0 ? null : { node: "record", label: "", anchor: null, fields: placed };
}
