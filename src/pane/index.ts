/**
 * The pane: what an accountant sees and does, over the ports of `app` and an engine given by a composition root.
 * May not live here: Office, files, packs (those are the roots' business), or anything that knows a rule.
 */
export { AnnexPane, type AnnexPaneProps } from "./annex-pane.js";
export { PaneButton, type PaneButtonProps } from "./pane-button.js";
export { preloadViews } from "./preload-views.js";
export { Face } from "./face.js";
export { createDesk, type Desk } from "./desk.js";
export type { ChosenFile, DeskState, Job, View } from "./desk-state.js";
export type * from "./engine.js";
export type * from "./recognition.js";
export { loadEngine } from "./load-engine.js";
export { fetchPacks } from "./shipped-packs.js";
export { createJobRequests, jobOfAddress, jobRequests, type JobRequests } from "./job-requests.js";
export { subtitleOf } from "./pane-header.js";
export { Waiting } from "./waiting.js";
export { languageOf, type Language } from "./language.js";
export { loadTexts, type PaneTexts } from "./texts.js";
export { loadTheme, type Look } from "./theme.js";
