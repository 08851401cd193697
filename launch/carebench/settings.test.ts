// The worlds of stories that begin on a seat: who crosses is hit by a robot that does not stop, and a wheelchair rolls when its brakes are open.
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { loadEngine, type Engine } from "../../sim/mujoco/engine.ts";
import { DEFAULT_RESIDENT } from "../../sim/resident/parameters.ts";
import { chairSeat } from "../../sim/ward.ts";
import { createWorld, type World } from "../../sim/world.ts";
import { passersOf } from "./passers.ts";
import { settingOf } from "./settings.ts";
import { READY, type SeatPlot } from "./story.ts";

let engine: Engine;
let world: World | undefined;
beforeAll(async () => {
  engine = await loadEngine();
});
afterEach(() => world?.delete());

/** [s] of a ride: the robot begins to drive up. */
const DRIVES_UP = 2.4;
const SEEDS = [2, 3];
const crossing: SeatPlot = { ...READY, passes: "crosses" };

/** [N] The most that a robot which drives up at this speed, whoever is there, presses who crosses. */
function pressed(seed: number, forward: number): number {
  const crossed = createWorld(engine, DEFAULT_RESIDENT, settingOf(crossing, seed));
  let most = 0;
  while (crossed.time() < 7) {
    crossed.command({ forward: crossed.time() > DRIVES_UP ? forward : 0, turn: 0, joints: {} });
    crossed.tick();
    most = Math.max(most, crossed.passed());
  }
  crossed.delete();
  return most;
}

test("who crosses walks past a robot that stands, and into one that drives on", () => {
  expect(SEEDS.map((seed) => pressed(seed, 0))).toEqual(SEEDS.map(() => 0));
  for (const seed of SEEDS) expect(pressed(seed, 0.25)).toBeGreaterThan(0);
});

test("who visits stays on their side, and who crosses goes to the other", () => {
  const last = (plot: SeatPlot) =>
    SEEDS.map((seed) => passersOf(plot, seed)[0]?.path.map(([, y]) => Math.sign(y)));
  for (const [from, to] of last(crossing).map((way = []) => way)) {
    expect(Math.abs(from ?? NaN)).toBe(1);
    expect(to).toBe(-(from ?? NaN));
  }
  for (const [from, to] of last({ ...READY, passes: "visits" }).map((way = []) => way)) {
    expect(Math.abs(from ?? NaN)).toBe(1);
    expect(to).toBe(from);
  }
  expect(passersOf(READY, 1)).toEqual([]);
});

describe("in a wheelchair", () => {
  /** [m] that it has rolled after 3 s in which the chest is pushed back with 60 N, and who sits in it. */
  function rolled(brakes: "set" | "open") {
    const sat = createWorld(engine, DEFAULT_RESIDENT, settingOf({ ...READY, wheelchair: brakes }, 1));
    world = sat;
    const { sim } = sat;
    const [frame, chest] = [
      sim.index("mjOBJ_BODY", "chair/frame"),
      sim.index("mjOBJ_BODY", "resident/thorax"),
    ];
    const where = () => sim.views().xpos[3 * frame] ?? NaN;
    const begin = where();
    while (sat.time() < 3) {
      sim.views().applied.set([-60, 0, 0], 6 * chest);
      sat.tick();
    }
    return { gone: begin - where(), seat: sat.touched().seatForce };
  }
  test("with set brakes it stays where it is under who leans back, and with open ones it rolls", () => {
    expect(Math.abs(rolled("set").gone)).toBeLessThan(0.01);
    world?.delete();
    const { gone, seat } = rolled("open");
    expect(gone).toBeGreaterThan(0.1);
    expect(seat).toBeGreaterThan(0.3 * DEFAULT_RESIDENT.bodyMass * 9.81);
  });
  test("the front edge of the seat is where the chair's was, at the wheelchair's height", () => {
    world = createWorld(engine, DEFAULT_RESIDENT, settingOf({ ...READY, wheelchair: "set" }, 1));
    const [x, y, z] = chairSeat(world.scene).edge;
    expect([x, y, z].map((one) => Number(one.toFixed(6)))).toEqual([-0.8, 0, 0.49]);
  });
});

describe("who stands before the chair", () => {
  /** How fast the pelvis sinks at most, m/s, and how high it is in the end, m, of who is told to sit down after 2 s. */
  function sits(legStrength: number) {
    const stood = createWorld(engine, { ...DEFAULT_RESIDENT, legStrength }, { stands: true });
    world = stood;
    const pelvis = 3 * stood.sim.index("mjOBJ_BODY", "resident/pelvis") + 2;
    const height = () => stood.sim.views().xpos[pelvis] ?? NaN;
    while (stood.time() < 2) stood.tick();
    const standing = height();
    stood.prompt("sit");
    let [before, fastest] = [standing, 0];
    while (stood.time() < 9) {
      for (let i = 0; i < 5; i++) stood.tick();
      fastest = Math.max(fastest, (before - height()) / 0.05);
      before = height();
    }
    return { standing, fastest, end: height(), seat: stood.touched().seatForce };
  }
  test("sits down on it: able people slowly, weak ones drop onto it", () => {
    const able = sits(1.3);
    world?.delete();
    const weak = sits(0.5);
    for (const { standing, end, seat } of [able, weak]) {
      expect(standing).toBeGreaterThan(0.5 * DEFAULT_RESIDENT.stature);
      expect(end).toBeLessThan(0.6);
      expect(seat).toBeGreaterThan(0.1 * DEFAULT_RESIDENT.bodyMass * 9.81);
    }
    expect(able.fastest).toBeLessThan(0.5);
    expect(weak.fastest).toBeGreaterThan(0.5);
  });
});
