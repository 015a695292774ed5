/**
 * The finding record: severity, place, figures, fixes; its order.
 * May not live here: how findings come about (rules), how a face draws them.
 */
export * from "./finding.js";
export { orderFindings } from "./order.js";
