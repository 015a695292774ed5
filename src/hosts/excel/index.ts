/**
 * Excel as a host: the open workbook behind `WorkbookHost`. The only room, with `commands`, that says Excel.
 * May not live here: what a cell means, anything that paints.
 */
export { excelWorkbookHost, type ExcelHostOptions } from "./workbook-host.js";
export { deskNamespace } from "./workbook-outline.js";
