import { buildBook, type AnnexFacts, type FactBook } from "../../src/core/facts/index.js";
import type { AnnexSpec, RoleType } from "../../src/core/pack/index.js";
import type { PlacedCell, PlacedNode, PlacedRecord, RecognisedAnnex } from "../../src/core/recognise/index.js";
import type { Scope } from "../../src/core/rules/select.js";
import type { SheetSnapshot } from "../../src/core/sheet/index.js";
import { formulasOf, scopeOf } from "./rule-scope.js";
import { cellOf, sheetOf, type CellText } from "./sheet.js";

/** A cell that says more than its value: `part` of 其中：基本支出：12. */
interface TextCell {
  readonly value: string;
  readonly part: string;
}

type Row = readonly (CellText | TextCell)[];

/**
 * The table of one annex as a test draws it: the headers in row 1, each of `rows` in a row below. The row `total` is the
 * record with the facts `total.budget`, `total.final`, named by the columns; several rows under one name are a list.
 */
export interface Table {
  /** Kind of annex, `a2` unless said. */
  readonly annex?: string;
  readonly sheet?: string;
  readonly file?: string;
  readonly project?: string;
  readonly moneyUnit?: AnnexSpec["moneyUnit"];
  /** Role → header, from column A on. */
  readonly columns: Readonly<Record<string, string>>;
  /** Types of columns; the first holds text, the others money. */
  readonly types?: Readonly<Record<string, RoleType>>;
  readonly rows: Readonly<Record<string, Row | readonly Row[]>>;
}

interface Drawn {
  readonly book: FactBook;
  readonly sheets: readonly SheetSnapshot[];
}

/** A workbook of these tables, and its facts as they are read from it. */
export function drawn(...tables: readonly Table[]): Drawn {
  const annexes = tables.map(recognised);
  const book = buildBook({ annexes, rest: [], lapsed: [] });
  const named = book.annexes.map((facts, index): AnnexFacts => ({ ...facts, project: tables[index]?.project ?? null }));
  return { book: { ...book, annexes: named }, sheets: annexes.map(({ sheet }) => sheet) };
}

/** The first of these tables as a rule sees it; formulas may read `sheets` as well. */
export function drawnScope(
  tables: Table | readonly Table[],
  { sheets: others = [], prior, ...more }: Partial<Scope> & Partial<Pick<Drawn, "sheets">> & { prior?: FactBook } = {},
): Scope {
  const { book, sheets } = drawn(...[tables].flat());
  return scopeOf({ ...book, prior: prior ?? null }, { formulas: formulasOf(...sheets, ...others), ...more });
}

function recognised(table: Table): RecognisedAnnex {
  const { annex: id = "a2", sheet: name = id, moneyUnit = "万元", columns } = table;
  const rows: Row[] = [Object.values(columns)];
  const roles = new Map<string, PlacedNode>();
  const place = (row: Row): PlacedRecord => placed(row, rows.push(row) - 1, table);
  for (const [role, row] of Object.entries(table.rows)) {
    roles.set(role, isList(row) ? { node: "list", items: row.map(place) } : place(row));
  }
  const sheet = sheetOf(
    name,
    rows.map((row) => row.map(plain)),
  );
  return {
    spec: {
      id,
      name: `${name}表`,
      standing: "practice",
      titles: [],
      mentions: [],
      repeats: false,
      mayBeEmpty: false,
      moneyUnit,
      blocks: [],
    },
    sheet: table.file === undefined ? sheet : { ...sheet, origin: { file: table.file, sheet: name } },
    range: { top: 0, left: 0, bottom: rows.length - 1, right: Object.keys(columns).length - 1 },
    title: null,
    roles,
    confidence: 1,
    evidence: [],
    missing: [],
  };
}

function isList(row: Row | readonly Row[]): row is readonly Row[] {
  return row.every((cell) => Array.isArray(cell));
}

function placed(row: Row, index: number, { columns, types = {} }: Table): PlacedRecord {
  const cells = Object.entries(columns).map(([role, label], column): [string, PlacedCell] => {
    const draft = row[column] ?? null;
    const cell = cellOf(plain(draft));
    const part = typeof draft === "object" && draft !== null && "part" in draft ? draft.part : null;
    return [
      role,
      {
        node: "cell",
        type: types[role] ?? (column === 0 ? "text" : "money"),
        unit: null,
        label,
        area: { top: index, left: column, bottom: index, right: column },
        cell,
        text: part ?? cell?.text ?? "",
        inText: part !== null,
      },
    ];
  });
  const [, name] = cells[0] ?? [];
  return { node: "record", label: name?.text ?? "", anchor: name?.area ?? null, fields: new Map(cells) };
}

function plain(cell: CellText | TextCell): CellText {
  return typeof cell === "object" && cell !== null && "part" in cell ? cell.value : cell;
}
