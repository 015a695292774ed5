/**
 * Short names for long texts.
 * May not live here: anything that must withstand malice; what the texts mean.
 */
export { textHash } from "./text-hash.js";
