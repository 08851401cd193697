// A moment of a simulated world as a file holds it: who, what came in, until which tick, and a hash of where that must lead.
import { createHash } from "node:crypto";
import { z } from "zod";
import { WELL } from "../../core/body/condition.ts";
import type { ResidentCondition } from "../../core/messages.ts";
import { kilograms, metres } from "../../core/units.ts";
import { NO_FAULT, type Faults } from "../faults.ts";
import type { Engine } from "../mujoco/engine.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import type { Will } from "../resident/will.ts";
import type { Scene } from "../sdf/model.ts";
import type { World } from "../world.ts";
import { LONGEST, type Entry, type Story } from "./story.ts";

/** Raised when an older file would be read wrongly. */
const VERSION = 1;

/** JSON has one word for all that is no number, and so have the drives. */
const number = z.union([z.number(), z.null().transform(() => NaN)]);
const tick = z.int().min(0).max(LONGEST);
const joints = z.record(z.string(), number);
const entry = z.discriminatedUnion("kind", [
  z.strictObject({
    tick,
    kind: z.literal("command"),
    command: z.strictObject({ forward: number, turn: number, joints }),
    at: number,
  }),
  z.strictObject({ tick, kind: z.literal("brake") }),
  z.strictObject({ tick, kind: z.literal("prompt"), will: z.string().transform((will) => will as Will) }),
  z.strictObject({ tick, kind: z.literal("chair"), away: z.boolean() }),
  z.strictObject({
    tick,
    kind: z.literal("faults"),
    faults: z.record(z.string(), z.boolean()).transform((faults): Faults => ({ ...NO_FAULT, ...faults })),
  }),
]);
const condition = z
  .strictObject(Object.fromEntries(Object.keys(WELL).map((name) => [name, z.number()])))
  .transform((all) => all as unknown as ResidentCondition);
const moment = z.strictObject({
  mujoco: z.string(),
  models: z.string(),
  resident: z.strictObject({
    sex: z.enum(["female", "male"]),
    stature: z.number().transform(metres),
    bodyMass: z.number().transform(kilograms),
    legStrength: z.number(),
    condition: condition.optional(),
    seed: z.int(),
  }),
  ticks: tick,
  state: z.string(),
  entries: z.array(entry),
});
const file = z.strictObject({ format: z.literal("dolbom-moment"), version: z.literal(VERSION), moment });

export interface Moment {
  /** MuJoCo's version, and the hash of the scene: another one runs another way. */
  readonly mujoco: string;
  readonly models: string;
  readonly resident: ResidentParameters;
  readonly ticks: number;
  /** Hash of MuJoCo's full state at the end. */
  readonly state: string;
  readonly entries: readonly Entry[];
}

/** JSON.rawJSON keeps the sign of zero, which JSON.stringify drops: a moment is played again bit for bit. */
const NEGATIVE_ZERO = (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON("-0");

export const textOfMoment = (kept: Moment): string =>
  JSON.stringify({ format: "dolbom-moment", version: VERSION, moment: kept }, (_, value: unknown) =>
    Object.is(value, -0) ? NEGATIVE_ZERO : value,
  );

/** Throws one error that says what is wrong with the text. */
export function readMoment(text: string): Moment {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Error("is not JSON", { cause });
  }
  const parsed = file.safeParse(json);
  if (parsed.success) return parsed.data.moment;
  const [issue] = parsed.error.issues;
  throw new Error(`${issue?.path.join(".") || "it"}: ${issue?.message ?? "is no moment"}`);
}

const sha256 = (of: string | Uint8Array) => createHash("sha256").update(of).digest("hex");

/** Of the scene as it was read: models, places, the resident's body. */
const modelsHash = (scene: Scene): string => sha256(JSON.stringify(scene));

/** Of all that MuJoCo needs to go on from here, bit for bit. */
export function stateHash({ engine, model, data }: Simulation): string {
  const what = engine.mjtState.mjSTATE_INTEGRATION.value;
  const buffer = new engine.DoubleBuffer(engine.mj_stateSize(model, what));
  engine.mj_getState(model, data, buffer, what);
  const view = buffer.GetView();
  const hash = sha256(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  buffer.delete();
  return hash;
}

/** The moment that a world is at. Throws when its story is too long. */
export function momentOf(world: World, story: Story): Moment {
  const entries = story.entries();
  if (entries === undefined)
    throw new Error("the world has run for more than half an hour since its beginning: reset it first");
  const { engine } = world.sim;
  return {
    mujoco: engine.mj_versionString(),
    models: modelsHash(world.scene),
    resident: world.resident,
    ticks: story.ticks,
    state: stateHash(world.sim),
    entries: [...entries],
  };
}

/** Throws when the moment was of another simulator than this one. */
export function checkSame({ mujoco, models }: Moment, engine: Engine, scene: Scene): void {
  const here = engine.mj_versionString();
  if (mujoco !== here) throw new Error(`was made with MuJoCo ${mujoco}, and this is ${here}`);
  if (models !== modelsHash(scene)) throw new Error("was made with other models than those of now");
}
