/**
 * Facts: what the annexes say, each with the cells behind it, and lookup over them.
 * May not live here: where a role was found (recognise), what a figure should be (achievement, rules).
 */
export * from "./fact.js";
export * from "./book.js";
export { buildBook, emptyTyped } from "./build-book.js";
export { readAgain } from "./read-cell.js";
export { dataRecord } from "./data-record.js";
