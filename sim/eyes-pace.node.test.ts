// How far the eyes have come: what their words say of it, and what says nothing.
import { expect, test } from "vitest";
import type { Person } from "../core/messages.ts";
import { defineNode } from "../core/node.ts";
import { stampOf } from "../core/time.ts";
import { topics } from "../core/topics.ts";
import { milliseconds, seconds } from "../core/units.ts";
import { VirtualRun } from "../launch/virtual/run.ts";
import { eyesPaceNode } from "./eyes-pace.node.ts";
import type { TimeControl } from "./time-control.ts";

test("they have come to the picture they spoke of last; an older one, or one that is not yet, moves nothing", () => {
  const lived: unknown[] = [];
  const time = {
    lived: (part, until) => void lived.push([part, until]),
  } as Partial<TimeControl> as TimeControl;
  const pictures = [0, 0.1, 0.02, 9, 0.15].map(seconds);
  const eyes = defineNode({
    name: "eyes",
    period: milliseconds(200),
    publishes: { person: topics.person },
    start: ({ publish }) => ({
      step() {
        const picture = pictures.shift();
        if (picture !== undefined)
          publish.person({ header: { stamp: stampOf(picture), frame_id: "" } } as Person);
      },
    }),
  });
  const run = new VirtualRun([eyes, eyesPaceNode(time)]);
  run.advance(seconds(2));
  expect(lived).toEqual([
    ["eyes", 0],
    ["eyes", 0.1],
    ["eyes", 0.15],
  ]);
});
