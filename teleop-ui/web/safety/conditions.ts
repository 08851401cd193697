// Every observation of the rules as something a hand can set: of what kind it is, to which group it belongs, how it is read.
import type { Load, Observations } from "../../../core/safety/observations.ts";
import {
  inDegrees,
  radians,
  type Kilograms,
  type Metres,
  type MetresPerSecond,
  type Newtons,
  type Radians,
  type Seconds,
} from "../../../core/units.ts";

export type Key = keyof Observations;
/** `age` of a source: grows while it is silent, Infinity when it never spoke. `silence` grows too. `span` does not. */
type KindOf<Value> = Value extends boolean
  ? "fact"
  : Value extends Load
    ? "load"
    : Value extends Seconds
      ? "age" | "silence" | "span"
      : Value extends Newtons
        ? "force"
        : Value extends Kilograms
          ? "mass"
          : Value extends Radians
            ? "angle"
            : Value extends Metres
              ? "distance"
              : Value extends MetresPerSecond
                ? "speed"
                : "share";
export type Kind = KindOf<Observations[Key]>;

export const GROUPS = ["stop", "load", "touch", "person", "robot", "asks"] as const;
type Group = (typeof GROUPS)[number];
type Condition<K extends Key> = readonly [Group, KindOf<Observations[K]>];

/** Does not compile while an observation is missing, or is of another kind than its type. */
const CONDITIONS: { readonly [K in Key]: Condition<K> } = {
  estopPressed: ["stop", "fact"],
  estopAge: ["stop", "age"],
  operatorStopped: ["stop", "fact"],
  residentStopped: ["stop", "fact"],
  load: ["load", "load"],
  supportForce: ["load", "force"],
  supportLimit: ["load", "force"],
  wrenchAge: ["load", "age"],
  residentMass: ["load", "mass"],
  seatGone: ["load", "fact"],
  contactShare: ["touch", "share"],
  contactAge: ["touch", "age"],
  nearest: ["touch", "distance"],
  scanAge: ["touch", "age"],
  personAge: ["person", "age"],
  trunkTilt: ["person", "angle"],
  clockWrong: ["robot", "fact"],
  robotTilt: ["robot", "angle"],
  imuAge: ["robot", "age"],
  liftSpeed: ["robot", "speed"],
  jointAge: ["robot", "age"],
  odometryAge: ["robot", "age"],
  deviation: ["robot", "share"],
  motionFrozen: ["robot", "silence"],
  senseFrozen: ["robot", "silence"],
  unrest: ["robot", "share"],
  stoppedFor: ["robot", "silence"],
  gateAge: ["robot", "age"],
  groupLost: ["robot", "fact"],
  charge: ["robot", "share"],
  supplyFails: ["robot", "fact"],
  powerAge: ["robot", "age"],
  linkAge: ["asks", "age"],
  roundTrip: ["asks", "span"],
  unansweredOnSite: ["asks", "fact"],
  taskActive: ["asks", "fact"],
  taskSilence: ["asks", "silence"],
};

export const KEYS = Object.keys(CONDITIONS) as Key[];
export const groupOf = (key: Key): Group => CONDITIONS[key][0];
export const kindOf = (key: Key): Kind => CONDITIONS[key][1];
/** What is silent from now on, and older with each moment. */
export const canGrow = (key: Key): boolean => kindOf(key) === "age" || kindOf(key) === "silence";

const MILLI = 1000;
const PERCENT = 100;

/** Without the noise of binary fractions. */
const plain = (value: number) => String(Number(value.toPrecision(3)));
const inTime = (value: number) => (value < 1 ? `${plain(value * MILLI)} ms` : `${plain(value)} s`);

const READ: Readonly<Record<Kind, (value: number) => string>> = {
  age: inTime,
  silence: inTime,
  span: inTime,
  angle: (value) => `${plain(inDegrees(radians(value)))}°`,
  share: (value) => `${plain(value * PERCENT)} %`,
  mass: (value) => `${plain(value)} kg`,
  force: (value) => `${plain(value)} N`,
  distance: (value) => `${plain(value)} m`,
  speed: (value) => `${plain(value)} m/s`,
  fact: String,
  load: String,
};

/** A finite value of a kind in the unit that people read: 0.1 s as "100 ms", radians in degrees, shares in %. */
export const read = (kind: Kind, value: number): string => READ[kind](value);
