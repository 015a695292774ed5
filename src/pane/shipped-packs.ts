import type { Pack } from "../core/pack/index.js";

/** The packs that ship; the first wins a tie. For composition roots. */
const shipped = [
  new URL("../../build/packs/hunan-2024.json", import.meta.url),
  new URL("../../build/packs/central-2020.json", import.meta.url),
  new URL("../../build/packs/project-20-80.json", import.meta.url),
  new URL("../../build/packs/project-10-90.json", import.meta.url),
] as const;

async function fetchPack(address: URL): Promise<Pack> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The pack did not arrive: ${answer.status}`);
  return (await answer.json()) as Pack;
}

export async function fetchPacks(): Promise<readonly [Pack, ...Pack[]]> {
  const [first, ...others] = shipped;
  return await Promise.all([fetchPack(first), ...others.map(fetchPack)]);
}
