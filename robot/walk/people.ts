// Everybody a walk through the gate can meet: a supervisor, a lease, a task and an operator who say anything, rightly or not, at any time.
import { Lease, MotionRequest, SafetyState } from "../../core/messages.ts";
import type { Stamped } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import { drive, lease, request, safety } from "../requests.ts";
import type { Dice } from "./dice.ts";

const NONSENSE = [NaN, Infinity, -Infinity, 1e300, -1e300];
const MOTIONS = [
  SafetyState.READY,
  SafetyState.MOVING,
  SafetyState.READY,
  SafetyState.MOVING,
  SafetyState.LOWERING,
  SafetyState.HOLDING,
  SafetyState.PROTECTIVE_STOP,
];
const LOADS = [
  SafetyState.LOAD_NONE,
  SafetyState.LOAD_NONE,
  SafetyState.LOAD_TOUCHING,
  SafetyState.LOAD_BEARING,
  SafetyState.LOAD_UNKNOWN,
];

/** A request as it was meant, whether it is sound under the lease of its moment, and whether it asks for rest, soundly or not. */
export interface Asked {
  readonly heard: Stamped<MotionRequest>;
  readonly isSound: boolean;
  readonly isRest: boolean;
}

export interface People {
  /** What the gate has of the supervisor now; undefined when it never spoke. */
  safety(at: Seconds): Stamped<SafetyState> | undefined;
  lease(at: Seconds): Stamped<Lease> | undefined;
  task(at: Seconds): Asked;
  operator(at: Seconds): Asked;
}

export function people(dice: Dice): People {
  const { chance, pick, draw } = dice;
  /** m/s and rad/s: past every cap, nothing at all, or no number. */
  const speed = () => (chance(0.02) ? pick(NONSENSE) : chance(0.2) ? 0 : (draw() - 0.5) * 0.8);
  let [epoch, holdsTask, sequence]: [number, boolean, number] = [5, true, 0];
  let state: Partial<SafetyState> = {};

  /** One thing wrong with a request; undefined leaves it sound. */
  const spoil = (at: Seconds): Partial<MotionRequest> | undefined => {
    if (!chance(0.1)) return undefined;
    const stamped = (stamp: number, frame = "base_link") => ({
      header: { stamp: stampOf(seconds(stamp)), frame_id: frame },
    });
    return pick<Partial<MotionRequest>>([
      { sequence: sequence - 3 },
      { sequence: sequence - 1 },
      stamped(at + 5),
      stamped(at - 0.3),
      stamped(at, "map"),
      { joint_names: ["neck"], joint_velocities: [1] },
      { time_to_live: seconds(NaN) },
      { kind: 77 },
      { source: "stranger" },
      { epoch: epoch + pick([-1, 1]) },
      { nonce: 78 },
    ]);
  };
  const asked = (make: (spoilt: Partial<MotionRequest>) => Stamped<MotionRequest>, at: Seconds): Asked => {
    sequence += 1;
    const spoilt = spoil(at);
    const heard = make({ epoch, ...spoilt });
    const { drive: base, joint_velocities: joints } = heard.message;
    const asks = [base.linear.x, base.angular.z, ...joints];
    const isSound = spoilt === undefined && asks.every(Number.isFinite);
    return { heard, isSound, isRest: asks.every((one) => one === 0) && isNotLower(heard) };
  };
  const base = () => ({
    drive: { linear: { x: speed(), y: 0, z: 0 }, angular: { x: 0, y: 0, z: speed() } },
  });

  return {
    safety(at) {
      if (chance(0.04))
        state = {
          motion: pick(MOTIONS),
          load: pick(LOADS),
          drive_blocked: chance(0.2),
          brakes_set: chance(0.3),
          speed_scale: pick([1, 1, 0.5, 0, NaN, 7]),
        };
      return chance(0.01) ? undefined : safety(seconds(at - (chance(0.02) ? 0.2 : 0)), state);
    },
    lease(at) {
      if (chance(0.02)) [epoch, holdsTask] = [epoch + 1, chance(0.7)];
      const kind = holdsTask ? Lease.TASK : Lease.ON_SITE;
      const told = lease(at, { epoch, kind, holder: holdsTask ? "planner" : "Kim" });
      return chance(0.01) ? undefined : chance(0.01) ? { ...told, receivedAt: seconds(at - 1) } : told;
    },
    task(at) {
      const kind = chance(0.1) ? MotionRequest.LOWER : MotionRequest.TASK;
      const rests = chance(0.15);
      const joints = [0, 1, 2].map(() => (rests ? 0 : speed()));
      const still = { drive: { linear: NONE, angular: NONE } };
      const wish = {
        kind: rests ? MotionRequest.TASK : kind,
        joint_velocities: joints,
        ...(rests ? still : base()),
      };
      return asked((spoilt) => request(at, sequence, 0, { ...wish, ...spoilt }), at);
    },
    operator: (at) =>
      asked((spoilt) => drive(at, sequence, 0, { ...(chance(0.15) ? {} : base()), ...spoilt }), at),
  };
}

const NONE = { x: 0, y: 0, z: 0 };
const isNotLower = ({ message }: Stamped<MotionRequest>) => message.kind !== MotionRequest.LOWER;
