/**
 * From snapshots to annexes: which cell plays which role, how sure, and why not.
 * May not live here: what the cells say (facts), labels of any form (those are packs).
 */
export { labelText } from "./label.js";
export * from "./placed.js";
export { recognise, type Recognition } from "./recognise.js";
