// What the foils and the radar of a night room have told: ten times a second, each with its own errors, the same for the same seed.
import type { BedPressure, RadarPresence } from "../../core/messages.ts";
import { stampOf, type Stamp } from "../../core/time.ts";
import type { Seconds } from "../../core/units.ts";
import { BED_RATE, type BedSensor } from "../sensors/bed-pressure.ts";
import { alteredBed } from "../sensors/channels.ts";
import { ideal, imperfectionsOf, type Profile } from "../sensors/data-sheets.ts";
import { imperfectLine, type Altered, type Imperfection } from "../sensors/imperfection.ts";
import { alteredRadar, OUTFIT } from "../sensors/outfit-sheets.ts";

/** Of one sensor, as it reads and as it is heard. */
interface Heard<Message> {
  /** At `now`: reads when it is time, and hears what is due. */
  tick(now: Seconds): void;
  /** What was heard last; the first reading, true, until the line has said something. */
  last(): Message;
}

export interface RoomSensors<Bed extends string> {
  /** Once a tick. */
  tick(now: Seconds): void;
  foil(bed: Bed): BedPressure;
  presence(): RadarPresence;
}

/** Nothing fails in a night room; it only errs. */
const isWhole = () => false;
/** s: clocks count in floats. */
const SLACK = 1e-6;

function heard<Message extends BedPressure | RadarPresence, Quantity extends string>(
  name: string,
  seed: number,
  imperfection: Imperfection<Quantity>,
  altered: Altered<Message, Quantity>,
  read: (stamp: Stamp) => Message,
  begins: Seconds,
): Heard<Message> {
  let last = read(stampOf(begins));
  let next: number = begins;
  const line = imperfectLine(name, seed, imperfection, altered, isWhole, (told: Message) => (last = told));
  return {
    tick(now) {
      if (now + SLACK >= next) {
        line.take(read(stampOf(now)));
        next += 1 / BED_RATE;
      }
      line.flush(now);
    },
    last: () => last,
  };
}

export function roomSensors<Bed extends string>(
  foils: ReadonlyMap<Bed, BedSensor>,
  radar: { read(stamp: Stamp): RadarPresence },
  { seed, profile, begins }: { readonly seed: number; readonly profile: Profile; readonly begins: Seconds },
): RoomSensors<Bed> {
  const presence = profile === "typical" ? OUTFIT.radar : ideal(OUTFIT.radar);
  const told = heard("radar", seed, presence, alteredRadar, (stamp) => radar.read(stamp), begins);
  const bed = imperfectionsOf(profile).bed;
  const beds = new Map(
    [...foils].map(([name, foil]) => [
      name,
      heard(name, seed, bed, alteredBed, (stamp) => foil.read(stamp), begins),
    ]),
  );
  return {
    tick(now) {
      told.tick(now);
      for (const one of beds.values()) one.tick(now);
    },
    foil(name) {
      const one = beds.get(name);
      if (one === undefined)
        throw new Error(`night room: expected a bed of ${[...beds.keys()].join(", ")}, got ${name}`);
      return one.last();
    },
    presence: () => told.last(),
  };
}
