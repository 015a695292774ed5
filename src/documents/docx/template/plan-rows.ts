import type { Element } from "slimdom";
import { textHash } from "../../../core/hash/index.js";
import type { ContentRow, Figure, ReportContent } from "../../../core/narrative/index.js";
import type { Control } from "../control.js";
import { factKey, wordNamespace } from "../names.js";
import { readRecord, type ParagraphRecord } from "../paragraph-record.js";
import { normalised } from "../skeleton.js";
import { textOf } from "../words.js";
import { emptyCell } from "./linked-controls.js";
import { rowAround } from "./row-places.js";
import { templateIssue, type TemplateIssue } from "./template-issue.js";

/** A row as it stands in the document. */
export interface PlannedRow {
  readonly element: Element;
  /** The record it belongs to; `blank`: to none yet; null: to one that is gone. */
  readonly record: ContentRow | "blank" | null;
  /** Somebody wrote into its other cells. */
  readonly isTouched: boolean;
}

/** The rows of one table that are repeated for the records of a list. */
export interface RowsPlan {
  readonly list: string;
  readonly rows: readonly PlannedRow[];
  readonly records: readonly ContentRow[];
  /** What a row says that belongs to no record. */
  readonly blank: ContentRow;
  /** What the ledger says from now on: how an untouched row reads without its figures. */
  readonly recorded: readonly ParagraphRecord[];
}

function rowsRecord(list: string): string {
  return `rows:${list}`;
}

/** `known` is what the ledger says of `rowsRecord`. */
export function planRows(
  controls: readonly Control[],
  content: ReportContent,
  known: (record: string) => readonly ParagraphRecord[] | null,
  fresh: ReadonlySet<Element>,
): readonly RowsPlan[] {
  const groups = new Map<Element, Map<string, Map<Element, Control[]>>>();
  for (const control of controls) {
    if (control.role.kind !== "fact" || !control.role.cell) continue;
    const row = rowAround(control.element);
    if (!row?.parentElement) continue;
    const lists = entry(groups, row.parentElement, () => new Map<string, Map<Element, Control[]>>());
    const rows = entry(lists, control.role.cell.list, () => new Map<Element, Control[]>());
    entry(rows, row, () => []).push(control);
  }
  return [...groups.values()].flatMap((lists) =>
    [...lists].map(([list, rows]) => planTable(list, rows, content, known(rowsRecord(list)), fresh)),
  );
}

function planTable(
  list: string,
  rows: ReadonlyMap<Element, readonly Control[]>,
  content: ReportContent,
  known: readonly ParagraphRecord[] | null,
  fresh: ReadonlySet<Element>,
): RowsPlan {
  const [records, blank] = [content.rows(list), content.blankRow(list)];
  const byKey = new Map(records.flatMap((record) => [...record.cells.values()].map(({ id }) => [factKey(id), record])));
  const hashes = new Map([...rows.keys()].map((row) => [row, textHash(rowSkeleton(row))]));
  const isFresh = (row: Element): boolean => (rows.get(row) ?? []).some(({ element }) => fresh.has(element));
  const made = [...hashes].filter(([row]) => isFresh(row)).map(([, hash]) => hash);
  const own = new Set([...(known ?? []).map(({ hash }) => hash), ...made]);
  if (own.size === 0) for (const hash of repeated([...hashes.values()])) own.add(hash);
  return {
    list,
    records,
    blank,
    recorded: [...own].map(readRecord),
    rows: [...rows].map(([element, controls]) => ({
      element,
      record: recordOf(controls, byKey, blank),
      isTouched: !own.has(hashes.get(element) ?? ""),
    })),
  };
}

function recordOf(
  controls: readonly Control[],
  byKey: ReadonlyMap<string, ContentRow>,
  blank: ContentRow,
): PlannedRow["record"] {
  let isBlank = false;
  for (const { role } of controls) {
    if (role.kind !== "fact" || !role.cell) continue;
    const record = byKey.get(role.key);
    if (record) return record;
    if (role.key === factKey(blank.cells.get(role.cell.column)?.id ?? "")) isBlank = true;
  }
  return isBlank ? "blank" : null;
}

/** What every cell of the lists in the document says, and what the cells of a row without record say: nothing. */
export function rowFigures(plans: readonly RowsPlan[]): readonly Figure[] {
  const figures = new Map<string, Figure>();
  for (const { blank, records } of plans) {
    for (const { cells } of [blank, ...records]) {
      for (const figure of cells.values()) {
        figures.set(figure.id, figure.text === "" ? { ...figure, text: emptyCell } : figure);
      }
    }
  }
  return [...figures.values()];
}

/** What the ledger says of every list in the document. */
export function recordedRows(plans: readonly RowsPlan[]): ReadonlyMap<string, readonly ParagraphRecord[]> {
  const recorded = new Map<string, Map<string, ParagraphRecord>>();
  for (const plan of plans) {
    const rows = entry(recorded, rowsRecord(plan.list), () => new Map<string, ParagraphRecord>());
    for (const row of plan.recorded) rows.set(row.hash, row);
  }
  return new Map([...recorded].map(([record, rows]) => [record, [...rows.values()]]));
}

/** The lists of which rows will come, go or change places. */
export function changedLists(plans: readonly RowsPlan[]): readonly string[] {
  return plans.flatMap(({ list, rows, records }) => {
    const shown = rows.filter(({ record, isTouched }) => record !== null || !isTouched).map(({ record }) => record);
    const isAnchor = records.length === 0 && shown.length === 1 && shown[0] === "blank";
    const isSame = shown.length === records.length && shown.every((record, index) => record === records[index]);
    return isAnchor || isSame ? [] : [list];
  });
}

/** Rows that stay although their record is gone, because a person wrote into them. */
export function rowIssues(plans: readonly RowsPlan[]): readonly TemplateIssue[] {
  return plans.flatMap(({ rows }) =>
    rows
      .filter(({ record, isTouched }) => record === null && isTouched)
      .map(({ element }) => {
        const [paragraph] = element.getElementsByTagNameNS(wordNamespace, "p");
        const all = element.ownerDocument?.getElementsByTagNameNS(wordNamespace, "p") ?? [];
        const number = paragraph ? all.indexOf(paragraph) + 1 : 0;
        const words = textOf(element, false).replaceAll(emptyCell, "").trim().slice(0, 40);
        return templateIssue("row-kept", words, { place: "table", number });
      }),
  );
}

/** A row's words without its figures. */
function rowSkeleton(row: Element): string {
  const cells = row.children.filter(({ localName }) => localName !== "trPr").map((cell) => textOf(cell, true));
  return normalised(cells.join("\n").replaceAll(/\uE000[^\uE001]{0,80}\uE001/g, "\uE000\uE001"));
}

/** Without a record what two rows have in common is taken for ours. */
function repeated(hashes: readonly string[]): readonly string[] {
  return hashes.filter((hash, index) => hashes.indexOf(hash) !== index);
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
