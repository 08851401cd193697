// Simulated time of a graph: one line in memory that all threads share, so that it stands, slows and goes on for all of them at once.
import { seconds } from "../../core/units.ts";
import { SPEEDS, type TimeControl } from "../../sim/time-control.ts";
import type { Clock } from "./clock.ts";
import { PLAIN, shownBy, standsAt, turned, waitUntil, type TimeLine, type Turn } from "./time-line.ts";

/** The count of changes, then the newest lines in a ring: whoever reads never waits for who writes. */
export interface TimeMemory {
  readonly count: Int32Array<SharedArrayBuffer>;
  readonly lines: BigInt64Array<SharedArrayBuffer>;
  /** ns of simulated time that is not passed whatever the line says, for the world has not come so far; one number. */
  readonly lead: BigInt64Array<SharedArrayBuffer>;
}
/** How the graph's time begins. */
export interface FirstTime {
  readonly paused: boolean;
  readonly speed: number;
}

const NANOSECONDS = 1e9;
const NANO_A_MILLI = 1e6;
/** A line is read again when so many newer ones were written meanwhile. */
const RING = 8;
const FIELDS = 5;
/** [1] speeds are kept in whole thousandths. */
const THOUSAND = 1000;
/** In place of "never stops". */
const NEVER = -1n;
/** ns at which time stands that begins with a pause: what was so a moment before has a stamp above zero. */
const BEGUN = 1e9;
/** ns from a change to its effect: every thread must have read it by then, so that none shows a time that another never will. */
const LEAD = 2e6;
/** ms after which whatever was due when time came to a stand has been done. */
const SETTLING = 10;
/**
 * ns by which time may go ahead of what the world has lived through. A world that is held up for longer holds the time of
 * all, so that a busy machine makes a slow ward and not a silent one: less than the shortest silence that a safety rule
 * waits for (100 ms), and than what the world catches up at once (50 ms).
 */
const REACH = 40e6;
/** ns by which Node's timers may come too early: they count in whole milliseconds. */
const EARLY = 1e6;

export function openTime({ paused, speed }: FirstTime): TimeMemory {
  const count = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const bytes = BigInt64Array.BYTES_PER_ELEMENT * RING * FIELDS;
  const lead = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT)).fill(NEVER);
  const memory = { count, lines: new BigInt64Array(new SharedArrayBuffer(bytes)), lead };
  const [at, until] = paused ? [BEGUN, BEGUN] : [0, Infinity];
  write(memory, { ...PLAIN, at, rate: checked(speed), until });
  return memory;
}

function checked(speed: number): number {
  if (!(speed >= SPEEDS.least && speed <= SPEEDS.most))
    throw new Error(`speed ${speed}: expected ${SPEEDS.least} to ${SPEEDS.most}`);
  return Math.round(speed * THOUSAND) / THOUSAND;
}

function write({ count, lines }: TimeMemory, { from, at, before, rate, until }: TimeLine): void {
  const turn = Atomics.load(count, 0) + 1;
  [from, at, before * THOUSAND, rate * THOUSAND, until]
    .map(whole)
    .forEach((value, field) => Atomics.store(lines, (turn % RING) * FIELDS + field, value));
  Atomics.store(count, 0, turn);
  Atomics.notify(count, 0);
}

const whole = (value: number) => (Number.isFinite(value) ? BigInt(Math.round(value)) : NEVER);
const orNever = (value: bigint) => (value === NEVER ? Infinity : Number(value));
const most = ({ lead }: TimeMemory) => orNever(Atomics.load(lead, 0));

function read({ count, lines }: TimeMemory): TimeLine {
  for (;;) {
    const turn = Atomics.load(count, 0);
    const field = (place: number) => Atomics.load(lines, (turn % RING) * FIELDS + place);
    const [from, at, before, rate] = [0, 1, 2, 3].map((place) => Number(field(place))) as Four;
    const line = { from, at, before: before / THOUSAND, rate: rate / THOUSAND, until: orNever(field(4)) };
    if (Atomics.load(count, 0) - turn < RING - 1) return line;
  }
}
type Four = [number, number, number, number];

const machineTime = (epoch: bigint) => Number(process.hrtime.bigint() - epoch);

interface Pending {
  readonly due: number;
  readonly act: () => void;
  timer: NodeJS.Timeout | undefined;
}

/** Reads the shared time. `epoch` is process.hrtime.bigint() at the graph's opening. */
export function simulatedClock(memory: TimeMemory, epoch: bigint): Clock {
  let known = -1;
  let line = PLAIN;
  let last = 0;
  const pending = new Set<Pending>();
  const newest = () => {
    const count = Atomics.load(memory.count, 0);
    if (count !== known) [known, line] = [count, read(memory)];
    return line;
  };
  const shown = () => (last = Math.max(last, Math.min(shownBy(newest(), machineTime(epoch)), most(memory))));
  const arm = (one: Pending) => {
    clearTimeout(one.timer);
    const wait = waitUntil(newest(), machineTime(epoch), one.due);
    one.timer = wait === Infinity ? undefined : setTimeout(() => fire(one), wait / NANO_A_MILLI);
  };
  const fire = (one: Pending) => {
    if (one.due - shown() > EARLY * newest().rate) return arm(one);
    pending.delete(one);
    return one.act();
  };
  watch(memory.count, () => pending.forEach(arm));
  return {
    now: () => seconds(shown() / NANOSECONDS),
    at(due, act) {
      const one: Pending = { due: due * NANOSECONDS, act, timer: undefined };
      pending.add(one);
      arm(one);
      return () => {
        clearTimeout(one.timer);
        pending.delete(one);
      };
    },
  };
}

/** Calls `changed` in this thread after each change, for as long as the thread lives. */
function watch(count: TimeMemory["count"], changed: () => void): void {
  const wait = (seen: number): void => {
    const woken = Atomics.waitAsync(count, 0, seen);
    const next = () => {
      const now = Atomics.load(count, 0);
      changed();
      wait(now);
    };
    if (woken.async) void woken.value.then(next);
    else next();
  };
  wait(Atomics.load(count, 0));
}

/** Turns the shared time. One thread of a graph has it: that of its simulated world. */
export function governTime(memory: TimeMemory, epoch: bigint): TimeControl {
  const listeners: (() => void)[] = [];
  const tell = () => listeners.forEach((changed) => changed());
  let standing: NodeJS.Timeout | undefined;
  const tellWhenItStands = () => {
    const line = read(memory);
    const wait = waitUntil(line, machineTime(epoch), line.until);
    clearTimeout(standing);
    if (wait === Infinity) return;
    standing = setTimeout(wait > 0 ? tellWhenItStands : tell, Math.ceil(wait / NANO_A_MILLI) + SETTLING);
  };
  /** Where time is held, a line that has gone on without the world is taken back to there. */
  const here = () => {
    const [line, machine, reached] = [read(memory), machineTime(epoch), most(memory)];
    return shownBy(line, machine) > reached
      ? { ...line, from: machine + LEAD, at: reached, before: 0 }
      : line;
  };
  const turn = (change: Turn) => {
    write(memory, turned(here(), machineTime(epoch) + LEAD, change));
    tell();
    tellWhenItStands();
  };
  return {
    get paused() {
      return standsAt(read(memory), machineTime(epoch));
    },
    get speed() {
      return read(memory).rate;
    },
    pause: () => turn({ until: (at) => at }),
    run: () => turn({ until: () => Infinity }),
    step: (by) => turn({ until: (at) => at + by * NANOSECONDS }),
    setSpeed: (speed) => turn({ rate: checked(speed) }),
    whileStanding(act) {
      const { until } = read(memory);
      turn({ until: (at) => at });
      try {
        act();
      } finally {
        turn({ until: (at) => Math.max(at, until) });
      }
    },
    lived(until) {
      const [before, line] = [read(memory), here()];
      if (line.at !== before.at) write(memory, line);
      Atomics.store(memory.lead, 0, whole(until * NANOSECONDS + REACH * Math.max(1, line.rate)));
    },
    onChange: (changed) => void listeners.push(changed),
  };
}
