import type { Element } from "slimdom";
import { controlsOf } from "../control.js";
import type { TemplateIssueKind } from "./template-issue.js";

/** Sees to it that a table row belongs to one list, and that a list has one row in a table to be repeated. */
export class RowPlaces {
  private readonly claimed = new Map<Element, string>();

  /** Why a column of the list cannot stand in this paragraph; null where it can. */
  claim(paragraph: Element, list: string): TemplateIssueKind | null {
    const row = rowAround(paragraph);
    const table = row?.parentElement;
    if (!row || !table) return "not-in-row";
    const known = this.claimed.get(row) ?? listOf(row);
    if (known !== null && known !== list) return "two-lists";
    const others = table.children.filter((other) => other !== row && other.localName === "tr");
    if (known === null && others.some((other) => (this.claimed.get(other) ?? listOf(other)) === list))
      return "second-row";
    this.claimed.set(row, list);
    return null;
  }
}

/** The row of the innermost table around a paragraph; a text box stands in no row. */
export function rowAround(paragraph: Element): Element | null {
  for (let node = paragraph.parentElement; node; node = node.parentElement) {
    if (node.localName === "tr") return node;
    if (node.localName === "txbxContent") return null;
  }
  return null;
}

/** The list whose records a row is repeated for, by the controls in it. */
function listOf(row: Element): string | null {
  for (const { role } of controlsOf(row)) if (role.kind === "fact" && role.cell) return role.cell.list;
  return null;
}
