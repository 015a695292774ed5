/**
 * The command line `annex`: calls, files, exit status.
 * May not live here: anything another face would need as well.
 */
export { run } from "./run.js";
export type { Console } from "./console.js";
