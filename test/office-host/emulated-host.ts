import type { EventSink } from "./event-delivery.js";
import type { OfficeTheme } from "./host-options.js";
import type { RequirementMatrix } from "./protocol/requirements.js";
import type { RequestLog } from "./request-log.js";

export interface HostAnswer {
  readonly status: number;
  readonly payload: readonly unknown[];
}

/** What the transport and the ways to start the library need of an emulated program. */
export interface EmulatedHost {
  readonly app: "Excel" | "Word";
  readonly requirements: RequirementMatrix;
  readonly locale: string;
  readonly theme: OfficeTheme;
  readonly documentName: string;
  readonly readOnly: boolean;
  /** The program knows of custom functions of the add-in. */
  readonly hasFunctions: boolean;
  readonly log: RequestLog;
  execute(dispatchId: number, params: readonly unknown[]): Promise<HostAnswer>;
  connect(sink: EventSink): void;
}
