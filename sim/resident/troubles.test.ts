// Tests of what befalls a resident in time: strength goes some seconds after standing up and comes back on the seat; who is lifted fights.
import { beforeAll, expect, test } from "vitest";
import { CONDITIONS, WELL } from "../../core/body/condition.ts";
import type { ResidentCondition } from "../../core/messages.ts";
import { metres, radians, seconds, type Seconds } from "../../core/units.ts";
import { loadEngine, type Engine } from "../mujoco/engine.ts";
import { createWorld, TICK } from "../world.ts";
import { createBehaviour } from "./behaviour.ts";
import { DEFAULT_RESIDENT } from "./parameters.ts";
import { postureModel } from "./posture.ts";
import type { Effort, Senses } from "./senses.ts";
import { createTroubles } from "./troubles.ts";

const SEAT = metres(0.45);
const MODEL = postureModel(DEFAULT_RESIDENT, SEAT);
const PERIOD: Seconds = seconds(0.01);
const MEANT: Effort = { posture: MODEL.at(1, radians(0)), hip: 40, knee: 40, ankle: 10, arms: "forward" };
const senses = (rise: number, borne = 0): Senses => ({
  knee: MODEL.seatedKnee + rise * (MODEL.at(1, radians(0)).knee - MODEL.seatedKnee),
  trunkPitch: 0,
  massForward: metres(0),
  massSpeed: 0,
  massLeft: metres(0),
  massLeftSpeed: 0,
  support: borne * DEFAULT_RESIDENT.bodyMass * 9.81,
});
const troublesOf = (condition: ResidentCondition) =>
  createTroubles({ ...DEFAULT_RESIDENT, condition }, MODEL);
const feel = (troubles: ReturnType<typeof troublesOf>, duration: number, felt: Senses): Effort[] =>
  Array.from({ length: Math.round(duration / PERIOD) }, () => troubles(PERIOD, felt, MEANT));

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

test("who is well does what they mean, to the bit", () => {
  for (const effort of feel(troublesOf(WELL), 5, senses(1, 0.5))) expect(effort).toBe(MEANT);
});

test("the pressure drops some seconds after standing up, stays while they hang bent, and comes back on the seat", () => {
  const troubles = troublesOf(CONDITIONS.dizzy);
  expect(feel(troubles, 5.9, senses(1)).at(-1)).toBe(MEANT);
  expect(feel(troubles, 4, senses(1)).at(-1)?.tone?.left).toBeCloseTo(0.3);
  expect(feel(troubles, 5, senses(0.5)).at(-1)?.tone?.right).toBeCloseTo(0.3);
  expect(feel(troubles, 30, senses(0)).at(-1)).toBe(MEANT);
  expect(feel(troubles, 5, senses(1)).at(-1)).toBe(MEANT);
});

test("who is lifted fights in bouts, with trunk and arms and without the legs; who is not lifted does not", () => {
  const troubles = troublesOf(CONDITIONS.struggling);
  expect(feel(troubles, 5, senses(0)).at(-1)).toBe(MEANT);
  const efforts = feel(troubles, 60, senses(0.3, 0.3));
  const fights = efforts.filter(({ flail }) => flail !== undefined);
  expect(fights.length).toBeGreaterThan(0.2 * efforts.length);
  expect(fights.length).toBeLessThan(0.8 * efforts.length);
  const lateral = fights.map(({ flail }) => flail?.lateral ?? 0);
  expect(Math.max(...lateral)).toBeGreaterThan(0.25);
  expect(Math.min(...lateral)).toBeLessThan(-0.25);
  expect(fights[0]?.knee).toBeCloseTo(0.2 * MEANT.knee);
});

test("who is afraid begins to lean later and leans less, and clings", () => {
  const leanOf = (condition: ResidentCondition) => {
    const one = createBehaviour({ ...DEFAULT_RESIDENT, condition }, MODEL, SEAT);
    one.intend("lean", seconds(0));
    let began = NaN;
    let effort = MEANT;
    for (let t = 0; t < 6; t += PERIOD) {
      effort = one.step(seconds(t), PERIOD, senses(0, 0.2));
      if (Number.isNaN(began) && effort.posture.trunkPitch > 0.1) began = t;
    }
    return { began, pitch: effort.posture.trunkPitch, cling: effort.cling };
  };
  const [brave, afraid] = [leanOf(WELL), leanOf(CONDITIONS.fearful)];
  expect(afraid.began).toBeGreaterThan(brave.began + 0.4);
  expect(afraid.pitch).toBeLessThan(brave.pitch - 0.1);
  expect([brave.cling, afraid.cling]).toEqual([undefined, 1]);
});

test("somebody who could stand alone goes down when their pressure drops, and stands on when it does not", () => {
  const pelvisAfter = (condition: ResidentCondition) => {
    const world = createWorld(engine, { ...DEFAULT_RESIDENT, legStrength: 1.3, condition });
    world.prompt("rise");
    for (let t = 0; t < 16; t += TICK) world.tick();
    const id = world.sim.index("mjOBJ_BODY", "resident/pelvis");
    const height = (world.sim.views().xpos[3 * id + 2] ?? NaN) / (0.53 * world.resident.stature);
    world.delete();
    return height;
  };
  expect(pelvisAfter(WELL)).toBeGreaterThan(0.97);
  expect(pelvisAfter({ ...CONDITIONS.dizzy, pressure_drop: 1 })).toBeLessThan(0.8);
});
