import type { Failure } from "../core/result/index.js";

/** Where a command writes; tests pass their own. */
export interface Console {
  out(text: string): void;
  error(text: string): void;
}

/** One clear line in both languages, naming the file (or the files that are one unit). */
export function sayFailure(
  console: Console,
  { message }: Failure,
  about: string | readonly string[] | null = null,
): void {
  const files = [about ?? []].flat();
  const place = files.length === 0 || files.some((file) => message.zh.includes(file)) ? "" : `${files.join("、")}: `;
  const line = `annex: ${place}${message.zh} / ${message.en}`;
  // A name or a message may hold line breaks.
  console.error(`${line.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ")}\n`);
}
