import type { AnnexSpec } from "../pack/index.js";
import { gridOf, type Area, type Grid, type SheetSnapshot, type WorkbookSnapshot } from "../sheet/index.js";
import { evidenceOf } from "./evidence.js";
import { labelText, yearIn } from "./label.js";
import { placeBlocks } from "./place-blocks.js";
import type { PlacedCell, PlacedNode, RecognisedAnnex, UnrecognisedSheet } from "./placed.js";
import { placeCell, regionOf, textCells, type Region, type TextCell } from "./region.js";
import { lapsedAssignments } from "./lapsed-assignments.js";
import { assignedPlaces, type LapsedAssignment, type RoleAssignment } from "./role-assignment.js";
import { titleRole } from "./role-names.js";
import { placeSheetFacts } from "./sheet-facts.js";

export interface Recognition {
  /** In the order of the pack, then of the sheets. */
  readonly annexes: readonly RecognisedAnnex[];
  readonly rest: readonly UnrecognisedSheet[];
  /** Assignments that found no place; they change nothing. */
  readonly lapsed: readonly LapsedAssignment[];
}

interface TitleHit {
  readonly spec: AnnexSpec;
  readonly cell: TextCell;
}

/**
 * Finds the annexes of a pack in a workbook, by titles, labels and headers, and by what a person said of them
 * (`assignments`).
 */
export function recognise(
  workbook: WorkbookSnapshot,
  specs: readonly AnnexSpec[],
  assignments: readonly RoleAssignment[] = [],
): Recognition {
  const annexes: RecognisedAnnex[] = [];
  const rest: UnrecognisedSheet[] = [];
  for (const sheet of workbook.sheets) {
    const found = recogniseSheet(
      sheet,
      specs,
      assignments.filter((one) => one.sheet === sheet.name),
    );
    annexes.push(...found);
    if (found.length === 0 && sheet.rows.length > 0) {
      rest.push({ sheet: sheet.name, reason: sheet.unread ?? "没有找到附表的标题和表头" });
    }
  }
  annexes.sort((a, b) => specs.indexOf(a.spec) - specs.indexOf(b.spec));
  return { annexes, rest, lapsed: lapsedAssignments(workbook, annexes, assignments) };
}

function recogniseSheet(
  sheet: SheetSnapshot,
  specs: readonly AnnexSpec[],
  assignments: readonly RoleAssignment[],
): RecognisedAnnex[] {
  const grid = gridOf(sheet);
  const cells = textCells(grid);
  const titles = titleHits(regionOf(grid, grid.bounds, cells), specs, assignments);
  if (titles.length === 0) {
    const region = regionOf(grid, grid.bounds, cells);
    const best = specs
      .map((spec) => place(spec, region, null, assignments))
      .filter((annex) => annex !== null)
      .sort((a, b) => b.confidence - a.confidence)[0];
    return best ? [best] : [];
  }
  return titles.flatMap((hit, index) => {
    const top = index === 0 ? grid.bounds.top : hit.cell.area.top;
    const bottom = (titles[index + 1]?.cell.area.top ?? grid.bounds.bottom + 1) - 1;
    const region = regionOf(grid, { ...grid.bounds, top, bottom }, cells);
    const annex = place(hit.spec, region, titleCell(grid, hit.cell), assignments);
    return annex ? [annex] : [];
  });
}

/** Titles stand alone in a cell: text that merely mentions an annex is longer than its title allows. */
function titleHits(sheet: Region, specs: readonly AnnexSpec[], assignments: readonly RoleAssignment[]): TitleHit[] {
  const titles = specs
    .flatMap((spec) => spec.titles.map((title) => ({ spec, title: labelText(title).bare })))
    .sort((a, b) => b.title.length - a.title.length);
  const said = specs.flatMap((spec) =>
    (assignedPlaces(sheet, spec, assignments).get(titleRole) ?? []).map(({ area }) => ({ spec, area })),
  );
  return sheet.cells.flatMap((cell) => {
    const named = said.find(({ area }) => area.top === cell.area.top && area.left === cell.area.left);
    if (named) return [{ spec: named.spec, cell }];
    const text = cell.label.bare;
    if (text.length < 6 || text.length > 60) return [];
    const best = titles.find(({ title }) => text.includes(title) && text.length <= title.length + 24);
    return best ? [{ spec: best.spec, cell }] : [];
  });
}

function titleCell(grid: Grid, cell: TextCell): PlacedCell {
  return placeCell(grid, cell.area.top, cell.area.left, { type: "text" }, cell.text);
}

/** Null when too little of the annex is there: a title alone is a table of contents. */
function place(
  spec: AnnexSpec,
  region: Region,
  title: PlacedCell | null,
  assignments: readonly RoleAssignment[],
): RecognisedAnnex | null {
  const assigned = assignedPlaces(region, spec, assignments);
  const blocks = placeBlocks(region, spec.blocks, assigned);
  const tables = spec.blocks.filter((block) => block.kind !== "fields" && block.kind !== "inline");
  const hasTable = tables.some((block) => blocks.roles.has(block.id));
  const titleAlone = title !== null && spec.mayBeEmpty && isWholeTitle(title, spec) && region.cells.length <= 12;
  if (!titleAlone && (!hasTable || (title === null && assigned.size === 0 && !isConvincing(spec, blocks.roles))))
    return null;
  const roles = new Map<string, PlacedNode>(blocks.roles);
  const range = usedArea(region);
  roles.set("meta", metaRecord(region, title, blocks.roles));
  roles.set("sheet", placeSheetFacts(region.grid, range));
  const confidence = (blocks.found / Math.max(blocks.wanted, 1)) * (title ? 1 : 0.8);
  const { evidence, missing } = evidenceOf(spec, title, blocks.headers, blocks.roles, assigned);
  return { spec, sheet: region.grid.sheet, range, title, roles, confidence, evidence, missing };
}

function isWholeTitle(title: PlacedCell, spec: AnnexSpec): boolean {
  const text = labelText(title.text).bare.replace(/^.*?年度/, "");
  return spec.titles.some((name) => labelText(name).bare === text);
}

/** Without a title every required table must be there, and a block that only this annex has. */
function isConvincing(spec: AnnexSpec, roles: ReadonlyMap<string, PlacedNode>): boolean {
  const required = spec.blocks.filter((block) => !block.optional);
  return required.length > 0 && required.every((block) => roles.has(block.id));
}

function usedArea(region: Region): Area {
  const { area, cells } = region;
  const tops = cells.map((cell) => cell.area.top);
  return {
    top: Math.max(area.top, Math.min(...tops)),
    left: Math.min(...cells.map((cell) => cell.area.left)),
    bottom: Math.min(area.bottom, Math.max(...cells.map((cell) => Math.min(cell.area.bottom, area.bottom)))),
    right: Math.max(...cells.map((cell) => Math.min(cell.area.right, area.right))),
  };
}

/** Year and names of the annex, each at the cell that prints it. */
function metaRecord(region: Region, title: PlacedCell | null, roles: ReadonlyMap<string, PlacedNode>): PlacedNode {
  const fields = new Map<string, PlacedNode>();
  if (title) fields.set("title", title);
  const yearCell = yearHolder(region, title);
  if (yearCell) fields.set("year", yearCell);
  const header = roles.get("header");
  for (const name of ["unit", "department", "project"]) {
    const cell = header?.node === "record" ? header.fields.get(name) : undefined;
    if (cell) fields.set(name, cell);
  }
  return { node: "record", label: "", anchor: title?.area ?? null, fields };
}

/** The year stands in the title, or in a line of its own just above or below: （2024年度）. */
function yearHolder(region: Region, title: PlacedCell | null): PlacedCell | null {
  const top = title?.area.top ?? region.area.top;
  const near = region.cells.filter(({ area }) => Math.abs(area.top - top) <= 2);
  const candidates = [...near].sort((a, b) => Math.abs(a.area.top - top) - Math.abs(b.area.top - top));
  for (const cell of candidates) {
    const year = yearIn(cell.text);
    if (year !== null && (cell.label.bare.length <= 40 || cell.area.top === top)) {
      const placed = placeCell(region.grid, cell.area.top, cell.area.left, { type: "year" }, cell.text);
      return { ...placed, text: String(year), inText: true };
    }
  }
  return null;
}
