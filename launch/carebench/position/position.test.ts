// The baseline goes our nominal way: the same phases and words, up as far as ours, and neither force nor answer reaches it.
import { expect, test } from "vitest";
import { Person, TaskState } from "../../../core/messages.ts";
import { metres, radians, seconds } from "../../../core/units.ts";
import { standingPad } from "../../../planner/lift-path.ts";
import { PAD } from "../../../planner/stand-up/aim.ts";
import { positionNode } from "./position.node.ts";
import { planOf } from "./plan.ts";

const seat = { x: metres(0), y: metres(0), yaw: radians(0) };
const person = {
  posture: Person.POSTURE_SITTING,
  hip: [0.05, 0, 0.53] as const,
  shoulder: [0.05, 0, 0.98] as const,
  lean: radians(0),
  tilt: radians(0),
  age: seconds(0),
};
const who = { stature: metres(1.6), bodyMass: 60 };
const start = {
  base: { x: metres(3), y: metres(0), yaw: radians(Math.PI) },
  lift: metres(0.1),
  leftArm: metres(0),
  rightArm: metres(0),
};

/** Goes through the plan as a robot would that does exactly what it is told. */
function followed() {
  const place = { ...start, base: { ...start.base } };
  const dt = 0.02;
  const ends = planOf(start, person, seat, who).map(({ phase, lasts, begin }) => {
    const follow = begin({ ...place, base: { ...place.base } });
    for (let time = 0; time < lasts; time += dt) {
      const wanted = follow(time, place);
      place.base.x = metres(place.base.x + Math.cos(place.base.yaw) * wanted.linear * dt);
      place.base.yaw = radians(place.base.yaw + wanted.angular * dt);
      place.lift = metres(place.lift + wanted.lift * dt);
      place.leftArm = metres(place.leftArm + wanted.leftArm * dt);
      place.rightArm = metres(place.rightArm + wanted.rightArm * dt);
    }
    return { phase, x: place.base.x, lift: place.lift };
  });
  return ends;
}

test("it passes through the phases of standing up in order and says what belongs to them", () => {
  const plan = planOf(start, person, seat, who);
  const phases = plan.map(({ phase }) => phase);
  expect(phases).toEqual(phases.toSorted((a, b) => a - b));
  expect(phases[0]).toBe(TaskState.APPROACH);
  expect(phases.at(-1)).toBe(TaskState.RELEASE);
  expect(plan.flatMap(({ says }) => says ?? [])).toEqual([
    "say.coming",
    "say.ask",
    "say.contact",
    "say.lean_forward",
    "say.stand_up",
    "say.stand_still",
    "say.release",
  ]);
});

test("a robot that follows it lifts the pads to the armpits of who stands, lets go and backs off", () => {
  const ends = followed();
  const lifted = ends.find(({ phase }) => phase === TaskState.LIFT);
  const left = ends.at(-1);
  expect((lifted?.lift ?? NaN) + PAD.height).toBeCloseTo(standingPad(who.stature), 2);
  expect(left?.lift).toBeLessThan((lifted?.lift ?? NaN) - 0.08);
  expect(left?.x).toBeGreaterThan((lifted?.x ?? NaN) + 0.4);
});

test("no force and no answer reaches it", () => {
  const heard = Object.keys(positionNode({ home: start.base, seats: [seat] }).subscribes);
  expect(heard).toContain("joints");
  for (const sense of ["left", "right", "heard", "safety"]) expect(heard).not.toContain(sense);
});
