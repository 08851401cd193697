// Eyes that see the simulator's truth, for tests of other rooms: the person as they are, at a camera's rate and delay.
import type { Person } from "../core/messages.ts";
import { defineNode } from "../core/node.ts";
import { secondsOf } from "../core/time.ts";
import { topics } from "../core/topics.ts";
import { milliseconds } from "../core/units.ts";

/** The ward camera's rate, 15 Hz, and how long rendering and detection take [measured: about 30 ms]. */
const PERIOD = milliseconds(1000 / 15);
const DELAY = milliseconds(30);

/** Stands in for the eyes under their own name, so that a scenario can put it in their place. */
export const trueEyesNode = defineNode({
  name: "person",
  period: PERIOD,
  subscribes: { truth: topics.truePerson },
  publishes: { person: topics.person },
  start({ latest, publish, now }) {
    let seen: Person | undefined;
    return {
      step() {
        if (seen !== undefined && now() - secondsOf(seen.header.stamp) >= DELAY) publish.person(seen);
        seen = latest.truth?.message;
      },
    };
  },
});
