/**
 * The finding record: severity, place, figures, fixes; its order and its printed forms.
 * May not live here: how findings come about (rules), how a face draws them.
 */
export * from "./finding.js";
export * from "./explanation.js";
export { orderFindings } from "./order.js";
export { findingJson, lapsedJson } from "./json.js";
export { explainedName, findingText, lapsedText, severityNames, waiverText } from "./text.js";
export { sarifLog } from "./sarif.js";
