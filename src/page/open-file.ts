/** What opens, edits and saves files, in a chunk of its own: zip, XML, formulas, the workbook reader and writer. */
export { readWorkbook } from "../documents/xlsx/index.js";
export { appearanceOf } from "./editing/appearance-of.js";
export { openFileBook } from "./editing/file-book.js";
export { browserSaver, saveTargetOf } from "./editing/browser-saver.js";
export { linkedReport, pickReport } from "./linked-report.js";
