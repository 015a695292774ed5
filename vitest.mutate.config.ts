import { defineConfig } from "vitest/config";

/** The tests that hold `core/rules` and `core/recognise`, for `npm run mutate`. */
export default defineConfig({
  test: {
    include: ["test/core/rules/**/*.test.ts", "test/core/recognise/**/*.test.ts", "test/packs/rule-cases.test.ts"],
    testTimeout: 30_000,
    isolate: false,
  },
});
