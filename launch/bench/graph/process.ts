// One process of the bench on ROS 2: `process.ts ours|objects|bytes source|sink|pulse`; it is asked over its parent's line.
import { TICK } from "../../../core/motion/limits.ts";
import { nicenessOf } from "../../groups.ts";
import { openRcl } from "../../ros/rcl.ts";
import { runRosGroup } from "../../ros/run-group.ts";
import type { OpenedGroup } from "../../threads/group.ts";
import { takeRank } from "../../threads/rank.ts";
import { BARE, bareNode, bareSink, bareSource } from "./bare.ts";
import { hearer } from "./hear.ts";
import { answerOn, parentLine } from "./line.ts";
import { sinkNode, sourceNode } from "./nodes.ts";
import { openPulse, pulses } from "./pulse.ts";

const [kind = "", role = ""] = process.argv.slice(2);
const line = parentLine();
const leave = (why: string) => {
  console.error(`dolbom: bench graph: ${kind} ${role}: ${why}`);
  process.exit(1);
};
/** A bench never speaks on a topic of a robot, and a robot's words never reach it. */
const rosArgs = ["--ros-args", "-r", `__ns:=/bench/${role === "pulse" ? "control" : "ours"}`];
const NANOSECONDS = 1e9;

async function groupOf(): Promise<OpenedGroup> {
  if (role === "pulse") {
    takeRank(nicenessOf("control")); // as launch/ros/group.ts does
    return openPulse(line);
  }
  if (role === "source") return { nodes: [sourceNode((acts) => answerOn(line, acts), false)] };
  const hears = hearer();
  answerOn(line, hears.acts);
  return { nodes: [sinkNode(hears)] };
}

async function openBare(): Promise<void> {
  const bare = BARE.find((one) => one === kind);
  if (bare === undefined) throw new Error(`expected ours, ${BARE.join(" or ")}`);
  await bareNode(await openRcl(), `bench_${bare}_${role}`, (node, QoS) => {
    if (role === "source") return answerOn(line, bareSource(node, QoS, bare));
    const [hears, { acts, beat }] = [hearer(), pulses()];
    if (role === "pulse") node.createTimer(BigInt(TICK * NANOSECONDS), beat);
    else bareSink(node, QoS, bare, hears);
    answerOn(line, { ...hears.acts, ...acts });
  });
}

try {
  if (kind === "ours") await runRosGroup(await openRcl(), role, await groupOf(), { rosArgs }, leave);
  else await openBare();
  process.send?.("ready");
} catch (error) {
  leave(error instanceof Error ? error.message : String(error));
}
