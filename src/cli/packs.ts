import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OfferedPacks } from "../app/index.js";
import type { Pack, PackProblem } from "../core/pack/index.js";
import { fail, success, type Result } from "../core/result/index.js";

/** The pack of a call that names none and has no workbook to choose by; it wins a tie as well. */
const defaultPack = "hunan-2024";

const builtPacks = fileURLToPath(new URL("../../build/packs/", import.meta.url));

/** The packs that a call may take: the one asked for, else all that ship. */
export async function offeredPacks(wanted: string | null): Promise<Result<OfferedPacks>> {
  if (wanted === null) {
    const [first, ...others] = shippedIds().map(readShipped);
    return first ? success({ asked: null, packs: [first, ...others] }) : noPack(defaultPack);
  }
  const asked = await loadPack(wanted);
  return asked.ok ? success({ asked: asked.value, packs: [asked.value] }) : asked;
}

/** A pack that ships by its id, or a person's own by its folder or its file. */
export async function loadPack(wanted: string | null): Promise<Result<Pack>> {
  const name = wanted ?? defaultPack;
  if (shippedIds().includes(name)) return success(readShipped(name));
  const stats = name === "" ? undefined : statSync(name, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return await compileOwn(name, yamlFiles(name));
  if (!stats?.isFile() || !/\.ya?ml$/.test(name)) return noPack(name);
  // One of the files of a pack folder stands for the folder; any other file is a pack of its own.
  const folder = dirname(name);
  const isPart = partNames.test(basename(name)) && existsSync(join(folder, "pack.yaml"));
  return await compileOwn(folder, isPart ? yamlFiles(folder) : [basename(name)]);
}

const partNames = /^(?:pack|annexes|rules(?:-[a-z0-9]+)*|scoring|narrative|forms)\.yaml$/;

/** The default first. */
function shippedIds(): readonly string[] {
  if (!existsSync(builtPacks)) return [];
  const ids = readdirSync(builtPacks).flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -5)] : []));
  return ids.sort((a, b) => Number(b === defaultPack) - Number(a === defaultPack) || (a < b ? -1 : 1));
}

/** Checked when it was built. */
function readShipped(id: string): Pack {
  return JSON.parse(readFileSync(join(builtPacks, `${id}.json`), "utf8")) as Pack;
}

function yamlFiles(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".yaml"));
}

async function compileOwn(folder: string, names: readonly string[]): Promise<Result<Pack>> {
  const { basesOf, compilePack } = await import("../core/pack/compile.js");
  const texts = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  const compiled = compilePack(texts, basesOf(shippedIds().map(readShipped)));
  if (compiled.ok) return success(compiled.pack);
  const shown = compiled.problems.slice(0, mostShown).map((problem) => `\n  ${problemText(folder, problem)}`);
  const count = compiled.problems.length;
  const more = count > mostShown ? `\n  …（共 ${count} 处）` : "";
  return fail(
    "bad-pack",
    `规则包有误：${shown.join("")}${more}`,
    `the pack has ${count} mistakes, the first at ${placeOf(folder, compiled.problems[0])}`,
  );
}

/** Mistakes told of one pack. */
const mostShown = 20;

function problemText(folder: string, problem: PackProblem): string {
  return `${placeOf(folder, problem)} ${problem.path === "" ? "" : `${problem.path} `}${problem.message}`;
}

/** As compilers print it, so that editors can jump there. */
function placeOf(folder: string, problem: PackProblem | undefined): string {
  if (!problem) return folder;
  const { file, line, column } = problem;
  return [join(folder, file), ...(line === null ? [] : [line, column ?? 1])].join(":");
}

function noPack(wanted: string): Result<never> {
  const ids = shippedIds();
  return fail(
    "no-pack",
    `没有规则包“${wanted}”；可用：${ids.join("、") || "（先运行 npm run build）"}，或给出规则包的文件、文件夹`,
    `no pack "${wanted}"; there are: ${ids.join(", ") || "(run npm run build first)"}, or give a pack file or folder`,
  );
}
