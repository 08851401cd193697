// What sensors really are like: errors of each kind, from data sheets, and what their faults do. [D] is our choice.
import type { Sensor } from "../../core/faults.ts";
import { degrees, inDegrees, milliseconds, radians, seconds } from "../../core/units.ts";
import type { ImuQuantity, JointQuantity, OdometryQuantity, WrenchQuantity } from "./channels.ts";
import { AT_ONCE, perfect, type Errors, type Imperfection } from "./imperfection.ts";

interface Quantities extends Record<Sensor, string> {
  readonly joints: JointQuantity;
  readonly odometry: OdometryQuantity;
  readonly imu: ImuQuantity;
  readonly left_wrench: WrenchQuantity;
  readonly right_wrench: WrenchQuantity;
  readonly contacts: "force";
  readonly scan: "range";
  readonly bed: "force";
  readonly camera: "grey";
}
export type Imperfections = { readonly [S in Sensor]: Imperfection<Quantities[S]> };

const none = { chance: 0, lasts: seconds(0) };
/** [D] One reading in a thousand is lost on its way; no data sheet tells. A freeze is rare, and a matter for a scenario. */
const LOST = 0.001;
const quantity = (
  noise: number,
  bias: number,
  drift: number,
  broken: Errors["broken"] = { noise: 0, bias: 0 },
): Errors => ({ noise, bias, drift, broken });
const root = Math.sqrt;

/** AMT10 encoder (CUI Devices): 2048 lines are 8192 counts a turn, accuracy 0.25°. */
const COUNT = (2 * Math.PI) / 8192;
const uniform = (step: number) => step / root(12);
/** The lift's spindle moves 5 mm a turn [D]. */
const PITCH = 0.005 / (2 * Math.PI);
const TICK = 0.01;
/** Xsens MTi-1: 0.007 °/s/√Hz, 120 µg/√Hz; 50 Hz is half of what is asked for. */
const ROOT_BAND = root(50);
const turn = inDegrees(radians(1));

/** Joints: encoders on motors. Speeds are differences over a tick; an effort is a motor's current, 2 % of 1000 N [D]. Biased by a lost reference [D]. */
const joints: Imperfections["joints"] = {
  rate: 100,
  latency: milliseconds(5),
  dropOut: LOST,
  freeze: none,
  errors: {
    place: quantity(uniform(COUNT * PITCH), degrees(0.25) * PITCH, 0, { noise: 0.005, bias: 0.05 }),
    speed: quantity(uniform((COUNT * PITCH) / TICK), 0, 0, { noise: 0.05, bias: 0.02 }),
    angle: quantity(uniform(COUNT), degrees(0.25), 0, { noise: 0.05, bias: 0.5 }),
    rate: quantity(uniform(COUNT / TICK), 0, 0, { noise: 0.5, bias: 0.2 }),
    effort: quantity(5, 20, 0, { noise: 100, bias: 200 }),
  },
};
/** Odometry: the wheels' encoders. Its place goes wrong with the way and not with time: see `wheelErrors`. */
const odometry: Imperfections["odometry"] = {
  rate: 100,
  latency: milliseconds(5),
  dropOut: LOST,
  freeze: none,
  errors: {
    place: quantity(0, 0, 0, { noise: 0.02, bias: 0.1 }),
    heading: quantity(0, 0, 0, { noise: 0.02, bias: 0.1 }),
    speed: quantity(uniform((COUNT * 0.1) / TICK), 0, 0, { noise: 0.05, bias: 0.05 }),
    rate: quantity(uniform((COUNT * 0.1) / TICK / 0.58), 0, 0, { noise: 0.1, bias: 0.1 }),
  },
};
/** [1] of a wheel's radius: what is left after calibration (Borenstein and Feng 1996 take 0.5 % and less out). */
export const wheelErrors = 0.002;

/** Xsens MTi-1 (noise, 10 °/h) and MTi-20 (0.2° static) with a filter's 0.05° of noise [D]. Biased beyond the 5° of SR-14. */
const imu: Imperfections["imu"] = {
  rate: 100,
  latency: milliseconds(5),
  dropOut: LOST,
  freeze: none,
  errors: {
    orientation: quantity(degrees(0.05), degrees(0.2), 0, { noise: degrees(2), bias: degrees(4) }),
    rate: quantity((0.007 / turn) * ROOT_BAND, degrees(0.05), 0, { noise: 0.1, bias: 0.05 }),
    acceleration: quantity(120e-6 * 9.81 * ROOT_BAND, 0.02, 0, { noise: 1, bias: 1 }),
  },
};
/** A strain-gauge cell of 1 kN and class 0.2, as core/safety/limits.ts takes it: 2 N. Noise, drift and faults [D]. */
const wrench: Imperfections["left_wrench"] = {
  rate: 100,
  latency: milliseconds(5),
  dropOut: LOST,
  freeze: none,
  errors: {
    force: quantity(0.5, 1, 0.05, { noise: 20, bias: 60 }),
    torque: quantity(0.05, 0.1, 0.005, { noise: 2, bias: 6 }),
  },
};
/** A capacitive skin [D]: no data sheet of one for persons is at hand. */
const contacts: Imperfections["contacts"] = {
  rate: 100,
  latency: milliseconds(10),
  dropOut: LOST,
  freeze: none,
  errors: { force: quantity(1, 1, 0.02, { noise: 20, bias: 40 }) },
};
/** SICK TiM55x: statistical error 20 mm, systematic ±60 mm taken as two deviations; the last ray is a turn of 15 Hz old. */
const scan: Imperfections["scan"] = {
  rate: 10,
  latency: milliseconds(67),
  dropOut: LOST,
  freeze: none,
  errors: { range: quantity(0.02, 0.03, 0, { noise: 0.3, bias: 0.5 }) },
};
/** Foil sensors under a mattress [D]: a newton of noise, two of creep from cell to cell. */
const bed: Imperfections["bed"] = {
  rate: 10,
  latency: milliseconds(20),
  dropOut: LOST,
  freeze: none,
  errors: { force: quantity(0.3, 0.5, 0.01, { noise: 30, bias: 40 }) },
};
/** An industrial camera at room light [D]: two grey levels of noise; exposure and transfer take 30 ms. */
const camera: Imperfections["camera"] = {
  rate: Infinity,
  latency: milliseconds(30),
  dropOut: LOST,
  freeze: none,
  errors: { grey: quantity(2, 0, 0, { noise: 60, bias: 120 }) },
};
const typical: Imperfections = {
  joints,
  odometry,
  imu,
  left_wrench: wrench,
  right_wrench: wrench,
  contacts,
  scan,
  bed,
  camera,
};

/** The same sensors without error: only their faults are left. */
export function ideal<Q extends string>({ errors }: Imperfection<Q>): Imperfection<Q> {
  const without = Object.entries<Errors>(errors).map(([name, { broken }]) => [name, perfect(broken)]);
  return { ...AT_ONCE, errors: Object.fromEntries(without) as Record<Q, Errors> };
}
const PROFILES: Readonly<Record<"perfect" | "typical", Imperfections>> = {
  perfect: {
    joints: ideal(joints),
    odometry: ideal(odometry),
    imu: ideal(imu),
    left_wrench: ideal(wrench),
    right_wrench: ideal(wrench),
    contacts: ideal(contacts),
    scan: ideal(scan),
    bed: ideal(bed),
    camera: ideal(camera),
  },
  typical,
};
export type Profile = keyof typeof PROFILES;

/** Throws when there is none of that name. */
export function profileOf(name: string): Profile {
  if (name !== "perfect" && name !== "typical")
    throw new Error(`sensors "${name}": expected "perfect" or "typical"`);
  return name;
}
export const imperfectionsOf = (profile: Profile): Imperfections => PROFILES[profile];
