// Direct drive: what the operator's hand wants, sent at 20 Hz while held, and zero once when it lets go.
import { MotionRequest, type Lease } from "../../../core/messages.ts";
import { ticketOf } from "../../../core/ticket.ts";
import { stampOf } from "../../../core/time.ts";
import {
  metresPerSecond,
  milliseconds,
  radiansPerSecond,
  seconds,
  type MetresPerSecond,
  type RadiansPerSecond,
  type Seconds,
} from "../../../core/units.ts";

/** Where the hand is: each from -1 to 1, forward and to the left positive. */
export interface Hand {
  readonly forward: number;
  readonly left: number;
}
export const AT_REST: Hand = { forward: 0, left: 0 };

/** DOMAIN §1.5: 0.25 m/s of the base at most under direct drive. */
const MOST_SPEED = metresPerSecond(0.25);
/** Half a radian a second turns the robot's front, 0.5 m from its axis, at that same 0.25 m/s. */
const MOST_TURN = radiansPerSecond(0.5);
/** DOMAIN R10: a command lives 200 ms. */
const TIME_TO_LIVE = seconds(0.2);
/** DOMAIN R10: commands at 20 to 50 Hz. */
export const DRIVE_PERIOD = milliseconds(50);

/**
 * The gate follows a hand that it saw at rest, and hears the newest request alone: so a hold begins at rest until the
 * robot has lived ten of its 10 ms steps with it. By the robot's own word: a simulated one may stand still in time.
 */
const SHOWN_AT_REST = seconds(0.1);

/** The hand's wish in m/s and rad/s; within a circle, so that both at once are no faster. */
export function wanted({ forward, left }: Hand): { speed: MetresPerSecond; turn: RadiansPerSecond } {
  const reach = Math.max(1, Math.hypot(forward, left));
  const share = (part: number) => (Number.isFinite(part / reach) ? part / reach : 0);
  return {
    speed: metresPerSecond(share(forward) * MOST_SPEED),
    turn: radiansPerSecond(share(left) * MOST_TURN),
  };
}

export interface Wheel {
  /** Robot's time; undefined while unknown, and then nothing is sent: the stamp would be a guess. */
  robotNow(): Seconds | undefined;
  /** What the robot's clock last said, nothing guessed; undefined before its first word. */
  robotTold(): Seconds | undefined;
  send(request: MotionRequest): boolean;
  source(): string;
  /** The last lease that was told. */
  lease(): Lease | undefined;
}

/**
 * Numbers requests of one source. It starts from the robot's time in milliseconds, so that a page that was
 * loaded anew goes on above what it has sent before.
 */
export class Driver {
  readonly #wheel: Wheel;
  #sequence = 0;
  /** the robot's word when this hold first showed the hand at rest; undefined before that */
  #restedAt: Seconds | undefined;
  #shown = false;

  constructor(wheel: Wheel) {
    this.#wheel = wheel;
  }

  /** A hold begins: the hand is shown at rest first, whatever it wants. False when nothing was sent. */
  begin(): boolean {
    this.#restedAt = undefined;
    this.#shown = false;
    return this.drive(AT_REST);
  }

  /** Sends one request; false when it was not sent. */
  drive(hand: Hand): boolean {
    const now = this.#wheel.robotNow();
    if (now === undefined) return false;
    this.#sequence = Math.max(this.#sequence + 1, Math.floor((now * 1000) % 2 ** 32));
    const { speed, turn } = wanted(this.#restsStill() ? AT_REST : hand);
    return this.#wheel.send({
      header: { stamp: stampOf(now), frame_id: "base_link" },
      kind: MotionRequest.DRIVE,
      source: this.#wheel.source(),
      ...ticketOf(this.#wheel.lease()),
      sequence: this.#sequence,
      time_to_live: TIME_TO_LIVE,
      drive: { linear: { x: speed, y: 0, z: 0 }, angular: { x: 0, y: 0, z: turn } },
      joint_names: [],
      joint_velocities: [],
    });
  }
  /** Only at the beginning of a hold: after a stop the hand itself has to let go (R8). */
  #restsStill(): boolean {
    if (this.#shown) return false;
    const told = this.#wheel.robotTold();
    this.#restedAt ??= told;
    this.#shown =
      told !== undefined && this.#restedAt !== undefined && told - this.#restedAt >= SHOWN_AT_REST;
    return !this.#shown;
  }
}
