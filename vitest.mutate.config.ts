import { defineConfig } from "vitest/config";

/** The tests that hold `core/rules` and `core/recognise`, for `npm run mutate`; without those that read hundreds of forms. */
export default defineConfig({
  test: {
    include: ["test/core/rules/**/*.test.ts", "test/core/recognise/**/*.test.ts", "test/packs/rule-cases.test.ts"],
    exclude: ["test/core/recognise/random-forms.test.ts", "test/core/recognise/noise.test.ts"],
    testTimeout: 30_000,
    isolate: false,
  },
});
