// A level floor, or any scene, with a person who walks on it, with or without the walker robot, and bystanders who pass.
import type { Vec3 } from "../../core/frames.ts";
import { metres, seconds, type Seconds } from "../../core/units.ts";
import { WALKER } from "../generator/dimensions.ts";
import { readModel } from "../library.ts";
import type { Engine } from "../mujoco/engine.ts";
import { axisName, bodyName, toMjcf } from "../mujoco/mjcf.ts";
import { Simulation } from "../mujoco/simulation.ts";
import { touchReader } from "../mujoco/touch.ts";
import { bodyMotors } from "../resident/muscles.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import type { Model, Scene } from "../sdf/model.ts";
import { wheelDrives, wheelMotors } from "../mobile-base.ts";
import { fromRollPitchYaw } from "../sdf/pose.ts";
import { readWard } from "../ward.ts";
import { TICK } from "../world.ts";
import { moveBystanders, withBystanders, type Bystander } from "./bystanders.ts";
import { handTies, type Hands } from "./hands.ts";
import { mishapsOf, type Mishaps } from "./mishaps.ts";
import { createPedestrian, type Pedestrian } from "./pedestrian.ts";
import { placed, takeHold } from "./placing.ts";
import { walkerDevice, WALKER_MODEL, type WalkerDevice } from "./walker-device.ts";

/** Strength is told against the chair of the ward: its seat is so high, m. */
const SEAT = metres(0.45);
/** The feet stand so far behind the walker's axle, m [D]; the grips are as high as the wrists: share of stature. */
const BEHIND = 0.16;
const WRIST = 0.53;

export interface WalkingOptions {
  /** With the walker robot, both hands on its handles. */
  readonly walker?: boolean;
  /** Where the person stands and faces: m and rad. */
  readonly at?: { readonly x: number; readonly y: number; readonly heading: number };
  /** What else is there; a level floor where it is left out. Its models `resident` and `walker_robot` are replaced. */
  readonly scene?: Scene;
  readonly bystanders?: readonly Bystander[];
  /** m/s, in place of the person's own. */
  readonly speed?: number;
}

export interface WalkingWorld extends Pick<Mishaps, "push" | "stumble"> {
  readonly scene: Scene;
  readonly sim: Simulation;
  readonly resident: ResidentParameters;
  readonly person: Pedestrian;
  readonly walker: WalkerDevice | undefined;
  readonly hands: Hands | undefined;
  time(): Seconds;
  /** To the walker's wheels: m/s and rad/s, for as long as a drive listens (sim/mujoco/drives.ts). */
  command(forward: number, turn: number): void;
  brake(): void;
  /** Which soles touch something, left and right, and which other links of the person touch the floor. */
  touching(): { readonly left: boolean; readonly right: boolean; readonly down: readonly string[] };
  /** Advances by one tick. Throws when the physics is unstable. */
  tick(): void;
  delete(): void;
}

/** A person at the beginning, standing, with both hands on the handles if there is a walker. Throws for impossible people. */
export function createWalkingWorld(
  engine: Engine,
  resident: ResidentParameters,
  {
    walker = false,
    at = { x: 0, y: 0, heading: 0 },
    scene: around,
    bystanders = [],
    speed,
  }: WalkingOptions = {},
): WalkingWorld {
  const ward = readWard(resident);
  const others = around?.models ?? ward.models.filter(({ name }) => name === "floor");
  const body = ward.models.filter(({ name }) => name === "resident");
  const base = walker ? walkerAt(at) : [];
  const kept = others.filter(({ name }) => name !== "resident" && name !== WALKER_MODEL);
  const scene = withBystanders({ ...ward, ...around, models: [...kept, ...body, ...base] }, bystanders);
  const muscles = bodyMotors(resident, SEAT, (joint, index) => axisName("resident", joint, index));
  const drives = base.flatMap(wheelDrives);
  const mjcf = toMjcf(scene, [...wheelMotors(WALKER_MODEL, drives), ...muscles], walker ? handTies() : []);
  const sim = new Simulation(engine, mjcf);
  const stiffness = muscles.map((muscle) => muscle.stiffness);
  placed(sim, resident, SEAT, drives.length, stiffness, at);
  const device = base.map((model) => {
    const high = WRIST * resident.stature - WALKER.low;
    return walkerDevice(sim, model, drives, 0, Math.max(0, Math.min(WALKER.travel, high)));
  })[0];
  sim.forward();
  const hands = device && takeHold(sim, resident, device);
  const person = createPedestrian(sim, resident, TICK, {
    seatHeight: SEAT,
    firstMotor: drives.length,
    stiffness,
    speed,
  });
  const mishaps = mishapsOf(sim, person);
  const pass = moveBystanders(sim, bystanders);
  const touching = touches(sim, scene);
  const substeps = Math.round(TICK / scene.step);
  const time = () => seconds(sim.time);

  return {
    scene,
    sim,
    resident,
    person,
    walker: device,
    hands,
    time,
    push: (force, duration) => mishaps.push(force, duration),
    stumble: (duration) => mishaps.stumble(duration),
    command: (forward, turn) => device?.command(forward, turn, time()),
    brake: () => device?.brake(),
    touching,
    tick() {
      mishaps.step(TICK);
      hands?.step(TICK);
      const { state, doing } = person;
      if (doing === "fainted" && hands?.holding.includes(true) === true) hands.letGo();
      person.act(mishaps.going, hands?.held(state.thorax.position, state.pelvisTurn[2], doing === "walking"));
      pass(time());
      for (let i = 0; i < substeps; i++) {
        device?.drive(time(), scene.step);
        sim.step();
      }
      person.feel();
      sim.assertStable();
    },
    delete: () => sim.delete(),
  };
}

/** The walker robot before a person who stands there. */
function walkerAt({
  x,
  y,
  heading,
}: {
  readonly x: number;
  readonly y: number;
  readonly heading: number;
}): Model[] {
  const position: Vec3 = [x + BEHIND * Math.cos(heading), y + BEHIND * Math.sin(heading), 0];
  return [{ ...readModel(WALKER_MODEL), pose: { position, rotation: fromRollPitchYaw(0, 0, heading) } }];
}

function touches(sim: Simulation, scene: Scene): WalkingWorld["touching"] {
  const links = new Map(
    scene.models
      .filter(({ name }) => name === "resident")
      .flatMap(({ name, links: all }) =>
        all.flatMap((link) =>
          link.collisions.map((one): [number, string] => [
            sim.index("mjOBJ_GEOM", `${bodyName(name, link.name)}/${one.name}`),
            link.name,
          ]),
        ),
      ),
  );
  const ground = new Set(
    scene.models
      .filter(({ name }) => name === "floor" || name === "building")
      .flatMap(({ name, links: all }) =>
        all.flatMap((link) =>
          link.collisions.map((one) => sim.index("mjOBJ_GEOM", `${bodyName(name, link.name)}/${one.name}`)),
        ),
      ),
  );
  const read = touchReader(sim, (a, b) => (links.has(a) && ground.has(b)) || (links.has(b) && ground.has(a)));
  return () => {
    const found = new Set(read().map(({ first, second }) => links.get(first) ?? links.get(second) ?? ""));
    const down = [...found].filter((link) => !link.endsWith("_foot")).toSorted();
    return { left: found.has("left_foot"), right: found.has("right_foot"), down };
  };
}
