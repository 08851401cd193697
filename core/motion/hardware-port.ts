// The port through which every robot hears its hardware commands, simulated or not: which of them counts, from when on it dies, and that none counts without power or while brakes are set.
import type { HardwareCommand } from "../messages.ts";
import { LIMITS } from "../safety/limits.ts";
import { ageOf } from "../time.ts";
import { seconds, type Seconds } from "../units.ts";
import { GAP } from "./limits.ts";

/** A command to be obeyed, and when it was said, by the clock on which it is heard. */
export interface Obeyed {
  readonly command: HardwareCommand;
  readonly saidAt: Seconds;
}

/** Answers with the newest command when it is to be obeyed from `now` on. */
type Hear = (newest: HardwareCommand | undefined, now: Seconds) => Obeyed | undefined;

/** The same, and "braked" while no command may open the brakes. */
type Port = (...heard: [...Parameters<Hear>, powered?: boolean]) => Obeyed | "braked" | undefined;

/**
 * Without power, and where the brakes are asked for, nothing is obeyed, nor afterwards before rest was commanded: what was
 * asked for all the while moves nobody (DOMAIN §1.2 R4). Brakes that were asked for stay in when the group falls silent.
 */
export function hardwarePort(): Port {
  const hear = hearing();
  let braked = false;
  return (newest, now, powered = true) => {
    const heard = hear(newest, now);
    const opens = heard !== undefined && isRest(heard.command);
    braked = !powered || heard?.command.set_brakes === true || (braked && !opens);
    return braked ? "braked" : heard;
  };
}

/** Rest, and nothing else: what is no number opens no brakes. */
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
    if (!(age < GAP) || !(silence >= 0)) return undefined;
    saidLast = saidAt;
    if (!(newest.sequence > sequence) && !(silence > GAP)) return undefined;
    sequence = newest.sequence;
    return { command: newest, saidAt };
  };
}
