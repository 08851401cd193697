// A person who moves alone, as muscles feel it: what they are doing, balanced over their feet, becomes an effort.
import { radians, type Metres, type Radians, type Seconds } from "../../../core/units.ts";
import { BALANCE, type Effort, type Senses } from "../senses.ts";
import { balanceTarget } from "../muscles.ts";
import type { ResidentParameters } from "../parameters.ts";
import type { Posture, PostureModel } from "../posture.ts";
import { createDoings, type Doing, type Doings } from "./doings.ts";
import { mannerOf } from "./manner.ts";
import { planRise, REST_PITCH } from "./rise-plan.ts";

export interface Person extends Pick<Doings, "doing" | "tries" | "rise" | "sitDown" | "faint" | "fall"> {
  /** One look at the senses and what the muscles are told then, every `period`. */
  step(period: Seconds, senses: Senses): Effort;
}

/** How far the trunk's target runs ahead of the knees, as a share of the rise: it stays forward until they extend [D]. */
const TRUNK_LEAD = 0.05;
/** Hips: rad for each rad of the trunk's pitch, felt by the inner ear, off what is meant [D]. */
const UPRIGHT = 1;
/** Trunk: rad for each m of mass off its place and for each 4 m/s of its speed, at most so much [D]. */
const SWAY = { pitch: 1, speed: 0.25, most: 0.3 } as const;
/** So far up, as a share of the rise, the feet carry all of the weight and balance is kept with all one has. */
const HAS_WEIGHT = 0.3;
const GRAVITY = 9.81;

/** A person on the seat, or who `stands` already. Angles of the effort are the posture model's. */
export function createPerson(
  p: ResidentParameters,
  model: PostureModel,
  seatHeight: Metres,
  stands = false,
): Person {
  const manner = mannerOf(p.seed);
  const planOf = (attempt: number) => planRise(p, model, seatHeight, manner, attempt);
  const doings = createDoings(p, manner, planOf, stands);
  const { aim } = doings;
  const standingKnee = model.at(1, radians(0)).knee;
  let pitch: Radians = REST_PITCH;
  let before: Posture | undefined;

  /** Where the mass is off its place, m, and how fast it goes, m/s: as far as the feet have something to say in it. */
  function offPlace(senses: Senses, actual: number, at: number) {
    const weighs = doings.fallen ? 0 : clamp(actual / HAS_WEIGHT, 0, 1);
    return {
      ahead: weighs * (senses.massForward - balanceTarget(p, at)),
      speed: weighs * senses.massSpeed,
    };
  }
  /** The trunk's pitch there: less lean than balance at rest needs near the seat, for momentum does the rest. */
  function pitchAt(at: number, sway: number): Radians {
    const lean = doings.lean + (1 - doings.lean) * at;
    const meant = Math.max(0, model.balanced(at, balanceTarget(p, at)).trunkPitch * lean);
    return radians(REST_PITCH - clamp(sway, -SWAY.most, SWAY.most) + aim.lean * (meant - REST_PITCH));
  }

  return {
    get doing() {
      return doings.doing;
    },
    get tries() {
      return doings.tries;
    },
    rise: () => doings.rise(),
    sitDown: () => doings.sitDown(),
    faint: () => doings.faint(),
    fall: () => doings.fall(),
    step(period, senses) {
      const actual = (model.seatedKnee - senses.knee) / (model.seatedKnee - standingKnee);
      doings.step(period, actual, senses.trunkPitch - pitch, senses);
      const at = doings.doing === "rising" ? clamp(Math.min(aim.rise, actual + TRUNK_LEAD), 0, 1) : aim.rise;
      const { ahead, speed } = offPlace(senses, actual, at);
      pitch = pitchAt(at, SWAY.pitch * (ahead + SWAY.speed * speed));
      const posture = model.at(aim.rise, pitch);
      const rates = ratesOf(posture, before ?? posture, period);
      before = posture;
      const load = model.load(posture);
      // The trunk is held against the vertical: knees that lag behind must not throw it back.
      const behind = aim.lean * (UPRIGHT * (pitch - senses.trunkPitch) + senses.knee - posture.knee);
      const steadying = BALANCE.hip * ahead + BALANCE.hipSpeed * speed;
      const pressing = BALANCE.ankle * ahead + BALANCE.ankleSpeed * speed;
      return {
        posture: { ...posture, hip: radians(posture.hip + behind - steadying) },
        rates,
        tone: toneOf(aim.tone, manner.uneven),
        hip: load.hip * aim.push,
        knee: load.knee * aim.push,
        ankle: load.ankle * aim.push + p.bodyMass * GRAVITY * pressing,
        arms: ARMS[doings.doing],
      };
    },
  };
}

const ARMS: Readonly<Record<Doing, Effort["arms"]>> = {
  sitting: "lap",
  rising: "forward",
  sinking: "lap",
  standing: "hanging",
  lowering: "forward",
  falling: "forward",
  fainted: "hanging",
  lying: "hanging",
};

/** One side gives way before the other: what is lost of tone is lost unevenly. */
const toneOf = (tone: number, uneven: number) => ({
  left: tone * (1 + uneven * (1 - tone)),
  right: tone * (1 - uneven * (1 - tone)),
});
const ratesOf = (now: Posture, before: Posture, period: Seconds) => ({
  ankle: radians((now.ankle - before.ankle) / period),
  knee: radians((now.knee - before.knee) / period),
  hip: radians((now.hip - before.hip) / period),
  lumbar: radians((now.lumbar - before.lumbar) / period),
});
const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
