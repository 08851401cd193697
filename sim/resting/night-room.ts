// A room of the care ward at night: beds with the sensors that stand in such rooms, who rests there, and the patrol robot in the corridor.
import { join } from "node:path";
import type { BedPressure, RadarPresence } from "../../core/messages.ts";
import { newtons, seconds, type Newtons, type Seconds } from "../../core/units.ts";
import { BED, WARD } from "../generator/dimensions.ts";
import { PLAN } from "../generator/plan.ts";
import { MODELS } from "../library.ts";
import { wheelDrives, wheelMotors } from "../mobile-base.ts";
import type { Engine } from "../mujoco/engine.ts";
import { toMjcf } from "../mujoco/mjcf.ts";
import { Simulation } from "../mujoco/simulation.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import type { Model, Scene } from "../sdf/model.ts";
import { compose, fromRollPitchYaw, invert, rotate } from "../sdf/pose.ts";
import { bedPressure } from "../sensors/bed-pressure.ts";
import type { Profile } from "../sensors/data-sheets.ts";
import { poseOfBody } from "../sensors/placed.ts";
import { radar, WARD_RADAR } from "../sensors/radar.ts";
import { passedReader } from "../walking/passed.ts";
import { readWard } from "../ward.ts";
import { TICK } from "../world.ts";
import { standing, type Side } from "./beds.ts";
import { allLiving, type Doing } from "./living.ts";
import { patrolOf, PATROL_MODEL, type Patrol } from "./patrol.ts";
import { layDown, restingMotors, withResting, type Resting } from "./people.ts";
import { roomSensors } from "./room-sensors.ts";

/** Where somebody is whose bed is known. */
export type Whereabouts = "in_bed" | "on_edge" | "on_floor" | "away";

/** The beds of room A, each with who belongs to it. */
export const BEDS = ["bed_a1", "bed_a2", "bed_a3", "bed_a4"] as const;
export type Bed = (typeof BEDS)[number];
/** Before the room's door, in the corridor, facing it. */
const WAITS = { x: PLAN.rooms[0].door.x, y: PLAN.corridor.north / 2, yaw: Math.PI / 2 } as const;
/** Everybody has come to lie as they lie. */
const SETTLING = seconds(2);
/** m: lower than any mattress. */
const ON_FLOOR = 0.3;
/** [1] of the trunk's length that points up: who sits holds it nearer to upright than to level. */
const UPRIGHT = 0.7;

export interface NightRoom {
  readonly scene: Scene;
  readonly sim: Simulation;
  readonly patrol: Patrol;
  time(): Seconds;
  /** What the foil of a bed has told last. */
  foil(bed: Bed): BedPressure;
  /** What the radar has told last: it is on the ceiling, in the middle of the room. */
  presence(): RadarPresence;
  /** Truth. */
  whereabouts(bed: Bed): Whereabouts;
  /** The largest force of the robot on anybody, now. */
  touched(): Newtons;
  /** Advances by one tick. Throws when the physics is unstable. */
  tick(): void;
  delete(): void;
}

/** Who belongs to a bed, and how they rest; nobody where they are away. */
export interface Guest extends Pick<Resting, "resident" | "how" | "name"> {
  readonly bed: Bed;
  readonly on: (scene: Scene) => Resting["on"];
  /** The rails of this side of their bed are down. */
  readonly open?: Side;
  /** What somebody who sleeps on their back does. */
  readonly does?: Doing;
}

/** How foils and radar err, drawn from the seed. */
export interface Senses {
  readonly sensors: Profile;
  readonly seed: number;
}

/** The room with these people, at rest. Throws for impossible people. */
export function createNightRoom(
  engine: Engine,
  guests: readonly Guest[],
  { sensors: profile, seed }: Senses = { sensors: "perfect", seed: 0 },
): NightRoom {
  const room = furnished(guests);
  const people = guests.map((one): Resting => ({ ...one, on: one.on(room) }));
  const scene = withResting(room, people);
  const drives = scene.models.filter(({ name }) => name === PATROL_MODEL).flatMap(wheelDrives);
  const sim = new Simulation(
    engine,
    toMjcf(scene, [...wheelMotors(PATROL_MODEL, drives), ...restingMotors(people)]),
  );
  layDown(sim, people, drives.length);
  const live = allLiving(
    sim,
    people,
    guests.map(({ does }) => does),
    drives.length,
  );
  const patrol = patrolOf(sim, drives);
  const foils = new Map(BEDS.map((bed) => [bed, bedPressure(sim, scene, bed)]));
  const down = fromRollPitchYaw(0, Math.PI / 2, 0);
  const { x, y } = PLAN.rooms[0].middle;
  const ceiling = {
    name: "radar_a",
    pose: { position: [x, y, WARD.height - 0.05], rotation: down },
    ...WARD_RADAR,
  } as const;
  const presence = radar(
    sim,
    scene,
    people.map(({ name }) => name),
    ceiling,
  );
  const touched = passedReader(sim, scene, PATROL_MODEL, people);
  const substeps = Math.round(TICK / scene.step);
  const time = () => seconds(sim.time - SETTLING);

  function tick(): void {
    live(time());
    for (let i = 0; i < substeps; i++) {
      patrol.drive(seconds(sim.time), scene.step);
      sim.step();
    }
    sim.assertStable();
  }
  while (sim.time < SETTLING) tick();
  const sensors = roomSensors(foils, presence, { seed, profile, begins: time() });
  return {
    scene,
    sim,
    patrol,
    time,
    foil: (bed) => sensors.foil(bed),
    presence: () => sensors.presence(),
    whereabouts(bed) {
      const guest = guests.find((one) => one.bed === bed);
      return guest === undefined ? "away" : whereIs(sim, scene, guest);
    },
    touched: () => newtons(touched()),
    tick() {
      tick();
      sensors.tick(time());
    },
    delete: () => sim.delete(),
  };
}

/** The building, the beds of room A, braked, and the robot before its door, which stands open. */
function furnished(guests: readonly Guest[]): Scene {
  const ward = readWard(DEFAULT_RESIDENT, join(MODELS, "care-ward.sdf"));
  const known: readonly string[] = BEDS;
  const models = ward.models.flatMap((model): Model[] => {
    if (model.name === "building") return [model];
    if (known.includes(model.name))
      return [standing(model, guests.find(({ bed }) => bed === model.name)?.open)];
    if (model.name !== PATROL_MODEL) return [];
    return [
      { ...model, pose: { position: [WAITS.x, WAITS.y, 0], rotation: fromRollPitchYaw(0, 0, WAITS.yaw) } },
    ];
  });
  return { ...ward, models };
}

/** From the bodies themselves: how high the pelvis is, whether it is over the bed, and whether the trunk is upright. */
function whereIs(sim: Simulation, scene: Scene, { name, bed }: Guest): Whereabouts {
  const pose = (link: string) => poseOfBody(sim, sim.index("mjOBJ_BODY", `${name}/${link}`));
  const pelvis = pose("pelvis").position;
  if (pelvis[2] < ON_FLOOR) return "on_floor";
  const stands = scene.models.find((model) => model.name === bed)?.pose;
  if (stands === undefined) return "away";
  const [along, across] = compose(invert(stands), { position: pelvis, rotation: [0, 0, 0, 1] }).position;
  if (Math.abs(along) > BED.length / 2 || Math.abs(across) > BED.width / 2) return "away";
  return rotate(pose("thorax").rotation, [0, 0, 1])[2] > UPRIGHT ? "on_edge" : "in_bed";
}
