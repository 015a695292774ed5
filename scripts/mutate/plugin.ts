import type { MutantCoverage } from "@stryker-mutator/api/core";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from "@stryker-mutator/api/test-runner";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { runInThisContext } from "node:vm";
import { bundleTests } from "./bundle-tests.js";
import { collectTests, type CollectedTest, type Collector } from "./collected-tests.js";
import { forgetAll, ForgetfulMap } from "./forgetful-map.js";
import { testFiles } from "./test-files.js";

/** What code with mutants reads and writes. */
interface StrykerNamespace {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage | undefined;
}

/**
 * Runs tests in this process, loaded once: a mutant then costs as much as the tests that reach it. The runner of vitest
 * loads everything anew for each, and with thousands of mutants that is hours against minutes. Mutants that only work
 * while a module is loaded cannot be told by this way; `ignoreStatic` leaves them out.
 */
function inProcessRunner(): TestRunner {
  const root = process.cwd();
  const namespace: StrykerNamespace = {};
  Object.assign(globalThis, { __stryker__: namespace, annexWeakMap: ForgetfulMap });
  let collected: Promise<Collector> | null = null;

  /** Tests of the room of `mutated` come first: they tell soonest. */
  const run = async (wanted: (id: string) => boolean, bail: boolean, mutated = ""): Promise<TestResult[]> => {
    const { tests: all, preparations } = await (collected ??= collectFrom(root));
    const [, room = ""] = /src\/(core\/\w+)\//.exec(mutated) ?? [];
    const isOwn = ({ file }: CollectedTest): boolean => room !== "" && file.includes(room);
    const tests = [...all.filter(isOwn), ...all.filter((test) => !isOwn(test))];
    const results: TestResult[] = [];
    let prepared: string | null = null;
    for (const test of tests) {
      const id = idOf(test);
      if (!wanted(id)) continue;
      const began = performance.now();
      let failureMessage: string | null = null;
      try {
        forgetAll();
        if (prepared !== test.file) {
          prepared = test.file;
          for (const prepare of preparations.get(test.file) ?? []) await prepare();
        }
        namespace.currentTestId = id;
        await test.body();
      } catch (error) {
        failureMessage = error instanceof Error ? error.message : String(error);
      }
      namespace.currentTestId = undefined;
      const told = { id, name: test.name, timeSpentMs: performance.now() - began };
      results.push(
        failureMessage === null
          ? { ...told, status: TestStatus.Success }
          : { ...told, status: TestStatus.Failed, failureMessage },
      );
      if (bail && failureMessage !== null) break;
    }
    return results;
  };

  return {
    capabilities: () => ({ reloadEnvironment: false }),
    async dryRun(): Promise<DryRunResult> {
      const mutantCoverage: MutantCoverage = { static: {}, perTest: {} };
      Object.assign(namespace, { activeMutant: undefined, hitCount: undefined, mutantCoverage });
      const tests = await run(() => true, false);
      return { status: DryRunStatus.Complete, tests, mutantCoverage };
    },
    async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }: MutantRunOptions): Promise<MutantRunResult> {
      // Loaded before the mutant is there.
      await (collected ??= collectFrom(root));
      const wanted = testFilter && new Set(testFilter);
      Object.assign(namespace, { mutantCoverage: undefined, activeMutant: activeMutant.id, hitCount: 0, hitLimit });
      const tests = await run((id) => wanted?.has(id) ?? true, !disableBail, activeMutant.fileName);
      namespace.activeMutant = undefined;
      const endless = determineHitLimitReached(namespace.hitCount, hitLimit);
      return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests });
    },
  };
}

async function collectFrom(root: string): Promise<Collector> {
  const files = testFiles(root);
  const collector = collectTests();
  const code = await bundleTests(root, files);
  const start = runInThisContext(`(function (require) {${code}\n})`, { filename: "tests.cjs" }) as (
    from: NodeJS.Require,
  ) => void;
  start(createRequire(resolve(root, "package.json")));
  const { annexTests } = globalThis as unknown as { annexTests: Readonly<Record<string, () => Promise<unknown>>> };
  for (const file of files) {
    collector.enter(file);
    await annexTests[file]?.();
  }
  return collector;
}

function idOf({ file, name }: CollectedTest): string {
  return `${file}#${name}`;
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "in-process", inProcessRunner)];
