// Joins the resident's behaviour to a MuJoCo world: feels the simulated body, and drives its muscles.
import { pitchOf, seenFrom, type Ahead } from "./facing.ts";
import { jointName } from "./joints.ts";
import { metres, radians, type Metres, type Seconds } from "../../core/units.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import { axisName } from "../mujoco/mjcf.ts";
import type { Effort, Senses, Tone } from "./senses.ts";
import { DAMPING_TIME, MUSCLES, type Muscle } from "./muscles.ts";
import type { ResidentParameters } from "./parameters.ts";
import { HIP_ABOVE_SEAT, type Posture, type PostureModel } from "./posture.ts";

export interface Nerves {
  /** Stands the body upright with the ankles over this point of the floor, at rest but for `speed` of all of it, forward, m/s. */
  stand(at: readonly [x: Metres, y: Metres], speed: number): void;
  /** Where the ankles are of who sits there, or stands there before they sit down. */
  feetBefore(seat: Seat): readonly [x: Metres, y: Metres];
  /** Sits the body down at the seat's front edge, at rest. `heading` is where the chair faces, about z. */
  sit(seat: Seat): void;
  feel(period: Seconds, support: number): Senses;
  act(effort: Effort): void;
}

export interface Seat {
  /** Middle of the front edge of the seat's top, m. */
  readonly edge: readonly [x: Metres, y: Metres, z: Metres];
}

/** Where the hips are behind the front edge: forward on the seat, as one sits to rise; share of stature [D]. */
const HIPS_BEHIND_EDGE = 0.07;
/** Flexion of shoulder and elbow and abduction of the arms, rad [D]. */
const ARMS = {
  lap: { shoulder: 0.35, abduction: 0.12, elbow: 0.9 },
  raised: { shoulder: 0.3, abduction: 1.2, elbow: 0.3 },
  forward: { shoulder: 0.9, abduction: 0.5, elbow: 0.5 },
  hanging: { shoulder: 0.25, abduction: 0.3, elbow: 0.3 },
} as const;
/** Arms that cling are pressed down and in by this much, rad, with all their fear [D]. */
const CLING = 0.4;
/** The gaze stays level for this share of the trunk's pitch. */
const GAZE = 0.7;
/** Muscles follow what the arms are told over this time, s, so that arms are moved and not thrown. */
const ARM_TIME = 0.5;
/** Time constant of the sense of one's own sway, s. */
const SWAY_TIME = 0.04;
const FULL: Tone = { left: 1, right: 1 };
/** Whose nerves, by the model's name, and where they face about z: along x, but for who rises from a bed of the ward. */
const RESIDENT = { name: "resident", facing: radians(0) };

/** `stand` and `sit` put down somebody who faces along x. */
export function connect(
  sim: Simulation,
  p: ResidentParameters,
  model: PostureModel,
  firstMotor: number,
  stiffness: readonly number[],
  { name: who, facing }: Readonly<typeof RESIDENT> = RESIDENT,
): Nerves {
  const address = MUSCLES.map((m) => sim.address(axisName(who, jointName(m.link), m.index)));
  const root = sim.address(who);
  const body = (link: string) => sim.index("mjOBJ_BODY", `${who}/${link}`);
  const ahead: Ahead = [Math.cos(facing), Math.sin(facing)];
  const [pelvis, thorax, feet] = [body("pelvis"), body("thorax"), [body("left_foot"), body("right_foot")]];
  const knees = ["left_knee_flexion", "right_knee_flexion"].map(
    (name) => address[MUSCLES.findIndex((m) => m.name === name)],
  );
  let before: number | undefined;
  let sway = 0;
  let leftBefore: number | undefined;
  let swayLeft = 0;
  let tone = FULL;
  const strength = sim.views().effortRange.slice(2 * firstMotor, 2 * (firstMotor + MUSCLES.length));
  const shares = sharesOf(strength);
  const arms = { ...ARMS.lap } as Record<"shoulder" | "abduction" | "elbow", number>;

  function targetOf({ name }: Muscle, { posture, flail }: Effort): number {
    const joint = name.replace(/^(left|right)_/, "");
    const angles: Readonly<Record<string, number>> = {
      hip_flexion: posture.hip,
      knee_flexion: posture.knee,
      ankle_dorsiflexion: posture.ankle,
      lumbar_flexion: posture.lumbar,
      lumbar_lateral: flail?.lateral ?? 0,
      neck_flexion: -GAZE * posture.trunkPitch,
      shoulder_flexion: arms.shoulder + (flail?.arms ?? 0) * (name.startsWith("left") ? 1 : -1),
      shoulder_abduction: arms.abduction,
      elbow_flexion: arms.elbow,
    };
    return angles[joint] ?? 0;
  }

  /** Weakens every muscle to this share of its strength; those in the middle of the body to that of both sides. */
  function tense({ left, right }: Tone): void {
    if (left === tone.left && right === tone.right) return;
    tone = { left, right };
    const { effortRange } = sim.views();
    MUSCLES.forEach(({ name }, i) => {
      const share = name.startsWith("left") ? left : name.startsWith("right") ? right : (left + right) / 2;
      for (const end of [2 * i, 2 * i + 1])
        effortRange[2 * firstMotor + end] = (strength[end] ?? NaN) * share;
    });
  }

  /** The body in this posture at rest, hips at this place of the world, trunk and pelvis upright. */
  function pose(posture: Posture, hips: readonly number[], as: "lap" | "hanging"): void {
    const { qpos, qvel } = sim.views();
    const effort: Effort = { posture, hip: 0, knee: 0, ankle: 0, arms: as };
    qpos.set([...hips, 1, 0, 0, 0], root.position);
    qvel.fill(0);
    Object.assign(arms, ARMS[as]);
    before = undefined;
    sway = 0;
    leftBefore = undefined;
    swayLeft = 0;
    MUSCLES.forEach((muscle, i) => (qpos[address[i]?.position ?? 0] = targetOf(muscle, effort)));
  }

  const hipsOn = ({ edge: [x] }: Seat) => x - HIPS_BEHIND_EDGE * p.stature;
  return {
    feetBefore(seat) {
      return [metres(hipsOn(seat) - model.at(0, radians(0)).hipForward), seat.edge[1]];
    },
    sit(seat) {
      const [, y, z] = seat.edge;
      const hips = [hipsOn(seat), y, z + HIP_ABOVE_SEAT * p.stature];
      pose(model.at(0, radians(0)), hips, "lap");
    },
    stand([x, y], speed) {
      const posture = model.at(1, radians(0));
      pose(posture, [x + posture.hipForward, y, posture.hipHeight], "hanging");
      sim.views().qvel[root.velocity] = speed;
    },
    feel(period, support) {
      const { qpos, xpos, xquat, centre } = sim.views();
      const ankles = (axis: number) =>
        feet.reduce((sum, foot) => sum + (xpos[foot * 3 + axis] ?? NaN), 0) / feet.length;
      const off = [0, 1].map((axis) => (centre[pelvis * 3 + axis] ?? NaN) - ankles(axis));
      const [forward, left] = seenFrom(ahead, off);
      const speed = before === undefined ? 0 : (forward - before) / period;
      const speedLeft = leftBefore === undefined ? 0 : (left - leftBefore) / period;
      sway += (speed - sway) * (period / (period + SWAY_TIME));
      swayLeft += (speedLeft - swayLeft) * (period / (period + SWAY_TIME));
      before = forward;
      leftBefore = left;
      const knee = knees.reduce((sum, one) => sum + (qpos[one?.position ?? 0] ?? NaN), 0) / knees.length;
      return {
        knee,
        trunkPitch: pitchOf(xquat, thorax, ahead),
        massForward: metres(forward),
        massSpeed: sway,
        massLeft: metres(left),
        massLeftSpeed: swayLeft,
        support,
      };
    },
    act(effort) {
      const { ctrl } = sim.views();
      const { abduction, ...rest } = ARMS[effort.arms];
      const pressed = effort.arms === "forward" ? CLING * (effort.cling ?? 0) : 0;
      const wanted = { ...rest, abduction: abduction - pressed };
      for (const key of ["shoulder", "abduction", "elbow"] as const)
        arms[key] += (wanted[key] - arms[key]) * (0.01 / ARM_TIME);
      const moments: Readonly<Record<string, number>> = {
        hip_flexion: -effort.hip,
        knee_flexion: -effort.knee,
        ankle_dorsiflexion: -effort.ankle,
      };
      const { rates } = effort;
      const speeds: Readonly<Record<string, number>> = rates
        ? {
            hip_flexion: rates.hip,
            knee_flexion: rates.knee,
            ankle_dorsiflexion: rates.ankle,
            lumbar_flexion: rates.lumbar,
          }
        : {};
      MUSCLES.forEach((muscle, i) => {
        const joint = muscle.name.replace(/^(left|right)_/, "");
        const [moment, speed] = [(moments[joint] ?? 0) * (shares[i] ?? 0), speeds[joint] ?? 0];
        ctrl[firstMotor + i] = targetOf(muscle, effort) + DAMPING_TIME * speed + moment / (stiffness[i] ?? 1);
      });
      tense(effort.tone ?? FULL);
    },
  };
}

/** [1] of what both sides pull back with that each muscle gives: the stronger side bears more. */
const sharesOf = (range: Float64Array): number[] =>
  MUSCLES.map(({ name }, i) => {
    const twin = MUSCLES.findIndex((other) => other.name === name.replace(/^(left|right)/, otherSide));
    const [own, both] = [range[2 * i] ?? 0, (range[2 * i] ?? 0) + (range[2 * twin] ?? 0)];
    return both === 0 ? 1 / 2 : own / both;
  });
const otherSide = (side: string) => (side === "left" ? "right" : "left");
