// The line of simulated time in memory that all threads of a graph share: read without waiting, written by one.
import { SPEEDS } from "../../sim/time-control.ts";
import { PLAIN, type TimeLine } from "./time-line.ts";

/** The count of changes, then the newest lines in a ring: whoever reads never waits for who writes. */
export interface TimeMemory {
  readonly count: Int32Array<SharedArrayBuffer>;
  readonly lines: BigInt64Array<SharedArrayBuffer>;
  /** ns of simulated time that is not passed whatever the line says, for the simulation has not come so far; one number. */
  readonly lead: BigInt64Array<SharedArrayBuffer>;
}
/** How the graph's time begins. */
export interface FirstTime {
  readonly paused: boolean;
  readonly speed: number;
}

/** A line is read again when so many newer ones were written meanwhile. */
const RING = 8;
const FIELDS = 5;
/** [1] speeds are kept in whole thousandths. */
const THOUSAND = 1000;
/** In place of "never stops". */
const NEVER = -1n;
/** ns at which time stands that begins with a pause: what was so a moment before has a stamp above zero. */
const BEGUN = 1e9;

export function openTime({ paused, speed }: FirstTime): TimeMemory {
  const count = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const bytes = BigInt64Array.BYTES_PER_ELEMENT * RING * FIELDS;
  const lead = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT)).fill(NEVER);
  const memory = { count, lines: new BigInt64Array(new SharedArrayBuffer(bytes)), lead };
  const [at, until] = paused ? [BEGUN, BEGUN] : [0, Infinity];
  write(memory, { ...PLAIN, at, rate: checkedSpeed(speed), until });
  return memory;
}

export function checkedSpeed(speed: number): number {
  if (!(speed >= SPEEDS.least && speed <= SPEEDS.most))
    throw new Error(`speed ${speed}: expected ${SPEEDS.least} to ${SPEEDS.most}`);
  return Math.round(speed * THOUSAND) / THOUSAND;
}

const whole = (value: number) => (Number.isFinite(value) ? BigInt(Math.round(value)) : NEVER);
const orNever = (value: bigint) => (value === NEVER ? Infinity : Number(value));

/** ns */
export const leadOf = ({ lead }: TimeMemory): number => orNever(Atomics.load(lead, 0));

/** A new line, and then how far it is followed: whoever reads in between sees less time go by, and never more. */
export function write(memory: TimeMemory, { from, at, before, rate, until }: TimeLine, lead?: number): void {
  const { count, lines } = memory;
  const turn = Atomics.load(count, 0) + 1;
  [from, at, before * THOUSAND, rate * THOUSAND, until]
    .map(whole)
    .forEach((value, field) => Atomics.store(lines, (turn % RING) * FIELDS + field, value));
  Atomics.store(count, 0, turn);
  if (lead !== undefined) follow(memory, lead);
  Atomics.notify(count, 0);
}

/** The line is followed as far as `lead`, ns. */
export const follow = (memory: TimeMemory, lead: number): void =>
  void Atomics.store(memory.lead, 0, whole(lead));

export function read({ count, lines }: TimeMemory): TimeLine {
  for (;;) {
    const turn = Atomics.load(count, 0);
    const field = (place: number) => Atomics.load(lines, (turn % RING) * FIELDS + place);
    const [from, at, before, rate] = [0, 1, 2, 3].map((place) => Number(field(place))) as Four;
    const line = { from, at, before: before / THOUSAND, rate: rate / THOUSAND, until: orNever(field(4)) };
    if (Atomics.load(count, 0) - turn < RING - 1) return line;
  }
}
type Four = [number, number, number, number];
