/**
 * What a pack may say: annexes, rules, scoring, narrative and forms of one jurisdiction, as data.
 * May not live here: any pack itself. The YAML reader and the schema library are loaded by `compile.ts` alone.
 */
export type * from "./pack.js";
export type { PackSign } from "./pack-schema.js";
export type * from "./annexes-schema.js";
export type * from "./rules-schema.js";
export type * from "./scoring-schema.js";
export type * from "./forms-schema.js";
export type * from "./causes-schema.js";
export { enumerationsOf, type EnumerationSpec } from "./enumerations.js";
export type * from "./narrative-schema.js";
export * from "./sentence-pattern.js";
export { nearestOf } from "./nearest.js";
