// One tick of walking: from the plan of pressure and feet to the angles the legs follow and the forces they carry.
import type { Vec3 } from "../../core/frames.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import type { Pose } from "../sdf/model.ts";
import { compose, fromRollPitchYaw, invert } from "../sdf/pose.ts";
import { minus, towards, type BodyState } from "./body.ts";
import { extrapolatedOf, frequency, pressureOf, type Floor } from "./capture.ts";
import { beyond, wrapped, type Foot } from "./footsteps.ts";
import { legAngles, type Side } from "./leg.ts";
import type { Load } from "./muscle-drive.ts";
import { footPose, hipHeight, pelvisYaw } from "./poses.ts";
import { footOf, type Stride } from "./stride.ts";
import { leantOn, middleOf, ofAll, ofFeet, pressed, sharedOut, type Carried } from "./support.ts";

/** The centre of mass of who walks above the floor, share of stature (de Leva 1996 puts it at 0.55 to 0.57 standing). */
const CENTRE_HEIGHT = 0.54;
const GRAVITY = 9.81;
/** Pressure is moved by so much more than the extrapolated mass is off [D]; it comes back with 0.6 of its own time. */
const PRESS = 0.6;
/** Share of a step that would cancel the error at landing which is really taken, each tick; at most so much a tick, m [D]. */
const STEP_ADAPTS = 0.06;
const STEP_MOVES = 0.02;
/** The step is fixed so long before landing, s [D]. */
const DECIDED = 0.06;
/** The meant place of the mass is drawn to where it is, 1/s [D]. */
const DRAWN = 0.3;
/** Height is held with these, 1/s² and 1/s; force on the floor is at least and at most this share of weight. */
const HEIGHT = { stiff: 60, damped: 8, least: 0.2, most: 1.6 } as const;
/** The pelvis is meant to pitch so, rad [D], for a swinging leg pitches it forward; to keep them upright the legs push to the side: N·m/rad at 60 kg, at most N·m. */
const LEAN = -0.04;
const UPRIGHT = { stiff: 200, rate: 0.1, most: 40 } as const;
/** A leg that swings: shares of body mass that move with the ankle and the knee (de Leva 1996), and the largest told, m/s². */
const SWUNG = { ankle: 0.04, knee: 0.0375, most: 30 } as const;
/** s */
const LOOK = 0.02;
/** Where a foot presses when both carry: the rear one on its ball, the front one and those who stand behind it; share of stature. */
const SPOT = { rear: 0.06, front: 0.012, standing: 0.02 } as const;

export interface Wanted {
  /** By muscle name, rad. */
  readonly angles: Readonly<Record<string, number>>;
  readonly loads: readonly Load[];
  /** What is meant less what is: of the mass on the floor and the pelvis's height, m, and of their speeds, m/s. */
  readonly off: Vec3;
  readonly offSpeed: Vec3;
  /** The same of the pelvis's roll, pitch and yaw, rad. */
  readonly turned: Vec3;
  /** How far the extrapolated mass is off its way, m. */
  readonly astray: number;
}

export interface Control {
  /** `hands`: what something outside does to the hands. */
  step(state: BodyState, period: number, hands: readonly Load[]): Wanted;
}

export function createControl(p: ResidentParameters, stride: Stride, begin: BodyState): Control {
  const H = p.stature;
  const omega = frequency(CENTRE_HEIGHT * H);
  const weight = p.bodyMass * GRAVITY;
  let meant: Floor = [begin.mass[0], begin.mass[1]];
  let height = begin.pelvis.position[2];
  let climb = 0;
  let pitchBefore = begin.pelvisTurn[1];
  let offset = minus(begin.pelvis.position, begin.mass);

  const swings = (side: Side) => stride.step?.side === side && stride.since >= stride.step.lift;

  function carriedBy(at: Floor): readonly [left: Carried, right: Carried] {
    const { step, feet } = stride;
    for (const side of [1, -1] as const)
      if (swings(side)) {
        const other = { share: 1, at: pressed(H, footOf(feet, -side as Side), at) };
        const none = { share: 0, at };
        return side > 0 ? [none, other] : [other, none];
      }
    const stands = step === undefined || step.first;
    const spot = (side: Side, foot: Foot) => {
      const ahead = stands ? SPOT.standing : step.side === side ? SPOT.rear : SPOT.front;
      return { foot, spot: beyond(foot, ahead * H, 0) };
    };
    return sharedOut(H, spot(1, feet.left), spot(-1, feet.right), at);
  }

  /** Moves the landing to where it catches the mass. */
  function adapt([dx, dy]: Floor): void {
    const { step, since } = stride;
    if (step === undefined || since <= step.lift || step.land - since <= DECIDED) return;
    const grows = STEP_ADAPTS * Math.exp(omega * (step.land - since));
    const { to } = step;
    step.to = { ...to, x: to.x + clamp(dx * grows, STEP_MOVES), y: to.y + clamp(dy * grows, STEP_MOVES) };
  }

  function legs(pelvis: Pose, body: Pose): Record<string, number> {
    const angles: Record<string, number> = {};
    for (const side of [1, -1] as const) {
      // A foot that swings goes to its place in the world; one that carries moves the pelvis to its own.
      const from = swings(side) ? body : pelvis;
      const one = legAngles(p.stature, side, compose(invert(from), footPose(H, stride, side)));
      const name = side > 0 ? "left" : "right";
      angles[`${name}_hip_flexion`] = one.hipFlexion;
      angles[`${name}_hip_abduction`] = one.hipAbduction;
      angles[`${name}_knee_flexion`] = one.kneeFlexion;
      angles[`${name}_knee_rotation`] = one.kneeRotation;
      angles[`${name}_ankle_dorsiflexion`] = one.ankleDorsiflexion;
      angles[`${name}_ankle_eversion`] = one.ankleEversion;
    }
    return angles;
  }

  /** The inertia of a leg that swings, as forces against it. */
  function swung(state: BodyState): Load[] {
    return ([1, -1] as const).flatMap((side): Load[] => {
      if (!swings(side)) return [];
      const [a, b, c] = [0, LOOK, 2 * LOOK].map((ahead) => footPose(H, stride, side, ahead).position);
      if (a === undefined || b === undefined || c === undefined) return [];
      const against = (share: number): Vec3 => {
        const along = (k: 0 | 1 | 2) =>
          -share * p.bodyMass * clamp((a[k] - 2 * b[k] + c[k]) / LOOK ** 2, SWUNG.most);
        return [along(0), along(1), along(2)];
      };
      const name = side > 0 ? "left" : "right";
      const ankle = (side > 0 ? state.left : state.right).position;
      const knee = state.knees[side > 0 ? 0 : 1];
      return [
        { link: `${name}_foot`, at: ankle, force: against(SWUNG.ankle) },
        { link: `${name}_shank`, at: knee, force: against(SWUNG.knee) },
      ];
    });
  }

  /** What both feet push with, in all: the mass away from the pressure, its height, and the trunk upright. */
  function pushOf(state: BodyState, at: Floor, lift: number, yaw: number, period: number): Vec3 {
    const { mass, velocity, pelvis, pelvisTurn } = state;
    const pitchRate = (pelvisTurn[1] - pitchBefore) / period;
    pitchBefore = pelvisTurn[1];
    const scale = p.bodyMass / 60 / mass[2];
    const upright =
      scale * clamp(UPRIGHT.stiff * (LEAN - pelvisTurn[1] - UPRIGHT.rate * pitchRate), UPRIGHT.most);
    const level = scale * clamp(UPRIGHT.stiff * -pelvisTurn[0], UPRIGHT.most);
    const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)];
    const held = HEIGHT.stiff * (height - pelvis.position[2]) + HEIGHT.damped * (climb - velocity[2]);
    const up = p.bodyMass * (GRAVITY + clamp(lift, 3) + held);
    return [
      p.bodyMass * omega ** 2 * (mass[0] - at[0]) + upright * cos + level * sin,
      p.bodyMass * omega ** 2 * (mass[1] - at[1]) + upright * sin - level * cos,
      Math.max(HEIGHT.least * weight, Math.min(HEIGHT.most * weight, up)),
    ];
  }

  return {
    step(state, period, hands) {
      const { mass, velocity, pelvis } = state;
      const knots = stride.knots();
      const pressure = pressureOf(knots);
      const way = extrapolatedOf(knots, omega);
      const astray: Floor = [mass[0] + velocity[0] / omega - way[0], mass[1] + velocity[1] / omega - way[1]];
      adapt(astray);
      const at: Floor = [pressure[0] + (1 + PRESS) * astray[0], pressure[1] + (1 + PRESS) * astray[1]];
      const byHands = leantOn(hands);
      const carried = carriedBy(ofFeet(at, byHands, weight));
      const real = ofAll(middleOf(carried), byHands, weight);
      const speed: Floor = [omega * (way[0] - meant[0]), omega * (way[1] - meant[1])];
      const drawn = (k: 0 | 1) => meant[k] + period * (speed[k] + DRAWN * (mass[k] - meant[k]));
      meant = [drawn(0), drawn(1)];

      const rate = clamp((hipHeight(H, stride) - height) / period, 1);
      const lift = (rate - climb) / period;
      climb = rate;
      height += climb * period;
      const yaw = pelvisYaw(stride);
      offset = towards(offset, minus(pelvis.position, mass), period / (period + 0.1));
      const place: Pose = {
        position: [mass[0] + speed[0] * period + offset[0], mass[1] + speed[1] * period + offset[1], height],
        rotation: fromRollPitchYaw(0, LEAN, yaw),
      };
      const [x, y, z] = pelvis.position;
      const body = { ...pelvis, position: [x + velocity[0] * period, y + velocity[1] * period, z] as const };
      const push = minus(pushOf(state, real, lift, yaw, period), byHands.force);
      const feet = (["left_foot", "right_foot"] as const).map((link, i): Load => {
        const { share, at: spot } = carried[i === 0 ? 0 : 1];
        return {
          link,
          at: [spot[0], spot[1], 0],
          force: [share * push[0], share * push[1], share * push[2]],
        };
      });
      return {
        angles: legs(place, body),
        loads: [...feet, ...swung(state)],
        off: [meant[0] - mass[0], meant[1] - mass[1], height - z],
        offSpeed: [speed[0] - velocity[0], speed[1] - velocity[1], climb - velocity[2]],
        turned: [-state.pelvisTurn[0], LEAN - state.pelvisTurn[1], wrapped(yaw - state.pelvisTurn[2])],
        astray: Math.hypot(...astray),
      };
    },
  };
}
const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
