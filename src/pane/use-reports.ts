import { use } from "react";
import { useStore } from "zustand";
import { usePane } from "./pane-context.js";
import type { ReportDesk } from "./report-desk.js";
import type { ReportState } from "./report-state.js";

/** What concerns documents; waits for its chunk. */
export function useReports(): ReportDesk {
  return use(usePane().desk.reports());
}

export function useReportState<T>(pick: (state: ReportState) => T): T {
  return useStore(useReports().store, pick);
}
