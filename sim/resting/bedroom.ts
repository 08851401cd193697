// A floor with one bed in which somebody lies and moves: the world of the scenario `bed`.
import { metres, radians, seconds, type Seconds } from "../../core/units.ts";
import { BED } from "../generator/dimensions.ts";
import { modelFile, readText } from "../library.ts";
import type { Engine } from "../mujoco/engine.ts";
import { toMjcf } from "../mujoco/mjcf.ts";
import { Simulation } from "../mujoco/simulation.ts";
import type { Person } from "../resident/alone/person.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import type { Pose, Scene } from "../sdf/model.ts";
import { fromRollPitchYaw } from "../sdf/pose.ts";
import { readScene } from "../sdf/read.ts";
import { TICK } from "../world.ts";
import { inBed, standing, type Side } from "./beds.ts";
import { moverOf, type Mover } from "./mover.ts";
import { layDown, restingMotors, withResting, type Resting } from "./people.ts";
import { riserOf } from "./riser.ts";

const BED_NAME = "bed";
export const SLEEPER = "resident";
/** The top of the mattress: what one sits on. */
const SEAT = metres(BED.low + BED.mattress);
/** Who sits on the open side faces x. */
const TURNED = { left: -Math.PI / 2, right: Math.PI / 2 } as const;
const ROOM = `<sdf version="1.9"><world name="bedroom"><physics name="default" type="ignored"><max_step_size>0.002</max_step_size></physics>
  <gravity>0 0 -9.81</gravity>
  <model name="floor"><static>true</static><link name="link"><collision name="floor"><geometry><plane><size>9 9</size></plane></geometry></collision></link></model>
  <include><uri>model://adjustable_bed</uri><name>${BED_NAME}</name></include></world></sdf>`;
/** Everybody has come to lie as they lie, s. */
const SETTLING = 1;

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
  /** Of the bed, whose own x is to its foot end and y to the left of who lies in it. */
  readonly bed: Pose;
  /** Who sits on the edge, and somebody who rises alone from then on: they sit, until told. Throws for who does not sit. */
  sitting(): Person;
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
  const rotation = fromRollPitchYaw(0, 0, open === undefined ? 0 : TURNED[open]);
  const bed: Pose = { position: [0, 0, 0], rotation };
  const bare: Scene = {
    ...room,
    models: room.models.map((one) => (one.name === BED_NAME ? { ...standing(one, open), pose: bed } : one)),
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
  let live = () => mover.step(TICK);
  function tick(): void {
    live();
    for (let i = 0; i < substeps; i++) sim.step();
    sim.assertStable();
  }
  while (sim.time < SETTLING) tick();
  return {
    scene,
    sim,
    resident,
    mover,
    bed,
    sitting() {
      if (mover.doing !== "sits") throw new Error(`bedroom: expected somebody who sits, not ${mover.doing}`);
      const riser = riserOf(sim, sleeper, { firstMotor: 0, facing: radians(0), seat: SEAT });
      live = () => riser.step();
      return riser.person;
    },
    time: () => seconds(sim.time - SETTLING),
    tick,
    delete: () => sim.delete(),
  };
}
