import { fixEdits, type FixEdits } from "../app/index.js";
import type { Finding, FixProposal } from "../core/findings/index.js";
import { addressOf, gridOf, type CellValue, type SheetTarget, type WorkbookSnapshot } from "../core/sheet/index.js";

/** One line of the preview. */
export interface PlannedChange {
  readonly place: string;
  readonly target: SheetTarget;
  readonly kind: FixProposal["kind"];
  /** As shown now; empty for an empty cell. */
  readonly oldShown: string;
  readonly oldFormula: string | null;
  readonly newShown: string;
  readonly newFormula: string | null;
  /** What a person would type. */
  readonly typed: string;
}

export type FixBlock = { readonly kind: "read-only" } | { readonly kind: "protected"; readonly sheet: string };

/** All that a fix would do; nothing is written yet. */
export interface FixPlan extends FixEdits {
  readonly changes: readonly PlannedChange[];
  /** Why it cannot be written; the changes are then shown for copying. */
  readonly blocked: FixBlock | null;
}

export function planFix(finding: Finding, snapshot: WorkbookSnapshot, readOnly: boolean): FixPlan {
  const single = finding.fixes.length === 1;
  const changes: PlannedChange[] = [];
  let blocked: FixBlock | null = readOnly || snapshot.readOnly ? { kind: "read-only" } : null;
  for (const fix of finding.fixes) {
    const sheet = snapshot.sheets.find((candidate) => candidate.name === fix.sheet);
    const cell = sheet ? gridOf(sheet).cellAt(fix.cell.row, fix.cell.column) : null;
    const locked = fix.kind === "unhide" ? sheet?.isProtected === true : cell?.writable === false;
    if (locked) blocked ??= { kind: "protected", sheet: fix.sheet };
    const { row, column } = fix.cell;
    changes.push({
      place: placeOf(fix.sheet, addressOf(fix.cell)),
      target: { sheet: fix.sheet, area: { top: row, left: column, bottom: row, right: column } },
      kind: fix.kind,
      oldShown: cell?.text ?? "",
      oldFormula: cell?.formula ?? null,
      newShown:
        single && finding.expected !== null
          ? finding.expected
          : shownValue(fix.value, fix.format ?? cell?.format ?? null),
      newFormula: fix.kind === "formula" ? fix.content : null,
      typed: fix.content,
    });
  }
  return { changes, ...fixEdits(finding.fixes), blocked };
}

export function placeOf(sheet: string, address: string): string {
  return `${sheet} ${address}`;
}

/** A value as the format would show it, for the few formats a fix writes. */
export function shownValue(value: CellValue, format: string | null): string {
  if (value === null) return "";
  if (typeof value !== "number" || format === null) return String(value);
  const decimals = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  if (format.includes("%")) return `${(value * 100).toFixed(decimals)}%`;
  return /^[#,]*0/.test(format) ? value.toFixed(decimals) : String(value);
}
