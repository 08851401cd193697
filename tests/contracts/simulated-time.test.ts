// Simulated time on real threads: a pause is no silence to anybody, a stop pressed in it is in force before anything moves, and a real robot's time cannot be turned.
import { afterEach, expect, test } from "vitest";
import { SafetyState, SimTime_Request, type OperatorSignal, type SimTime } from "../../core/messages.ts";
import { LIMITS } from "../../core/safety/limits.ts";
import { stampOf } from "../../core/time.ts";
import { services, topics, type Service } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { openEmbedded } from "./harness.ts";
import { at, between, IsolatedRide, isZero, SPEED, until } from "./isolation-ride.ts";

/** A machine that is too busy for real time holds the robot, as it should: then the test begins anew. */
const BUSY = { retry: 2, timeout: 120_000 };
const STEP = 0.1; // s

let ride: IsolatedRide | undefined;
afterEach(() => ride?.close());

/** Why the service refused, or was not there. */
function turn(robot: IsolatedRide, differs: Partial<SimTime_Request>): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const request = { command: 0, duration: seconds(0), speed: 1, name: "", ...differs };
  robot.graph.hub.ask(services.simTime.name, request, (reply) => {
    if (reply.kind !== "end") return;
    resolve((reply.payload as { readonly reason: string } | undefined)?.reason ?? reply.detail);
  });
  return promise;
}
const pressStop = ({ graph }: IsolatedRide) =>
  graph.hub.publish(topics.operatorSignal, {
    header: { stamp: stampOf(graph.now()), frame_id: "" },
    sequence: 0,
    operator_name: "somebody",
    session: "somebody",
    on_site: false,
    wants_command: false,
    stop_pressed: true,
    hold_pressed: false,
    round_trip: seconds(NaN),
  } satisfies OperatorSignal);

test(
  "time that stands is silence to nobody, and a stop pressed in it is in force before anything moves again",
  BUSY,
  async () => {
    const robot = (ride = await IsolatedRide.open("simulated"));
    let time: SimTime | undefined;
    robot.graph.hub.subscribe(topics.simTime, (message) => (time = message as SimTime));
    await robot.drive();

    expect(await turn(robot, { command: SimTime_Request.PAUSE })).toBe("");
    await until(() => expect(time?.paused).toBe(true));
    const [stood, moved] = [robot.now, robot.odometry.length];
    // longer, by the machine's clock, than anybody may be silent
    await new Promise((resolve) => setTimeout(resolve, 2000 * LIMITS.linkAge));
    expect(robot.now).toBe(stood);
    expect(robot.odometry.length).toBe(moved);

    pressStop(robot);
    await until(() => expect(robot.state?.motion).toBe(SafetyState.PROTECTIVE_STOP));
    await until(() => expect(robot.commands.at(-1)).toSatisfy(isZero));
    expect(at(robot.commands.at(-1) as never)).toBeCloseTo(stood, 6);
    expect(robot.odometry.length).toBe(moved);

    expect(await turn(robot, { command: SimTime_Request.STEP, duration: seconds(STEP) })).toBe("");
    await until(() => expect(time?.paused === true && robot.now > stood).toBe(true));
    expect(robot.now).toBeCloseTo(stood + STEP, 6);
    await until(() => expect(robot.odometry.length - moved).toBeGreaterThanOrEqual(9));
    expect(Math.abs(robot.speed)).toBeLessThan(-SPEED);
    const looks = between(robot.states, stood + 1e-6, Infinity);
    expect(looks.length).toBeGreaterThan(2);
    const silent = looks.flatMap(({ reasons }) => reasons).filter((why) => /silent|unknown/.test(why));
    expect(silent).toEqual([]);
    expect(between(robot.commands, stood + 1e-6, Infinity).every(isZero)).toBe(true);
  },
);

test("where the world is not simulated nobody serves time", async () => {
  const harness = await openEmbedded({ a: ["server"] });
  const call = <Q, R>(service: Service<Q, R>, request: Q) =>
    new Promise<string>((resolve) =>
      harness.call(service, request, (answer) => resolve(answer.ok ? "" : answer.detail)),
    );
  const request = { command: 0, duration: seconds(0), speed: 1, name: "" };
  expect(await call(services.injectFault, { fault: "estop", on: true })).toBe("");
  expect(await call(services.simTime, request)).toBe("nobody answers /sim/time");
  await harness.stop();
});
