/**
 * A workbook file ↔ snapshots: reading, and edits spliced in while everything else stays as it is.
 * May not live here: what a cell means (core/recognise), disk access (hosts/file).
 */
export * from "./read-workbook.js";
export * from "./new-book.js";
export * from "./new-package.js";
