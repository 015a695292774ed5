import type { Failure } from "../core/result/index.js";

/** Where a command writes; tests pass their own. */
export interface Console {
  out(text: string): void;
  error(text: string): void;
}

/** One clear line in both languages, naming the file. */
export function sayFailure(console: Console, { message }: Failure, file: string | null = null): void {
  const place = file === null || message.zh.includes(file) ? "" : `${file}: `;
  console.error(`annex: ${place}${message.zh} / ${message.en}\n`);
}
