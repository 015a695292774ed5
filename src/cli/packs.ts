import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Pack } from "../core/pack/index.js";
import { fail, success, type Result } from "../core/result/index.js";

export const defaultPack = "hunan-2024";

const builtPacks = fileURLToPath(new URL("../../build/packs/", import.meta.url));

/** A pack that comes with the product by its id, or a person's own by its folder. */
export async function loadPack(wanted: string): Promise<Result<Pack>> {
  if (/^[a-z0-9-]+$/.test(wanted)) {
    const path = join(builtPacks, `${wanted}.json`);
    if (existsSync(path)) return success(JSON.parse(readFileSync(path, "utf8")) as Pack);
  }
  const stats = wanted === "" ? undefined : statSync(wanted, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return await compileFolder(wanted);
  // One of the files of a pack stands for its folder.
  if (stats?.isFile() && wanted.endsWith(".yaml")) return await compileFolder(dirname(wanted));
  const ids = existsSync(builtPacks) ? readdirSync(builtPacks).map((name) => name.replace(/\.json$/, "")) : [];
  return fail(
    "no-pack",
    `没有规则包“${wanted}”；可用：${ids.join("、") || "（先运行 npm run build）"}，或给出规则包文件夹`,
    `no pack "${wanted}"; there are: ${ids.join(", ") || "(run npm run build first)"}, or give a pack folder`,
  );
}

async function compileFolder(folder: string): Promise<Result<Pack>> {
  const { compilePack } = await import("../core/pack/compile.js");
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const compiled = compilePack(
    Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")])),
  );
  if (compiled.ok) return success(compiled.pack);
  const [first] = compiled.problems;
  const place = first ? `${join(folder, first.file)}:${first.line ?? 1}` : folder;
  const more = compiled.problems.length > 1 ? `（共 ${compiled.problems.length} 处）` : "";
  return fail(
    "bad-pack",
    `规则包有误 ${place} ${first?.path ?? ""} ${first?.message ?? ""}${more}`,
    `the pack is wrong at ${place}: ${first?.path ?? ""}`,
  );
}
