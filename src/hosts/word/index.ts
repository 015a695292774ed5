/**
 * Word as a host: the open report behind `ReportHost`. The only room that says Word.
 * May not live here: what a report says, what an update changes, anything that paints.
 */
export { isWordReady, wordReportHost } from "./report-host.js";
