// For tests of the supervisor and the page that explains it: a calm moment, and a supervisor that is shown what differs from it.
import { OperatorAct_Request, SafetyState } from "../messages.ts";
import { stampOf } from "../time.ts";
import {
  kilograms,
  metres,
  metresPerSecond,
  milliseconds,
  newtons,
  radians,
  seconds,
  type Seconds,
} from "../units.ts";
import { act } from "./acts.ts";
import type { Observations } from "./observations.ts";
import type { Rule } from "./rule.ts";
import { bootSupervisor, step, type Supervisor, type Wishes } from "./supervisor.ts";
import { verdictOf } from "./verdict.ts";
import type { Reason } from "./texts.ts";

/** Nothing is wrong: everybody speaks, nobody is touched, nothing moves. */
export const CALM: Observations = {
  clockWrong: false,
  estopPressed: false,
  estopAge: seconds(0),
  operatorStopped: false,
  residentStopped: false,
  linkAge: seconds(0),
  roundTrip: seconds(0),
  unansweredOnSite: false,
  seatGone: false,
  contactShare: 0,
  contactAge: seconds(0),
  load: "none",
  supportForce: newtons(0),
  supportLimit: newtons(360),
  wrenchAge: seconds(0),
  residentMass: kilograms(60),
  personAge: seconds(0),
  trunkTilt: radians(0),
  nearest: metres(Infinity),
  scanAge: seconds(0),
  robotTilt: radians(0),
  imuAge: seconds(0),
  liftSpeed: metresPerSecond(0),
  jointAge: seconds(0),
  odometryAge: seconds(0),
  deviation: 0,
  motionFrozen: seconds(0),
  senseFrozen: seconds(0),
  unrest: 0,
  stoppedFor: seconds(0),
  gateAge: seconds(0),
  groupLost: false,
  charge: 1,
  supplyFails: false,
  powerAge: seconds(0),
  taskActive: false,
  taskSilence: seconds(0),
};
/** The same with a person in the arms and a task at work. */
export const BORNE: Partial<Observations> = { load: "bearing", supportForce: newtons(200), taskActive: true };

const TICK = milliseconds(20);
type Change = Partial<Observations> & Partial<Omit<Wishes, "seen">>;

/** A supervisor on virtual time. */
export class Rehearsal {
  #supervisor: Supervisor;
  readonly #table: readonly Rule[] | undefined;
  #now = seconds(0);

  constructor(table?: readonly Rule[], latched = false) {
    this.#table = table;
    this.#supervisor = bootSupervisor(table, latched);
  }

  get supervisor() {
    return this.#supervisor;
  }
  get verdict() {
    return verdictOf(this.#supervisor);
  }
  get motion() {
    return this.verdict.motion;
  }

  /** Shows a calm moment but for `change`, once a tick for as long as `lasting`; at least once. */
  see(change: Change = {}, lasting: Seconds = seconds(0)): this {
    const { wanted = false, held = false, wayBack = false, lowered = false, ...seen } = change;
    const end = this.#now + lasting;
    do {
      this.#now = seconds(this.#now + TICK);
      const wishes = { seen: { ...CALM, ...seen }, wanted, held, wayBack, lowered };
      this.#supervisor = step(this.#now, this.#supervisor, wishes, this.#table);
    } while (this.#now < end);
    return this;
  }

  /** Moves the clock itself, backwards too, without showing anything. */
  shiftClock(by: Seconds): this {
    this.#now = seconds(this.#now + by);
    return this;
  }

  reset = (): Reason | undefined => this.#act(OperatorAct_Request.RESET, false);
  confirm = (onSite = true): Reason | undefined => this.#act(OperatorAct_Request.CONFIRM_ON_SITE, onSite);
  start = (): Reason | undefined => this.#act(OperatorAct_Request.START, false);
  stop = (): Reason | undefined => this.#act(OperatorAct_Request.STOP, false);
  unknownAct = (): Reason | undefined => this.#act(NaN, true);

  #act(code: number, onSite: boolean): Reason | undefined {
    const { supervisor, refused } = act(this.#supervisor, code, onSite);
    this.#supervisor = supervisor;
    return refused;
  }
}

/** Booted, calm, confirmed on site and started. */
export function started(table?: readonly Rule[]): Rehearsal {
  const rehearsal = new Rehearsal(table).see();
  rehearsal.confirm();
  rehearsal.start();
  return rehearsal.see();
}

/** What a supervisor tells that lets everything be, but for `change`. */
export const ready = (at: Seconds, change: Partial<SafetyState> = {}): SafetyState => ({
  header: { stamp: stampOf(at), frame_id: "base_link" },
  demand: SafetyState.DEMAND_NONE,
  motion: SafetyState.READY,
  load: SafetyState.LOAD_NONE,
  needs_reset: false,
  needs_confirmation: false,
  needs_start: false,
  not_lowerable: false,
  drive_blocked: false,
  speed_scale: 1,
  brakes_set: false,
  broken_requirements: [],
  reasons: [],
  axes: [],
  possible: [],
  ...change,
});
