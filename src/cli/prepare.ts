import type { OfferedPacks } from "../app/index.js";
import { sayFailure, type Console } from "./console.js";
import { overwrittenInput } from "./overwritten-input.js";
import { offeredPacks } from "./packs.js";

/** The packs for a call that reads workbooks; null, with the reason said, when the call would write over its input or has no pack. */
export async function prepare(
  command: { readonly workbooks: readonly string[]; readonly pack: string | null },
  outputs: readonly (string | null)[],
  console: Console,
): Promise<OfferedPacks | null> {
  const clash = overwrittenInput(command.workbooks, outputs);
  if (clash) {
    sayFailure(console, clash);
    return null;
  }
  const packs = await offeredPacks(command.pack);
  if (packs.ok) return packs.value;
  sayFailure(console, packs.failure);
  return null;
}
