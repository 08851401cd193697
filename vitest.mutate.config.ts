// The tests that mutation testing runs: those beside what is changed, without the long walks that judge everything at once.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["core/{safety,motion}/**/*.test.ts"],
    exclude: ["**/*.walk.test.ts", "**/*.random.test.ts"],
    testTimeout: 60_000,
    // pure functions leave nothing behind that another file could meet, and a worker for each file costs more than its tests
    isolate: false,
  },
});
