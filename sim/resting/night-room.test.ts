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
