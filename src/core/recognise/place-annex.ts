import type { AnnexSpec, BlockSpec } from "../pack/index.js";
import type { Area } from "../sheet/index.js";
import { annexLabels } from "./annex-labels.js";
import { evidenceOf, type Evidence } from "./evidence.js";
import { yearIn } from "./label.js";
import { placeBlocks, type PlacedBlocks } from "./place-blocks.js";
import type { PlacedCell, PlacedNode, RecognisedAnnex } from "./placed.js";
import { placeCell, type Region, type TextCell } from "./region.js";
import { assignedPlaces, type RoleAssignment } from "./role-assignment.js";
import { placeSheetFacts } from "./sheet-facts.js";
import { isTitleNumber, isWholeTitle } from "./title-hits.js";

/** A title cell, and whether every title before it on its sheet headed an annex. */
export interface AnnexTitle {
  readonly cell: TextCell;
  readonly follows: boolean;
  /** The year of the tables above, under a title that heads several. */
  readonly year?: PlacedCell | null;
}

/** The annex in a region; null when too little of it is there: a title alone is a table of contents. */
export function placeAnnex(
  spec: AnnexSpec,
  sheet: Region,
  title: AnnexTitle | null,
  assignments: readonly RoleAssignment[],
): RecognisedAnnex | null {
  const labels = annexLabels(spec);
  const region: Region = { ...sheet, isLabel: ({ plain, bare }) => labels.has(plain) || labels.has(bare) };
  const assigned = assignedPlaces(region, spec, assignments);
  const blocks = placeBlocks(region, spec.blocks, assigned);
  const isAnnex = title
    ? hasTable(spec, blocks) || (spec.mayBeEmpty && title.follows && isEmptyAnnex(spec, region, title.cell))
    : hasTable(spec, blocks) && (assigned.size > 0 || isConvincing(spec, region, blocks));
  if (!isAnnex) return null;
  const titleCell =
    title && placeCell(region.grid, title.cell.area.top, title.cell.area.left, { type: "text" }, title.cell.text);
  const range = usedArea(region);
  const roles = new Map<string, PlacedNode>(blocks.roles);
  roles.set("meta", metaRecord(region, titleCell, blocks.roles, title?.year ?? null));
  roles.set("sheet", placeSheetFacts(region.grid, range));
  const confidence = (blocks.found / Math.max(blocks.wanted, 1)) * (title ? 1 : 0.8);
  // Shown to people on demand; a check of many workbooks never asks.
  let known: Evidence | null = null;
  const explained = (): Evidence => (known ??= evidenceOf(spec, titleCell, blocks.headers, blocks.roles, assigned));
  return {
    ...{ spec, sheet: region.grid.sheet, range, title: titleCell, roles, confidence },
    get evidence() {
      return explained().evidence;
    },
    get missing() {
      return explained().missing;
    },
  };
}

/** A table with rows; headers alone may stand anywhere. */
function hasTable(spec: AnnexSpec, { roles }: PlacedBlocks): boolean {
  const tables = spec.blocks.filter(({ kind }) => kind === "grid" || kind === "list");
  const records = spec.blocks.filter(({ kind }) => kind === "record");
  return (tables.length > 0 ? tables : records).some((block) => isTable(block, roles));
}

function isTable(block: BlockSpec, roles: ReadonlyMap<string, PlacedNode>): boolean {
  const node = roles.get(block.id);
  if (block.kind !== "grid") return node !== undefined;
  return node?.node === "record" && block.rows.some(({ id }) => node.fields.has(id));
}

/** Without a title every required block must be there, and one of the words that tell this annex from its like. */
function isConvincing(spec: AnnexSpec, region: Region, { roles, headers }: PlacedBlocks): boolean {
  const required = spec.blocks.filter((block) => !block.optional);
  if (spec.mentions.length > 0) {
    const { name } = region.grid.sheet;
    const top = Math.min(...[...headers.values()].map((header) => header.top));
    const above = region.words.filter(({ area }) => area.top < top);
    const isMentioned = spec.mentions.some(
      (word) => name.includes(word) || above.some(({ text }) => text.includes(word)),
    );
    if (!isMentioned) return false;
  } else if (required.length === 0) return false;
  return required.every((block) => isTable(block, roles));
}

/** 无, 0 or nothing below the title, but for what the form prints. */
function isEmptyAnnex(spec: AnnexSpec, region: Region, title: TextCell): boolean {
  if (!isWholeTitle(title.label.bare, spec) || region.cells.length > 40) return false;
  const others = region.cells.filter((cell) => cell !== title && !isPrinted(region, cell));
  return others.length <= mostRemarks && others.every(({ text }) => text.length <= 60);
}

/** Remarks that an empty annex may carry: 本单位无此项资金。 */
const mostRemarks = 3;

function isPrinted(region: Region, { text, label }: TextCell): boolean {
  const isNothing = /^(?:无|0|0\.0{1,2}|[-—–/]+|不适用)$/.test(label.plain) || label.plain === "";
  const isLine = /^[^:：]{1,10}[:：]/.test(text) || /^\(?20\d\d年度?\)?$/.test(label.plain);
  return isNothing || isLine || isTitleNumber(label.bare) || region.isLabel(label);
}

function usedArea(region: Region): Area {
  const { area, cells } = region;
  const used = { top: area.bottom, left: area.right, bottom: area.top, right: area.left };
  for (const cell of cells) {
    used.top = Math.min(used.top, cell.area.top);
    used.left = Math.min(used.left, cell.area.left);
    used.bottom = Math.max(used.bottom, Math.min(cell.area.bottom, area.bottom));
    used.right = Math.max(used.right, Math.min(cell.area.right, area.right));
  }
  return used;
}

/** Year and names of the annex, each at the cell that prints it. */
function metaRecord(
  region: Region,
  title: PlacedCell | null,
  roles: ReadonlyMap<string, PlacedNode>,
  yearAbove: PlacedCell | null,
): PlacedNode {
  const fields = new Map<string, PlacedNode>();
  if (title) fields.set("title", title);
  const yearCell = yearHolder(region, title) ?? yearAbove;
  if (yearCell) fields.set("year", yearCell);
  const header = roles.get("header");
  for (const name of ["unit", "department", "project"]) {
    const cell = header?.node === "record" ? header.fields.get(name) : undefined;
    if (cell) fields.set(name, cell);
  }
  return { node: "record", label: "", anchor: title?.area ?? null, fields };
}

/** Rows between a title and the line with its year, blank ones included. */
const farthestYear = 4;

/** The year stands in the title, or in a line just above or below, of its own or among notes: 填报单位：… （2024年度） 单位：万元. */
function yearHolder(region: Region, title: PlacedCell | null): PlacedCell | null {
  const top = title?.area.top ?? region.area.top;
  const near: TextCell[] = [];
  for (let row = top - 2; row <= top + farthestYear; row++) near.push(...region.rowCells(row));
  near.sort((a, b) => Math.abs(a.area.top - top) - Math.abs(b.area.top - top));
  const isNear = ({ area }: TextCell): boolean => Math.abs(area.top - top) <= 2;
  const isLine = ({ label, area }: TextCell): boolean =>
    /^\(?20\d\d年度?\)?$/.test(label.plain) &&
    region.rowCells(area.top).every(({ area: { left }, text }) => left === area.left || /[:：]/.test(text));
  const isTitleLike = ({ label }: TextCell): boolean => label.bare.length <= 40 && !/^20\d\d年度?$/.test(label.plain);
  for (const cell of near) {
    const year = yearIn(cell.label.plain.slice(0, 80));
    // 填报日期：2025年3月6日 says when, not of which year.
    const isTitle = cell.area.top === title?.area.top && cell.area.left === title.area.left;
    const isDay = !isTitle && /20\d\d年\d{1,2}月/.test(cell.label.plain);
    if (year === null || isDay || !(cell.area.top === top || isLine(cell) || (isNear(cell) && isTitleLike(cell))))
      continue;
    const placed = placeCell(region.grid, cell.area.top, cell.area.left, { type: "year" }, cell.text);
    return { ...placed, text: String(year), inText: true };
  }
  return null;
}
