import type { AnnexSpec } from "../pack/index.js";
import { fail, success, type Result } from "../result/index.js";
import { addressOf, contains, gridOf, type Area, type CellAddress, type WorkbookSnapshot } from "../sheet/index.js";
import { findHeaderRow, type HeaderRow } from "./header-row.js";
import { recognise } from "./recognise.js";
import { regionOf, textCells, type Region } from "./region.js";
import { assignedIn, assignedPlaces, type AssignedPlaces, type RoleAssignment } from "./role-assignment.js";
import { roleNamesOf } from "./role-names.js";

/** A person selected a cell and said what it is. */
export interface RoleChoice {
  readonly annex: string;
  readonly sheet: string;
  /** `title` or `block.role`, as the outline names it. */
  readonly role: string;
  readonly cell: CellAddress;
}

/**
 * The assignment to keep for a choice. Columns are remembered by their header, rows and values by the label next to
 * them. Failures: `no-such-role`, `no-such-sheet`, `nothing-to-remember` (an empty title), `no-effect` when the annex
 * would not be recognised by it. `known` are the assignments that hold already.
 */
export function assignRole(
  workbook: WorkbookSnapshot,
  specs: readonly AnnexSpec[],
  choice: RoleChoice,
  known: readonly RoleAssignment[] = [],
): Result<RoleAssignment> {
  const spec = specs.find(({ id }) => id === choice.annex);
  const name = spec && roleNamesOf(spec).get(choice.role);
  const sheet = workbook.sheets.find((one) => one.name === choice.sheet);
  if (!spec || !name) return fail("no-such-role", "本套附表没有这个项目。", "The pack's annexes have no such role.");
  if (!sheet) return fail("no-such-sheet", "工作簿里没有这张工作表。", "The workbook has no such sheet.");
  const grid = gridOf(sheet);
  const isMeant = (one: RoleAssignment): boolean =>
    one.annex === spec.id && one.sheet === sheet.name && one.role === choice.role;
  const others = known.filter((one) => !isMeant(one));
  const around = recognise({ ...workbook, sheets: [sheet] }, specs, others).annexes.find(
    (annex) => annex.spec === spec && contains(annex.range, choice.cell),
  );
  const region = regionOf(grid, around?.range ?? grid.bounds, textCells(grid));
  const area = grid.areaAt(choice.cell.row, choice.cell.column);
  const header = headerOf(region, spec, choice.role, assignedPlaces(region, spec, others));
  const anchorOf = { title: selfAnchor, column: headerAnchor, row: rowAnchor, field: fieldAnchor }[name.part];
  const anchored = anchorOf(region, area, header);
  if (anchored.text === "" && name.part === "title")
    return fail("nothing-to-remember", "选中的单元格是空的。", "The selected cell is empty.");
  const assignment: RoleAssignment = { annex: spec.id, sheet: sheet.name, role: choice.role, ...anchored };
  const lapsed = recognise({ ...workbook, sheets: [sheet] }, specs, [...others, assignment]).lapsed.find(
    (one) => one.assignment === assignment,
  );
  if (lapsed) return fail("no-effect", `不能这样指定：${lapsed.reason}。`, "The annex cannot be read that way.");
  return success(assignment);
}

type Anchor = Pick<RoleAssignment, "text" | "rows" | "columns" | "address">;

function selfAnchor(region: Region, area: Area): Anchor {
  return { text: textOf(region, area), rows: 0, columns: 0, address: addressAt(area) };
}

/** The header over the selected cell, or the selected cell when it is part of the header row itself. */
function headerAnchor(region: Region, area: Area, header: HeaderRow | null): Anchor {
  if (!header || area.top <= header.bottom) return leftAnchor(region, area);
  const own = region.grid.areaAt(header.bottom, area.left);
  const above = region.grid.areaAt(header.bottom - 1, area.left);
  const isSplit = textOf(region, own) === "" && above.top >= header.top;
  return leftAnchor(region, isSplit ? above : own);
}

/** The header row of the role's block; null where it has none. */
function headerOf(region: Region, spec: AnnexSpec, role: string, assigned: AssignedPlaces): HeaderRow | null {
  const block = spec.blocks.find(({ id }) => role.startsWith(`${id}.`));
  if (!block || !("columns" in block)) return null;
  const said = assignedIn(assigned, block.id);
  return findHeaderRow(region, block.columns, 2, said) ?? findHeaderRow(region, block.columns, 1, said);
}

/** The label of the selected row: the words left of its figures. */
function rowAnchor(region: Region, area: Area, header: HeaderRow | null): Anchor {
  const columns = header?.columns ?? [];
  const figures = columns.filter((column) => column.spec.type !== "text").map((column) => column.area.left);
  const first = Math.min(...figures, Infinity);
  const words = region.cells.filter((cell) => cell.area.top === area.top && cell.area.left < first);
  const label = words.find((cell) => cell.area.left === area.left) ?? words.at(-1);
  return label ? selfAnchor(region, label.area) : { ...selfAnchor(region, area), text: "" };
}

/** The label left of the value, else above it; a cell such as 预算单位：林业局 has its label in itself. */
function fieldAnchor(region: Region, area: Area): Anchor {
  const line = textOf(region, area).normalize("NFKC");
  const colon = line.indexOf(":");
  if (colon > 0 && colon <= 20) return { ...selfAnchor(region, area), text: line.slice(0, colon) };
  const left = region.cells.findLast((cell) => cell.area.top === area.top && cell.area.right < area.left);
  const above = region.cells.findLast((cell) => cell.area.left === area.left && cell.area.bottom === area.top - 1);
  const label = left ?? above;
  return label ? offsetAnchor(region, area, label.area) : { ...selfAnchor(region, area), text: "" };
}

/** A header without text is remembered by its distance from the nearest one on its left. */
function leftAnchor(region: Region, area: Area): Anchor {
  if (textOf(region, area) !== "") return selfAnchor(region, area);
  const left = region.cells.findLast((cell) => cell.area.bottom === area.bottom && cell.area.right < area.left);
  return left ? offsetAnchor(region, area, left.area) : selfAnchor(region, area);
}

function offsetAnchor(region: Region, area: Area, anchor: Area): Anchor {
  return {
    text: textOf(region, anchor),
    rows: area.top - anchor.top,
    columns: area.left - anchor.left,
    address: addressAt(area),
  };
}

function textOf(region: Region, area: Area): string {
  return region.grid.textAt(area.top, area.left).trim().slice(0, 200);
}

function addressAt({ top, left }: Area): string {
  return addressOf({ row: top, column: left });
}
