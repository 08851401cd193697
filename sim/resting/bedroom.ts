// A floor with one bed in which somebody lies and moves: the world of the scenario `bed`.
import { seconds, type Seconds } from "../../core/units.ts";
import { modelFile, readText } from "../library.ts";
import type { Engine } from "../mujoco/engine.ts";
import { toMjcf } from "../mujoco/mjcf.ts";
import { Simulation } from "../mujoco/simulation.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import type { Scene } from "../sdf/model.ts";
import { readScene } from "../sdf/read.ts";
import { TICK } from "../world.ts";
import { inBed, standing, type Side } from "./beds.ts";
import { moverOf, type Mover } from "./mover.ts";
import { layDown, restingMotors, withResting, type Resting } from "./people.ts";

export const BED_NAME = "bed";
export const SLEEPER = "resident";
const ROOM = `<sdf version="1.9"><world name="bedroom"><physics name="default" type="ignored"><max_step_size>0.002</max_step_size></physics>
  <gravity>0 0 -9.81</gravity>
  <model name="floor"><static>true</static><link name="link"><collision name="floor"><geometry><plane><size>9 9</size></plane></geometry></collision></link></model>
  <include><uri>model://adjustable_bed</uri><name>${BED_NAME}</name></include></world></sdf>`;
/** Everybody has come to lie as they lie, s. */
const SETTLING = 2;

export interface BedroomOptions {
  /** The rails of this side are down; all are up where it is left out. */
  readonly open?: Side;
  /** m to the left of the middle. */
  readonly aside?: number;
}

export interface Bedroom {
  readonly scene: Scene;
  readonly sim: Simulation;
  readonly resident: ResidentParameters;
  readonly mover: Mover;
  /** s since they lay still. */
  time(): Seconds;
  /** Advances by one tick. Throws when the physics is unstable. */
  tick(): void;
  delete(): void;
}

/** Somebody asleep on their back, at a bed that is low, flat and braked. Throws for impossible people. */
export function createBedroom(
  engine: Engine,
  resident: ResidentParameters,
  { open, aside = 0 }: BedroomOptions = {},
): Bedroom {
  const room = readScene(ROOM, "bedroom.sdf", (uri) => readText(modelFile(uri)));
  const bare: Scene = {
    ...room,
    models: room.models.map((one) => (one.name === BED_NAME ? standing(one, open) : one)),
  };
  const sleeper: Resting = {
    name: SLEEPER,
    resident,
    how: "supine",
    on: inBed(bare, BED_NAME, resident, aside),
  };
  const scene = withResting(bare, [sleeper]);
  const sim = new Simulation(engine, toMjcf(scene, restingMotors([sleeper])));
  layDown(sim, [sleeper], 0);
  const mover = moverOf(sim, sleeper, 0);
  const substeps = Math.round(TICK / scene.step);
  function tick(): void {
    mover.step(TICK);
    for (let i = 0; i < substeps; i++) sim.step();
    sim.assertStable();
  }
  while (sim.time < SETTLING) tick();
  return {
    scene,
    sim,
    resident,
    mover,
    time: () => seconds(sim.time - SETTLING),
    tick,
    delete: () => sim.delete(),
  };
}
