// One random walk through the gate: everything wrong at once, many steps on end, every sample checked against all limits jointly.
import { isAtRest } from "../../core/motion/limiter.ts";
import { TICK, type Velocities } from "../../core/motion/limits.ts";
import { seconds } from "../../core/units.ts";
import { closedGate, gateStep, type GateInput } from "../gate.ts";
import { braking } from "./braking.ts";
import { rampOf, violation } from "./checks.ts";
import { dice, type Dice } from "./dice.ts";
import { lateness } from "./lateness.ts";
import { people, type Asked } from "./people.ts";
import { rearming } from "./rearming.ts";
import { STILL, ward } from "./ward.ts";

/** s of the clock at which a walk begins: past zero, so that a stamp may lie before it. */
const BEGIN = 100;
/** Ticks between two scans: 10 Hz. */
const SCAN = 10;
/** Ticks of the longest stall: past the watchdog of the drives. */
const LONGEST_STALL = 14;

export interface Walked {
  /** samples at which the robot moved */
  readonly moved: number;
  /** what went wrong first, and at which step; undefined when nothing did */
  readonly violation: string | undefined;
}

/** Walks so many steps. The same seed walks the same way. */
export function walk(seed: number, steps: number): Walked {
  const luck = dice(seed);
  const [around, rearmed, braked] = [surroundings(luck), rearming(), braking(seconds(BEGIN))];
  let gate = closedGate(seconds(BEGIN));
  let [before, earlier, rampBefore]: [Velocities, Velocities, Velocities] = [STILL, STILL, STILL];
  let [ticks, ticksBefore, moved] = [1, 1, 0];
  for (let step = 1; step <= steps; step += 1) {
    ticksBefore = ticks;
    ticks = luck.chance(0.005) ? 1 + Math.floor(luck.draw() * LONGEST_STALL) : 1;
    const { now, input, task, operator, joints } = around(before, ticks);
    const gated = gateStep(now, gate, input);
    const ramp = rampOf(gated);
    const sample = { gated, input, before, earlier, ticks, ticksBefore, ramp, rampBefore, joints };
    const why =
      braked(now, gated, input) ??
      violation(sample) ??
      lateness(now, sample) ??
      rearmed(now, gated, input, task, operator);
    if (why !== undefined) return { moved, violation: `step ${step}: ${why}` };
    moved += gated.velocities.some((velocity) => velocity !== 0) ? 1 : 0;
    // a stop ends one motion, and the next begins at rest; a velocity that passes zero on its way to the other side is no stop
    const isStopped = isAtRest(gated.gate.limiter);
    [gate, earlier, before, rampBefore] = [gated.gate, isStopped ? STILL : before, gated.velocities, ramp];
  }
  return { moved, violation: undefined };
}

/** All that the gate is told, from tick to tick. */
function surroundings(luck: Dice) {
  const [who, where] = [people(luck), ward(luck)];
  let [task, operator]: [Asked | undefined, Asked | undefined] = [undefined, undefined];
  let [near, nextScan, tick] = [where.look(), SCAN, 0];
  return (velocities: Velocities, ticks: number) => {
    tick += ticks;
    const now = seconds(BEGIN + tick * TICK);
    where.go(velocities, seconds(ticks * TICK));
    if (tick >= nextScan) [near, nextScan] = [where.look(), tick + SCAN];
    const lease = who.lease(now);
    if (luck.chance(0.3)) task = who.task(now);
    if (luck.chance(0.1)) operator = who.operator(now);
    const posture = luck.chance(0.01) ? undefined : where.posture();
    const asked = { task: task?.heard, operator: operator?.heard, lease };
    const input: GateInput = { ...asked, safety: who.safety(now), posture, ...where.feel(), near };
    return { now, input, task, operator, joints: where.joints };
  };
}
