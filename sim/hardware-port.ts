// The port through which the simulated robot hears its hardware commands: which of them counts, from when on it dies, and that none counts without power.
import type { HardwareCommand } from "../core/messages.ts";
import { LIMITS } from "../core/safety/limits.ts";
import { ageOf } from "../core/time.ts";
import { seconds, type Seconds } from "../core/units.ts";
import { COMMAND_AGE } from "./mujoco/drives.ts";

/** A command to be obeyed, and when it was said, by the clock on which it is heard. */
export interface Obeyed {
  readonly command: HardwareCommand;
  readonly saidAt: Seconds;
}

/** Answers with the newest command when it is to be obeyed from `now` on. */
type Hear = (newest: HardwareCommand | undefined, now: Seconds) => Obeyed | undefined;

/**
 * Without power nothing is obeyed, and when it is back nothing is before rest was commanded: what was asked for all the
 * while moves nobody (DOMAIN §1.2 R4).
 */
export function hardwarePort(): (...heard: [...Parameters<Hear>, powered?: boolean]) => Obeyed | undefined {
  const hear = hearing();
  let braked = false;
  return (newest, now, powered = true) => {
    const heard = hear(newest, now);
    braked = !powered || (braked && !(heard !== undefined && isRest(heard.command)));
    return braked ? undefined : heard;
  };
}

const isRest = ({ drive, joint_velocities: joints }: HardwareCommand): boolean =>
  [drive.linear.x, drive.angular.z, ...joints].every((velocity) => velocity === 0);

/**
 * Refused are what is older than the drives wait, comes from the future, or is no later in its sequence or its time than
 * the one before. A control group that begins anew counts from its own beginning: it is heard once nothing at all was said
 * for so long that the drives have stopped.
 */
function hearing(): Hear {
  let sequence = -1;
  let saidLast = -Infinity; // obeyed or refused: a counter that is stuck is no new beginning
  return (newest, now) => {
    if (newest === undefined || !(newest.sequence >= 0)) return undefined;
    const age = ageOf(newest.header.stamp, now, LIMITS.clockTolerance);
    const saidAt = seconds(now - age);
    const silence = saidAt - saidLast;
    if (!(age < COMMAND_AGE) || !(silence >= 0)) return undefined;
    saidLast = saidAt;
    if (!(newest.sequence > sequence) && !(silence > COMMAND_AGE)) return undefined;
    sequence = newest.sequence;
    return { command: newest, saidAt };
  };
}
