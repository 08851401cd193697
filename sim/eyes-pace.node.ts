// Ties simulated time to the eyes: a machine that is slow at seeing makes a slow ward, and not a robot that is blind.
import { defineNode } from "../core/node.ts";
import { secondsOf } from "../core/time.ts";
import { topics } from "../core/topics.ts";
import { seconds } from "../core/units.ts";
import type { TimeControl } from "./time-control.ts";

/** Stands in the world's own group. Says how far the eyes have come: as far as the picture they last spoke of. */
export const eyesPaceNode = (time: TimeControl) =>
  defineNode({
    name: "sim_eyes_pace",
    period: seconds(1),
    subscribes: { person: topics.person },
    wakes: ["person"],

    start({ latest, now }) {
      let told = -Infinity;
      return {
        step() {
          const looked = secondsOf(latest.person?.message.header.stamp);
          if (!(looked > told && looked <= now())) return;
          told = looked;
          time.lived("eyes", seconds(looked));
        },
      };
    },
  });
