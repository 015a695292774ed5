import { format } from "numfmt";
import type { ModelCell } from "./cell.js";

/** The text a cell shows, wide enough columns assumed. */
export function shownText(cell: ModelCell): string {
  const { value } = cell;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  return format(cell.format === "" ? "General" : cell.format, value, { throws: false });
}
