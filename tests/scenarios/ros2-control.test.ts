// The whole ride where ros2_control has the drives: our driver between the gate and controllers that are switched late, stopped and left alone.
import { describe, expect, test } from "vitest";
import { OperatorAct_Request, SafetyState } from "../../core/messages.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { lower } from "../../launch/scenarios/afterwards.ts";
import { residentOf, WEAK } from "../../launch/scenarios/residents.ts";
import { confirmAndStart, openRide } from "../../launch/scenarios/ride.ts";
import { controlPeer, HARDWARE, throughControl } from "./controlled.ts";
import { lifted } from "./lifted.ts";

/** What the gate waits for brakes is enough for hardware, and controllers after it, that take as long. */
const LATE = milliseconds(80);

test("a resident is stood up, by drives that are made ready at the first start", async () => {
  const { nodes, acts, states } = controlPeer(LATE);
  const ride = await openRide(residentOf(4, WEAK, false), "truth", {
    beside: nodes,
    through: throughControl,
  });
  expect(states).toEqual({
    base_controller: "inactive",
    joint_controller: "inactive",
    [HARDWARE]: "inactive",
  });
  confirmAndStart(ride);
  const answer = ride.standUp();
  ride.run.advanceUntil(() => answer.outcome !== undefined, seconds(180));
  expect(answer).toMatchObject({ outcome: "succeeded", result: { code: 0 } });
  expect(acts.filter((act) => act.endsWith(" active"))).toEqual([
    `${HARDWARE} active`,
    "base_controller joint_controller active",
  ]);
  await ride.run.stop();
});

describe("with a person half way up", () => {
  const midLift = async () => {
    const peer = controlPeer(LATE);
    return { peer, ...(await lifted(3, { beside: peer.nodes, through: throughControl })) };
  };
  test("SR-57 brakes take controllers and power after a minute, and whoever lowers opens them each time", async () => {
    const { peer, ride, run, seen, seat, state, lift } = await midLift();
    const { worker } = ride;
    worker.stopping = true;
    run.advance(seconds(1));
    worker.stopping = false;
    run.advance(seconds(65));
    expect(state()).toMatchObject({ motion: SafetyState.PROTECTIVE_STOP, brakes_set: true });
    expect(Object.values(peer.states)).toEqual(["inactive", "inactive", "inactive"]);
    const held = lift();
    run.advance(seconds(10));
    expect(Math.abs(held - lift())).toBeLessThan(0.002);
    expect(lower(ride, seen, seat)).toBe(true);
    expect(lift()).toBeLessThan(held - 0.05);
    expect(seen.worstContact).toBeLessThanOrEqual(1);
    await run.stop();
  });
  test("SR-42 a driver that dies leaves a lift that stands, and the next one lowers", async () => {
    const { peer, ride, run, seen, seat, state, lift } = await midLift();
    run.kill("ros2_control_driver");
    run.advance(seconds(0.3));
    const held = lift();
    run.advance(seconds(5));
    expect(Math.abs(held - lift())).toBeLessThan(0.002);
    expect(state()).toMatchObject({ motion: SafetyState.PROTECTIVE_STOP });
    const [driver] = peer.nodes;
    if (driver !== undefined) run.add(throughControl(driver));
    run.advance(seconds(2));
    ride.tryAct(OperatorAct_Request.RESET);
    expect(lower(ride, seen, seat)).toBe(true);
    await run.stop();
  });
  test("a controller that somebody stops holds the robot, and it is told that it does not follow", async () => {
    const { peer, run, state, lift } = await midLift();
    peer.states["joint_controller"] = "inactive";
    run.advance(seconds(0.6));
    const held = lift();
    expect(state()?.reasons).toContain("reason.not_as_commanded");
    run.advance(seconds(3));
    expect(Math.abs(held - lift())).toBeLessThan(0.002);
    await run.stop();
  });
});
