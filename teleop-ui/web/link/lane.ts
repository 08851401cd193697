// The page's end of the stop-and-heartbeat lane: its own socket into the control group, beside everything else.
import type { LaneReply, LaneRequest } from "../../../core/lane-protocol.ts";
import { seconds, type Seconds } from "../../../core/units.ts";
import type { RobotClock } from "./clock.ts";
import { every } from "./every.ts";

export interface LaneView {
  readonly open: boolean;
  readonly inCommand: boolean;
  readonly heldBy: string;
  readonly session: string;
}
export interface Operator {
  readonly name: string;
  readonly onSite: boolean;
}

const BEAT = 50; // ms: 20 Hz, DOMAIN R10's lower end, by the robot's clock where that is the faster
const RETRY = 1000; // ms
const CLOSED: LaneView = { open: false, inCommand: false, heldBy: "", session: "" };

/** Beats, holds and stops. Nothing is queued: a stop that cannot be sent now is reported as not sent. */
export class Lane {
  readonly #url: string;
  readonly #clock: RobotClock;
  #operator: Operator;
  #socket: WebSocket | undefined;
  #view = CLOSED;
  #hold = false;
  #sequence = 0;
  #sent = new Map<number, Seconds>();
  #stopWaits: { readonly sequence: number; readonly done: (arrived: boolean) => void }[] = [];
  #ended = false;
  readonly #endings: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(url: string, clock: RobotClock, operator: Operator) {
    this.#url = url;
    this.#clock = clock;
    this.#operator = operator;
    this.#connect();
    const trying = setInterval(() => this.#connect(), RETRY);
    this.#endings.push(
      every(clock, BEAT, () => this.#beat()),
      () => clearInterval(trying),
    );
  }

  view = () => this.#view;
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Says who is here and asks for the seat. */
  hello(operator: Operator) {
    this.#operator = operator;
    this.#send({ op: "hello", operator: operator.name, role: "command", on_site: operator.onSite });
  }

  /** True while a hold-to-run control is pressed. A change is told at once, not with the next beat. */
  set hold(pressed: boolean) {
    if (pressed === this.#hold) return;
    this.#hold = pressed;
    this.#beat();
  }

  /** Presses stop. Answers whether the control group has it; false at once when the lane is down. */
  stop(): Promise<boolean> {
    const sequence = (this.#sequence += 1);
    if (!this.#send({ op: "stop", sequence })) return Promise.resolve(false);
    return new Promise((done) => this.#stopWaits.push({ sequence, done }));
  }

  close() {
    this.#ended = true;
    for (const end of this.#endings.splice(0)) end();
    this.#socket?.close();
  }

  #connect() {
    if (this.#socket || this.#ended) return;
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.onopen = () => {
      this.#change({ open: true });
      this.hello(this.#operator);
    };
    socket.onmessage = ({ data }) => this.#hear(JSON.parse(String(data)) as LaneReply);
    socket.onclose = () => this.#lost();
  }

  #lost() {
    this.#socket = undefined;
    this.#hold = false;
    this.#sequence = 0;
    this.#sent.clear();
    this.#clock.forget();
    this.#stopWaits.splice(0).forEach(({ done }) => done(false));
    this.#change(CLOSED);
  }

  #beat() {
    const sequence = this.#sequence + 1;
    const sent = this.#send({
      op: "beat",
      sequence,
      hold: this.#hold,
      round_trip: this.#clock.roundTrip() ?? null,
    });
    if (!sent) return;
    this.#sequence = sequence;
    this.#sent.set(sequence, this.#clock.local());
  }

  #hear(reply: LaneReply) {
    switch (reply.op) {
      case "welcome":
        return this.#change({ session: reply.session, inCommand: reply.in_command, heldBy: reply.held_by });
      case "state":
        return this.#change({ inCommand: reply.in_command, heldBy: reply.held_by });
      case "beat":
        return this.#learn(reply.sequence, seconds(reply.at));
      case "stopped":
        for (const wait of this.#stopWaits.splice(0)) wait.done(true);
        return undefined;
      case "error":
        return undefined; // counted by the control group; what was refused shows as not done
    }
  }

  #learn(sequence: number, at: Seconds) {
    const sentAt = this.#sent.get(sequence);
    if (sentAt !== undefined) this.#clock.learn(sentAt, at);
    for (const old of this.#sent.keys()) if (old <= sequence) this.#sent.delete(old);
  }

  #send(request: LaneRequest): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(request));
    return true;
  }

  #change(differs: Partial<LaneView>) {
    const before = this.#view;
    const next = { ...before, ...differs };
    this.#view = next;
    if (Object.keys(next).some((key) => next[key as keyof LaneView] !== before[key as keyof LaneView]))
      for (const listener of this.#listeners) listener();
  }
}
