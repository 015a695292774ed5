import type { Pack } from "../../src/core/pack/index.js";
import { packOf } from "./pack.js";

/** The pack hunan-2024, compiled from its YAML as it stands. */
export function hunanPack(): Pack {
  return packOf("hunan-2024");
}
