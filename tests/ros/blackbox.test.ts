// The black box of a robot on ROS 2: what each process says and is asked is in one file, decides the same again, and outlives kill -9.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Incident, Timeline } from "../../core/incident.ts";
import { NodeTurn, OperatorAct_Request, SafetyState, TaskState } from "../../core/messages.ts";
import { secondsOf } from "../../core/time.ts";
import { actions, recordTopics, rosTopics, services, topics } from "../../core/topics.ts";
import { partsOf } from "../../robot/blackbox/folder.ts";
import { judge } from "../../robot/blackbox/judge.ts";
import { PICTURE_TYPES } from "../../robot/blackbox/noted.ts";
import { REPLAYED } from "../../robot/decisions.ts";
import { whyNoRos } from "./harness.ts";
import { eventually, sitDown } from "./page.ts";
import { messagesIn, on, pathsIn, read } from "./recorded.ts";
import { startRosRide } from "./ros-ride.ts";
import { ros2 } from "./ros2.ts";

/** ms: for a machine that is busy. */
const LONG = 900_000;
/** A group each, and what only it says. */
const SAYERS = {
  world: topics.jointStates,
  control: topics.hardwareCommand,
  perception: topics.person,
  planner: topics.taskState,
  care: topics.alarms,
  description: rosTopics.tf,
  blackbox: topics.diagnostics,
};
const ACT = services.operatorAct.name;

const open: { stop(): Promise<void> | void }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.stop();
});

const twice = (name: string) => [name, name];
const ask = async <T>(url: string): Promise<T> => (await (await fetch(url)).json()) as T;

/** A ride that records into a folder of its own, and a person at its page who has made it ready. */
async function begin() {
  const folder = mkdtempSync(join(tmpdir(), "blackbox-"));
  open.push({ stop: () => rmSync(folder, { recursive: true, force: true }) });
  const ride = await startRosRide(["--seed", "3", "--blackbox", folder]);
  open.push(ride);
  const page = await sitDown(ride.host);
  open.push({ stop: () => page.leave() });
  await page.keepGoing();
  await page.untilState(({ motion }) => motion === SafetyState.MOVING);
  return { folder, ride, page };
}

/** Until the box holds so many commands of the gate. */
const untilCommands = (folder: string, count: number) =>
  eventually(
    () => on(messagesIn(folder), topics.hardwareCommand.name).length > count || undefined,
    () => pathsIn(folder),
  );

describe.skipIf(whyNoRos !== undefined)(
  `the black box on ROS 2${whyNoRos === undefined ? "" : `: ${whyNoRos}`}`,
  () => {
    test(
      "SR-45 what all processes say and are asked is recorded once, decided the same again bit for bit, and a stop is an incident",
      { timeout: LONG },
      async () => {
        const { folder, ride, page } = await begin();
        expect(await ros2("param", "set", "/safety_supervisor", "nonce", "7.0")).toContain("successful");
        await page.untilPhase(TaskState.APPROACH);
        expect(await page.lane.stop()).toBe(true);
        await page.untilState(({ needs_reset: stopped }) => stopped);
        const list = `http://${ride.host}/incidents.json`;
        let incidents: readonly Incident[] = [];
        const looking = setInterval(
          () => void ask<Incident[]>(list).then((found) => (incidents = found)),
          200,
        );
        const { session, at } = await eventually(
          () => incidents[0], // the newest
          () => incidents,
        ).finally(() => clearInterval(looking));
        const { events } = await ask<Timeline>(
          `http://${ride.host}/incident.json?session=${session}&at=${at}`,
        );
        expect(events.map(({ kind }) => kind)).toContain("stop");
        page.leave();
        await ride.stop();

        const told = judge(pathsIn(folder), REPLAYED);
        console.log(
          `${told.messages} messages of ${told.duration.toFixed(1)} s: ${JSON.stringify(told.turns)}`,
        );
        expect(told).toMatchObject({ ended: true, tampered: undefined, difference: undefined, unlinked: 0 });
        expect(told.turns["safety_supervisor"]).toBeGreaterThan(100);
        expect(told.turns["gate"]).toBeGreaterThan(200);
        const messages = messagesIn(folder);
        for (const [group, { name }] of Object.entries(SAYERS))
          expect([group, on(messages, name).length > 0]).toEqual([group, true]);
        expect(messages.filter(({ type }) => PICTURE_TYPES.has(type))).toEqual([]);
        const sequences = read(messages, topics.hardwareCommand).map(({ sequence }) => sequence);
        expect(sequences).toEqual(sequences.map((_, place) => (sequences[0] ?? NaN) + place));
        expect(read(messages, topics.lease).map(({ nonce }) => nonce)).toContain(7);
        const asked = on(messages, `${ACT}/request`);
        expect(asked.map((one) => one.read())).toContainEqual({
          act: OperatorAct_Request.START,
          operator_name: "이수진",
          on_site: true,
        });
        expect(on(messages, `${ACT}/response`).length).toBe(asked.length);
        expect(on(messages, `${actions.standUp.name}/goal`).length).toBeGreaterThan(0);
      },
    );

    test(
      "SR-45 a control group that is killed is replayed in both its lives, and a power cut costs less than a second",
      { timeout: LONG },
      async () => {
        const { folder, ride, page } = await begin();
        const pid = ride.pid("control");
        process.kill(pid, "SIGKILL");
        await eventually(() => (ride.pid("control") === pid ? undefined : true), ride.said);
        const dead = on(messagesIn(folder), topics.hardwareCommand.name).length;
        await untilCommands(folder, dead + 200);
        await page.untilState(({ motion }) => motion === SafetyState.MOVING);
        let [now, heard] = [NaN, 0];
        page.on(topics.jointStates, ({ header }) => ([now, heard] = [secondsOf(header.stamp), heard + 1]));
        await eventually(
          () => heard > 20 || undefined,
          () => heard,
        );
        await ride.crash();
        const told = judge(pathsIn(folder), REPLAYED);
        expect(told).toMatchObject({ ended: false, tampered: undefined, difference: undefined });
        const messages = messagesIn(folder);
        const lives = read(messages, recordTopics.nodeTurn).filter(({ kind }) => kind === NodeTurn.START);
        expect(lives.map(({ node }) => node).toSorted()).toEqual([
          ...twice("gate"),
          ...twice("safety_supervisor"),
        ]);
        const last = Math.max(...messages.map(({ logTime }) => Number(logTime))) / 1e9;
        console.log(`the power cut cost ${(now - last).toFixed(2)} s of what the page had seen`);
        expect(now - last).toBeLessThan(1);
      },
    );

    test(
      "a recorder that is killed is started anew with the next part of the same session, and nobody has to do anything for it",
      { timeout: LONG },
      async () => {
        const { folder, ride, page } = await begin();
        const stops = page.keepReady().length;
        await untilCommands(folder, 100);
        process.kill(ride.pid("blackbox"), "SIGKILL");
        await eventually(() => (partsOf(folder).length === 2 ? true : undefined), ride.said);
        await untilCommands(folder, on(messagesIn(folder), topics.hardwareCommand.name).length + 300);
        expect(page.keepReady().length).toBe(stops);
        page.leave();
        await ride.stop();
        expect(new Set(partsOf(folder).map(({ session }) => session)).size).toBe(1);
        expect(judge(pathsIn(folder), {})).toMatchObject({ tampered: undefined });
        const sequences = read(messagesIn(folder), topics.hardwareCommand).map(({ sequence }) => sequence);
        const missing = (sequences.at(-1) ?? NaN) - (sequences[0] ?? NaN) + 1 - sequences.length;
        console.log(`${missing} of ${sequences.length} commands are missing`);
        // what was under way and not yet flushed: half a second at the gate's pace, and a batch
        expect(missing).toBeLessThan(150);
      },
    );
  },
);
