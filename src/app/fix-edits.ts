import type { Finding, FixProposal } from "../core/findings/index.js";
import { gridOf, parseAddress, type CellEdit, type UnhideEdit, type WorkbookSnapshot } from "../core/sheet/index.js";

export interface FixEdits {
  readonly edits: readonly CellEdit[];
  readonly unhide: readonly UnhideEdit[];
}

/** Fix proposals as edits of cells. */
export function fixEdits(fixes: readonly FixProposal[]): FixEdits {
  const edits = fixes.flatMap((fix) => (fix.kind === "unhide" ? [] : [cellEdit(fix)]));
  const unhide = fixes.flatMap((fix) => (fix.kind === "unhide" ? [unhideEdit(fix)] : []));
  return { edits, unhide };
}

function cellEdit(fix: FixProposal): CellEdit {
  const content =
    fix.kind === "formula"
      ? ({ kind: "formula", formula: fix.content, cached: fix.value } as const)
      : ({ kind: "value", value: fix.value } as const);
  const place = { sheet: fix.sheet, row: fix.cell.row, column: fix.cell.column, content };
  return fix.format === null ? place : { ...place, format: fix.format };
}

/** `12:14` are rows, `C:D` columns. */
function unhideEdit({ sheet, content }: FixProposal): UnhideEdit {
  const [from = "", to = from] = content.split(":");
  const isRows = /^\d+$/.test(from);
  if (isRows) return { sheet, rows: span(Number(from) - 1, Number(to) - 1), columns: [] };
  const first = parseAddress(`${from}1`)?.column ?? 0;
  return { sheet, rows: [], columns: span(first, parseAddress(`${to}1`)?.column ?? first) };
}

function span(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/**
 * The fixes of all errors, the first proposal of each, one for a cell. Text that a person wrote is never written over:
 * a fix goes into empty cells, numbers, formulas and figures kept as text. Locked cells stay as they are.
 */
export function errorFixes(findings: readonly Finding[], workbook: WorkbookSnapshot): FixProposal[] {
  const grids = new Map(workbook.sheets.map((sheet) => [sheet.name, gridOf(sheet)]));
  const taken = new Set<string>();
  return findings.flatMap((finding) => {
    const [fix] = finding.fixes;
    if (finding.severity !== "error" || !fix || fix.kind === "unhide") return [];
    const key = `${fix.sheet}!${fix.cell.row}:${fix.cell.column}`;
    const grid = grids.get(fix.sheet);
    const cell = grid?.cellAt(fix.cell.row, fix.cell.column);
    const isLocked = grid?.sheet.isProtected === true && cell?.writable !== true;
    const isWritten =
      typeof cell?.value === "string" && cell.formula === null && !/^[\s\d.,，%％万亿元-]*$/.test(cell.value);
    if (taken.has(key) || isWritten || isLocked) return [];
    taken.add(key);
    return [fix];
  });
}
