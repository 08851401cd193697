// Two wards in one domain, each with all its processes in a namespace of its own: one ROS shows both, and a stop of the one is none of the other.
import { spawn } from "node:child_process";
import { afterEach, describe, expect, test, vi } from "vitest";
import { SafetyState, type Odometry } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { readRideOptions } from "../../launch/options.ts";
import { rosGroups } from "../../launch/ros/groups.ts";
import { NODE, ROOT } from "../../scripts/machine.js";
import { holdHand } from "./hand.ts";
import { whyNoRos } from "./harness.ts";
import { eventually, sitDown, type PageSide } from "./page.ts";
import { freePort } from "./ros-ride.ts";
import { ros2 } from "./ros2.ts";

/** ms: two rides on a machine made for one. */
const LONG = 900_000;
/** rad/s: the hand asks for more */
const TURNS = 0.1;
/** Messages of the 20 a second that a gateway hands on: two seconds of its own time. */
const MANY = 40;
/** ms: whom an earlier test killed DDS shows for the 10 s of a lease, and the command line's daemon a little longer. */
const SETTLED = { timeout: 60_000, interval: 1000 };
const WARDS = ["ward_a", "ward_b"] as const;
/** Where ROS itself speaks, whatever the namespace. */
const ROS_OWN = ["/rosout", "/parameter_events"];

/** Who is driven by hand needs no eyes; two whole rides are more than two cores. */
const GROUPS = ["world", "control", "planner", "gateway"];

const open: { stop(): Promise<void> | void }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.stop();
});

interface Ward {
  /** name:port of its page */
  readonly host: string;
  readonly page: PageSide;
  /** How fast it has turned, rad/s, newest last. */
  readonly turns: readonly number[];
}

/** The groups of a ward as `npm run ros` starts them, in its namespace. */
async function startGroups(ward: string): Promise<string> {
  const port = await freePort();
  // at half its speed, so that a busy machine hands on what is said before it is old
  const words = ["--port", String(port), "--seed", "3", "--speed", "0.5"];
  const groups = rosGroups(await readRideOptions(words)).filter(({ name }) => GROUPS.includes(name));
  expect(groups.length).toBe(GROUPS.length);
  for (const { name, rosArgs } of groups) {
    const theirs = ["--ros-args", ...rosArgs, "-r", `__ns:=/${ward}`];
    const child = spawn(NODE, ["launch/ros/group.ts", name, ...words, ...theirs], {
      cwd: ROOT,
      stdio: ["ignore", "ignore", "inherit"],
    });
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    open.push({ stop: () => (child.kill("SIGKILL"), gone) });
  }
  return `127.0.0.1:${port}`;
}

async function begin(ward: string): Promise<Ward> {
  const host = await startGroups(ward);
  const page = await sitDown(host);
  open.push({ stop: () => page.leave() });
  const turns: number[] = [];
  page.on(topics.odometry, ({ twist }: Odometry) => turns.push(twist.twist.angular.z));
  await page.makeReady();
  return { host, page, turns };
}

/** What `ros2 KIND list` shows within each ward, without its name, and beside them. */
async function listed(kind: "topic" | "service" | "action" | "node") {
  const lines = (await ros2(kind, "list", ...(kind === "topic" ? ["--include-hidden-topics"] : []))).split(
    "\n",
  );
  const names = lines.filter(
    (line) => line.startsWith("/") && !ROS_OWN.includes(line) && !line.includes("ros2cli"),
  );
  const within = (ward: string) =>
    names.filter((name) => name.startsWith(`/${ward}/`)).map((name) => name.slice(ward.length + 1));
  const beside = names.filter((name) => !WARDS.some((ward) => name.startsWith(`/${ward}/`)));
  return { wards: WARDS.map((ward) => within(ward).toSorted()), beside };
}

describe.skipIf(whyNoRos !== undefined)(
  `two wards on ROS 2${whyNoRos === undefined ? "" : `: ${whyNoRos}`}`,
  () => {
    test(
      "SR-4 each has all its names to itself, and who stops the one leaves the other turning",
      { timeout: LONG },
      async () => {
        const wards = await Promise.all(WARDS.map(begin));
        for (const [kind, sample] of [
          ["topic", "/hardware/command"],
          ["service", "/safety/act"],
          ["action", "/task/stand_up"],
          ["node", "/gate"],
        ] as const) {
          await vi.waitFor(async () => {
            const {
              wards: [ours = [], theirs],
              beside,
            } = await listed(kind);
            expect(ours, kind).toContain(sample);
            expect(theirs, kind).toEqual(ours);
            expect(beside, kind).toEqual([]);
          }, SETTLED);
        }
        for (const [stopped, other] of [wards, wards.toReversed()] as [Ward, Ward][]) {
          const letGo = await holdHand(other.host, other.page, { forward: 0, left: 1 });
          const turning = (from = 0) =>
            other.turns.slice(from).some((turn) => turn > TURNS) ? true : undefined;
          await eventually(turning, other.page.state);
          expect(await stopped.page.lane.stop()).toBe(true);
          await stopped.page.untilState(({ needs_reset: isStopped }) => isStopped);
          const [from, motions] = [other.turns.length, new Set<number>()];
          other.page.on(topics.safetyState, ({ motion }) => motions.add(motion));
          await eventually(
            () => (other.turns.length > from + MANY ? turning(from) : undefined),
            () => other.turns.slice(from),
          );
          expect(motions).not.toContain(SafetyState.PROTECTIVE_STOP);
          expect(motions).toContain(SafetyState.MOVING);
          expect(stopped.page.state()?.motion).toBe(SafetyState.PROTECTIVE_STOP);
          letGo();
          await stopped.page.makeReady();
        }
      },
    );
  },
);
