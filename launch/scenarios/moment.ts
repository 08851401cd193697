// A moment of a scenario, kept: the stand-up of one resident on virtual time, up to a time of the world.
import { seconds, type Seconds } from "../../core/units.ts";
import { momentDesk } from "../../sim/moments/desk.ts";
import type { Shelf } from "../../sim/moments/shelf.ts";
import { residentOf, WEAK } from "./residents.ts";
import { confirmAndStart, openRide, type Eyes } from "./ride.ts";

/** The name under which it is kept: the seed and the time tell it from others. */
const nameOfMoment = (seed: number, until: Seconds): string =>
  `stand-up-${seed}-at-${String(until).replace(".", "_")}`;

/** Plays the stand-up until then and keeps the moment. Throws when the ride has begun later than that. */
export async function keepStandUp(seed: number, eyes: Eyes, until: Seconds, shelf: Shelf): Promise<string> {
  const desk = momentDesk();
  const ride = await openRide(residentOf(seed, WEAK, false), eyes, { desk });
  confirmAndStart(ride);
  ride.standUp();
  const left = until - ride.run.now();
  if (!(left >= 0)) throw new Error(`--until ${until}: the ride begins at ${ride.run.now().toFixed(1)} s`);
  ride.run.advance(seconds(left));
  const name = nameOfMoment(seed, until);
  shelf.save(name, desk.take());
  await ride.run.stop();
  return name;
}
