import type { AnnexSpec } from "../pack/index.js";
import { gridOf, type Area, type Grid, type SheetSnapshot, type WorkbookSnapshot } from "../sheet/index.js";
import { isContinued } from "./label.js";
import { lapsedAssignments } from "./lapsed-assignments.js";
import { placeAnnex } from "./place-annex.js";
import type { RecognisedAnnex, UnrecognisedSheet } from "./placed.js";
import { regionOf, textCells, type Region, type TextCell } from "./region.js";
import { isWhole, repeatedAreas, yearOf } from "./repeated-tables.js";
import type { LapsedAssignment, RoleAssignment } from "./role-assignment.js";
import { titleHits, type TitleHit } from "./title-hits.js";
import { titleRegions, type TitleRegion } from "./title-regions.js";

export interface Recognition {
  /** In the order of the pack, then of the sheets. */
  readonly annexes: readonly RecognisedAnnex[];
  readonly rest: readonly UnrecognisedSheet[];
  /** Assignments that found no place; they change nothing. */
  readonly lapsed: readonly LapsedAssignment[];
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
    const { found, reason } = recogniseSheet(sheet, specs, assignments);
    annexes.push(...found);
    if (found.length === 0 && sheet.rows.length > 0) rest.push({ sheet: sheet.name, reason: sheet.unread ?? reason });
  }
  annexes.sort((a, b) => specs.indexOf(a.spec) - specs.indexOf(b.spec));
  return { annexes, rest, lapsed: lapsedAssignments(workbook, annexes, assignments) };
}

interface SheetAnnexes {
  readonly found: readonly RecognisedAnnex[];
  /** Why there are none, for people. */
  readonly reason: string;
}

function recogniseSheet(
  sheet: SheetSnapshot,
  specs: readonly AnnexSpec[],
  assignments: readonly RoleAssignment[],
): SheetAnnexes {
  const grid = gridOf(sheet);
  const cells = textCells(grid);
  const whole = regionOf(grid, grid.bounds, cells);
  const hits = titleHits(whole, specs, assignments).filter(isBeginning);
  if (hits.length === 0) {
    const [best] = specs
      .map((spec) => placeAnnex(spec, whole, null, assignments))
      .filter((annex) => annex !== null)
      .sort((a, b) => b.evidence.length - a.evidence.length);
    return { found: best ? [best] : [], reason: "没有找到附表的标题，表头也不成一张附表" };
  }
  const found = placeTitled(grid, cells, titleRegions(grid, cells, hits), assignments);
  const names = [...new Set(hits.map(({ spec }) => spec.name))].join("、");
  return { found, reason: `有“${names}”字样，但没有它的表格` };
}

/** A title marked 续 goes on with the annex above it. */
function isBeginning({ spec, cell }: TitleHit, index: number, hits: readonly TitleHit[]): boolean {
  return hits[index - 1]?.spec !== spec || !isContinued(cell.text);
}

/** Pages that one annex may run over when each repeats the title. */
const mostPages = 12;

/** Annexes under their titles, from top to bottom; a title printed again on the next page goes on with its annex. */
function placeTitled(
  grid: Grid,
  cells: readonly TextCell[],
  regions: readonly TitleRegion[],
  assignments: readonly RoleAssignment[],
): RecognisedAnnex[] {
  const placed: Placed[] = [];
  let pages = 0;
  for (const { hit, area } of regions) {
    const previous = placed.at(-1);
    const follows = placed.every(({ annex }) => annex !== null);
    const place = (title: TitleHit, within: Region): RecognisedAnnex | null =>
      placeAnnex(title.spec, within, { cell: title.cell, follows }, assignments);
    const region = regionOf(grid, area, cells);
    const several = placeRepeated(hit, region, assignments);
    if (several.length > 0) {
      placed.push(
        ...several.map((annex) => ({
          hit,
          area: { ...area, top: annex.range.top, bottom: annex.range.bottom },
          annex,
        })),
      );
      continue;
    }
    const annex = place(hit, region);
    if (previous?.annex && pages < mostPages && goesOn(previous, hit, area, annex)) {
      pages++;
      const both = { ...previous.area, bottom: area.bottom };
      placed[placed.length - 1] = {
        hit: previous.hit,
        area: both,
        annex: place(previous.hit, regionOf(grid, both, cells)),
      };
    } else placed.push({ hit, area, annex });
  }
  return placed.flatMap(({ annex }) => (annex ? [annex] : []));
}

/** The annexes under a title that heads several tables one below the other; none where it heads one. */
function placeRepeated(
  { spec, cell }: TitleHit,
  region: Region,
  assignments: readonly RoleAssignment[],
): readonly RecognisedAnnex[] {
  const areas = repeatedAreas(region, spec);
  if (areas.length < 2) return [];
  const found: RecognisedAnnex[] = [];
  for (const area of areas) {
    const [first] = found;
    const title = { cell, follows: true, year: first ? yearOf(first) : null };
    const annex = placeAnnex(spec, regionOf(region.grid, area, region.cells), title, assignments);
    if (!annex || !isWhole(annex)) return [];
    found.push(annex);
  }
  return found;
}

interface Placed {
  readonly hit: TitleHit;
  readonly area: Area;
  readonly annex: RecognisedAnnex | null;
}

/** The same title again, without the tables that begin the annex. */
function goesOn(previous: Placed, { spec, cell }: TitleHit, area: Area, annex: RecognisedAnnex | null): boolean {
  if (previous.hit.spec !== spec || previous.area.left !== area.left) return false;
  if (previous.hit.cell.label.plain !== cell.label.plain) return false;
  const begins = spec.blocks.find(({ kind, optional }) => (kind === "grid" || kind === "record") && !optional);
  return annex === null || (begins !== undefined && !annex.roles.has(begins.id));
}
