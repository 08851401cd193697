// A group of the contract's nodes as a process of ROS 2: its options are its first argument, as JSON; what follows is for ROS.
import { openRcl } from "../../launch/ros/rcl.ts";
import { runRosGroup } from "../../launch/ros/run-group.ts";
import { open } from "../contracts/nodes.ts";

const [first = "", ...rosArgs] = process.argv.slice(2);
const { name, ...options } = JSON.parse(first) as { name: string } & Parameters<typeof open>[0];
const leave = (why: string) => {
  console.error(`group ${name}: ${why}`);
  process.exit(1);
};
try {
  const rcl = await openRcl();
  const running = await runRosGroup(rcl, name, await open(options), { rosArgs }, leave);
  process.once("SIGTERM", () => {
    running.stop();
    setTimeout(() => process.exit(0), 100);
  });
  console.log("up");
} catch (error) {
  leave(error instanceof Error ? error.message : String(error));
}
