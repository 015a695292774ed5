import { writeFileSafely } from "../hosts/file/node.js";
import { sayFailure, type Console } from "./console.js";

/** Where the result of a command goes, piece by piece. */
export interface ResultSink {
  /** Bytes only where the result is a file. */
  add(piece: string | Uint8Array): void;
  /** False when it could not be written; that has been said then. */
  close(): boolean;
}

/** The file of --output, written whole at the end, or standard output, written as it comes. */
export function openResult(output: string | null, console: Console): ResultSink {
  if (output === null)
    return {
      add: (piece) => console.out(typeof piece === "string" ? piece : new TextDecoder().decode(piece)),
      close: () => true,
    };
  const pieces: (string | Uint8Array)[] = [];
  return {
    add: (piece) => void pieces.push(piece),
    close: () => {
      const written = writeFileSafely(output, joined(pieces));
      if (!written.ok) sayFailure(console, written.failure, output);
      return written.ok;
    },
  };
}

function joined(pieces: readonly (string | Uint8Array)[]): Uint8Array {
  const encoder = new TextEncoder();
  return Buffer.concat(pieces.map((piece) => (typeof piece === "string" ? encoder.encode(piece) : piece)));
}

export function writeResult(text: string, output: string | null, console: Console): boolean {
  const sink = openResult(output, console);
  sink.add(text);
  return sink.close();
}
