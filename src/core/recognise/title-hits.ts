import type { AnnexSpec } from "../pack/index.js";
import { labelText } from "./label.js";
import type { Region, TextCell } from "./region.js";
import { assignedPlaces, type RoleAssignment } from "./role-assignment.js";
import { titleRole } from "./role-names.js";

export interface TitleHit {
  readonly spec: AnnexSpec;
  readonly cell: TextCell;
}

/** More titles than any sheet of annexes has: a list of something. */
const mostTitles = 120;

/** The titles on a sheet, in reading order; those that a person named as well. */
export function titleHits(
  sheet: Region,
  specs: readonly AnnexSpec[],
  assignments: readonly RoleAssignment[],
): TitleHit[] {
  const titles = titlesOf(specs);
  const said = specs.flatMap((spec) =>
    (assignedPlaces(sheet, spec, assignments).get(titleRole) ?? []).map(({ area }) => ({ spec, area })),
  );
  const hits: TitleHit[] = [];
  for (const cell of sheet.cells) {
    const named = said.find(({ area }) => area.top === cell.area.top && area.left === cell.area.left);
    const spec = named?.spec ?? specOf(cell.label.bare, titles);
    if (spec) hits.push({ spec, cell });
    if (hits.length > mostTitles) return [];
  }
  return hits;
}

interface Title {
  readonly spec: AnnexSpec;
  readonly title: string;
}

const known = new WeakMap<readonly AnnexSpec[], readonly Title[]>();

/** The longest first: 部门整体支出绩效自评表 before 整体支出绩效自评表. */
function titlesOf(specs: readonly AnnexSpec[]): readonly Title[] {
  const made =
    known.get(specs) ??
    specs
      .flatMap((spec) => spec.titles.map((title) => ({ spec, title: labelText(title).bare })))
      .sort((a, b) => b.title.length - a.title.length);
  known.set(specs, made);
  return made;
}

/** 附件2：, 附表3-1. */
const number = /^附[件表][\d一二三四五六七八九十]{0,2}(?:-\d{1,2})?[:.、-]?/;
/** What may follow a title: a year, the mark of a continued table, a running number. */
const behind = /^(?:20\d\d年度?|N?年度|续表?|样表|表样|\d{1,2})?$/;
/** What a title never follows: a sentence, a reference, a list of other names. */
const sentence = /[,，。；;:：、《》?!…]/;

/** Titles stand alone in a cell, after a year or the unit's name; a text that mentions an annex goes on. */
function specOf(label: string, titles: readonly Title[]): AnnexSpec | null {
  if (label.length < 4 || label.length > 60 || !titles.some(({ title }) => label.includes(title))) return null;
  const text = label.replace(number, "");
  for (const { spec, title } of titles) {
    const at = text.lastIndexOf(title);
    if (at < 0) continue;
    const before = text.slice(0, at);
    const isTitle =
      at <= 24 && behind.test(text.slice(at + title.length)) && !sentence.test(before) && !before.includes("表");
    return isTitle ? spec : null;
  }
  return null;
}

/** Nothing but the title, its number and its year: no sentence, no name of a unit. */
export function isWholeTitle(label: string, spec: AnnexSpec): boolean {
  const text = label.replace(number, "").replace(/^.*?年度/, "");
  return spec.titles.some((name) => labelText(name).bare === text);
}

/** Is this cell the number printed over a title (附件2), of whatever annex? */
export function isTitleNumber(label: string): boolean {
  return label !== "" && label.replace(number, "") === "";
}
