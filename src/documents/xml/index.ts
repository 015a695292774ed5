/**
 * XML of package parts: a checked reader over saxes, text escaping.
 * May not live here: meaning of any vocabulary; a tree (that is slimdom's, in docx).
 */
export * from "./read.js";
export * from "./text.js";
