import type { UndoMode } from "./model/journal.js";
import type { RequirementMatrix } from "./protocol/requirements.js";

export interface HostOptions {
  readonly requirements?: RequirementMatrix;
  readonly undo?: UndoMode;
  /** Display language of Office, `zh-CN` by default. */
  readonly locale?: string;
  readonly theme?: OfficeTheme;
  readonly readOnly?: boolean;
}

/** Colours as Office hands them over, `#rrggbb`. */
export interface OfficeTheme {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

export const lightTheme: OfficeTheme = {
  bodyBackgroundColor: "#ffffff",
  bodyForegroundColor: "#252423",
  controlBackgroundColor: "#f3f2f1",
  controlForegroundColor: "#252423",
};

export const darkTheme: OfficeTheme = {
  bodyBackgroundColor: "#292929",
  bodyForegroundColor: "#ffffff",
  controlBackgroundColor: "#1f1f1f",
  controlForegroundColor: "#ffffff",
};

/** Switches that a test may turn while the add-in runs. */
export interface HostKnobs {
  /** Added to every round trip. */
  latencyMs: number;
  /** The person is typing in a cell. */
  cellEditing: boolean;
  /** A modal dialog of Excel is open: writes are refused. */
  modalDialog: boolean;
  /** Too many requests: everything is refused for now. */
  overloaded: boolean;
  /** Excel on the web: 5 MB each; no limit on the desktop. */
  maxRequestBytes: number;
  maxResponseBytes: number;
}

export const webPayloadLimit = 5 * 1024 * 1024;
