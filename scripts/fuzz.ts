import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkWorkbook, draftReport, openBook } from "../src/app/index.js";
import type { Pack } from "../src/core/pack/index.js";
import { readWorkbook } from "../src/documents/xlsx/index.js";
import { fuzzTargets } from "./fuzz/fuzz-targets.js";
import { seededRandom } from "./fuzz/random.js";
import { spoilPackage } from "./fuzz/spoil-package.js";

const root = resolve(import.meta.dirname, "..");
const samples = ["redcross-2024.xlsx", "redcross-2024-mistakes.xlsx"];

/** Slower than this is a bug too. */
const patience = 3000;

/** Random targets of a run that does not say how many. */
const usualTargets = 100_000;

/**
 * `npm run fuzz [-- --seconds 30] [--seed N]`: spoiled workbooks must come to a result or a failure that says why,
 * never to an exception and never to a long wait. The first that does not is kept in build/fuzz. Before them come
 * random target cells; `npm run fuzz -- targets 1000000` reads a million of these and nothing else.
 */
async function fuzz(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { seconds: { type: "string" }, seed: { type: "string" } },
    allowPositionals: true,
  });
  const [mode, count] = positionals;
  if (!readsTargets(Number(count ?? usualTargets), Number(values.seed ?? Date.now() % 1_000_000))) return;
  if (mode === "targets") return;
  const until = Date.now() + Number(values.seconds ?? "30") * 1000;
  let seed = Number(values.seed ?? Date.now() % 1_000_000);
  const files = samples.map((name) => new Uint8Array(readFileSync(join(root, "assets/samples", name))));
  const pack = JSON.parse(readFileSync(join(root, "build/packs/hunan-2024.json"), "utf8")) as Pack;
  const seen = new Map<string, number>();
  for (; Date.now() < until; seed++) {
    const random = seededRandom(seed);
    const spoiled = spoilPackage(random.pick(files), random);
    const outcome = await tryFile(spoiled, pack);
    if (outcome.bug !== null) {
      const path = join(root, "build/fuzz", `${seed}.xlsx`);
      mkdirSync(join(root, "build/fuzz"), { recursive: true });
      writeFileSync(path, spoiled);
      process.stderr.write(`seed ${seed}: ${outcome.bug}\n${path}\n`);
      process.exitCode = 1;
      return;
    }
    seen.set(outcome.said, (seen.get(outcome.said) ?? 0) + 1);
  }
  for (const [said, times] of [...seen].sort((a, b) => b[1] - a[1])) process.stdout.write(`${times}\t${said}\n`);
}

/** False when a bug was found. */
function readsTargets(count: number, seed: number): boolean {
  const pack = JSON.parse(readFileSync(join(root, "build/packs/hunan-2024.json"), "utf8")) as Pack;
  const { bug, microseconds } = fuzzTargets(count, pack.scoring, seededRandom(seed));
  if (bug === null) {
    process.stdout.write(`${count}\trandom targets, ${microseconds.toFixed(1)} µs a reading\n`);
    return true;
  }
  process.stderr.write(`seed ${seed}: ${bug}\n`);
  process.exitCode = 1;
  return false;
}

interface Outcome {
  /** A failure's code, or "checked". */
  readonly said: string;
  readonly bug: string | null;
}

async function tryFile(bytes: Uint8Array, pack: Pack): Promise<Outcome> {
  const began = performance.now();
  try {
    const workbook = await readWorkbook(bytes, "fuzz.xlsx");
    const said = workbook.ok ? "checked" : workbook.failure.code;
    if (workbook.ok) {
      const opened = openBook(workbook.value, pack);
      checkWorkbook(workbook.value, opened, pack);
      await draftReport(opened.book, pack);
    }
    const took = performance.now() - began;
    return { said, bug: took > patience ? `took ${Math.round(took)} ms` : null };
  } catch (error) {
    return { said: "exception", bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

await fuzz();
