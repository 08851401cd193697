// The gate under random walks of everything at once: every sample is checked against all limits jointly.
import { expect, test } from "vitest";
import { MotionRequest, SafetyState } from "../core/messages.ts";
import { NOTHING_NEAR } from "../core/motion/bounds.ts";
import { AT_REST, AXES, CAPS, SMOOTHING, TICK, type Velocities } from "../core/motion/limits.ts";
import type { Stamped } from "../core/node.ts";
import { seeded } from "../core/seeded.ts";
import { stampOf } from "../core/time.ts";
import { seconds, type Seconds } from "../core/units.ts";
import { closedGate, gateStep, type Gated } from "./gate.ts";
import { drive, lease, request, safety } from "./requests.ts";
import type { Posture } from "./retrace.ts";

/** Wide enough for the rounding of a mean of twenty numbers, and no wider. */
const ROUNDING = 1e-12;
const WALKS = 60;
const STEPS = 200;
const NONSENSE = [NaN, Infinity, -Infinity, 1e300, -1e300];
const MAY_MOVE: readonly number[] = [SafetyState.READY, SafetyState.MOVING, SafetyState.LOWERING];
const MOTIONS = [
  SafetyState.READY,
  SafetyState.MOVING,
  SafetyState.LOWERING,
  SafetyState.HOLDING,
  SafetyState.PROTECTIVE_STOP,
];

function walker(seed: number) {
  const random = seeded(seed);
  const chance = (of: number) => random() < of;
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const speed = () => (chance(0.03) ? pick(NONSENSE) : chance(0.25) ? 0 : (random() - 0.5) * 0.8);
  let [sequence, state]: [number, Partial<SafetyState>] = [0, {}];
  const spoil = (at: Seconds): Partial<MotionRequest> => {
    if (!chance(0.1)) return {};
    return pick<Partial<MotionRequest>>([
      { sequence: sequence - 3 },
      { sequence: 2 ** 32 },
      { header: { stamp: stampOf(seconds(at + 5)), frame_id: "base_link" } },
      { header: { stamp: stampOf(at), frame_id: "map" } },
      { joint_names: ["neck"], joint_velocities: [1] },
      { time_to_live: seconds(NaN) },
      { kind: 77 },
      { source: "stranger" },
    ]);
  };
  return {
    safety(at: Seconds): Stamped<SafetyState> | undefined {
      if (chance(0.04))
        state = {
          motion: pick(MOTIONS),
          load: pick([0, 0, 1, 2, 3]),
          drive_blocked: chance(0.2),
          speed_scale: pick([1, 1, 0.5, 0, NaN, 7]),
        };
      return chance(0.01) ? undefined : safety(seconds(at - (chance(0.02) ? 0.2 : 0)), state);
    },
    task(at: Seconds) {
      sequence += 1;
      const kind = chance(0.1) ? MotionRequest.LOWER : MotionRequest.TASK;
      const velocities = {
        drive: { linear: { x: speed(), y: 0, z: 0 }, angular: { x: 0, y: 0, z: speed() } },
      };
      return request(at, sequence, speed(), {
        kind,
        ...velocities,
        joint_velocities: [speed(), speed(), speed()],
        ...spoil(at),
      });
    },
    operator: (at: Seconds) => drive(at, (sequence += 1), speed(), spoil(at)),
    posture: (lift: number): Posture | undefined =>
      chance(0.02) ? undefined : { x: random(), y: 0, yaw: random(), joints: [lift, random() / 10, 0] },
    chance,
  };
}

/** The velocities must be within the caps of some mode of this kind, and joints still while an operator drives. */
function checkSpeeds({ velocities, gate }: Gated) {
  const caps = CAPS[gate.mode === "taskLoaded" || gate.mode === "lower" ? "task" : gate.mode];
  velocities.forEach((velocity, axis) => {
    const most = Math.max(caps.up[axis] ?? NaN, caps.down[axis] ?? NaN);
    if (!(Math.abs(velocity) <= most + ROUNDING))
      throw new Error(`${gate.mode} ${AXES[axis]}: ${velocity} of ${most}`);
  });
}

/** From one tick to the next, unless a stop made it zero at once. */
function checkChange(now: Velocities, before: Velocities, earlier: Velocities, caps: Velocities) {
  if (now.every((velocity) => velocity === 0)) return;
  AXES.forEach((axis, i) => {
    const [v = NaN, v1 = NaN, v2 = NaN, most = NaN] = [now[i], before[i], earlier[i], caps[i]];
    const jerk = Math.abs(v - 2 * v1 + v2) / TICK ** 2;
    if (!(Math.abs(v - v1) / TICK <= most + (2 * ROUNDING) / TICK))
      throw new Error(`${axis} from ${v1} to ${v}`);
    if (!(jerk <= (2 * most) / SMOOTHING + (4 * ROUNDING) / TICK ** 2))
      throw new Error(`${axis} jerks by ${jerk}`);
  });
}

const isStill = ({ velocities }: Gated) => velocities.every((velocity) => velocity === 0);
/** Moves only where the state lets it, and never by an operator's drive while somebody is touched. */
function checkAllowed({ gate }: Gated, state: SafetyState | undefined, step: number) {
  if (!MAY_MOVE.includes(state?.motion ?? SafetyState.FAULT))
    throw new Error(`step ${step}: moves while locked`);
  if (gate.mode === "drive" && state?.load !== SafetyState.LOAD_NONE)
    throw new Error(`step ${step}: drives with a person touched`);
}

/** One walk; returns at how many samples the robot moved. */
function walk(seed: number): number {
  const any = walker(seed);
  const begin = seconds(100);
  let gate = closedGate(begin);
  let [before, earlier, moving, lift]: [Velocities, Velocities, number, number] = [AT_REST, AT_REST, 0, 0];
  let [task, operator]: [Stamped<MotionRequest> | undefined, Stamped<MotionRequest> | undefined] = [
    undefined,
    undefined,
  ];
  for (let step = 1; step <= STEPS; step += 1) {
    const now = seconds(begin + step * TICK);
    if (any.chance(0.3)) task = any.task(now);
    if (any.chance(0.1)) operator = any.operator(now);
    const state = any.safety(now);
    const done = gateStep(now, gate, {
      safety: state,
      task,
      operator,
      lease: lease(now),
      posture: any.posture(lift),
      felt: [],
      near: { drive: NOTHING_NEAR, task: NOTHING_NEAR },
    });
    checkSpeeds(done);
    const modes = [done.gate.mode, gate.mode];
    checkChange(
      done.velocities,
      before,
      earlier,
      CAPS[modes.includes("drive") ? "drive" : "task"].acceleration,
    );
    const still = isStill(done);
    if (!still) checkAllowed(done, state?.message, step);
    // a stop ends one motion; the next begins at rest
    [gate, earlier, before] = [done.gate, still ? done.velocities : before, done.velocities];
    lift += (done.velocities[2] ?? NaN) * TICK;
    moving += still ? 0 : 1;
  }
  return moving;
}

test.each([11, 12, 13])(
  "SR-24 random walks through the gate keep every limit at every sample (seed %i)",
  (seed) => {
    let moving = 0;
    for (let each = 0; each < WALKS; each += 1) moving += walk(seed * 1000 + each);
    expect(moving).toBeGreaterThan((WALKS * STEPS) / 10);
  },
);
