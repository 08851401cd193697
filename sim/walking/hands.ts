// Hands on the handles: they close where they are, bear a share of the weight, push gently, and are torn off or let go.
import type { Vec3 } from "../../core/frames.ts";
import { between, seeded } from "../../core/seeded.ts";
import { LENGTH } from "../../core/body/segments.ts";
import { bodyName, type Tie } from "../mujoco/mjcf.ts";
import { tiesOf } from "../mujoco/grips.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import { rotate } from "../sdf/pose.ts";
import { PALM } from "./arm.ts";
import type { Held } from "./pedestrian.ts";
import { HANDLES, WALKER_MODEL, type WalkerDevice } from "./walker-device.ts";

const HANDS = ["left_hand", "right_hand"] as const;
/** A palm closes around a grip no further away than this, m [D]. */
const REACH = 0.06;
/**
 * A hand holds against this pull, N: grip strength of old people around the 18 kg (women) and 28 kg (men) below which AWGS
 * 2019 calls it weak. Leaning on a grip does not open the hand.
 */
const GRIP = { female: [140, 240], male: [210, 340] } as const;
/** What tears has to pull for so long, s [D]. */
const TEARS = 0.03;
/** Share of the body's weight on both hands, and the push of both forward, N [D]. */
const LEANS = [0.04, 0.12] as const;
const PUSHES = [8, 20] as const;
/** Arms push a walker away that is too near, and pull one back that runs ahead: N/m, and N at most [D]. */
const SPRING = 250;
const MOST_PUSH = 40;
/** The sense of what the hands bear, s. */
const FELT_TIME = 0.08;
/** The grip is so far ahead of the shoulders when one walks at ease, m; nearer, steps become shorter, over this way, m [D]. */
const AHEAD = 0.28;
const SLOWS = 0.15;

/** The ties that a world with hands and handles needs. */
export const handTies = (): Tie[] =>
  HANDS.map((hand, i) => ({
    name: `${hand}_grip`,
    first: bodyName("resident", hand),
    second: bodyName(WALKER_MODEL, HANDLES[i] ?? ""),
    around: [...HANDLES, "handle_carriage"].map((link) => bodyName(WALKER_MODEL, link)),
  }));

export interface Hands {
  /** Closes both hands around what is near enough; which of them hold now. */
  grip(): readonly [left: boolean, right: boolean];
  letGo(): void;
  readonly holding: readonly [left: boolean, right: boolean];
  /** How often a hand was torn off. */
  readonly torn: number;
  /** Once a tick: looks whether a hand is torn off, and feels. */
  step(period: number): void;
  /** For the person who walks, facing `yaw`; undefined when no hand holds. */
  held(shoulders: Vec3, yaw: number, moving: boolean): Held | undefined;
}

export function handsOn(sim: Simulation, p: ResidentParameters, device: WalkerDevice): Hands {
  const draw = seeded(p.seed * 3571 + 7);
  const [weakest, strongest] = GRIP[p.sex];
  const strength = between(draw, weakest, strongest);
  const leans = between(draw, ...LEANS) * p.bodyMass * 9.81;
  const pushes = between(draw, ...PUSHES);
  const ties = tiesOf(
    sim,
    handTies().map(({ first, second }): readonly [string, string] => [first, second]),
  );
  const bodies = HANDS.map((hand) => sim.index("mjOBJ_BODY", bodyName("resident", hand)));
  const pulled = [0, 0];
  const felt: [Vec3, Vec3] = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  let torn = 0;

  function palm(i: number): Vec3 {
    const { xpos, xquat } = sim.views();
    const body = bodies[i] ?? -1;
    const [w = NaN, x = NaN, y = NaN, z = NaN] = xquat.subarray(4 * body, 4 * body + 4);
    const [dx, dy, dz] = rotate([x, y, z, w], [0, 0, -PALM * LENGTH.hand * p.stature]);
    return [(xpos[3 * body] ?? NaN) + dx, (xpos[3 * body + 1] ?? NaN) + dy, (xpos[3 * body + 2] ?? NaN) + dz];
  }
  const holding = () => [ties.joined(0), ties.joined(1)] as const;

  function feel(i: 0 | 1, force: Vec3, yaw: number, period: number): void {
    const [x, y, z] = felt[i];
    const u = period / (period + FELT_TIME);
    const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)];
    // What the handle does to the hand, in the world: the handles stay level and turn with the base.
    const on: Vec3 = [-(force[0] * cos - force[1] * sin), -(force[0] * sin + force[1] * cos), -force[2]];
    felt[i] = [x + u * (on[0] - x), y + u * (on[1] - y), z + u * (on[2] - z)];
  }

  return {
    grip() {
      const grips = device.grips();
      for (const i of [0, 1] as const) {
        const [from, to] = [palm(i), grips[i]];
        if (!ties.joined(i) && Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2]) < REACH)
          ties.join(i, from);
      }
      return holding();
    },
    letGo() {
      for (const i of [0, 1]) ties.letGo(i);
    },
    get holding() {
      return holding();
    },
    get torn() {
      return torn;
    },
    step(period) {
      const wrenches = device.wrenches();
      const { yaw } = device.base();
      for (const i of [0, 1] as const) {
        const [fx, fy, fz] = wrenches[i].force;
        feel(i, ties.joined(i) ? wrenches[i].force : [0, 0, 0], yaw, period);
        const pull = Math.hypot(fx, fy, Math.max(0, fz));
        pulled[i] = ties.joined(i) && pull > strength ? (pulled[i] ?? 0) + period : 0;
        if ((pulled[i] ?? 0) > TEARS) {
          ties.letGo(i);
          torn += 1;
        }
      }
    },
    held(shoulders, yaw, moving) {
      const holds = holding();
      if (!holds[0] && !holds[1]) return undefined;
      const grips = device.grips();
      const both = holds[0] && holds[1] ? 2 : 1;
      const ahead = ([0, 1] as const)
        .filter((i) => holds[i])
        .map(
          (i) => (grips[i][0] - shoulders[0]) * Math.cos(yaw) + (grips[i][1] - shoulders[1]) * Math.sin(yaw),
        );
      const gap = ahead.reduce((sum, one) => sum + one, 0) / both;
      const on = (i: 0 | 1, force: Vec3) => (holds[i] ? [{ link: HANDS[i], at: palm(i), force }] : []);
      const push = clamp((moving ? pushes : 0) + SPRING * (AHEAD - gap), MOST_PUSH);
      const meant: Vec3 = [(-push * Math.cos(yaw)) / both, (-push * Math.sin(yaw)) / both, leans / both];
      return {
        palms: [holds[0] ? grips[0] : undefined, holds[1] ? grips[1] : undefined],
        meant: [...on(0, meant), ...on(1, meant)],
        felt: [...on(0, felt[0]), ...on(1, felt[1])],
        pace: Math.max(0.25, Math.min(1, 1 + (gap - AHEAD) / SLOWS)),
      };
    },
  };
}

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
