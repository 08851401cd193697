// What holds a walking person beyond muscles and feet: bounded forces and moments at the pelvis, counted, and let go in a fall.
import type { Vec3 } from "../../core/frames.ts";
import type { ResidentParameters } from "../resident/parameters.ts";

/**
 * Musculoskeletal models hold the pelvis with "residual actuators", because their gait and their physics never fit wholly.
 * Hicks et al. 2015 (J Biomech Eng 137:020905; from memory) ask for less than 5 % of the force on the floor and 1 % of that times height.
 */
export const MOST = { force: 0.05, moment: 0.01 } as const;
/** From nothing to the most, and back, in this time, s. */
const RISES = 0.05;
const FALLS = 0.02;
/** N for each kg and m (m/s), across the floor; N·m for each kg, m of stature and rad. */
const PULL = { place: 30, speed: 8, turn: 5 } as const;
/** Further than this off its way nobody is held, m: about what half a foot's pressure can bring back. */
const ASTRAY = 0.07;

export interface Residual {
  /** Force, N, and moment, N·m, on the pelvis, in the world. */
  readonly wrench: Float64Array;
  /** `free`: nothing holds. */
  step(
    wanted: { readonly off: Vec3; readonly offSpeed: Vec3; readonly turned: Vec3; readonly astray: number },
    period: number,
    free: boolean,
  ): void;
  /** Nothing holds from now on, at once. */
  letGo(): void;
  readonly tally: ResidualTally;
}

/** Shares of body weight, and of weight times stature. */
export interface ResidualTally {
  readonly force: { readonly peak: number; readonly rms: number };
  readonly moment: { readonly peak: number; readonly rms: number };
  /** Share of the time in which something held. */
  readonly held: number;
}

export function createResidual({ bodyMass, stature }: ResidentParameters): Residual {
  const weight = bodyMass * 9.81;
  const most = { force: MOST.force * weight, moment: MOST.moment * weight * stature };
  const wrench = new Float64Array(6);
  const sums = { force: 0, moment: 0, peakForce: 0, peakMoment: 0, held: 0, count: 0 };
  let grip = 0;

  function count(): void {
    const [fx = NaN, fy = NaN, fz = NaN, mx = NaN, my = NaN, mz = NaN] = wrench;
    const [force, moment] = [Math.hypot(fx, fy, fz) / weight, Math.hypot(mx, my, mz) / weight / stature];
    sums.force += force * force;
    sums.moment += moment * moment;
    sums.peakForce = Math.max(sums.peakForce, force);
    sums.peakMoment = Math.max(sums.peakMoment, moment);
    sums.held += grip > 0 ? 1 : 0;
    sums.count += 1;
  }

  return {
    wrench,
    step({ off, offSpeed, turned, astray }, period, free) {
      const holds = !free && astray < ASTRAY;
      grip = Math.max(0, Math.min(1, grip + (holds ? period / RISES : -period / FALLS)));
      const [fx, fy] = [0, 1].map(
        (k) => bodyMass * (PULL.place * (off[k] ?? NaN) + PULL.speed * (offSpeed[k] ?? NaN)),
      );
      const force = within([fx ?? NaN, fy ?? NaN, 0], most.force);
      const [mx, my, mz] = turned;
      const turn = PULL.turn * bodyMass * stature;
      const moment = within([turn * mx, turn * my, turn * mz], most.moment);
      wrench.set(
        [...force, ...moment].map((value, k) => {
          const limit = k < 3 ? most.force : most.moment;
          const change = (limit * period) / RISES;
          const now = wrench[k] ?? 0;
          return grip * Math.max(now - change, Math.min(now + change, value));
        }),
      );
      count();
    },
    letGo() {
      grip = 0;
      wrench.fill(0);
      count();
    },
    get tally() {
      const rms = (sum: number) => Math.sqrt(sum / Math.max(1, sums.count));
      return {
        force: { peak: sums.peakForce, rms: rms(sums.force) },
        moment: { peak: sums.peakMoment, rms: rms(sums.moment) },
        held: sums.held / Math.max(1, sums.count),
      };
    },
  };
}

/** The vector, shortened to this length. */
function within([x, y, z]: Vec3, most: number): Vec3 {
  const length = Math.hypot(x, y, z);
  const share = length > most ? most / length : 1;
  return [x * share, y * share, z * share];
}
