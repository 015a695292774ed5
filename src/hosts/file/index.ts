/**
 * The ports over files: a workbook held as bytes. Runs in browsers and in Node.
 * May not live here: reading and writing of disk files (`./node.ts`, the command line's own door), Office, React.
 */
export * from "./workbook-host.js";
