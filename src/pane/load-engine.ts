import type { Pack } from "../core/pack/index.js";
import type { DeskEngine } from "./engine.js";

/** The engine in a chunk of its own, for the packs that a composition root hands over. Rejects when either does not arrive. */
export async function loadEngine(packs: Promise<readonly [Pack, ...Pack[]]>): Promise<DeskEngine> {
  const [{ createEngine }, read] = await Promise.all([import("./create-engine.js"), packs]);
  return createEngine(...read);
}
