/**
 * Zip packages (.xlsx, .docx): reading under hard caps, writing that copies untouched parts byte for byte.
 * May not live here: anything that knows what a part means; XML; disk access.
 */
export * from "./archive.js";
export * from "./caps.js";
export * from "./write.js";
