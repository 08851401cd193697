// The gate's place in a process that can be killed: says a hardware command 100 times a second, as the words on its input tell.
import { createInterface } from "node:readline";
import { JOINTS } from "../../core/motion/limits.ts";
import { defineNode } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { topics } from "../../core/topics.ts";
import { milliseconds } from "../../core/units.ts";
import { openRcl } from "../../launch/ros/rcl.ts";
import { runRosGroup } from "../../launch/ros/run-group.ts";

const NONE = { x: 0, y: 0, z: 0 };
const WORDS: Readonly<
  Record<string, { readonly lift: number; readonly x: number; readonly brakes?: boolean }>
> = {
  rest: { lift: 0, x: 0 },
  move: { lift: 0.05, x: 0.1 },
  nonsense: { lift: NaN, x: 0.1 },
  brake: { lift: 0, x: 0, brakes: true },
};
let now = WORDS["brake"];

const node = defineNode({
  name: "gate",
  period: milliseconds(10),
  publishes: { command: topics.hardwareCommand },
  start(io) {
    let sequence = 0;
    return {
      step() {
        const { lift = 0, x = 0, brakes = false } = now ?? {};
        io.publish.command({
          header: { stamp: stampOf(io.now()), frame_id: "base_link" },
          sequence: (sequence += 1),
          drive: { linear: { ...NONE, x }, angular: NONE },
          joint_names: JOINTS,
          joint_velocities: [lift, 0, 0],
          set_brakes: brakes,
        });
      },
    };
  },
});
createInterface(process.stdin).on("line", (word) => (now = WORDS[word]));
await runRosGroup(await openRcl(), "commander", { nodes: [node] }, {}, (why) => {
  throw new Error(why);
});
console.log(JSON.stringify({ kind: "up" }));
