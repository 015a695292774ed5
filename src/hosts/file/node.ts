/**
 * Files on disk, for the command line and build scripts alone: browsers cannot load this door.
 * May not live here: anything about what a file contains.
 */
export * from "./disk.js";
