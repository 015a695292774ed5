import { writeFileSafely } from "../hosts/file/node.js";
import { sayFailure, type Console } from "./console.js";

/** To the file of --output, else to standard output. False when it could not be written. */
export function writeResult(text: string, output: string | null, console: Console): boolean {
  if (output === null) {
    console.out(text);
    return true;
  }
  const written = writeFileSafely(output, new TextEncoder().encode(text));
  if (!written.ok) sayFailure(console, written.failure, output);
  return written.ok;
}
