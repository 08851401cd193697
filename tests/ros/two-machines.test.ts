// Two machines: the robot's groups on one, its eyes and the person at the page on the other, and a cable that loses, delays and is cut.
import { afterEach, describe, expect, test } from "vitest";
import { SafetyState, TaskState } from "../../core/messages.ts";
import { readRideOptions } from "../../launch/options.ts";
import { rosGroups } from "../../launch/ros/groups.ts";
import { whyNoRos } from "./harness.ts";
import { openMachines, whyNoMachines, type Machines } from "./machines.ts";
import { sitDown } from "./page.ts";

/** ms: for a machine that is busy. */
const LONG = 600_000;
const PORT = 8420;
/** MediaPipe on a machine of its own, with its pictures. */
const AT_THE_DESK: readonly string[] = ["camera", "perception"];
/** The rate is three times what the pictures of the page and all else need [measured]. */
const BAD = { lost: 0.02, late: 20, rate: 30_000 };

const open: { stop(): void }[] = [];
afterEach(() =>
  open
    .splice(0)
    .toReversed()
    .forEach((one) => one.stop()),
);

async function startRide(machines: Machines): Promise<string> {
  const words = ["--port", String(PORT), "--host", machines.robot, "--seed", "3"];
  const options = await readRideOptions(words, (port) => Promise.resolve(port));
  for (const { name, rosArgs } of rosGroups(options))
    machines.start(AT_THE_DESK.includes(name) ? "desk" : "robot", [
      "launch/ros/group.ts",
      name,
      ...words,
      "--ros-args",
      ...rosArgs,
    ]);
  return `${machines.robot}:${PORT}`;
}

const why = whyNoRos ?? whyNoMachines;
describe.skipIf(why !== undefined)(`two machines${why === undefined ? "" : `: ${why}`}`, () => {
  test(
    "SR-18 a bad cable slows nobody down unsafely, a cut one makes the robot hold, and a mended one lets it go on when somebody says so",
    { timeout: LONG },
    async () => {
      const machines = openMachines();
      open.push({ stop: () => machines.remove() });
      console.log(`the cable is bad by ${machines.worsen(BAD)}`);
      const page = await sitDown(await startRide(machines));
      open.push({ stop: () => page.leave() });
      await page.keepGoing();
      await page.untilPhase(TaskState.APPROACH);
      await page.untilState(({ motion }) => motion === SafetyState.MOVING);
      machines.cut();
      // heard when the cable is there again: what the robot said while nobody could hear it is lost
      await new Promise((resolve) => setTimeout(resolve, 3000));
      page.leave();
      machines.mend();
      const again = await sitDown(`${machines.robot}:${PORT}`);
      open.push({ stop: () => again.leave() });
      const found = await again.untilState(() => true);
      expect(found.motion).not.toBe(SafetyState.MOVING);
      await again.makeReady();
    },
  );
});
