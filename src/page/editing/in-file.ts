import { fail, type Failure, type Result } from "../../core/result/index.js";

/** A failure that says which of several files it is about. */
export function inFile({ code, message: { zh, en } }: Failure, file: string | null): Result<never> {
  const name = file ?? "";
  return zh.includes(name) ? fail(code, zh, en) : fail(code, `${name}：${zh}`, `${name}: ${en}`);
}
