import type { KeptDecision } from "../../core/achievement/index.js";
import type { KeptExplanation } from "../../core/findings/index.js";
import type { RoleAssignment } from "../../core/recognise/index.js";

/** The namespace of our own custom XML part in a workbook. */
export const deskNamespace = "urn:annex-desk:workbook:1";

/** Why a finding stands although nothing is wrong; `id` is its fingerprint, so that it lapses with its figures. */
export type DeskExplanation = KeptExplanation;

/** A person's correction of a reading or a qualitative level. */
export type DeskDecision = KeptDecision;

/** A person's correction of the recognition: this cell is 全年执行数. */
export interface DeskAssignment extends RoleAssignment {
  /** As typed; may be empty. */
  readonly by: string;
  /** ISO date. */
  readonly on: string;
}

export interface DeskTemplate {
  /** File name without path. */
  readonly name: string;
  /** Tells one edition of the file from another; `""` where only the name was kept. */
  readonly hash: string;
}

/** What travels inside the workbook, because no browser storage is shared between Excel and Word. */
export interface DeskData {
  /** Entry of the pack's form → what a person typed. Empty entries are left out. */
  readonly typed: ReadonlyMap<string, string>;
  /** `pack`, options of the narrative … */
  readonly settings: ReadonlyMap<string, string>;
  /** The Word template or report this workbook is written into. */
  readonly template: DeskTemplate | null;
  readonly explanations: readonly DeskExplanation[];
  /** At most one for an indicator. */
  readonly decisions: readonly DeskDecision[];
  /** At most one for a kind of annex, sheet and role. */
  readonly assignments: readonly DeskAssignment[];
}

export const emptyDesk: DeskData = {
  typed: new Map(),
  settings: new Map(),
  template: null,
  explanations: [],
  decisions: [],
  assignments: [],
};

/** The explanation under its id replaces an older one; the others stay. */
export function withExplanation(desk: DeskData, explanation: DeskExplanation): DeskData {
  const others = desk.explanations.filter(({ id }) => id !== explanation.id);
  return { ...desk, explanations: [...others, explanation] };
}

/** Without the explanations of these ids. */
export function withoutExplanations(desk: DeskData, ids: ReadonlySet<string>): DeskData {
  return { ...desk, explanations: desk.explanations.filter(({ id }) => !ids.has(id)) };
}

/** Null unlinks the workbook. */
export function withTemplate(desk: DeskData, template: DeskTemplate | null): DeskData {
  return { ...desk, template };
}

/** An empty text removes the setting. */
export function withSetting(desk: DeskData, id: string, text: string): DeskData {
  const settings = new Map(desk.settings);
  if (text === "") settings.delete(id);
  else settings.set(id, text);
  return { ...desk, settings };
}

/** Entries given replace the stored ones, an empty text removes one, entries not given stay. */
export function withTyped(desk: DeskData, typed: ReadonlyMap<string, string>): DeskData {
  const merged = new Map(desk.typed);
  for (const [id, text] of typed) {
    if (text.trim() === "") merged.delete(id);
    else merged.set(id, text);
  }
  return { ...desk, typed: merged };
}

/** The decision replaces an older one about the same indicator. */
export function withDecision(desk: DeskData, decision: DeskDecision): DeskData {
  const { decisions } = withoutDecision(desk, decision.annex, decision.path);
  return { ...desk, decisions: [...decisions, decision] };
}

export function withoutDecision(desk: DeskData, annex: string, path: string): DeskData {
  return { ...desk, decisions: desk.decisions.filter((one) => one.annex !== annex || one.path !== path) };
}

/** The assignment replaces an older one of the same role on the same sheet. */
export function withAssignment(desk: DeskData, assignment: DeskAssignment): DeskData {
  const { annex, sheet, role } = assignment;
  const { assignments } = withoutAssignment(desk, annex, sheet, role);
  return { ...desk, assignments: [...assignments, assignment] };
}

export function withoutAssignment(desk: DeskData, annex: string, sheet: string, role: string): DeskData {
  const isMeant = (one: DeskAssignment): boolean => one.annex === annex && one.sheet === sheet && one.role === role;
  return { ...desk, assignments: desk.assignments.filter((one) => !isMeant(one)) };
}
