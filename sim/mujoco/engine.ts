// The part of MuJoCo's WebAssembly we use, typed by us because its own declarations are `any`; loaded once.
import load from "@mujoco/mujoco";

/** Views are on the wasm heap: they die when the heap grows, so they are fetched through `Simulation` only. */
export interface MjData {
  time: number;
  readonly qpos: Float64Array;
  readonly qvel: Float64Array;
  readonly qacc: Float64Array;
  readonly ctrl: Float64Array;
  readonly actuator_force: Float64Array;
  readonly sensordata: Float64Array;
  readonly xpos: Float64Array;
  readonly xquat: Float64Array;
  readonly site_xpos: Float64Array;
  readonly site_xmat: Float64Array;
  readonly subtree_com: Float64Array;
  readonly cvel: Float64Array;
  readonly xfrc_applied: Float64Array;
  readonly xanchor: Float64Array;
  readonly xaxis: Float64Array;
  readonly xipos: Float64Array;
  readonly mocap_pos: Float64Array;
  readonly mocap_quat: Float64Array;
  readonly ncon: number;
  /** Memory of one step, on the wasm heap; the contacts are at its beginning. */
  readonly arena: Uint8Array<ArrayBuffer>;
  readonly contact: { size(): number; get(i: number): MjContact | undefined; delete(): void };
  readonly warning: {
    size(): number;
    get(i: number): { readonly number: number; delete(): void } | undefined;
    delete(): void;
  };
  delete(): void;
}
interface MjContact {
  readonly geom: Int32Array;
  readonly pos: Float64Array;
  readonly frame: Float64Array;
  readonly dist: number;
  delete(): void;
}
export interface MjModel {
  readonly nq: number;
  readonly nv: number;
  readonly nu: number;
  readonly nbody: number;
  readonly ngeom: number;
  readonly body_mass: Float64Array;
  readonly jnt_qposadr: Int32Array;
  readonly jnt_dofadr: Int32Array;
  readonly geom_bodyid: Int32Array;
  readonly actuator_forcerange: Float64Array;
  readonly body_pos: Float64Array;
  readonly dof_frictionloss: Float64Array;
  readonly sensor_adr: Int32Array;
  readonly body_subtreemass: Float64Array;
  readonly body_mocapid: Int32Array;
  readonly eq_data: Float64Array;
  delete(): void;
}
interface Enum {
  readonly value: number;
}
export interface Engine {
  readonly MjModel: { from_xml_string(xml: string): MjModel | null };
  readonly MjData: new (model: MjModel) => MjData;
  readonly DoubleBuffer: new (size: number) => { GetView(): Float64Array; delete(): void };
  readonly IntBuffer: new (size: number) => { GetView(): Int32Array; delete(): void };
  readonly mjtObj: Readonly<
    Record<
      "mjOBJ_BODY" | "mjOBJ_JOINT" | "mjOBJ_GEOM" | "mjOBJ_SITE" | "mjOBJ_ACTUATOR" | "mjOBJ_SENSOR",
      Enum
    >
  >;
  readonly mjtState: Readonly<Record<"mjSTATE_INTEGRATION" | "mjSTATE_EQ_ACTIVE", Enum>>;
  mj_versionString(): string;
  mj_stateSize(model: MjModel, what: number): number;
  /** The buffer must be as large as mj_stateSize says. */
  mj_getState(model: MjModel, data: MjData, buffer: { GetView(): Float64Array }, what: number): void;
  mj_name2id(model: MjModel, kind: number, name: string): number;
  mj_setState(model: MjModel, data: MjData, values: readonly number[], kind: number): void;
  mj_id2name(model: MjModel, kind: number, id: number): string;
  mj_step(model: MjModel, data: MjData): void;
  mj_forward(model: MjModel, data: MjData): void;
  mj_resetData(model: MjModel, data: MjData): void;
  mj_contactForce(model: MjModel, data: MjData, contact: number, wrench: { GetView(): Float64Array }): void;
  mj_multiRay(
    model: MjModel,
    data: MjData,
    from: readonly number[],
    directions: readonly number[],
    groups: readonly number[],
    includeFixed: boolean,
    exceptBody: number,
    geoms: object,
    distances: object,
    normals: object,
    count: number,
    cutoff: number,
  ): void;
}

let engine: Promise<Engine> | undefined;

/** MuJoCo, loaded at the first call. */
export function loadEngine(): Promise<Engine> {
  engine ??= load() as unknown as Promise<Engine>;
  return engine;
}
