import { checkWorkbook, openBook } from "../../src/app/index.js";
import type { Finding } from "../../src/core/findings/index.js";
import { addressOf, type WorkbookSnapshot } from "../../src/core/sheet/index.js";
import { changed, type DrawnBook } from "./drawn-book.js";
import { followers } from "./follows.js";
import { twinSheet, type Slip } from "./slip.js";

/** How a check of a mistaken workbook came out. */
export interface Verdict {
  readonly book: DrawnBook;
  readonly slip: Slip;
  readonly isFound: boolean;
  /** Findings of 必须更正 and 需要说明, whatever they are about. */
  readonly told: readonly Finding[];
  /** Rules of all findings, 提示 as well. */
  readonly rules: readonly string[];
  /** Those at cells that are right. */
  readonly wrongly: readonly Finding[];
}

export function seriousFindings(workbook: WorkbookSnapshot, book: DrawnBook): readonly Finding[] {
  return findingsOf(workbook, book).filter(({ severity }) => severity !== "info");
}

function findingsOf(workbook: WorkbookSnapshot, { pack, prior }: DrawnBook): readonly Finding[] {
  return checkWorkbook(workbook, openBook(workbook, pack, prior), pack).findings;
}

export function judged(book: DrawnBook, slip: Slip): Verdict {
  const typed = changed(book, slip.changes);
  const workbook = slip.reshape ? slip.reshape(typed) : typed;
  const findings = findingsOf(workbook, book);
  const told = findings.filter(({ severity }) => severity !== "info");
  const expected = new Set(slip.at.flatMap((role) => placeNames(book, role)));
  const heard = slip.level === "info" ? findings : told;
  const about = new Set(
    [...followers(book, [...slip.changes.map(({ role }) => role), ...slip.at, ...(slip.touches ?? [])])].flatMap(
      (role) => placeNames(book, role),
    ),
  );
  return {
    book,
    slip,
    told,
    rules: findings.map(({ id }) => id),
    isFound: heard.some((finding) => expected.has(nameOf(finding))),
    wrongly: told.filter((finding) => !about.has(nameOf(finding))),
  };
}

/** `附件2!C5`, the sheet's name for a finding without a cell, 工作簿 for one about the whole. */
function nameOf({ sheet, cell }: Finding): string {
  return sheet === null ? "工作簿" : cell === null ? sheet : `${sheet}!${addressOf(cell)}`;
}

function placeNames(book: DrawnBook, role: string): readonly string[] {
  if (role === "workbook") return ["工作簿"];
  const [, kind, of = ""] = /^(sheet|row) of (.*)$/.exec(role) ?? [];
  if (kind === "sheet")
    return book.workbook.sheets.slice(sheetAt(book, of), sheetAt(book, of) + 1).map(({ name }) => name);
  const twin = /^twin of (.*)$/.exec(role)?.[1];
  const place = book.places.get(twin ?? (kind === "row" ? of : role));
  if (!place) return [];
  const columns = kind === "row" ? Array.from({ length: 16 }, (_, column) => column) : [place.column];
  const sheet = twin === undefined ? place.sheet : twinSheet;
  return columns.map((column) => `${sheet}!${addressOf({ row: place.row, column })}`);
}

function sheetAt({ fills }: DrawnBook, key: string): number {
  return fills.findIndex((sheet) => sheet.key === key);
}

/** One line for a report: what was done where, and what was told. */
export function describe(verdict: Verdict, findings: readonly Finding[] = verdict.told): string {
  const { book, slip } = verdict;
  const done = slip.changes.map(({ role, value, formula }) => `${role}=${formula ?? String(value ?? "")}`).join("，");
  const told = findings.map((finding) => `${finding.id} ${nameOf(finding)}`).join("；");
  return `${slip.kind}｜${book.name}｜${done.slice(0, 160)}｜${told === "" ? "没有报出" : told}`;
}
