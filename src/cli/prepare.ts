import type { Pack } from "../core/pack/index.js";
import { sayFailure, type Console } from "./console.js";
import { overwrittenInput } from "./overwritten-input.js";
import { defaultPack, loadPack } from "./packs.js";

/** The pack of a call that reads workbooks; null, with the reason said, when the call would write over its input or has no pack. */
export async function prepare(
  command: { readonly workbooks: readonly string[]; readonly pack: string | null },
  outputs: readonly (string | null)[],
  console: Console,
): Promise<Pack | null> {
  const clash = overwrittenInput(command.workbooks, outputs);
  if (clash) {
    sayFailure(console, clash);
    return null;
  }
  const pack = await loadPack(command.pack ?? defaultPack);
  if (pack.ok) return pack.value;
  sayFailure(console, pack.failure);
  return null;
}
