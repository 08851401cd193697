// Messages for tests of the gateway and the page: each says only what differs from an ordinary one.
import type {
  BatteryState,
  GateReport,
  Image,
  Lease,
  LinkPoses,
  MotionRequest,
  Person,
  Resident,
  SafetyState,
  TaskState,
} from "../../core/messages.ts";
import { ready } from "../../core/safety/rehearsal.ts";
import { stampOf } from "../../core/time.ts";
import { kilograms, metres, radians, seconds } from "../../core/units.ts";

const header = (at = 1, frame_id = "base_link") => ({ stamp: stampOf(seconds(at)), frame_id });
const still = { x: 0, y: 0, z: 0 };

export const aSafetyState = (differs: Partial<SafetyState> = {}): SafetyState =>
  ready(seconds(1), { not_lowerable: true, ...differs });

export const aGateReport = (differs: Partial<GateReport> = {}): GateReport => ({
  header: header(),
  source: "",
  limiting: [],
  reject_reasons: [],
  reject_counts: [],
  no_way_back: true,
  lowered: false,
  ...differs,
});

/** The one in command of the tests' lane holds it. */
export const aLease = (differs: Partial<Lease> = {}): Lease => ({
  header: header(),
  epoch: 1,
  nonce: 7,
  kind: 1,
  holder: "operator",
  operator_name: "operator",
  session: "s1",
  on_site: true,
  consent: false,
  asked_by: "",
  expires: seconds(1e6),
  ...differs,
});

export const aDrive = (differs: Partial<MotionRequest> = {}): MotionRequest => ({
  header: header(),
  kind: 1,
  source: "operator",
  epoch: 1,
  nonce: 7,
  sequence: 1,
  time_to_live: seconds(0.2),
  drive: { linear: { ...still, x: 0.1 }, angular: still },
  joint_names: [],
  joint_velocities: [],
  ...differs,
});

export const aResident = (differs: Partial<Resident> = {}): Resident => ({
  name: "김순자",
  sex: 0,
  stature: metres(1.55),
  body_mass: kilograms(55),
  seat_height: metres(0.45),
  picture_refused: false,
  ...differs,
});

/** Seven lithium-ion cells, 83 % full. */
export const aBattery = (differs: Partial<BatteryState> = {}): BatteryState => ({
  header: header(),
  present: true,
  power_supply_status: 2,
  power_supply_health: 1,
  power_supply_technology: 2,
  voltage: 28,
  current: -1.8,
  charge: 16.6,
  capacity: 20,
  design_capacity: 20,
  percentage: 0.83,
  temperature: NaN,
  cell_voltage: [],
  cell_temperature: [],
  location: "base_link",
  serial_number: "",
  ...differs,
});

export const aTaskState = (differs: Partial<TaskState> = {}): TaskState => ({
  header: header(),
  task: "",
  phase: 0,
  progress: 0,
  support: 0,
  peak_support: 0,
  waiting_for: "",
  reason: "",
  ...differs,
});

export const aPerson = (differs: Partial<Person> = {}): Person => ({
  header: header(1, "camera_optical"),
  seen: true,
  confidence: 0.9,
  posture: 2,
  posture_confidence: 0.9,
  trunk_lean: radians(0.2),
  trunk_tilt: radians(0),
  left_knee: radians(1.5),
  right_knee: radians(1.5),
  left_hip: radians(1.5),
  right_hip: radians(1.5),
  landmarks: [],
  world: [],
  points: [],
  ...differs,
});

export const someLinkPoses = (differs: Partial<LinkPoses> = {}): LinkPoses => ({
  header: header(1, "map"),
  names: [],
  poses: [],
  ...differs,
});

/** A grey picture of 8×6. */
export const anImage = (differs: Partial<Image> = {}): Image => ({
  header: header(1, "camera_optical"),
  height: 6,
  width: 8,
  encoding: "rgb8",
  is_bigendian: 0,
  step: 24,
  data: new Uint8Array(8 * 6 * 3).fill(128),
  ...differs,
});
