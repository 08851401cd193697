// For tests of who drives to a place: a Nav2 on virtual time, and a robot of which Kim is in command.
import { Lease, type NavigateToPose_Goal, type SafetyState } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { ready } from "../../core/safety/rehearsal.ts";
import { stampOf } from "../../core/time.ts";
import { nav2Actions, rosTopics, topics } from "../../core/topics.ts";
import { metres, milliseconds, seconds } from "../../core/units.ts";
import { lease as leaseAt } from "../requests.ts";

export const NONE = { x: 0, y: 0, z: 0 };
export const pose = (x: number, frame = "map", w = 1) => ({
  header: { stamp: stampOf(seconds(0)), frame_id: frame },
  pose: { position: { ...NONE, x }, orientation: { ...NONE, w } },
});

/** As Nav2: plans for `plans` s, then says twists at 20 Hz until it is cancelled or `drives` s are over. */
export function nav2({
  plans = 0.6,
  drives = 3,
  ends = "succeeded" as "succeeded" | "aborted",
  obeys = true,
}) {
  const goals: NavigateToPose_Goal[] = [];
  const cancels: number[] = [];
  const node = defineNode({
    name: "bt_navigator",
    period: milliseconds(50),
    offers: { go: nav2Actions.navigateToPose },
    publishes: { twist: rosTopics.cmdVel },
    start({ now, active, publish }) {
      let since: number | undefined;
      return {
        accept: {
          go(goal) {
            goals.push(goal);
            return goal.pose.pose.position.x > 100 ? "off the map" : undefined;
          },
        },
        step() {
          const goal = active.go();
          if (goal === undefined) return void (since = undefined);
          since ??= now();
          if (goal.cancelRequested) cancels.push(now());
          if (goal.cancelRequested && obeys) return goal.end("canceled", { error_code: 0 });
          if (now() - since > plans + drives)
            return goal.end(ends, { error_code: ends === "succeeded" ? 0 : 9003 });
          if (now() - since < plans) return;
          const header = { stamp: stampOf(now()), frame_id: "base_link" };
          publish.twist({ header, twist: { linear: { ...NONE, x: 0.2 }, angular: NONE } });
          const left = { sec: 2, nanosec: 500_000_000 };
          goal.feedback({
            distance_remaining: metres(1.5),
            number_of_recoveries: 1,
            estimated_time_remaining: left,
          });
        },
      };
    },
  });
  return { node, goals, cancels };
}

/** What differs from a robot that may be driven. */
export interface Told {
  safety?: Partial<SafetyState>;
  lease?: Partial<Lease>;
}
export const robotThat = (told: Told) =>
  defineNode({
    name: "robot",
    period: milliseconds(20),
    publishes: { safety: topics.safetyState, lease: topics.lease },
    start: ({ now, publish }) => ({
      step() {
        publish.safety(ready(now(), told.safety));
        publish.lease(leaseAt(now(), { kind: Lease.ON_SITE, holder: "Kim", ...told.lease }).message);
      },
    }),
  });
