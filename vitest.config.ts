// The test projects: what each proves and how long one test may take before it counts as hung.
import { defineConfig } from "vitest/config";

const minutes = (count: number) => count * 60_000;

export default defineConfig({
  test: {
    reporters: ["default"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["{core,perception,planner,robot,care,sim,scripts,launch,teleop-ui}/**/*.test.ts"],
          testTimeout: minutes(1),
        },
      },
      { test: { name: "house", include: ["tests/*.test.ts"], testTimeout: minutes(1) } },
      { test: { name: "contract", include: ["tests/contracts/**/*.test.ts"], testTimeout: minutes(1) } },
      { test: { name: "scenario", include: ["tests/scenarios/**/*.test.ts"], testTimeout: minutes(5) } },
      {
        test: {
          name: "ros",
          include: ["tests/ros/**/*.test.ts"],
          testTimeout: minutes(2),
          pool: "forks", // rclnodejs aborts in a worker thread
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "ui",
          include: ["tests/ui/**/*.test.ts"],
          testTimeout: minutes(3),
          hookTimeout: minutes(2),
          fileParallelism: false,
        },
      },
    ],
  },
});
