/**
 * A workbook file ↔ snapshots: reading, and edits spliced in while everything else stays as it is.
 * May not live here: what a cell means (core/recognise), disk access (hosts/file).
 */
export { readWorkbook } from "./read-workbook.js";
export { editWorkbook } from "./edit-workbook.js";
export { putSheet } from "./put-sheet.js";
export type { WorkbookChange } from "./workbook-change.js";
export { deskNamespace } from "./desk-part.js";
export * from "./new-book.js";
export * from "./new-package.js";
export { readAppearance, type SheetAppearance, type WorkbookAppearance } from "./read-appearance.js";
export type { BorderSide, CellLook } from "./cell-looks.js";
export { isDateFormat } from "./format-code.js";
export { cellFormats } from "./cell-formats.js";
