/**
 * An emulated Excel for the real, unmodified office.js of npm. What lives here: the protocol, the object model, the
 * semantics of Excel, and ways to start the library against them. What may not: anything about annexes, a changed copy
 * of the library.
 */
export { bootNode, type BootedHost } from "./boot-node.js";
export { EmulatedExcel } from "./emulated-excel.js";
export { darkTheme, lightTheme, webPayloadLimit, type HostOptions } from "./host-options.js";
export { handMade } from "./hand-made.js";
export { excel2021, excelWithFunctions } from "./protocol/requirements.js";
export { openPaneInHost, type OpenPane, type OpenPaneOptions } from "./open-pane.js";
