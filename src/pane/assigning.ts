import type { OpenBook } from "../app/index.js";
import type { AnnexSpec } from "../core/pack/index.js";
import {
  assignRole,
  recognise,
  roleNamesOf,
  type RecognisedAnnex,
  type RoleAssignment,
} from "../core/recognise/index.js";
import { fail, success, type Result } from "../core/result/index.js";
import { addressOf, areaAddress, contains, gridOf, parseAddress, type WorkbookSnapshot } from "../core/sheet/index.js";
import {
  readDesk,
  withAssignment,
  withoutAssignment,
  type DeskAssignment,
  type DeskData,
} from "../documents/desk/index.js";
import { changingDesk } from "./changing-desk.js";
import { meantCell } from "./meant-cell.js";
import type { AssignmentChange, PointedCell, RoleChoice, RoleRef } from "./recognition.js";

export interface Pointed {
  readonly cell: PointedCell;
  readonly assignment: RoleAssignment;
}

/** What would be kept for a choice. Failures are sentences about the selection, or `assignRole`'s. */
export function pointed(
  snapshot: WorkbookSnapshot,
  { recognition }: OpenBook,
  specs: readonly AnnexSpec[],
  { area, ...ref }: RoleChoice,
): Result<Pointed> {
  const spec = specs.find(({ id }) => id === ref.annex);
  const role = spec && roleNamesOf(spec).get(ref.role);
  const sheet = snapshot.sheets.find(({ name }) => name === ref.sheet);
  if (!role || !sheet) return gone;
  const grid = gridOf(sheet);
  const here = recognition.annexes.filter((annex) => annex.sheet.name === ref.sheet);
  const same = here.filter((annex) => annex.spec.id === ref.annex);
  const corner = { row: area.top, column: area.left };
  const annex = same.find(({ range }) => contains(range, corner)) ?? same[0] ?? null;
  const meant = meantCell(area, role, grid, annex);
  if (!meant.ok) return meant;
  const other = here.find(({ spec: { id }, range }) => id !== ref.annex && contains(range, meant.value));
  if (other) return inOther(addressOf(meant.value), other.spec.name);
  const known = keptIn(snapshot.deskXml).assignments;
  const made = assignRole(snapshot, specs, { ...ref, cell: meant.value }, known);
  if (!made.ok) return made;
  const assignment = made.value;
  const at = parseAddress(assignment.address) ?? meant.value;
  const place = grid.areaAt(at.row, at.column);
  const others = known.filter((one) => one.sheet === ref.sheet && !isSame(one, ref));
  const after = recognise({ ...snapshot, sheets: [sheet] }, specs, [...others, assignment]).annexes;
  return success({
    assignment,
    cell: {
      target: { sheet: ref.sheet, area: place },
      address: areaAddress(place),
      shown: grid.textAt(place.top, place.left).trim(),
      label: assignment.text.trim(),
      displaced: displaced(here, after, ref.role),
    },
  });
}

/** Keeps the assignment in the workbook; taken back, an earlier one of the role is there again. */
export function assigning(deskXml: string | null, assignment: DeskAssignment): AssignmentChange {
  return {
    change: changingDesk((desk) => withAssignment(desk, assignment)),
    inverse: restoring(deskXml, [assignment]),
  };
}

/** Takes corrections out of the workbook. */
export function unassigning(deskXml: string | null, refs: readonly RoleRef[]): AssignmentChange {
  return { change: changingDesk((desk) => refs.reduce(without, desk)), inverse: restoring(deskXml, refs) };
}

function restoring(deskXml: string | null, refs: readonly RoleRef[]): AssignmentChange["inverse"] {
  const before = keptIn(deskXml).assignments.filter((one) => refs.some((ref) => isSame(one, ref)));
  return changingDesk((desk) => before.reduce(withAssignment, refs.reduce(without, desk)));
}

function without(desk: DeskData, { annex, sheet, role }: RoleRef): DeskData {
  return withoutAssignment(desk, annex, sheet, role);
}

function keptIn(deskXml: string | null): Pick<DeskData, "assignments"> {
  const desk = readDesk(deskXml);
  return desk.ok ? desk.value : { assignments: [] };
}

function isSame(one: RoleRef, other: RoleRef): boolean {
  return one.annex === other.annex && one.sheet === other.sheet && one.role === other.role;
}

/** Names of roles found before and not after. */
function displaced(
  before: readonly RecognisedAnnex[],
  after: readonly RecognisedAnnex[],
  except: string,
): readonly string[] {
  const key = (annex: RecognisedAnnex, role: string): string => `${annex.spec.id} ${role}`;
  const kept = new Set(after.flatMap((annex) => annex.evidence.map(({ role }) => key(annex, role))));
  const lost = before.flatMap((annex) =>
    annex.evidence.flatMap(({ role, name }) => (role === except || kept.has(key(annex, role)) ? [] : [name])),
  );
  return [...new Set(lost)];
}

const gone = fail(
  "gone",
  "这张工作表或附表已不在，请重新校验。",
  "The sheet or annex is no longer there. Check again.",
);

function inOther(address: string, name: string): Result<never> {
  return fail(
    "other-annex",
    `${address} 在“${name}”里，不在这张附表里。请在这张附表里选。`,
    `${address} belongs to “${name}”. Select a cell of this annex.`,
  );
}
