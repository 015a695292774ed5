import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { Failure } from "../core/result/index.js";

/** The call would write over a file that it reads, or write two things into one file; null when it does not. */
export function overwrittenInput(inputs: readonly string[], outputs: readonly (string | null)[]): Failure | null {
  const taken = new Set(inputs.map(realPath));
  for (const output of outputs) {
    if (output === null) continue;
    const path = realPath(output);
    if (taken.has(path)) {
      const zh = `输出文件 ${output} 就是要读的文件，或者写了两次；没有改动它，请换个文件名`;
      const en = `the output file ${output} is read by the same call, or named twice; it was left alone, choose another name`;
      return { code: "usage", message: { zh, en } };
    }
    taken.add(path);
  }
  return null;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
