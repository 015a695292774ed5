/**
 * The pane: what an accountant sees and does, over the ports of `app` and an engine given by a composition root.
 * May not live here: Office, files, packs (those are the roots' business), or anything that knows a rule.
 */
export { AnnexPane, type AnnexPaneProps } from "./annex-pane.js";
export { createDesk, docxMime, type Desk, type DeskPorts } from "./desk.js";
export type { DeskState, Job, View } from "./desk-state.js";
export type * from "./engine.js";
export { subtitleOf } from "./pane-header.js";
export { StartupFace, type Startup } from "./startup-face.js";
export { languageOf, textsFor, type Language, type PaneTexts } from "./texts.js";
export { themeFor, type Look } from "./theme.js";
