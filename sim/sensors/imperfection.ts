// How a sensor differs from the truth: rate, latency, noise, bias, drift, drop-out, freezing and faults; the same for the same seed.
import type { SensorFault } from "../../core/faults.ts";
import type { Header } from "../../core/messages.ts";
import { seeded } from "../../core/seeded.ts";
import { secondsOf } from "../../core/time.ts";
import { seconds, type Seconds } from "../../core/units.ts";

/** The errors of one quantity, as standard deviations in the quantity's unit. */
export interface Errors {
  /** White: anew in every reading. */
  readonly noise: number;
  /** Constant: drawn once for each channel. */
  readonly bias: number;
  /** A random walk: what it has wandered after one second, and the root of that many times after many. */
  readonly drift: number;
  /** What the faults add: the standard deviation of "noisy", and the constant of "biased". */
  readonly broken: { readonly noise: number; readonly bias: number };
}
export interface Imperfection<Quantity extends string> {
  /** Readings a second at most, Hz; Infinity takes each that is offered. */
  readonly rate: number;
  /** From the moment that a reading is true, and stamped with, to the moment it is said. */
  readonly latency: Seconds;
  /** [1] chance that a reading is lost. */
  readonly dropOut: number;
  /** [1] chance that a freeze begins with a reading, and how long it lasts. */
  readonly freeze: { readonly chance: number; readonly lasts: Seconds };
  readonly errors: Readonly<Record<Quantity, Errors>>;
}

/** What a channel reads for a true value. Channels are numbered within their quantity. */
export type Alter<Quantity extends string> = (quantity: Quantity, channel: number, value: number) => number;
interface Headed {
  readonly header: Header;
}
/** How the errors go into a kind of message: every number of it through `alter`. */
export type Altered<Message extends Headed, Quantity extends string> = (
  message: Message,
  alter: Alter<Quantity>,
) => Message;

export interface Line<Message> {
  /** Takes a true reading; said now, later or never. */
  readonly take: (message: Message) => void;
  /** Says what is due at `now`. */
  readonly flush: (now: Seconds) => void;
}

/** Clocks count in floats: a reading is due when it is due to the microsecond. */
const SLACK = 1e-6;

/**
 * The line from a sensor to who listens. One without any error passes each reading on at once, as it is.
 * @param has whether the sensor has a fault now
 */
export function imperfectLine<Message extends Headed, Quantity extends string>(
  sensor: string,
  seed: number,
  { rate, latency, dropOut, freeze, errors }: Imperfection<Quantity>,
  altered: Altered<Message, Quantity>,
  has: (fault: SensorFault) => boolean,
  say: (message: Message) => void,
): Line<Message> {
  const chance = seeded(seedOf(sensor, seed));
  const err = erring(errors, seeded(seedOf(`${sensor} errors`, seed)), has);
  const waiting: { readonly at: number; readonly message: Message }[] = [];
  let [beat, frozenUntil] = [NaN, -Infinity];
  let last: Message | undefined;

  const happens = (probability: number) => probability > 0 && chance() < probability;
  function reading(message: Message, time: Seconds): Message {
    if (happens(freeze.chance)) frozenUntil = time + freeze.lasts;
    if (last !== undefined && has("stale")) return last;
    if (last !== undefined && (has("frozen") || time < frozenUntil))
      return { ...last, header: message.header };
    return (last = err.isNone() ? message : altered(message, err.at(time)));
  }
  return {
    take(message) {
      const time = secondsOf(message.header.stamp);
      const isOffBeat = rate < Infinity && Math.floor((time + SLACK) * rate) === beat;
      if (isOffBeat) return;
      beat = Math.floor((time + SLACK) * rate);
      const told = reading(message, time);
      if (has("silent") || happens(dropOut)) return;
      if (latency > 0) waiting.push({ at: time + latency - SLACK, message: told });
      else say(told);
    },
    flush(now) {
      while ((waiting[0]?.at ?? Infinity) <= now) {
        const due = waiting.shift();
        if (due) say(due.message);
      }
    },
  };
}

/** The errors of all quantities of a sensor; each channel remembers its own. */
function erring<Quantity extends string>(
  errors: Readonly<Record<Quantity, Errors>>,
  draw: () => number,
  has: (fault: SensorFault) => boolean,
) {
  const all = Object.entries<Errors>(errors);
  const isPerfect = all.every(([, { noise, bias, drift }]) => noise + bias + drift === 0);
  const constant = new Map<string, number[]>(all.map(([quantity]) => [quantity, []]));
  let [before, moved] = [NaN, 0];

  /** The constant and the wandering part of a channel's error. */
  function offset(quantity: Quantity, channel: number): number {
    const { bias, drift } = errors[quantity];
    const offsets = constant.get(quantity) ?? [];
    offsets[channel] = (offsets[channel] ?? scaled(draw, bias)) + scaled(draw, drift * moved);
    return offsets[channel];
  }
  const alter: Alter<Quantity> = (quantity, channel, value) => {
    if (has("nan")) return NaN;
    const { noise, broken } = errors[quantity];
    const wrong = (has("biased") ? broken.bias : 0) + (has("noisy") ? scaled(draw, broken.noise) : 0);
    return value + offset(quantity, channel) + scaled(draw, noise) + wrong;
  };
  return {
    isNone: () => isPerfect && !has("nan") && !has("noisy") && !has("biased"),
    at(time: Seconds): Alter<Quantity> {
      moved = Math.sqrt(Math.max(0, time - (Number.isNaN(before) ? time : before)));
      before = time;
      return alter;
    },
  };
}

/** Normally distributed (Box and Muller 1958); nothing is drawn for a deviation of zero. */
export function scaled(draw: () => number, deviation: number): number {
  if (deviation === 0) return 0;
  return deviation * Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
}

/** One seed for each name (FNV-1a), so that another sensor or its absence changes nothing of the others. */
export function seedOf(name: string, seed: number): number {
  let mixed = 0x811c9dc5;
  for (const letter of name) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (mixed ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0;
}

/** Errors of a quantity that a perfect sensor has not, and what its faults would add. */
export const perfect = (broken: Errors["broken"]): Errors => ({ noise: 0, bias: 0, drift: 0, broken });
/** A sensor that tells the truth at once. */
export const AT_ONCE = {
  rate: Infinity,
  latency: seconds(0),
  dropOut: 0,
  freeze: { chance: 0, lasts: seconds(0) },
} as const;
