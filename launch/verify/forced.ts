// Which observations are possible in a state of the world: what the table itself answers to missing consent and a missing operator.
import { atLeast } from "../../core/safety/demands.ts";
import type { Judged } from "../../core/safety/machine.ts";
import { BORNE, CALM } from "../../core/safety/rehearsal.ts";
import type { Observations } from "../../core/safety/observations.ts";
import type { Rule } from "../../core/safety/rule.ts";
import { seconds } from "../../core/units.ts";
import { coarse, verdictOn, type Verdict } from "./judgements.ts";

/** What the supervisor must see of those who command, and of the load. */
export interface Scene {
  readonly loaded: boolean;
  /** somebody on site commands or consents */
  readonly answered: boolean;
  /** somebody is in command */
  readonly commanded: boolean;
  /** somebody is there whose press lowers */
  readonly canHold: boolean;
}

const NEVER = seconds(Infinity);

/** What the table makes of a scene at the least: whatever else is broken only adds to it. */
function least(table: readonly Rule[], { loaded, answered, commanded }: Scene): Verdict {
  const seen: Observations = {
    ...CALM,
    ...(loaded ? BORNE : {}),
    unansweredOnSite: !answered,
    linkAge: commanded ? CALM.linkAge : NEVER,
  };
  const broken = table.filter((rule) => rule.broken(seen));
  // a judgement that merges what the machine cannot tell apart is compared as such
  return coarse(verdictOn(broken, broken, false));
}

/** Whether a judgement can be made in a scene. That somebody asks for motion may always be old news. */
function isPossible(table: readonly Rule[], scene: Scene): (judged: Judged) => boolean {
  const { demand, alarm, forbidsLowering } = least(table, scene);
  return (judged) =>
    (judged.load !== "none") === scene.loaded &&
    atLeast(judged.demand, demand) &&
    atLeast(judged.alarm, alarm) &&
    !(forbidsLowering && judged.lowerable) &&
    (scene.canHold || !judged.held);
}

const both = [false, true] as const;
/** Every scene, by its number. */
const SCENES: readonly Scene[] = both.flatMap((loaded) =>
  both.flatMap((answered) =>
    both.flatMap((commanded) => both.map((canHold) => ({ loaded, answered, commanded, canHold }))),
  ),
);

export const sceneNumber = (
  loaded: boolean,
  answered: boolean,
  commanded: boolean,
  canHold: boolean,
): number => (loaded ? 8 : 0) + (answered ? 4 : 0) + (commanded ? 2 : 0) + (canHold ? 1 : 0);

/** Of each scene, the places of the judgements that are possible in it. */
export const possibleJudgements = (
  table: readonly Rule[],
  judgements: readonly (Judged | undefined)[],
): Int32Array[] =>
  SCENES.map((scene) => {
    const possible = isPossible(table, scene);
    return Int32Array.from(
      judgements.flatMap((judged, place) => (judged !== undefined && possible(judged) ? [place] : [])),
    );
  });
