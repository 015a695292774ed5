import type { CellValue } from "../../../src/core/sheet/index.js";

/** One stored cell. A cell that was never touched is absent from the sheet. */
export interface ModelCell {
  /** Result of the formula, or the constant. */
  readonly value: CellValue;
  readonly isError: boolean;
  readonly formula: string | null;
  readonly format: string;
  readonly locked: boolean;
  /** As shown; null until somebody asks for it after a change. */
  readonly text: string | null;
}

export const emptyCell: ModelCell = {
  value: null,
  isError: false,
  formula: null,
  format: "General",
  locked: true,
  text: "",
};

export function isBlank(cell: ModelCell | undefined): boolean {
  return cell === undefined || (cell.value === null && cell.formula === null);
}

export function valueTypeOf(cell: ModelCell): "Empty" | "String" | "Double" | "Boolean" | "Error" {
  if (cell.isError) return "Error";
  if (cell.value === null) return cell.formula === null ? "Empty" : "String";
  if (typeof cell.value === "number") return "Double";
  return typeof cell.value === "boolean" ? "Boolean" : "String";
}
