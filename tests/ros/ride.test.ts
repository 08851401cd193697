// The ride over DDS: each group a process of ROS 2, the simulated ward, a person at the page; and what a group that is killed leaves.
import { afterEach, describe, expect, test } from "vitest";
import {
  SafetyState,
  StandUp_Result,
  TaskState,
  type HardwareCommand,
  type Odometry,
} from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { at, isZero, STILL } from "../contracts/isolation-ride.ts";
import { whyNoRos } from "./harness.ts";
import { eventually, sitDown, type PageSide } from "./page.ts";
import { startRosRide, type RosRide } from "./ros-ride.ts";
import { witness } from "./witness.ts";

/** ms: for a machine that is busy. */
const LONG = 900_000;
/** m/s: on its way to the chair */
const MOVING = 0.08;

/** [1] of the most: then it is seen to slow. */
const SLOWS = 0.95;
const forward = ({ twist }: Odometry) => Math.abs(twist.twist.linear.x);
const asked = ({ drive }: HardwareCommand) => Math.abs(drive.linear.x);
const misses = ({ reasons }: SafetyState) => reasons.includes("reason.group_lost");
/** Besides those that move the robot by themselves; the last takes the page with it. */
const OTHERS = ["perception", "camera", "care", "blackbox", "description", "twist", "gateway"];
const milli = (time: number) => Math.round(time * 1000);

const open: { stop(): Promise<void> | void }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.stop();
});
const begin = async (): Promise<{ ride: RosRide; page: PageSide }> => {
  const ride = await startRosRide();
  open.push(ride);
  const page = await sitDown(ride.host);
  open.push({ stop: () => page.leave() });
  await page.makeReady();
  return { ride, page };
};

describe.skipIf(whyNoRos !== undefined)(
  `a ride on ROS 2${whyNoRos === undefined ? "" : `: ${whyNoRos}`}`,
  () => {
    test(
      "stands the resident up, eyes and all, by DDS between all its processes",
      { timeout: LONG },
      async () => {
        const { page } = await begin();
        const stops = page.keepReady();
        const phases = new Set<number>();
        page.on(topics.taskState, ({ phase }) => phases.add(phase));
        const result = await page.standUp();
        console.log(`the robot was stopped and made ready again ${stops.length} times: ${stops.join("; ")}`);
        expect(result.code).toBe(StandUp_Result.STOOD);
        expect(phases).toContain(TaskState.LIFT);
      },
    );

    test(
      "SR-42 SR-60 whatever group is killed leaves a robot that holds, and every group is there again",
      { timeout: LONG },
      async () => {
        const { ride, page } = await begin();
        const { commands, wheels, people, states } = await witness();
        await page.keepGoing();
        const speed = () => Math.max(...wheels.slice(-1).map(({ message }) => forward(message)));
        const kill = async (group: string): Promise<number> => {
          const pid = ride.pid(group);
          const from = performance.now();
          process.kill(pid, "SIGKILL");
          await eventually(() => (ride.pid(group) === pid ? undefined : true), ride.said);
          return from;
        };
        for (const group of ["control", "planner"]) {
          await eventually(() => (speed() > MOVING ? true : undefined), page.state);
          const from = await kill(group);
          const dead = commands.findLast(({ came }) => came <= from);
          const [fast, slows, stands] = await eventually(
            () => {
              const later = wheels.filter(({ came }) => came > from);
              const most = Math.max(...later.map(({ message }) => forward(message)));
              const fastest = later.findIndex(({ message }) => forward(message) === most);
              const slowed = later.slice(fastest).find(({ message }) => forward(message) < SLOWS * most);
              const still = later.find(({ message }) => forward(message) < STILL);
              const [turns] = later.slice(fastest);
              return turns && slowed && still && ([turns, slowed, still] as const);
            },
            () => wheels.at(-1),
          );
          const after = ({ message }: { message: Parameters<typeof at>[0] }) =>
            milli(at(message) - at((dead ?? slows).message));
          const told = commands.filter(({ came }) => came >= (dead?.came ?? from));
          const most = Math.max(...told.map(({ message }) => asked(message)));
          const last = told.find(({ message }) => asked(message) === most) ?? fast;
          console.log(
            `${group} killed: they are told to go no faster after ${after(last)} ms, the wheels go no faster after ${after(fast)} ms, are seen to slow after ${after(slows)} ms, stand after ${after(stands)} ms`,
          );
        }
        for (const group of OTHERS) {
          await eventually(
            () => (page.state()?.motion === SafetyState.MOVING ? true : undefined),
            page.state,
          );
          const from = await kill(group);
          const held = await eventually(
            () => states.find(({ came, message }) => came > from && misses(message)),
            () => states.at(-1),
          );
          const zero = await eventually(
            () => commands.find(({ came, message }) => came > from && isZero(message)),
            () => commands.at(-1),
          );
          const [hold, rest] = [held, zero].map(({ came }) => Math.round(came - from));
          console.log(`${group} killed: held after ${hold} ms, drives are told rest after ${rest} ms`);
        }
        page.leave(); // its seat is another's now
        const seen = people.length;
        await eventually(() => (people.length > seen + 10 ? true : undefined), ride.said);
        const again = await sitDown(ride.host);
        await again.makeReady();
        again.leave();
      },
    );
  },
);
