// Tests of body and path together, on rails: weak residents are raised, held, lowered and let go; help follows need.
import { beforeAll, expect, test } from "vitest";
import { Resident } from "../../core/messages.ts";
import { metres, kilograms } from "../../core/units.ts";
import { residentOf, WEAK } from "../../launch/scenarios/residents.ts";
import { loadEngine, type Engine } from "../../sim/mujoco/engine.ts";
import type { ResidentParameters } from "../../sim/resident/parameters.ts";
import { alone, ride } from "./scripted-lift.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

/** A resident of the scenario's own draw. */
function weak(seed: number): ResidentParameters {
  const drawn = residentOf(seed, WEAK, false);
  return {
    sex: drawn.sex === Resident.MALE ? "male" : "female",
    stature: drawn.stature,
    bodyMass: drawn.body_mass,
    legStrength: drawn.leg_strength,
    seed,
  };
}
/** The weakest of all, 40 % of what they need. */
const weakest: ResidentParameters = {
  sex: "male",
  stature: metres(1.72),
  bodyMass: kilograms(80),
  legStrength: 0.4,
  seed: 1,
};

test.each([3, 11, weakest.seed])(
  "resident %i is raised, bears their own weight, and stands when let go",
  (seed) => {
    const resident = seed === weakest.seed ? weakest : weak(seed);
    const help = ride(engine, resident);
    help.lift(1);
    help.release();
    const { support, tilt, unintended } = help.peak();
    expect(help.pelvis()).toBeGreaterThan(0.95);
    expect(support).toBeLessThan(0.6);
    expect(tilt).toBeLessThan((15 * Math.PI) / 180);
    expect(unintended).toEqual({});
    help.world.delete();
  },
);

test.each([3, 11])("the same resident %i does not stand without the robot, and ends on the seat", (seed) => {
  const { highest, end } = alone(engine, weak(seed), 8);
  expect(highest).toBeLessThan(0.85);
  expect(end).toBeLessThan(0.75);
});

test.each([0.25, 0.6])(
  "held at %f of the rise, the weakest person sinks less than 2 cm in 10 s, and can be lowered",
  (part) => {
    const help = ride(engine, weakest);
    help.lift(part);
    help.hold(0.2);
    const before = help.pelvis();
    help.hold(10);
    const sunk = (before - help.pelvis()) * 0.53 * weakest.stature;
    expect(sunk).toBeLessThan(0.02);
    help.lower();
    help.hold(2);
    expect(help.pelvis()).toBeLessThan(0.64);
    expect(help.world.touched().seatForce).toBeGreaterThan(0.4 * 80 * 9.81);
    expect(help.world.touched().padForce).toBeLessThan(0.3 * 80 * 9.81);
    help.world.delete();
  },
);

test("a weak person half way up sinks when the pads are taken away", () => {
  const help = ride(engine, weakest);
  help.lift(0.45);
  const before = help.pelvis();
  help.drop();
  expect(help.pelvis()).toBeLessThan(before - 0.03);
  expect(help.pelvis()).toBeLessThan(0.7);
  help.world.delete();
});

test("who can do more is carried less", () => {
  const carried = [0.4, 0.9].map((legStrength) => {
    const help = ride(engine, { ...weakest, legStrength });
    help.lift(1);
    help.world.delete();
    return help.peak().carried;
  });
  const [weakShare = NaN, strongShare = NaN] = carried;
  expect(strongShare).toBeLessThan(0.75 * weakShare);
});
