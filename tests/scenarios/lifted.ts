// For tests that break something in mid-lift: a resident four seconds into it, and what is seen of them and of the robot.
import { expect } from "vitest";
import { alarmsNode } from "../../care/alarms/alarms.node.ts";
import { alarmWatchNode } from "../../care/alarms/watch.node.ts";
import { TaskState } from "../../core/messages.ts";
import { services, topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { measure } from "../../launch/scenarios/measures.ts";
import { residentOf, WEAK } from "../../launch/scenarios/residents.ts";
import { confirmAndStart, openRide, untilPhase, type RideOptions } from "../../launch/scenarios/ride.ts";

/** A resident four seconds into the lift, with somebody who watches the alarms. */
export async function lifted(seed: number, options: RideOptions = {}) {
  const ride = await openRide(residentOf(seed, WEAK, false), "truth", options);
  const { run } = ride;
  run.add(alarmsNode);
  run.add(alarmWatchNode);
  const seen = measure(run);
  run.latest(topics.safetyState);
  run.latest(topics.alarms);
  run.latest(topics.jointStates);
  confirmAndStart(ride);
  const seat = seen.pelvis;
  ride.standUp();
  expect(untilPhase(ride, TaskState.LIFT, seconds(120))).toBeDefined();
  run.advance(seconds(4));
  expect(seen.pelvis).toBeGreaterThan(seat + 0.03);
  return {
    ride,
    run,
    seen,
    seat,
    state: () => run.latest(topics.safetyState),
    alarms: () => run.latest(topics.alarms)?.alarms ?? [],
    fault: (fault: string, on: boolean) => void run.call(services.injectFault, { fault, on }),
    lift: () => {
      const joints = run.latest(topics.jointStates);
      return joints?.position[joints.name.indexOf("lift_joint")] ?? NaN;
    },
    /** m that the person sinks in so many seconds */
    sinksIn: (time: number) => {
      const height = seen.pelvisHeight;
      run.advance(seconds(time));
      return height - seen.pelvisHeight;
    },
  };
}
