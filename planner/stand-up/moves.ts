// How robot and pads move in each phase of standing up: from what is sensed now to velocities now.
import { LOAD_LIMITS } from "../../core/safety/limits.ts";
import { metres, radians, type Metres, type Seconds } from "../../core/units.ts";
import { dockingOf, driveToDock, type FloorPose } from "../dock.ts";
import { leanPath, leanYield, risePath, type PadPath } from "../lift-path.ts";
import { backedOff, PAD } from "./aim.ts";
import { padShare, type Senses } from "./senses.ts";

/** Wanted velocities: base along x [m/s] and about z [rad/s] of base_link, lift and arms [m/s], arms closing positive. */
export interface Velocities {
  /** Instead of any velocity: back along the way the person came, which the gate remembers (MotionRequest.LOWER). */
  readonly back: boolean;
  readonly linear: number;
  readonly angular: number;
  readonly lift: number;
  readonly leftArm: number;
  readonly rightArm: number;
}
export const STILL: Velocities = { back: false, linear: 0, angular: 0, lift: 0, leftArm: 0, rightArm: 0 };

/** `share` of the move is behind; `done` is said once its end is reached. */
export interface Motion {
  readonly velocities: Velocities;
  readonly share: number;
  readonly done: boolean;
}
/** One look, `dt` after the one before. */
export type Move = (senses: Senses, dt: Seconds) => Motion;

/** [1/s] of a position error as speed. */
const GAIN = 3;
/** [1/s] the same on a path: the gate smooths over 0.2 s, and a higher gain swings. */
const FOLLOW = 1.5;
/** [1] of body weight, where the pads begin to wait for the person and where they stand still: pull, and weight carried. */
const EASE = { pull: [0.08, 0.2], support: [0.45, 0.57] } as const;
/**
 * [1] of body weight on pads that lead somebody back to the seat they sit on: more is somebody who is not with them yet.
 * Who sits back leaves less than a tenth on them [measured on 3 residents]; at 0.6 the supervisor stops (SR-8).
 */
const WEIGHS = 0.2;
/** [s] without growing lighter by `LIGHTER` of body weight, after which who weighs on the pads is not sitting back but hangs in them [D] */
const HANGS_AFTER = 6;
const LIGHTER = 0.01;
/**
 * [m] behind the path, where it begins to wait for the robot and where it stands still: a robot that is not let move must
 * not run after a path that went on, and past its end. Where nothing holds it back it is 13 mm behind at most [measured].
 */
const BEHIND = [0.02, 0.04] as const;
/** [m/s] below the caps of DOMAIN §7: lift 0.10, loaded base 0.10. */
export const LIFT_SPEED = 0.095;
const RETREAT_SPEED = 0.1;
/** [m/s] the arms' own limit (transfer-robot.sdf), and how fast the pads sink out of the armpits. */
export const ARM_SPEED = 0.05;
const SINK_SPEED = 0.03;
/** [m] close enough for pads. */
export const NEAR = 0.012;
/** [s] after a path's end for the last centimetres. */
const SETTLE = 0.6;

/** [m/s²] half of what the gate lets lift and arms accelerate (core/motion/limits.ts), so that they stop where they should. */
export const BRAKING = { lift: 0.025, arm: 0.05 } as const;

/** The speed towards an error that still lets a drive of this braking stop in time. */
export const arrive = (error: number, speed: number, braking: number) =>
  Math.sign(error) * Math.min(speed, GAIN * Math.abs(error), Math.sqrt(2 * braking * Math.abs(error)));
const clamp = (value: number, limit: number) => Math.max(-limit, Math.min(limit, value));
export const reached = (...errors: readonly number[]) => errors.every((error) => Math.abs(error) < NEAR);

/** Drives to `dock`; done when it stands there. */
export const approach =
  (dock: FloorPose, way: Metres): Move =>
  (senses) => {
    const { linear, angular } = driveToDock(senses.base, dock);
    const { remaining, lateral, heading } = dockingOf(senses.base, dock);
    const done = reached(remaining) && Math.abs(lateral) < 0.05 && Math.abs(heading) < 0.02;
    return {
      velocities: { ...STILL, linear, angular },
      share: 1 - Math.min(1, Math.max(0, remaining) / Math.max(way, NEAR)),
      done,
    };
  };

/** [1] From 1 where `value` is no more than `free` down to 0 at `most`; unknown values leave none. */
const room = (value: number, [free, most]: readonly [number, number]) =>
  Number.isFinite(value) ? Math.min(1, Math.max(0, (most - value) / (most - free))) : 0;

/**
 * [1] of the path's speed that this person goes along with: the path waits for somebody whom the pads would pull or
 * carry more than they should. Pads that leave somebody need not wait for who is carried.
 */
function ease({ pull, support, bodyWeight }: Senses, leaves: boolean): number {
  const pulled = room(pull / bodyWeight, EASE.pull);
  return leaves ? pulled : Math.min(pulled, room(support / bodyWeight, EASE.support));
}

/** How pads follow a path: what they give way by in height, and whether the path leads them down from who stands. */
interface Following {
  readonly give: (senses: Senses, dt: Seconds) => Metres;
  readonly leaves: boolean;
}

/** Follows a path of the pads from where they are; the base goes backwards where the path leads back. */
function follow(path: PadPath, begin: Senses, { give, leaves }: Following): Move {
  let [time, behind] = [0, 0];
  return (senses, dt) => {
    const along = Math.min(ease(senses, leaves), room(behind, BEHIND));
    time += dt * along;
    const u = time / path.duration;
    const aim = path.at(u);
    const lift = begin.lift + aim.up + give(senses, dt) - senses.lift;
    const retreat = aim.back - retreated(begin.base, senses.base);
    behind = Math.max(Math.abs(lift), Math.abs(retreat));
    return {
      velocities: {
        ...STILL,
        linear: clamp(-1 * aim.backRate * along - FOLLOW * retreat, RETREAT_SPEED),
        lift: clamp(aim.upRate * along + FOLLOW * lift, LIFT_SPEED),
      },
      share: Math.min(1, u),
      done: time >= path.duration + SETTLE && reached(lift, retreat),
    };
  };
}

/** How far a base has gone backwards along its own heading at `from`. */
const retreated = (from: FloorPose, now: FloorPose) =>
  -Math.cos(from.yaw) * (now.x - from.x) - Math.sin(from.yaw) * (now.y - from.y);

/**
 * The pads go with the trunk as it leans forward, yielding in height so that they are felt and do not lift. Who has the
 * pads beneath their arms does not lean back from them: eyes that say so err (by up to 8° [measured on 20 residents]), and
 * an arc that begins behind the trunk stays above it and lifts.
 */
export function lean(begin: Senses): Move {
  let height = metres(0);
  const seen = radians(Math.max(0, begin.person?.lean ?? 0));
  const give = (senses: Senses, dt: Seconds) => {
    height = leanYield(height, senses.support / senses.bodyWeight, dt);
    return height;
  };
  return follow(leanPath(begin.stature, seen), begin, { give, leaves: false });
}

/** The pads go to just under the standing shoulders, up as a rule. `forwardOfHips` is the cradle's place before the seated hips. */
export function rise(begin: Senses, forwardOfHips: Metres, wanted: Seconds): Move {
  const padHeight = metres(PAD.height + begin.lift);
  const path = risePath({ stature: begin.stature, padHeight, forwardOfHips, wanted });
  return follow(path, begin, { give: () => metres(0), leaves: path.at(1).up < 0 });
}

/** Stands still with the person. */
export const steady: Move = () => ({ velocities: STILL, share: 1, done: false });

/** Lowers the pads away from the armpits, then backs off; with whoever still leans on the pads it never drives. */
export function letGo(begin: Senses): Move {
  const under = Math.max(0, begin.lift - 0.1);
  const away = backedOff(begin.base, metres(0.6));
  return (senses) => {
    const { remaining } = dockingOf(senses.base, away);
    const isUnder = senses.lift - under < NEAR;
    const free = isUnder && carryNobody(senses);
    return {
      velocities: {
        ...STILL,
        lift: isUnder ? 0 : -SINK_SPEED,
        linear: free ? clamp(GAIN * remaining, 0.1) : 0,
      },
      share: free ? 1 - Math.min(1, Math.abs(remaining) / 0.6) : 0,
      done: free && reached(remaining),
    };
  };
}

/**
 * Who leans forward on the pads comes upright again as they came, in their own time; only then are they let go. Who hangs
 * in the pads and does not come off them is led down to the seat. There the pads sink away before the base leaves: along
 * the rest of the way they would be drawn out from behind arms that rest on them, and the person with them (HZ-55).
 */
export function bringBack(): Move {
  let leave: Move | undefined;
  let [hangs, least] = [0, Infinity];
  let seated = false;
  return (senses, dt) => {
    const share = padShare(senses);
    if (share < least - LIGHTER) [hangs, least] = [0, share];
    else if (share >= WEIGHS) hangs += dt;
    const back = share < WEIGHS || (share >= WEIGHS && hangs > HANGS_AFTER);
    seated ||= senses.atSeat && share < WEIGHS;
    if (senses.wayBack && !seated) return { velocities: { ...STILL, back }, share: 0, done: false };
    leave ??= letGo(senses);
    return leave(senses, dt);
  };
}

/** Forces that are not known may be a person. */
const carryNobody = ({ support, pull }: Senses): boolean =>
  Math.max(Math.abs(support), Math.abs(pull)) < LOAD_LIMITS.touching;
