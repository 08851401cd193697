// `npm run test:ros`: the tests that need a sourced ROS 2; without one it says what to do, and fails, for nothing was tried.
import { spawnSync } from "node:child_process";
import { openRcl } from "../launch/ros/rcl.ts";
import { ROOT } from "./machine.js";

try {
  await openRcl();
  const { status } = spawnSync("vitest", ["run", "--project", "ros", ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: "inherit",
  });
  process.exit(status ?? 1);
} catch (error) {
  console.error(`dolbom: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
