import { ASYMMETRIC_MATCHERS_OBJECT, chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect";
import { format } from "node:util";

type Body = () => unknown;

export interface CollectedTest {
  readonly file: string;
  /** Names of the suites around it and its own, joined by >. */
  readonly name: string;
  readonly body: Body;
}

export interface Collector {
  readonly tests: readonly CollectedTest[];
  /** `beforeAll` of each file. */
  readonly preparations: ReadonlyMap<string, readonly Body[]>;
  /** What is registered from here on belongs to this file. */
  enter(file: string): void;
}

/**
 * Takes down what test files register, so that they can be run again and again; vitest itself loads the files anew for
 * every run. Knows `describe`, `it`, `test` with `each`, `beforeAll`, and the plain matchers of
 * `expect`; anything else is not there and fails when a test file asks for it.
 */
export function collectTests(): Collector {
  const tests: CollectedTest[] = [];
  const preparations = new Map<string, Body[]>();
  let file = "";
  let around: readonly string[] = [];

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
