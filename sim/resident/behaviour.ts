// What the resident does with what they feel: rest, lean, stand, sit down; weak legs push all they can and no more.
import { degrees, radians, seconds, type Seconds } from "../../core/units.ts";
import { between, seeded } from "../../core/seeded.ts";
import { conditionOf } from "./condition.ts";
import { balanceTarget, riseNeed } from "./muscles.ts";
import type { ResidentParameters } from "./parameters.ts";
import { postureModel, type PostureModel } from "./posture.ts";
import { BALANCE, type Effort, type Senses } from "./senses.ts";

export type Intention = "rest" | "ready" | "lean" | "stand" | "free" | "sit";

/** A slow rise of old people takes 1.7 to 3 s (DOMAIN §2.1 gives 1.69 ± 0.26 s healthy; slower with weakness [D]). */
const RISE_TIME = [2.0, 2.8] as const;
/** Reaction to a spoken prompt [D]: 0.4 to 1.2 s for old people. */
const REACTION = [0.4, 1.2] as const;
const LEAN_TIME = 1.6;
/** The trunk while resting upright, and as far as one leans with help under the arms (35 to 50° alone, DOMAIN §2.1). */
const REST_PITCH = degrees(2);
const HELPED_LEAN = degrees(38);
/** With help under the arms one rises with it, not ahead of it: on while it bears this share of one's weight [D]. */
const GO_WITH = 0.05;
/** Who has lost the pads sinks back onto them this much slower than they rise; nearly straight knees need no pads [D]. */
const SETTLE = 0.2;
const STRAIGHT = 0.9;
/** Sitting down on pads takes their time, not one's own [D]. */
const SIT_WITH = 0.25;
/** How far the muscles' target runs ahead of the body, as a share of the rise. */
const LEAD = 0.12;
const YIELD = 0.04;
/** Support above this is felt as help, N, and trusted for a while after it was last felt, s [D]. */
const FELT = 10;
const TRUST = 1.5;
/** Let go, the arms stay up until nothing has borne them for this long, s: the pads must get out first [D]. */
const ARMS_DOWN = 8;
/** Who is afraid with all their heart answers and rises so much slower, bends so much less, trusts and lets go so much later [D]. */
const AFRAID = { reaction: 2, rise: 0.5, lean: 0.4, trust: 0.7, armsDown: 1 } as const;
/** Mass further behind or ahead of where it should be than this: rising on would be falling, so one does not, m. */
const BEHIND = 0.07;
const AHEAD = 0.05;

export interface Behaviour {
  /** Hears a prompt; it takes effect after this person's reaction time. */
  intend(intention: Intention, now: Seconds): void;
  /** One look at the senses, every `period`. */
  step(now: Seconds, period: Seconds, senses: Senses): Effort;
  readonly intention: Intention;
}

export function createBehaviour(
  p: ResidentParameters,
  model: PostureModel,
  seatHeight: Parameters<typeof postureModel>[1],
): Behaviour {
  const draw = seeded(p.seed);
  const { fear } = conditionOf(p);
  const riseTime = between(draw, ...RISE_TIME) * (1 + AFRAID.rise * fear);
  const trust = TRUST * (1 - AFRAID.trust * fear);
  const helpedLean = HELPED_LEAN * (1 - AFRAID.lean * fear);
  const capacity = riseNeed(p, seatHeight).hip * p.legStrength;
  const standingKnee = model.at(1, radians(0)).knee;
  const borders = bordersAt(p, model, capacity);
  let intention: Intention = "rest";
  let next: { intention: Intention; at: Seconds } | undefined;
  let rise = 0;
  let lean = 0;
  let unhelped = Infinity;
  /** Has been borne by the pads in this rise, and so goes where they go until let go. */
  let relying = false;

  const standing = () => intention === "stand" || intention === "free";
  const helped = () => unhelped < trust;

  function advance(period: Seconds, senses: Senses): void {
    unhelped = senses.support > FELT ? 0 : unhelped + period;
    relying = (relying || helped()) && (intention === "lean" || intention === "stand");
    const actual = (model.seatedKnee - senses.knee) / (model.seatedKnee - standingKnee);
    const step = period / riseTime;
    const leaning = intention === "lean" || standing() || (intention === "sit" && actual > LEAD);
    lean = clamp(lean + (leaning ? 1 : -1) * (period / LEAN_TIME), 0, 1);
    rise = clamp(nextRise(step, actual, senses), 0, 1);
  }

  function nextRise(step: number, actual: number, senses: Senses): number {
    if (standing()) return Math.min(rise + riseBy(step, senses), actual + LEAD);
    if (intention === "sit") return Math.max(rise - step * (helped() ? SIT_WITH : 1), actual - YIELD);
    return rise - step;
  }

  /** Alone: on while steady, back down when balance is not there. With pads: with them, until the knees are nearly straight. */
  function riseBy(step: number, senses: Senses): number {
    if (lean < 1) return -step;
    const ahead = senses.massForward - balanceTarget(p, rise);
    const steady = helped() || rise >= 1 || (ahead > -BEHIND && ahead < AHEAD);
    if (!relying) return steady ? step : -step;
    if (rise > STRAIGHT) return steady ? step : 0;
    return step * withPads(senses.support / (p.bodyMass * 9.81));
  }

  function pitch(): number {
    const { balanced, held } = borders(rise);
    const most = helped() ? helpedLean : held();
    const full = Math.min(balanced, Math.max(most, 0));
    return REST_PITCH + smooth(lean) * (full - REST_PITCH);
  }

  return {
    get intention() {
      return intention;
    },
    intend(wanted, now) {
      next = {
        intention: wanted,
        at: seconds(now + between(draw, ...REACTION) * (1 + AFRAID.reaction * fear)),
      };
    },
    step(now, period, senses) {
      if (next && now >= next.at) {
        intention = next.intention;
        next = undefined;
      }
      advance(period, senses);
      const posture = model.at(rise, radians(pitch()));
      const pushing = standing() || intention === "sit" ? smooth(lean) : 0;
      const { hip, knee, ankle } = model.load(posture);
      const balancing = rise > LEAD ? 1 : 0;
      const ahead = balancing * (senses.massForward - balanceTarget(p, rise));
      const speed = balancing * senses.massSpeed;
      const weight = p.bodyMass * 9.81;
      return {
        posture: { ...posture, hip: radians(posture.hip - BALANCE.hip * ahead - BALANCE.hipSpeed * speed) },
        hip: hip * (intention === "lean" ? smooth(lean) : pushing),
        knee: knee * pushing,
        ankle: ankle * pushing + weight * (BALANCE.ankle * ahead + BALANCE.ankleSpeed * speed),
        arms: armsOf(intention, unhelped / (1 + AFRAID.armsDown * fear)),
        ...(fear > 0 ? { cling: fear } : {}),
      };
    },
  };
}

/** Raised while the pads come in beneath them, resting on the pads on the way, hanging when nothing bears any more. */
function armsOf(intention: Intention, unhelped: number): Effort["arms"] {
  if (intention === "rest") return "lap";
  if (intention === "ready") return "raised";
  return intention === "free" && unhelped > ARMS_DOWN ? "hanging" : "forward";
}

/** The trunk pitches that a rise allows, found by halving: worked out anew only when the rise has changed. */
function bordersAt(p: ResidentParameters, model: PostureModel, capacity: number) {
  let at = NaN;
  let balanced = NaN;
  let held: number | undefined;
  return (rise: number) => {
    if (rise !== at) {
      at = rise;
      balanced = model.balanced(rise, balanceTarget(p, rise)).trunkPitch;
      held = undefined;
    }
    return { balanced, held: () => (held ??= heldPitch(model, at, capacity)) };
  };
}

/** How far hips of this capacity (N·m) can hold the trunk forward there, rad. Alone, nobody bends further than that. */
function heldPitch(model: PostureModel, rise: number, capacity: number): number {
  let [least, most] = [0, degrees(60) as number];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (least + most) / 2;
    if (model.load(model.at(rise, radians(middle))).hip <= capacity * KEPT) least = middle;
    else most = middle;
  }
  return least;
}

/** 60° halved ten times is finer than 0.1°. */
const HALVINGS = 10;
/** One does not lean on the last of one's strength [D]. */
const KEPT = 0.95;

/** On while they bear something, waiting when they hardly do, sinking back onto them when they do not. */
const withPads = (borne: number): number => (borne > GO_WITH ? 1 : borne < GO_WITH / 2 ? -SETTLE : 0);
const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
const smooth = (x: number): number => x * x * (3 - 2 * x);
