/**
 * What the engine sees of a workbook: immutable snapshots, addresses, merges.
 * May not live here: anything that knows what a cell means.
 */
export * from "./snapshot.js";
export * from "./address.js";
export * from "./grid.js";
export * from "./edit.js";
