// What a person feels of their own body, and what their muscles are told.
import type { Radians } from "../../core/units.ts";
import type { Posture } from "./posture.ts";

/** What a person feels of their own body: no more than muscles, skin and the inner ear tell. */
export interface Senses {
  /** Mean knee flexion, rad. */
  readonly knee: number;
  /** Thorax against the vertical, forward positive, rad. */
  readonly trunkPitch: number;
  /** Centre of mass forward of the ankles, m, and its speed, m/s. */
  readonly massForward: number;
  readonly massSpeed: number;
  /** The same to the left of the middle between the ankles. */
  readonly massLeft: number;
  readonly massLeftSpeed: number;
  /** How hard something bears them up under the arms, N. */
  readonly support: number;
}

export interface Tone {
  readonly left: number;
  readonly right: number;
}

/** What the muscles are told: the posture to go to and the moments of both legs (N·m) that carry the weight there. */
export interface Effort {
  readonly posture: Posture;
  readonly hip: number;
  readonly knee: number;
  readonly ankle: number;
  readonly arms: "lap" | "raised" | "forward" | "hanging";
  /** How hard the arms are pressed to what bears them, 0 to 1; not at all where left out. */
  readonly cling?: number;
  /** Thrown against who holds them: the trunk to the left, and the left arm forward and the right one back. */
  readonly flail?: { readonly lateral: Radians; readonly arms: Radians };
  /** How fast that posture changes, rad/s: muscles that follow a movement do not brake it. At rest where left out. */
  readonly rates?: Pick<Posture, "ankle" | "knee" | "hip" | "lumbar"> | undefined;
  /** Share of the muscles' strength that there is on each side; all of it where left out. */
  readonly tone?: Tone;
}

/** Ankles press for balance: N·m for each N of weight and m (m/s) of error; hips help, rad for each m (m/s). */
export const BALANCE = { ankle: 1, ankleSpeed: 0.35, hip: 0.5, hipSpeed: 0.2 } as const;
