// From hardware commands to what ros2_control's controllers are told, step by step: never silence, and zero for whatever is not sure. Pure.
import type { HardwareCommand } from "../../core/messages.ts";
import { hardwarePort, type Obeyed } from "../../core/motion/hardware-port.ts";
import { AT_REST, GAP, type Velocities } from "../../core/motion/limits.ts";
import { LIMITS } from "../../core/safety/limits.ts";
import { ageOf } from "../../core/time.ts";
import type { Seconds } from "../../core/units.ts";
import { isPowered, want, type Manager } from "./manager.ts";
import { targetsOf, type Mistake } from "./targets.ts";

/** One velocity for each of `AXES`, and when they were said: now, where it is rest that nobody said. */
interface Held {
  readonly velocities: Velocities;
  readonly saidAt: Seconds;
}
export interface Followed extends Held {
  readonly manager: Manager;
  /** what was wrong with the command that came now */
  readonly mistake: Mistake | undefined;
}

/**
 * A driver that has just begun is braked, until rest is commanded: whoever was before it told the controllers something else.
 * Brakes are asked for by a command that is fresh, and by nothing else; a controller that is not active is no reason to touch
 * the others. While drives are made ready the newest command waits for them, and it dies of age like any.
 */
export function follower(
  now: Seconds,
): (now: Seconds, heard: HardwareCommand | undefined, manager: Manager) => Followed {
  const port = hardwarePort();
  port(undefined, now, false);
  let held: Held | undefined;
  return (at, heard, before) => {
    const answer = port(heard, at, isPowered(at, before));
    const manager = wanted(at, before, heard, answer);
    const targets = answer === undefined || answer === "braked" ? undefined : targetsOf(answer.command);
    const mistake = typeof targets === "string" ? targets : undefined;
    if (answer !== undefined) held = heldOf(answer, targets);
    const isReady = manager.phase === "open" && isPowered(at, manager);
    return held !== undefined && isAlive(at, held.saidAt) && isReady
      ? { manager, ...held, mistake }
      : { manager, velocities: AT_REST, saidAt: at, mistake };
  };
}

const heldOf = (answer: Obeyed | "braked", targets: Velocities | Mistake | undefined): Held | undefined =>
  answer !== "braked" && typeof targets === "object"
    ? { velocities: targets, saidAt: answer.saidAt }
    : undefined;

const isAlive = (now: Seconds, saidAt: Seconds): boolean => now - saidAt < GAP && now >= saidAt;

function wanted(
  now: Seconds,
  manager: Manager,
  heard: HardwareCommand | undefined,
  answer: Obeyed | "braked" | undefined,
): Manager {
  if (answer === "braked")
    return heard?.set_brakes === true && isFresh(now, heard) ? want(now, manager, true) : manager;
  return answer === undefined ? manager : want(now, manager, false);
}

const isFresh = (now: Seconds, { header }: HardwareCommand): boolean =>
  ageOf(header.stamp, now, LIMITS.clockTolerance) < GAP;
