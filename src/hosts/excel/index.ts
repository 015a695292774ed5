/**
 * Excel as a host: the open workbook behind `WorkbookHost`, files and texts handed over from a pane, and what Office says
 * about language, colours and versions. The only room, with `commands`, that says Excel or Office.
 * May not live here: what a cell means, anything that paints.
 */
export { excelWorkbookHost, type ExcelHostOptions } from "./workbook-host.js";
export { officeDelivery } from "./office-delivery.js";
export { officeEnvironment, whenOfficeReady, type OfficeEnvironment, type OfficeTheme } from "./office-environment.js";
export { deskNamespace } from "./workbook-outline.js";
