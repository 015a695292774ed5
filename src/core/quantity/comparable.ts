import { remembered } from "./remembered.js";

/** Text as names and contents are compared: width and blanks do not matter. */
export const comparable = remembered((text: string): string => text.normalize("NFKC").replace(/\s/g, ""));
