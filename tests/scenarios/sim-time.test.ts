// A person who turns the time of a simulated world: within bounds, and with the robot stopped after a moment is restored.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { SafetyState, SimTime_Request, type SimTime } from "../../core/messages.ts";
import { services, topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { residentOf, WEAK } from "../../launch/scenarios/residents.ts";
import { confirmAndStart, openRide, type Ride } from "../../launch/scenarios/ride.ts";
import { momentDesk } from "../../sim/moments/desk.ts";
import { openShelf } from "../../sim/moments/shelf.ts";
import { simTimeNode } from "../../sim/sim-time.node.ts";
import type { TimeControl } from "../../sim/time-control.ts";

const folder = mkdtempSync(join(tmpdir(), "sim-time-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A clock that only notes what it is told: virtual time stands between two calls of `advance` anyway. */
function noted() {
  const said: string[] = [];
  const time: TimeControl = {
    paused: false,
    speed: 1,
    pace: 1,
    pause: () => void said.push("pause"),
    run: () => void said.push("run"),
    step: (by) => void said.push(`step ${by}`),
    setSpeed: (speed) => void said.push(`speed ${speed}`),
    whileStanding: (act) => act(),
    lived: () => {},
    onChange: () => {},
  };
  return { said, time };
}
const turn = (ride: Ride, differs: Partial<SimTime_Request>) =>
  ride.run.call(services.simTime, { command: 0, duration: seconds(0), speed: 1, name: "", ...differs })
    .reason;
const opened = async () => {
  const desk = momentDesk();
  return { desk, ride: await openRide(residentOf(3, WEAK, false), "truth", { desk }) };
};
const { PAUSE, RUN, STEP, SPEED, SAVE, RESTORE } = SimTime_Request;

test("a person who turns time is heard within bounds, and restores a moment with the robot stopped until reset, confirmation and start", async () => {
  const { desk, ride } = await opened();
  const { said, time } = noted();
  ride.run.add(simTimeNode(time, desk, openShelf(folder)));
  const told: SimTime[] = [];
  ride.run.on(topics.simTime, (message) => told.push(message));
  expect([PAUSE, RUN].map((command) => turn(ride, { command }))).toEqual(["", ""]);
  expect(turn(ride, { command: STEP, duration: seconds(0.1) })).toBe("");
  expect(turn(ride, { command: SPEED, speed: 0.5 })).toBe("");
  expect(turn(ride, { command: STEP, duration: seconds(NaN) })).toBe("step NaN: expected 0.01 to 60");
  expect(turn(ride, { command: SPEED, speed: 5 })).toBe("speed 5: expected 0.1 to 4");
  expect(turn(ride, { command: 77 })).toBe("command 77: expected 0 to 5");
  expect(said).toEqual(["pause", "run", "step 0.1", "speed 0.5"]);

  expect(turn(ride, { command: SAVE, name: "start" })).toBe("");
  const { state, ticks } = desk.take();
  confirmAndStart(ride);
  ride.standUp();
  ride.run.advance(seconds(1));
  expect(ride.run.latest(topics.safetyState)?.needs_reset).toBe(false);

  expect(turn(ride, { command: RESTORE, name: "none" })).toContain("cannot read the moment");
  expect(turn(ride, { command: RESTORE, name: "start" })).toBe("");
  expect(said.at(-1)).toBe("pause");
  expect(desk.take()).toMatchObject({ state, ticks });
  expect(told.some(({ restored }) => restored > 0 && restored < 1)).toBe(true);
  expect(told.at(-1)).toMatchObject({ restored: 1, moment: "start", reason: "" });
  expect(ride.run.latest(topics.safetyState)).toMatchObject({
    motion: SafetyState.PROTECTIVE_STOP,
    needs_reset: true,
    needs_confirmation: true,
    needs_start: true,
  });
  await ride.run.stop();
});
