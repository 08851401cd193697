// rosbridge_suite beside our gateway: the same roslib client has the same robot through either door.
import { spawn } from "node:child_process";
import { createConnection } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { TaskState } from "../../core/messages.ts";
import { whyNoRos } from "./harness.ts";
import { eventually, sitDown } from "./page.ts";
import { freePort, startRosRide } from "./ros-ride.ts";

/** ms: for a machine that is busy. */
const LONG = 600_000;
const open: { stop(): Promise<void> | void }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.stop();
});

const listens = (port: number) =>
  new Promise<true | undefined>((resolve) => {
    const socket = createConnection(port, "127.0.0.1", () => (socket.destroy(), resolve(true)));
    socket.once("error", () => resolve(undefined));
  });

/** rosbridge_websocket as its own users start it, in a process group that ends whole. */
async function startRosbridge(): Promise<string> {
  const port = await freePort();
  // in threads, as its own launch file has it: a goal that is at work would keep it from all else
  const parameters = [
    `port:=${port}`,
    "address:=127.0.0.1",
    "call_services_in_new_thread:=true",
    "send_action_goals_in_new_thread:=true",
  ].flatMap((parameter) => ["-p", parameter]);
  const words = ["run", "rosbridge_server", "rosbridge_websocket", "--ros-args", ...parameters];
  const child = spawn("ros2", words, { detached: true, stdio: "ignore" });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  open.push({
    stop: async () => {
      process.kill(-(child.pid ?? NaN), "SIGKILL");
      await gone;
    },
  });
  let there: true | undefined;
  const look = setInterval(() => void listens(port).then((is) => (there = is)), 200);
  await eventually(
    () => there,
    () => "no rosbridge",
  ).finally(() => clearInterval(look));
  return `127.0.0.1:${port}`;
}

describe.skipIf(whyNoRos !== undefined)(
  `rosbridge beside the gateway${whyNoRos === undefined ? "" : `: ${whyNoRos}`}`,
  () => {
    test.each(["rosbridge", "gateway"])(
      "one roslib client reads, acts and sends a goal through the %s",
      { timeout: LONG },
      async (through) => {
        const ride = await startRosRide();
        open.push(ride);
        const bridge = await startRosbridge();
        const page = await sitDown(ride.host, through === "rosbridge" ? bridge : ride.host);
        open.push({ stop: () => page.leave() });
        await page.keepGoing();
        await page.untilPhase(TaskState.APPROACH);
        expect(await page.lane.stop()).toBe(true);
        await page.untilState(({ needs_reset: stopped }) => stopped);
      },
    );
  },
);
