import type { Element } from "slimdom";
import type { ContentRow } from "../../../core/narrative/index.js";
import { contentOf, controlsOf, tagOf } from "../control.js";
import { cellTag, roleOfTag, wordNamespace } from "../names.js";
import { childNamed } from "../report-package.js";
import type { PlannedRow, RowsPlan } from "./plan-rows.js";

/**
 * One row for each record, in the order of the list; a row that is there already stays the row it is, with everything in
 * its other cells. Rows whose record is gone go, unless somebody wrote into them; a list without records keeps one row.
 */
export function rewriteRows(plan: RowsPlan): boolean {
  const { list, rows, records } = plan;
  const blanks = rows.filter(({ record }) => record === "blank");
  const gone = rows.filter(({ record, isTouched }) => record === null && !isTouched);
  const spare = [...blanks, ...gone];
  const pattern = patternOf(rows);
  if (!pattern) return false;
  let isChanged = false;
  let last: Element | null = null;
  const put = (row: Element): void => {
    const first = rows[0]?.element;
    if (last) last.after(row);
    else first?.before(row);
    isChanged = true;
  };
  for (const record of records) {
    const known = rows.filter((row) => row.record === record).map(({ element }) => element);
    if (known.length === 0) {
      const row = spare.shift()?.element ?? copyOf(pattern);
      giveTo(row, list, record);
      if (row.parentNode === null || !follows(row, last)) put(row);
      isChanged = true;
      last = row;
    }
    for (const row of known) {
      if (!follows(row, last)) put(row);
      last = row;
    }
  }
  const isEmpty = records.length === 0 && rows.length - gone.length - blanks.length === 0;
  const anchor = isEmpty ? spare.shift() : undefined;
  if (anchor && anchor.record !== "blank") isChanged = giveTo(anchor.element, list, plan.blank) || isChanged;
  for (const { element } of spare) {
    element.remove();
    isChanged = true;
  }
  return isChanged;
}

/** The row that new ones are made after: one that nobody wrote into, if there is one. */
function patternOf(rows: readonly PlannedRow[]): PlannedRow | null {
  return rows.find(({ isTouched }) => !isTouched) ?? rows[0] ?? null;
}

const following = 4;

function follows(row: Element, before: Element | null): boolean {
  return before === null || (before.compareDocumentPosition(row) & following) !== 0;
}

/** The controls of the row stand for this record from now on; what they show is written with all other figures. */
function giveTo(row: Element, list: string, record: ContentRow): boolean {
  let isChanged = false;
  for (const { element, role } of controlsOf(row)) {
    if (role.kind !== "fact" || role.cell?.list !== list) continue;
    const id = record.cells.get(role.cell.column)?.id;
    if (id === undefined) continue;
    // A shell without content could not show what it stands for.
    if (!contentOf(element)) {
      element.remove();
      isChanged = true;
      continue;
    }
    const tag = cellTag(id, role.cell);
    const properties = childNamed(element, "sdtPr");
    const own = properties && childNamed(properties, "tag");
    if (!own || own.getAttributeNS(wordNamespace, "val") === tag) continue;
    own.setAttributeNS(wordNamespace, "w:val", tag);
    isChanged = true;
  }
  return isChanged;
}

/** Marks of one place, and records of how a row came to be: not for its copy. */
const unique = new Set(
  "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference permStart permEnd ins del moveFrom moveTo trPrChange tcPrChange pPrChange rPrChange".split(
    " ",
  ),
);

function copyOf({ element, isTouched }: PlannedRow): Element {
  const copy = element.cloneNode(true) as Element;
  for (const node of [copy, ...copy.getElementsByTagName("*")]) {
    for (const attribute of [...node.attributes]) {
      if (attribute.localName === "paraId" || attribute.localName === "textId") node.removeAttributeNode(attribute);
    }
  }
  for (const node of copy.getElementsByTagNameNS(wordNamespace, "*")) {
    if (!unique.has(node.localName)) continue;
    // Inserted words are words by now; deleted ones are none.
    if (node.localName === "ins" || node.localName === "moveTo") node.replaceWith(...node.childNodes);
    else node.remove();
  }
  if (isTouched)
    for (const text of copy.getElementsByTagNameNS(wordNamespace, "t")) if (!isOurs(text, copy)) text.remove();
  return copy;
}

function isOurs(text: Element, row: Element): boolean {
  for (let node = text.parentElement; node && node !== row; node = node.parentElement) {
    if (node.localName === "sdt" && roleOfTag(tagOf(node))) return true;
  }
  return false;
}
