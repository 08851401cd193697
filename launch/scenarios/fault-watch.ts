// Watches a ride with faults for what must never happen: motion while stopped, speed over a cap, a drop, a person on the floor.
import {
  SafetyState,
  type BatteryState,
  type HardwareCommand,
  type LinkPoses,
  type WorldTruth,
} from "../../core/messages.ts";
import { GRAVITY } from "../../core/motion/support.ts";
import { CAPS, SAFETY_AGE } from "../../core/motion/limits.ts";
import { topics } from "../../core/topics.ts";
import { metres, metresPerSecond, seconds, type Seconds } from "../../core/units.ts";
import type { VirtualRun } from "../virtual/run.ts";

/** Nothing is commanded this soon after the supervisor forbade it: one tick of the gate, and the state's own age. */
const OBEYED: Seconds = SAFETY_AGE;
/** With weight on the pads a pelvis that sinks faster than this is dropped: who sits down by themselves reaches 0.35 m/s [measured], a fall 2.1 ± 0.6 m/s (DOMAIN §3). */
const DROP = metresPerSecond(0.5);
/** [1] of body weight on the pads: borne. */
const BORNE = 0.05;
/** [1] of standing height: a pelvis below this is on the floor, for a seat is at half of it [D]. */
const FLOOR = 0.35;
const ROUNDING = 1e-9;
/** After 100 ms without a command every drive stops by itself (HardwareCommand.msg); from 0.15 m/s, braking as the drives do, it stands within this. */
const SILENT_STANDS = seconds(0.75);
/** What stands under a load that shifts gives this much: springs of wheels and lift under a whole resident [measured: 4 mm]. */
const GIVES = metres(0.01);
const STANDING_LINKS = ["transfer_robot/base_link", "transfer_robot/lift_link"];

const MAY_MOVE: readonly number[] = [SafetyState.READY, SafetyState.MOVING, SafetyState.LOWERING];

/** From now on; `unsafe` grows, each kind of thing said once, with its moment. */
export function watchFaults(run: VirtualRun): { readonly unsafe: readonly string[] } {
  const unsafe: string[] = [];
  const kinds = new Set<string>();
  let forbidden: number | undefined = run.now();
  let before: { readonly at: number; readonly pelvis: number } | undefined;
  const tell = (kind: string, detail: string) => {
    if (kinds.has(kind)) return;
    kinds.add(kind);
    unsafe.push(`${run.now().toFixed(2)} s ${kind} ${detail}`);
  };
  let [looked, commanded]: [number, number] = [run.now(), run.now()];
  let stood: readonly number[] | undefined;
  let powered = true;
  run.on(topics.battery, ({ present }: BatteryState) => void (powered = present));
  run.on(topics.safetyState, ({ motion }: SafetyState, at) => {
    looked = at;
    forbidden = MAY_MOVE.includes(motion) ? undefined : (forbidden ?? at);
  });
  run.on(topics.hardwareCommand, (command: HardwareCommand, at) => {
    const speeds = [command.drive.linear.x, command.drive.angular.z, ...command.joint_velocities];
    if (!speeds.every(Number.isFinite)) tell("commanded no number", speeds.join(" "));
    const isMoving = speeds.some((speed) => speed !== 0);
    if (powered) {
      commanded = at;
      stood = undefined;
    }
    if (forbidden !== undefined && at - forbidden > OBEYED && isMoving)
      tell("moved while stopped", speeds.join(" "));
    if (at - looked > OBEYED && isMoving) tell("moved without a supervisor", speeds.join(" "));
    const over = speeds.some((speed, axis) => {
      const caps = Object.values(CAPS);
      const [up, down] = [caps.map((cap) => cap.up[axis] ?? 0), caps.map((cap) => cap.down[axis] ?? 0)];
      return speed > Math.max(...up) + ROUNDING || -speed > Math.max(...down) + ROUNDING;
    });
    if (over) tell("over a cap", speeds.join(" "));
  });
  run.on(topics.linkPoses, ({ names, poses }: LinkPoses, at) => {
    if (!(at - commanded > SILENT_STANDS)) return;
    const here = STANDING_LINKS.flatMap((link) => {
      const { x = NaN, y = NaN, z = NaN } = poses[names.indexOf(link)]?.position ?? {};
      return [x, y, z];
    });
    stood ??= here;
    const gone = Math.max(...here.map((value, place) => Math.abs(value - (stood?.[place] ?? NaN))));
    if (!(gone <= GIVES)) tell("moved though nobody commanded, or without power", `${gone.toFixed(3)} m`);
  });
  run.on(topics.worldTruth, (truth: WorldTruth, at) => {
    const sinking = before === undefined ? 0 : (before.pelvis - truth.pelvis_height) / (at - before.at);
    const borne = truth.pad_force / (truth.body_mass * GRAVITY);
    if (borne > BORNE && sinking > DROP) tell("dropped", `${sinking.toFixed(2)} m/s`);
    if (truth.pelvis_height < FLOOR * truth.standing_height)
      tell("on the floor", `${truth.pelvis_height.toFixed(2)} m`);
    before = { at, pelvis: truth.pelvis_height };
  });
  return { unsafe };
}
