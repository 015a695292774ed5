import type { FormCell, FormList, FormRow, FormSheet, FormTree, PackForms } from "../core/pack/index.js";
import type { CellValue } from "../core/sheet/index.js";

/** What goes into a form: figures and texts by slot, and the records of its lists and trees. */
export interface FormFill {
  readonly values: Readonly<Record<string, CellValue>>;
  /** A record names the slots of its row; in a tree also those of the two heading levels. */
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, CellValue>>[]>>;
}

/** A row of the finished sheet, before its addresses are known. */
export interface PlannedRow {
  readonly ids: readonly string[];
  readonly height: number | undefined;
  readonly cells: readonly PlannedCell[];
}

export interface PlannedCell {
  readonly spec: FormCell;
  /** `fund.total.rate`, `indicators[3].score`; null for printed text. */
  readonly slot: string | null;
  readonly value: CellValue | undefined;
}

/** Lists and trees unrolled: as many rows as there are records, or as the blank form has. */
export function planRows(sheet: FormSheet, sets: PackForms["sets"], fill: FormFill): PlannedRow[] {
  return sheet.rows.flatMap((row) => {
    if ("list" in row) return planList(row, fill);
    if ("tree" in row) return planTree(row, fill);
    return [planRow(row, sets, fill)];
  });
}

function planRow(row: FormRow, sets: PackForms["sets"], fill: FormFill): PlannedRow {
  const cells = row.cells.map((spec) => planned(spec, spec.slot ?? null, fill.values));
  const { set } = row;
  const common = (set ? (sets[set.of] ?? []) : []).map((spec) => {
    const slot = spec.slot === undefined ? null : [set?.slot, spec.slot].filter(Boolean).join(".");
    return planned(set?.formula === undefined ? spec : { ...spec, formula: set.formula }, slot, fill.values);
  });
  return { ids: row.id === undefined ? [] : [row.id], height: row.height, cells: [...cells, ...common] };
}

function planned(spec: FormCell, slot: string | null, values: FormFill["values"]): PlannedCell {
  return { spec, slot, value: slot === null ? undefined : values[slot] };
}

function planRecord(
  specs: readonly FormCell[],
  list: string,
  index: number,
  record: Readonly<Record<string, CellValue>>,
): PlannedCell[] {
  return specs.map((spec) => ({
    spec,
    slot: spec.slot === undefined ? null : `${list}[${index}].${spec.slot}`,
    value: spec.slot === undefined ? undefined : record[spec.slot],
  }));
}

function planList(row: FormList, fill: FormFill): PlannedRow[] {
  const filled = fill.lists[row.list];
  const records =
    filled && filled.length > 0 ? filled : new Array<Record<string, CellValue>>(filled ? 1 : row.blankRows).fill({});
  return records.map((record, index) => ({
    ids: [row.list],
    height: row.height,
    cells: planRecord(row.cells, row.list, index, record),
  }));
}

interface Leaf {
  readonly texts: readonly [string, string];
  readonly records: readonly Readonly<Record<string, CellValue>>[];
}

function planTree(row: FormTree, fill: FormFill): PlannedRow[] {
  const leaves = filledLeaves(row, fill.lists[row.tree]) ?? blankLeaves(row);
  const [outer, inner] = row.levels;
  const rows: PlannedRow[] = [];
  leaves.forEach((leaf, leafIndex) => {
    const opensGroup = leaves[leafIndex - 1]?.texts[0] !== leaf.texts[0];
    const groupSize = leaves
      .filter(({ texts }) => texts[0] === leaf.texts[0])
      .reduce((sum, { records }) => sum + records.length, 0);
    leaf.records.forEach((record, index) => {
      const headings: PlannedCell[] = [];
      const heading = (level: FormTree["levels"][number], text: string, down: number): PlannedCell => ({
        spec: { at: level.at, style: level.style, down, text },
        slot: `${row.tree}[${rows.length}].${level.slot}`,
        value: undefined,
      });
      if (index === 0 && opensGroup) headings.push(heading(outer, leaf.texts[0], groupSize));
      if (index === 0) headings.push(heading(inner, leaf.texts[1], leaf.records.length));
      rows.push({
        ids: [row.tree],
        height: row.height,
        cells: [...headings, ...planRecord(row.cells, row.tree, rows.length, record)],
      });
    });
  });
  return rows;
}

/** Records under the same two headings, in the order of the headings' first appearance. */
function filledLeaves(row: FormTree, records: FormFill["lists"][string] | undefined): Leaf[] | null {
  if (!records || records.length === 0) return null;
  const [outer, inner] = row.levels;
  const leaves: { texts: [string, string]; records: Readonly<Record<string, CellValue>>[] }[] = [];
  for (const record of records) {
    const texts: [string, string] = [String(record[outer.slot] ?? ""), String(record[inner.slot] ?? "")];
    const open = leaves.find((leaf) => leaf.texts[0] === texts[0] && leaf.texts[1] === texts[1]);
    if (open) open.records.push(record);
    else leaves.push({ texts, records: [record] });
  }
  const order = [...new Set(leaves.map(({ texts }) => texts[0]))];
  return leaves.sort((a, b) => order.indexOf(a.texts[0]) - order.indexOf(b.texts[0]));
}

function blankLeaves(row: FormTree): Leaf[] {
  return row.groups.flatMap((group) =>
    group.groups.map(({ text, blankRows }) => {
      const records = new Array<Readonly<Record<string, CellValue>>>(blankRows).fill({});
      const slot = row.cells.find((cell) => cell.at === row.more?.at)?.slot;
      if (row.more && slot !== undefined) records[blankRows - 1] = { [slot]: row.more.text };
      return { texts: [group.text, text] as const, records };
    }),
  );
}
