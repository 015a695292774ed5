import { isContinued, labelText } from "./label.js";
import type { PlacedCell, PlacedNode, PlacedRecord } from "./placed.js";

/** A row of a list and the cell that heads its group. */
export interface GroupedRow {
  readonly record: PlacedRecord;
  readonly group: PlacedCell | null;
  readonly isPlaceholder: boolean;
}

interface Group {
  readonly cell: PlacedCell;
  readonly items: PlacedRecord[];
}

/**
 * Rows under one heading. A heading that stands again, on each row or after a page break, is the same group; one that
 * prints other points is another.
 */
export function groupsOf(rows: readonly GroupedRow[]): PlacedRecord[] {
  const groups: Group[] = [];
  const known = new Map<string, Group>();
  for (const { record, group: cell, isPlaceholder } of rows) {
    if (!cell) continue;
    const kind = groupKind(cell.text);
    let group = known.get(kind);
    if (!group || differs(group.cell, cell)) {
      group = { cell, items: [] };
      groups.push(group);
      known.set(kind, group);
    }
    if (!isPlaceholder) group.items.push(record);
  }
  return groups.map(({ cell, items }) => ({
    node: "record",
    label: cell.text.trim(),
    anchor: cell.area,
    fields: new Map<string, PlacedNode>([
      ["name", cell],
      ["kind", { ...cell, text: groupKind(cell.text), inText: true }],
      // 产出指标（50分）: the weight printed in the header.
      ["weight", { ...cell, type: "weight", text: printedWeight(cell.text), inText: true }],
      ["items", { node: "list", items }],
    ]),
  }));
}

function differs(first: PlacedCell, again: PlacedCell): boolean {
  const weight = printedWeight(again.text);
  return !isContinued(again.text) && weight !== "" && weight !== printedWeight(first.text);
}

/** 产出指标（50分）, 效益指标30分) and 产出指标（续） without what is not their name. */
export function groupKind(text: string): string {
  return labelText(text)
    .bare.replace(/\d{1,3}(?:\.\d{1,2})?分?\)?$/, "")
    .replace(/续$/, "");
}

function printedWeight(text: string): string {
  const match = /(\d{1,3}(?:\.\d{1,2})?)\s*(?:分|\))/.exec(text.normalize("NFKC"));
  return match?.[1] ?? "";
}
