// The tests that mutation testing runs: those beside what is changed, without the long walks that judge everything at once.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["core/{safety,motion}/**/*.test.ts"],
    exclude: ["**/*.walk.test.ts", "**/*.random.test.ts"],
    testTimeout: 60_000,
  },
});
