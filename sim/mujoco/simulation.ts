// One running MuJoCo world: steps, names turned into indices once, live views, and instability told as an error.
import type { Engine, MjData, MjModel } from "./engine.ts";

type Kind = keyof Engine["mjtObj"];

/** The arrays of the running world. Valid until the next `step`; ask `Simulation.views()` again after it. */
export interface Views {
  readonly qpos: Float64Array;
  readonly qvel: Float64Array;
  readonly ctrl: Float64Array;
  readonly actuatorForce: Float64Array;
  readonly sensors: Float64Array;
  /** World positions, 3 a body. */
  readonly xpos: Float64Array;
  /** World orientations, 4 a body, w first. */
  readonly xquat: Float64Array;
  /** Centre of mass of each body and all that hangs on it, 3 a body. */
  readonly centre: Float64Array;
  /** Where each joint's axis passes through, and its direction, in the world; 3 a joint. */
  readonly anchors: Float64Array;
  readonly axes: Float64Array;
  /** Force (N) and moment (N·m) that something outside the model applies at a body's centre of mass, in the world, 6 a body; may be written. */
  readonly applied: Float64Array;
  /** Least and most effort of each motor, 2 a motor; may be written. */
  readonly effortRange: Float64Array;
  /** Dry friction of each degree of freedom, N or N·m; may be written where the SDF gives some. */
  readonly friction: Float64Array;
}

/** A world lives until `delete`; it is a class because it owns wasm memory. */
export class Simulation {
  readonly engine: Engine;
  readonly model: MjModel;
  readonly data: MjData;
  #views: Views;
  readonly #warnings: number;

  /** Throws when MuJoCo refuses the MJCF. */
  constructor(engine: Engine, mjcf: string) {
    const model = engine.MjModel.from_xml_string(mjcf);
    if (!model) throw new Error("MuJoCo refused the generated MJCF");
    this.engine = engine;
    this.model = model;
    this.data = new engine.MjData(model);
    this.#views = this.#fetch();
    this.#warnings = this.data.warning.size();
    this.forward();
  }

  #fetch(): Views {
    const { data, model } = this;
    return {
      qpos: data.qpos,
      qvel: data.qvel,
      ctrl: data.ctrl,
      actuatorForce: data.actuator_force,
      sensors: data.sensordata,
      xpos: data.xpos,
      xquat: data.xquat,
      centre: data.subtree_com,
      anchors: data.xanchor,
      axes: data.xaxis,
      applied: data.xfrc_applied,
      effortRange: model.actuator_forcerange,
      friction: model.dof_frictionloss,
    };
  }

  /** The live arrays. When the wasm heap has grown the old ones are dead, and new ones are fetched. */
  views(): Views {
    if (this.#views.qpos.byteLength === 0) this.#views = this.#fetch();
    return this.#views;
  }

  get time(): number {
    return this.data.time;
  }

  forward(): void {
    this.engine.mj_forward(this.model, this.data);
  }

  /** Puts a body that has no joint somewhere else, m in the frame of the body it stands on. */
  place(name: string, position: readonly number[]): void {
    this.model.body_pos.set(position, 3 * this.index("mjOBJ_BODY", name));
  }

  step(): void {
    this.engine.mj_step(this.model, this.data);
  }

  /** Throws when the physics has become unstable: MuJoCo then resets itself silently, and all after it would be a lie. */
  assertStable(): void {
    const list = this.data.warning;
    for (let i = 0; i < this.#warnings; i++) {
      const warning = list.get(i);
      const count = warning?.number ?? 0;
      if (count > 0)
        throw new Error(`simulation unstable at ${this.time.toFixed(3)} s: ${WARNINGS[i] ?? `warning ${i}`}`);
    }
  }

  /** The index of a named thing. Throws when there is none. */
  index(kind: Kind, name: string): number {
    const id = this.engine.mj_name2id(this.model, this.engine.mjtObj[kind].value, name);
    if (id < 0) throw new Error(`the world has no ${kind.slice(6).toLowerCase()} "${name}"`);
    return id;
  }

  /** Where a joint's axis stands in `qpos` and `qvel`. */
  address(axis: string): { readonly position: number; readonly velocity: number } {
    const id = this.index("mjOBJ_JOINT", axis);
    return { position: this.model.jnt_qposadr[id] ?? -1, velocity: this.model.jnt_dofadr[id] ?? -1 };
  }

  /** Where a sensor's values begin in `sensors`. */
  sensor(name: string): number {
    return this.model.sensor_adr[this.index("mjOBJ_SENSOR", name)] ?? -1;
  }

  delete(): void {
    this.data.delete();
    this.model.delete();
  }
}

/** mjtWarning, in MuJoCo's order. */
const WARNINGS = [
  "nearly singular inertia",
  "constraint memory full",
  "contact memory full",
  "unknown visual geom",
  "bad position (NaN or huge)",
  "bad velocity (NaN or huge)",
  "bad acceleration (NaN or huge)",
  "bad control (NaN or huge)",
];
