import type { Failure } from "../../core/result/index.js";
import { addressOf, type CellEdit, type UnhideEdit, type WorkbookSnapshot } from "../../core/sheet/index.js";
import { largestNumber } from "./sheet-part.js";

export interface WorkbookChange {
  readonly edits: readonly CellEdit[];
  readonly unhide?: readonly UnhideEdit[];
  /** Hides again what `unhide` showed. */
  readonly hide?: readonly UnhideEdit[];
  /** Our own custom XML: text to store, null to take it out, undefined to leave it. */
  readonly deskXml?: string | null;
  /** Refuses edits of locked cells on protected sheets (`protected`). */
  readonly respectProtection?: boolean;
}

/** Why the change as a whole cannot be made; null when it can. */
export function refusal(
  snapshot: WorkbookSnapshot,
  { edits, unhide: shows = [], hide: hides = [] }: WorkbookChange,
): Failure | null {
  for (const { sheet } of [...edits, ...shows, ...hides]) {
    const found = snapshot.sheets.find(({ name }) => name === sheet);
    if (!found) {
      return problem("unknown-sheet", `工作簿中没有工作表“${sheet}”。`, `The workbook has no sheet “${sheet}”.`);
    }
    if (found.unread !== null) {
      return problem(
        "sheet-unread",
        `工作表“${sheet}”未读取，不能修改。`,
        `The sheet “${sheet}” was not read and cannot be changed.`,
      );
    }
  }
  for (const { sheet, row, column, content } of edits) {
    const inside = (index: number, size: number): boolean => Number.isInteger(index) && index >= 0 && index < size;
    if (!inside(row, 1_048_576) || !inside(column, 16_384)) {
      return problem("outside-grid", `工作表“${sheet}”没有这样的单元格。`, `The sheet “${sheet}” has no such cell.`);
    }
    const value = content.kind === "formula" ? content.cached : content.value;
    const tooLong = (text: string): boolean => text.length > 32_767;
    const bad =
      (typeof value === "number" && !(Math.abs(value) <= largestNumber)) ||
      (typeof value === "string" && tooLong(value)) ||
      (content.kind === "formula" && (!/^=./.test(content.formula) || content.formula.length > 8_192));
    if (bad) {
      const cell = addressOf({ row, column });
      return problem(
        "bad-edit",
        `要写入 ${cell} 的内容不是有效的数值、文字或公式。`,
        `What is to be written into ${cell} is no valid number, text or formula.`,
      );
    }
  }
  return null;
}

function problem(code: string, zh: string, en: string): Failure {
  return { code, message: { zh, en } };
}
