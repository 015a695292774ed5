import { columnName, type Area, type Grid } from "../sheet/index.js";
import type { PlacedCell, PlacedNode, PlacedRecord } from "./placed.js";
import { placeCell } from "./region.js";

/**
 * What is true of the sheet rather than of a role: cells that show an error, hidden rows and columns inside the annex,
 * its formulas and how many there are.
 */
export function placeSheetFacts(grid: Grid, range: Area): PlacedRecord {
  const errors: PlacedCell[] = [];
  const formulas: PlacedRecord[] = [];
  grid.sheet.rows.forEach((row, rowIndex) => {
    const at = grid.sheet.top + rowIndex;
    if (at < range.top || at > range.bottom) return;
    let label = "";
    row.forEach((cell, columnIndex) => {
      const column = grid.sheet.left + columnIndex;
      if (!cell || column < range.left || column > range.right) return;
      if (cell.formula !== null) {
        formulas.push(record(label, placeCell(grid, at, column, { type: "text" }, label)));
      } else if (typeof cell.value === "string") label = cell.text.trim().slice(0, 40);
      if (cell.isError) errors.push(placeCell(grid, at, column, { type: "text" }, cell.text));
    });
  });
  const fields = new Map<string, PlacedNode>([
    ["errors", { node: "list", items: errors.map((cell) => record(cell.text, cell)) }],
    ["hidden", { node: "list", items: hiddenParts(grid, range) }],
    // Named by the text before them, so that their paths stay when rows move.
    ["formulaCells", { node: "list", items: formulas }],
    ["formulas", virtualCount(grid, range, formulas.length)],
  ]);
  return { node: "record", label: grid.sheet.name, anchor: null, fields };
}

function record(label: string, cell: PlacedCell): PlacedRecord {
  return { node: "record", label, anchor: cell.area, fields: new Map([["cell", cell]]) };
}

/** One record for the sheet when it is hidden, one per run of hidden rows or columns that holds anything. */
function hiddenParts(grid: Grid, range: Area): PlacedRecord[] {
  const parts: PlacedRecord[] = [];
  if (grid.sheet.visibility !== "visible") parts.push(hiddenRecord(grid, "工作表", "工作表", "", range));
  for (const [from, to] of runs(grid.sheet.hiddenRows, range.top, range.bottom)) {
    if (!holdsAnything(grid, { ...range, top: from, bottom: to })) continue;
    const label = from === to ? `第${from + 1}行` : `第${from + 1}–${to + 1}行`;
    parts.push(hiddenRecord(grid, "行", label, `${from + 1}:${to + 1}`, { ...range, top: from, bottom: to }));
  }
  for (const [from, to] of runs(grid.sheet.hiddenColumns, range.left, range.right)) {
    if (!holdsAnything(grid, { ...range, left: from, right: to })) continue;
    const label = from === to ? `${columnName(from)}列` : `${columnName(from)}–${columnName(to)}列`;
    parts.push(
      hiddenRecord(grid, "列", label, `${columnName(from)}:${columnName(to)}`, { ...range, left: from, right: to }),
    );
  }
  return parts;
}

/** A spacer row or column may well be hidden. */
function holdsAnything({ sheet }: Grid, area: Area): boolean {
  for (let row = area.top; row <= area.bottom; row++) {
    const cells = sheet.rows[row - sheet.top] ?? [];
    for (let column = area.left; column <= area.right; column++) {
      if (cells[column - sheet.left]?.text) return true;
    }
  }
  return false;
}

function hiddenRecord(grid: Grid, kind: string, label: string, span: string, area: Area): PlacedRecord {
  const { top: row, left: column } = area;
  const cell = grid.cellAt(row, column);
  const placed: PlacedCell = {
    node: "cell",
    type: "text",
    unit: null,
    label,
    area: { top: row, left: column, bottom: row, right: column },
    cell,
    text: label,
    inText: true,
    contents: textsIn(grid, area),
  };
  const fields = new Map<string, PlacedNode>([
    ["cell", placed],
    ["span", { ...placed, text: span }],
  ]);
  // Named by kind, so that its path stays when rows move.
  return { node: "record", label: kind, anchor: placed.area, fields };
}

/** What is written in the area, cell by cell; of a large one its beginning. */
function textsIn({ sheet }: Grid, { top, left, bottom, right }: Area): string {
  const texts: string[] = [];
  for (let row = top; row <= bottom && texts.length < 200; row++) {
    const cells = sheet.rows[row - sheet.top]?.slice(left - sheet.left, right - sheet.left + 1) ?? [];
    for (const cell of cells) if (cell && cell.text !== "") texts.push(cell.text);
  }
  return texts.join("\n");
}

function runs(indices: readonly number[], from: number, to: number): [number, number][] {
  const inside = [...indices].filter((index) => index >= from && index <= to).sort((a, b) => a - b);
  const found: [number, number][] = [];
  for (const index of inside) {
    const last = found.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else found.push([index, index]);
  }
  return found;
}

function virtualCount(grid: Grid, range: Area, count: number): PlacedCell {
  return {
    ...placeCell(grid, range.top, range.left, { type: "count" }, "公式"),
    cell: null,
    text: String(count),
    inText: true,
  };
}
