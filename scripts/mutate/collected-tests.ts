import { ASYMMETRIC_MATCHERS_OBJECT, chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect";
import { format } from "node:util";

type Body = () => unknown;

export interface CollectedTest {
  readonly file: string;
  /** Names of the suites around it and its own, as vitest joins them for snapshots. */
  readonly name: string;
  readonly body: Body;
}

export interface Collector {
  readonly tests: readonly CollectedTest[];
  /** `beforeAll` of each file. */
  readonly preparations: ReadonlyMap<string, readonly Body[]>;
  /** What is registered from here on belongs to this file. */
  enter(file: string): void;
  /** The test that runs, for the texts of its snapshots. */
  run(test: CollectedTest): Promise<void>;
}

/**
 * Takes down what test files register, so that they can be run again and again; vitest itself loads the files anew for
 * every run. Knows `describe`, `it`, `test` with `each`, `beforeAll`, and `expect` of vitest with `toMatchSnapshot` for
 * texts; anything else is not there and fails when a test file asks for it.
 */
export function collectTests(snapshot: (file: string, name: string) => string | undefined): Collector {
  const tests: CollectedTest[] = [];
  const preparations = new Map<string, Body[]>();
  let file = "";
  let around: readonly string[] = [];
  let running: { readonly test: CollectedTest; snapshots: number } | null = null;

  const describe = (name: string, body: Body): void => {
    const outer = around;
    around = [...outer, name];
    body();
    around = outer;
  };
  const test = (name: string, body: Body): void => {
    const full = [...around, name].join(" > ");
    const twins = tests.filter((one) => one.file === file && one.name.replace(/ \(\d+\)$/, "") === full).length;
    tests.push({ file, name: twins > 0 ? `${full} (${String(twins + 1)})` : full, body });
  };
  const beforeAll = (body: Body): void => {
    preparations.set(file, [...(preparations.get(file) ?? []), body]);
  };

  chai.use(JestExtend);
  chai.use(JestChaiExpect);
  chai.use(JestAsymmetricMatchers);
  chai.use(({ Assertion }, { addMethod, flag }) => {
    addMethod(Assertion.prototype, "toMatchSnapshot", function (this: object) {
      const text = flag(this, "object") as string;
      if (!running) throw new Error("toMatchSnapshot outside of a test");
      running.snapshots += 1;
      const kept = snapshot(running.test.file, `${running.test.name} ${String(running.snapshots)}`);
      new Assertion(text.includes("\n") ? `\n"${text}"\n` : `"${text}"`).equal(kept);
    });
  });
  const asymmetric = (globalThis as Record<PropertyKey, unknown>)[ASYMMETRIC_MATCHERS_OBJECT] as object;
  const expect = Object.assign((value: unknown, message?: string) => chai.expect(value, message), asymmetric);
  const each = { describe: withEach(describe), test: withEach(test) };
  Object.assign(globalThis, {
    annexHarness: { describe: each.describe, it: each.test, test: each.test, beforeAll, expect },
  });
  return {
    tests,
    preparations,
    enter: (path) => {
      file = path;
    },
    async run(one) {
      running = { test: one, snapshots: 0 };
      await one.body();
    },
  };
}

/** `each` as vitest has it: rows that are lists are spread, and `%s`, `%i` in the name stand for their parts. */
function withEach(register: (name: string, body: Body) => void): typeof register & { readonly each: unknown } {
  const each =
    (rows: readonly unknown[]) =>
    (name: string, body: (...row: unknown[]) => unknown): void => {
      for (const row of rows) {
        const parts: readonly unknown[] = Array.isArray(row) ? row : [row];
        const marks = name.match(/%[sidjo]/g)?.length ?? 0;
        register(format(name, ...parts.slice(0, marks)), () => body(...parts));
      }
    };
  return Object.assign(register, { each });
}
