/**
 * Quantities: exact decimals, intervals, units, and reading a number as people type it.
 * May not live here: what a number means in an annex (facts), targets and directions (achievement).
 */
export * from "./decimal.js";
export * from "./interval.js";
export { comparable } from "./comparable.js";
export { halfWidth, isBlank, isDigit, isHan, isLetter } from "./characters.js";
export type { Numeral } from "./numeral.js";
export { readNumeral } from "./read-numeral.js";
export type { Unit } from "./unit.js";
export { type UnitAt, perUnit, readUnit, sameDimension, unitOf } from "./read-unit.js";
export { type NumberReading, readNumber } from "./number.js";
export { remembered } from "./remembered.js";
