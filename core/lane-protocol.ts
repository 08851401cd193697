// The messages of the stop-and-heartbeat lane between a page and the control group: types only, so that a page can share them.

/**
 * One JSON object a WebSocket text frame. A page says `hello` once, then `beat` at 20 Hz for as long as it lives,
 * and `stop` on every press. Anyone connected may stop; only the one session in command carries the hold.
 * Numbers called `sequence` count up by one for each connection; `at` and `round_trip` are in seconds.
 */
export type LaneRequest = LaneHello | LaneBeat | LaneStop;
export type LaneReply = LaneWelcome | LaneBeatReply | LaneStopped | LaneState | LaneError;

/** `command` asks for the one seat that may hold to run; `watch` only measures, and may stop. Repeat it to ask again. */
type LaneRole = "command" | "watch";

export interface LaneHello {
  readonly op: "hello";
  /** name of the person at the page, 1 to 64 characters */
  readonly operator: string;
  readonly role: LaneRole;
  /** true when this session declares to be beside the resident */
  readonly on_site: boolean;
}

export interface LaneBeat {
  readonly op: "beat";
  readonly sequence: number;
  /** true while a hold-to-run control (lowering, driving) is pressed; the first beat after a release says false */
  readonly hold: boolean;
  /** [s] as measured from the last reply; null before the first one */
  readonly round_trip: number | null;
}

export interface LaneStop {
  readonly op: "stop";
  readonly sequence: number;
}

/** Answers `hello`. */
interface LaneWelcome {
  readonly op: "welcome";
  readonly session: string;
  readonly in_command: boolean;
  /** name of the operator in command, empty when nobody is */
  readonly held_by: string;
}

/** Answers `beat`. */
interface LaneBeatReply {
  readonly op: "beat";
  readonly sequence: number;
  /** [s] the robot's clock when the beat was answered: with half the round trip it gives the offset of the page's clock */
  readonly at: number;
}

/** Answers `stop` after the stop is handed to the supervisor. */
interface LaneStopped {
  readonly op: "stopped";
  readonly sequence: number;
}

/** Sent to every session when the seat changes hands. */
interface LaneState {
  readonly op: "state";
  readonly in_command: boolean;
  readonly held_by: string;
}

/** Answers what could not be read. The connection stays. */
interface LaneError {
  readonly op: "error";
  readonly reason: string;
}
