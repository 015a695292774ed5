/**
 * Our custom XML part in a workbook: typed facts, settings, the linked template, explanations.
 * May not live here: how the part gets into a workbook (hosts, documents/xlsx).
 */
export * from "./desk.js";
export { readDesk } from "./read-desk.js";
export { typedFacts } from "./typed-facts.js";
export { writeDesk } from "./write-desk.js";
