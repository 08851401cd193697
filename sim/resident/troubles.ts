// What befalls a resident in the course of time: the blood pressure that drops after rising, and the struggle against who lifts them.
import { between, seeded } from "../../core/seeded.ts";
import { degrees, radians, type Seconds } from "../../core/units.ts";
import { conditionOf } from "./condition.ts";
import type { ResidentParameters } from "./parameters.ts";
import type { PostureModel } from "./posture.ts";
import type { Effort, Senses, Tone } from "./senses.ts";

/** So far up, as a share of the rise, one stands; below the second, one sits [D]. */
const STANDS = 0.9;
const SITS = 0.15;
/** [s] Strength goes within, and comes back within, of who sits again [D]. */
const DROPS_IN = 3;
const RECOVERS_IN = 20;
/** Who bears less of their own weight than this knows that they are lifted [D]: the pads carry so much of it. */
const LIFTED = 0.1;
/** [s] Fights so long, then is out of breath so long, as long as they are lifted [D]. */
const FIGHTS = [3, 6] as const;
const RESTS = [4, 8] as const;
/** How often the trunk is thrown to and fro, Hz, how far, and how far the arms, rad [D]. */
const THROWS = 1;
const LATERAL = degrees(20);
const ARMS = 0.8;

/** Changes what the muscles are told to what comes of it; called every `period`. */
export type Troubles = (period: Seconds, senses: Senses, effort: Effort) => Effort;

export function createTroubles(p: ResidentParameters, model: PostureModel): Troubles {
  const { pressure_drop: drop, struggle } = conditionOf(p);
  const faint = drop > 0 ? createDrop(p, model) : undefined;
  const fight = struggle > 0 ? createStruggle(p) : undefined;
  return (period, senses, effort) => {
    const fought = fight?.(period, senses, effort) ?? effort;
    return faint?.(period, senses, fought) ?? fought;
  };
}

/** Stays as long as they are up, also bent and hanging in somebody's arms; goes when they sit. */
function createDrop(p: ResidentParameters, model: PostureModel): Troubles {
  const { pressure_drop: drop, pressure_drop_after: after } = conditionOf(p);
  const way = model.seatedKnee - model.at(1, radians(0)).knee;
  let stood = 0;
  let lost = 0;
  return (period, { knee }, effort) => {
    const rise = (model.seatedKnee - knee) / way;
    if (rise > STANDS) stood += period;
    else if (rise < SITS) stood = 0;
    const goes = stood > after;
    lost = goes
      ? Math.min(drop, lost + (drop * period) / DROPS_IN)
      : Math.max(0, lost - period / RECOVERS_IN);
    return lost === 0 ? effort : { ...effort, tone: weaker(effort.tone, 1 - lost) };
  };
}

const weaker = (tone: Tone = { left: 1, right: 1 }, share: number): Tone => ({
  left: tone.left * share,
  right: tone.right * share,
});

/** Throws trunk and arms about and lets the legs go, in bouts, while somebody lifts them. */
function createStruggle(p: ResidentParameters): Troubles {
  const { struggle } = conditionOf(p);
  const draw = seeded(p.seed * 4253 + 11);
  const weight = p.bodyMass * 9.81;
  let bout = { fights: true, left: between(draw, ...FIGHTS) };
  let since = 0;
  return (period, { support }, effort) => {
    if (!(support > LIFTED * weight)) return effort;
    since += period;
    bout.left -= period;
    if (bout.left <= 0)
      bout = bout.fights
        ? { fights: false, left: between(draw, ...RESTS) }
        : { fights: true, left: between(draw, ...FIGHTS) };
    if (!bout.fights) return effort;
    const swing = struggle * Math.sin(2 * Math.PI * THROWS * since);
    return {
      ...effort,
      hip: effort.hip * (1 - struggle),
      knee: effort.knee * (1 - struggle),
      flail: { lateral: radians(LATERAL * swing), arms: radians(ARMS * swing) },
    };
  };
}
