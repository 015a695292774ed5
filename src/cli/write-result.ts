import { writeFileSafely } from "../hosts/file/node.js";
import { sayFailure, type Console } from "./console.js";

/** Where the result of a command goes, piece by piece. */
export interface ResultSink {
  add(text: string): void;
  /** False when it could not be written; that has been said then. */
  close(): boolean;
}

/** The file of --output, written whole at the end, or standard output, written as it comes. */
export function openResult(output: string | null, console: Console): ResultSink {
  if (output === null) return { add: (text) => console.out(text), close: () => true };
  const pieces: string[] = [];
  return {
    add: (text) => void pieces.push(text),
    close: () => {
      const written = writeFileSafely(output, new TextEncoder().encode(pieces.join("")));
      if (!written.ok) sayFailure(console, written.failure, output);
      return written.ok;
    },
  };
}

export function writeResult(text: string, output: string | null, console: Console): boolean {
  const sink = openResult(output, console);
  sink.add(text);
  return sink.close();
}
