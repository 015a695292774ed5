import { success, type Result } from "../../core/result/index.js";
import { editWorkbook, readWorkbook } from "../../documents/xlsx/index.js";
import type { FileWorkbookHost } from "../../hosts/file/index.js";
import type { Step, Version } from "./history.js";
import { goBackTo } from "./write-files.js";

/**
 * Puts back the bytes that a step found (undo) or left (redo). What was stored beside the cells since then (typed facts,
 * explanations) is no part of the step and stays.
 */
export async function restoreStep(
  hosts: readonly FileWorkbookHost[],
  { before, after }: Step,
  wanted: Version,
): Promise<Result<void>> {
  const next: Uint8Array[] = [];
  for (const [index, host] of hosts.entries()) {
    const now = await host.read();
    if (!now.ok) return now;
    const bytes = before[index] === after[index] ? host.bytes() : (wanted[index] ?? host.bytes());
    const there = await readWorkbook(bytes, null);
    if (!there.ok) return there;
    const { deskXml } = now.value;
    const whole = there.value.deskXml === deskXml ? success(bytes) : await editWorkbook(bytes, { edits: [], deskXml });
    if (!whole.ok) return whole;
    next.push(whole.value);
  }
  goBackTo(hosts, next);
  return success(undefined);
}
