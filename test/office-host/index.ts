/**
 * An emulated Excel and Word for the real, unmodified office.js of npm. What lives here: the protocol, the object model, the
 * semantics of Excel and Word, and ways to start the library against them. What may not: anything about annexes, a changed copy
 * of the library.
 */
export { bootNode, bootWord, type BootedHost, type BootedWord } from "./boot-node.js";
export { EmulatedExcel } from "./emulated-excel.js";
export { darkTheme, lightTheme, webPayloadLimit, type HostOptions } from "./host-options.js";
export { handMade } from "./hand-made.js";
export { EmulatedWord } from "./word/emulated-word.js";
export { WordDocument } from "./word/model/word-document.js";
export { excel2021, excelWithFunctions, wordOld } from "./protocol/requirements.js";
export {
  openPaneInHost,
  openPaneInWord,
  type OpenPane,
  type OpenPaneOptions,
  type OpenWordPane,
  type OpenWordPaneOptions,
} from "./open-pane.js";
