// A program for the test of two processes: plays the beginning of a stand-up of each seed it is given, and prints the hash of each log.
import { fileURLToPath } from "node:url";
import { seconds } from "../../core/units.ts";
import { residentOf, WEAK } from "../../launch/scenarios/residents.ts";
import { confirmAndStart, openRide } from "../../launch/scenarios/ride.ts";
import { LogHash } from "../../launch/virtual/log-hash.ts";

export const LOGGED_RIDE = fileURLToPath(import.meta.url);
/** The resident has been asked, and has answered. */
const LONG = seconds(1.5);

if (process.argv[1] === LOGGED_RIDE) {
  for (const seed of process.argv.slice(2).map(Number)) {
    const log = new LogHash();
    const ride = await openRide(residentOf(seed, WEAK, false), "truth", { log });
    confirmAndStart(ride);
    ride.standUp();
    ride.run.advance(LONG);
    console.log(log.digest());
    await ride.run.stop();
  }
}
