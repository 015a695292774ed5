/**
 * An emulated Excel for the real, unmodified office.js of npm. What lives here: the protocol, the object model, the
 * semantics of Excel, and ways to start the library against them. What may not: anything about annexes, a changed copy
 * of the library.
 */
export { bootNode, type BootedHost } from "./boot-node.js";
export {
  darkTheme,
  EmulatedExcel,
  lightTheme,
  webPayloadLimit,
  type HostKnobs,
  type HostOptions,
  type OfficeTheme,
  type SeenCell,
} from "./emulated-excel.js";
export { handMade, type HandMadeSheet, type Typed } from "./hand-made.js";
export { excel2021, type RequirementMatrix } from "./protocol/requirements.js";
export type { LoggedRequest, RequestLog } from "./request-log.js";
export { openPaneInHost, type OpenPane, type OpenPaneOptions } from "./open-pane.js";
