// Who moves in the night: asleep on their back until it is time, then as they mean to, once a tick.
import { metres, type Metres, type Seconds } from "../../core/units.ts";
import { BED } from "../generator/dimensions.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import { MUSCLES } from "../resident/muscles.ts";
import { TICK } from "../world.ts";
import type { Side } from "./beds.ts";
import { moverOf, type BedMove } from "./mover.ts";
import type { Resting } from "./people.ts";
import { outward, riserOf, type Riser } from "./riser.ts";

/** What somebody does in the night, and when, s from the beginning; `get_up`: sits up to the edge, rests there, and stands up. */
export interface Doing {
  readonly what: BedMove | "get_up";
  readonly side: Side;
  readonly at: number;
}

/** s on the edge before one stands up: DOMAIN §2.2 has care workers ask for more, and people do as they do [D]. */
const RESTS = 3;
/** The top of the mattress: what one sits on. */
const SEAT: Metres = metres(BED.low + BED.mattress);

/** Tells the muscles of one who moves; `now` from the beginning. Throws for somebody who does not sleep on their back. */
function living(
  sim: Simulation,
  person: Resting,
  { what, side, at }: Doing,
  firstMotor: number,
): (now: Seconds) => void {
  if (person.how !== "supine") throw new Error(`${person.name}: expected somebody who lies on their back`);
  const mover = moverOf(sim, person, firstMotor);
  let [begun, sat] = [false, 0];
  let riser: Riser | undefined;
  return (now) => {
    if (!begun && now >= at) {
      begun = true;
      mover.move(what === "get_up" ? "sit_up" : what, side);
    }
    if (riser !== undefined) return riser.step();
    mover.step(TICK);
    if (what !== "get_up" || mover.doing !== "sits") return;
    sat += TICK;
    if (sat < RESTS) return;
    riser = riserOf(sim, person, { firstMotor, facing: outward(person.on, side), seat: SEAT });
    riser.person.rise();
  };
}

/** All of them, by their places among `people`, whose motors follow one another from `firstMotor` on. */
export function allLiving(
  sim: Simulation,
  people: readonly Resting[],
  doings: readonly (Doing | undefined)[],
  firstMotor: number,
): (now: Seconds) => void {
  const each = people.flatMap((person, i) => {
    const does = doings[i];
    return does === undefined ? [] : [living(sim, person, does, firstMotor + i * MUSCLES.length)];
  });
  return (now) => {
    for (const live of each) live(now);
  };
}
