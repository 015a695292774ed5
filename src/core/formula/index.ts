/**
 * Plain Excel formulas: reading them, what they refer to, what they come to in exact decimals.
 * May not live here: where cells come from (the caller passes a source), functions that need a clock or chance.
 */
export * from "./shift.js";
