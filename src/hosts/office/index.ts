/**
 * What Excel and Word have in common for a pane: which of them it runs in, language, colours and versions, and handing
 * files and texts over.
 * May not live here: workbooks, documents, anything that paints.
 */
export { officeDelivery } from "./office-delivery.js";
export { officeEnvironment, whenOfficeReady, type OfficeEnvironment, type OfficeTheme } from "./office-environment.js";
