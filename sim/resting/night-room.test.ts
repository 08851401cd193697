// The room at night: truth, foils and radar agree on who is where, and the patrol robot drives in by its wheels, through the door.
import { expect, test } from "vitest";
import { BedPressure } from "../../core/messages.ts";
import { loadEngine } from "../mujoco/engine.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import { besideBed, inBed, onEdge } from "./beds.ts";
import { BEDS, createNightRoom } from "./night-room.ts";

const resident = { ...DEFAULT_RESIDENT, legStrength: 0.8 };

test("who lies on the floor, sits on the edge, sleeps and is away is told apart, and the robot comes to them and touches nobody", async () => {
  const room = createNightRoom(await loadEngine(), [
    {
      name: "ann",
      bed: "bed_a2",
      resident,
      how: "fallen",
      on: (scene) => besideBed(scene, "bed_a2", "left"),
    },
    { name: "bea", bed: "bed_a1", resident, how: "supine", on: (scene) => inBed(scene, "bed_a1", resident) },
    {
      name: "cho",
      bed: "bed_a4",
      resident,
      how: "edge",
      open: "right",
      on: (scene) => onEdge(scene, "bed_a4", resident, "right"),
    },
  ]);
  expect(room.time()).toBeCloseTo(0, 9);
  expect(room.patrol.base().y).toBeCloseTo(1.2, 1);
  while (room.time() < 6) {
    room.patrol.command(0.5, 0);
    room.tick();
    expect(room.touched()).toBe(0);
  }
  expect(room.patrol.base().y).toBeGreaterThan(3.5);
  expect(BEDS.map((bed) => room.whereabouts(bed))).toEqual(["in_bed", "on_floor", "away", "on_edge"]);
  const { IN, OUT, EDGE } = BedPressure;
  expect(BEDS.map((bed) => room.foil(bed).state)).toEqual([IN, OUT, OUT, EDGE]);
  expect(room.presence().ranges).toHaveLength(3);
  room.delete();
});

test("who sits up is in bed until then and on the edge afterwards, and the foil tells so a little later", async () => {
  const strong = { ...DEFAULT_RESIDENT, legStrength: 1.5 };
  const room = createNightRoom(
    await loadEngine(),
    [
      {
        name: "ann",
        bed: "bed_a2",
        resident: strong,
        how: "supine",
        open: "left",
        on: (scene) => inBed(scene, "bed_a2", strong, 0.12),
        does: { what: "sit_up", side: "left", at: 1 },
      },
    ],
    { sensors: "typical", seed: 3 },
  );
  const seen = { truth: new Set<string>(), foil: new Set<number>() };
  while (room.time() < 7) {
    if (room.time() < 1) expect(room.whereabouts("bed_a2")).toBe("in_bed");
    room.tick();
    seen.truth.add(room.whereabouts("bed_a2"));
    seen.foil.add(room.foil("bed_a2").state);
  }
  expect(room.whereabouts("bed_a2")).toBe("on_edge");
  expect(room.foil("bed_a2").state).toBe(BedPressure.EDGE);
  expect([...seen.truth]).toEqual(["in_bed", "on_edge"]);
  expect(seen.foil.has(BedPressure.IN)).toBe(true);
  room.delete();
});

test.each([
  ["bed_a2", "left", 1],
  ["bed_a3", "right", -1],
] as const)(
  "who gets up from %s on the %s rests on the edge, stands up beside the bed, and has left it",
  async (bed, side, sign) => {
    const strong = { ...DEFAULT_RESIDENT, legStrength: 1.5 };
    const room = createNightRoom(await loadEngine(), [
      {
        name: "ann",
        bed,
        resident: strong,
        how: "supine",
        open: side,
        on: (scene) => inBed(scene, bed, strong, 0.12 * sign),
        does: { what: "get_up", side, at: 0.5 },
      },
    ]);
    const seen: string[] = [];
    const pelvis = room.sim.index("mjOBJ_BODY", "ann/pelvis");
    while (room.time() < 15) {
      room.tick();
      const now = room.whereabouts(bed);
      if (seen.at(-1) !== now) seen.push(now);
    }
    expect(seen).toEqual(["in_bed", "on_edge", "away"]);
    expect(room.foil(bed).state).toBe(BedPressure.OUT);
    expect(room.sim.views().xpos[3 * pelvis + 2]).toBeGreaterThan(0.93 * 0.53 * strong.stature);
    room.delete();
  },
);

test("only who lies on their back can be told to move", async () => {
  const engine = await loadEngine();
  const sits = { name: "cho", bed: "bed_a4", resident, how: "edge", open: "right" } as const;
  const does = { what: "roll", side: "left", at: 1 } as const;
  const room = () =>
    createNightRoom(engine, [{ ...sits, does, on: (scene) => onEdge(scene, "bed_a4", resident, "right") }]);
  expect(room).toThrow("cho: expected somebody who lies on their back");
});
