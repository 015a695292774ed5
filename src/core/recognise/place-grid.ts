import type { GridBlock, RowSpec } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import type { HeaderColumn, HeaderRow } from "./header-row.js";
import { labelText, matcherOf, type LabelMatcher } from "./label.js";
import type { PlacedCell, PlacedNode, PlacedRecord } from "./placed.js";
import { placeCell, type Region } from "./region.js";
import { assignedPlace, type AssignedPlaces } from "./role-assignment.js";

const noLabels: readonly string[] = [];

/** Cells left of the first value column that begin in this row. */
function leadingTexts(region: Region, row: number, header: HeaderRow): { text: string; area: Area }[] {
  const first = Math.min(...header.columns.map(({ area }) => area.left));
  return region.cells
    .filter(({ area }) => area.top === row && area.left < first && area.right < first + 1)
    .map(({ text, area }) => ({ text, area }));
}

/** Header columns by labelled rows; rows below a row with items belong to it until the next known row. */
export function placeGrid(
  region: Region,
  block: GridBlock,
  header: HeaderRow,
  bottom: number,
  assigned: AssignedPlaces,
): [string, PlacedNode][] {
  const said = rowsSaid(block, header, bottom, assigned);
  const saidSpecs = new Set(said.values());
  const matchers = block.rows
    .filter((spec) => !saidSpecs.has(spec))
    .map((spec) => ({ spec, matcher: matcherOf(spec.labels) }));
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
    const hit = said.has(row)
      ? { text: texts.at(-1)?.text ?? "", area: texts.at(-1)?.area ?? rowStart(header, row), spec: said.get(row) }
      : texts
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

/** Row → the role that a person gave it. */
function rowsSaid(
  block: GridBlock,
  header: HeaderRow,
  bottom: number,
  assigned: AssignedPlaces,
): ReadonlyMap<number, RowSpec> {
  const rows = new Map<number, RowSpec>();
  for (const spec of block.rows) {
    const top = assignedPlace(assigned, spec.id)?.area.top;
    if (top !== undefined && top > header.bottom && top <= bottom && !rows.has(top)) rows.set(top, spec);
  }
  return rows;
}

function rowStart({ columns }: HeaderRow, row: number): Area {
  const left = Math.min(...columns.map(({ area }) => area.left));
  return { top: row, bottom: row, left, right: left };
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
