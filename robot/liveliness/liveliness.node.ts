// The lines as a node: a group that dies is told of in the turn of the event loop in which its line is cut.
import { defineNode } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import type { Lines } from "./lines.ts";

/** GroupLiveliness.msg: once a second, and at once at a change. */
const PERIOD = seconds(1);

/** Tells of the groups that hold these lines; closes them at a clean stop. */
export const livelinessNode = (lines: Lines) =>
  defineNode({
    name: "liveliness",
    period: PERIOD,
    publishes: { groups: topics.groups },

    start(io) {
      lines.listen(() => io.wake());
      return {
        step() {
          const { alive, lost } = lines.living();
          io.publish.groups({ header: { stamp: stampOf(io.now()), frame_id: "" }, alive, lost });
        },
        stop: () => lines.close(),
      };
    },
  });
