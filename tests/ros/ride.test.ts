// The ride over DDS: each group a process of ROS 2, the simulated ward, a person at the page; and what a group that is killed leaves.
import { afterEach, describe, expect, test } from "vitest";
import { StandUp_Result, TaskState } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { whyNoRos } from "./harness.ts";
import { sitDown } from "./page.ts";
import { startRosRide, type RosRide } from "./ros-ride.ts";

const LONG = 900_000;
const open: { stop(): Promise<void> | void }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.stop();
});

describe.skipIf(whyNoRos !== undefined)(
  `a ride on ROS 2${whyNoRos === undefined ? "" : `: ${whyNoRos}`}`,
  () => {
    const begin = async (): Promise<{ ride: RosRide; page: Awaited<ReturnType<typeof sitDown>> }> => {
      const ride = await startRosRide();
      open.push(ride);
      const page = await sitDown(ride.host);
      open.push({ stop: () => page.leave() });
      return { ride, page };
    };

    test(
      "stands the resident up, eyes and all, by DDS between eight processes",
      async () => {
        const { page } = await begin();
        await page.makeReady();
        const stops = page.keepReady();
        const phases = new Set<number>();
        page.on(topics.taskState, ({ phase }) => phases.add(phase));
        const result = await page.standUp();
        console.log(`stops: ${JSON.stringify(stops)}`);
        expect(result.code).toBe(StandUp_Result.STOOD);
        expect(phases).toContain(TaskState.LIFT);
      },
      LONG,
    );
  },
);
