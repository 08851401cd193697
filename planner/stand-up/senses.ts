// What the stand-up task knows at one moment: where base, pads and person are, and how much the pads carry.
import { LANDMARK, type LandmarkName } from "../../core/body/skeleton.ts";
import type {
  GateReport,
  JointState,
  Odometry,
  Person,
  Resident,
  Vector3,
  WrenchStamped,
} from "../../core/messages.ts";
import type { Stamped } from "../../core/node.ts";
import type { Vec3 } from "../../core/frames.ts";
import { GRAVITY, padSupport } from "../../core/motion/support.ts";
import { ageOf } from "../../core/time.ts";
import { kilograms, metres, milliseconds, newtons, radians, seconds } from "../../core/units.ts";
import type { Metres, Newtons, Radians, Seconds } from "../../core/units.ts";
import { inMap, type FloorPose } from "../dock.ts";

/** The person as the eyes saw them last, in the map frame. */
export interface SeenPerson {
  readonly posture: number;
  readonly hip: Vec3;
  readonly shoulder: Vec3;
  /** Of the trunk from vertical, forward positive. */
  readonly lean: Radians;
  /** Of the trunk from vertical, to the left positive. */
  readonly tilt: Radians;
  readonly age: Seconds;
}
export interface Senses {
  readonly base: FloorPose;
  readonly lift: Metres;
  readonly leftArm: Metres;
  readonly rightArm: Metres;
  /** Vertical force of both pads on the person; NaN when unknown. */
  readonly support: Newtons;
  /** How hard both pads together pull the person towards the robot; negative where the person pushes it away. */
  readonly pull: Newtons;
  /** How hard each pad presses sideways. */
  readonly leftSide: Newtons;
  readonly rightSide: Newtons;
  readonly bodyWeight: Newtons;
  readonly stature: Metres;
  readonly bodyMass: number;
  /** A remembered way leads back to where the person was first touched. */
  readonly wayBack: boolean;
  /** On that way the robot is where it first touched the person, or further back. */
  readonly atSeat: boolean;
  readonly person: SeenPerson | undefined;
}

const middle = (person: Person, left: LandmarkName, right: LandmarkName): Vec3 => {
  const [a, b] = [person.points[LANDMARK[left]], person.points[LANDMARK[right]]];
  const mean = (axis: "x" | "y" | "z") => ((a?.[axis] ?? NaN) + (b?.[axis] ?? NaN)) / 2;
  return [mean("x"), mean("y"), mean("z")];
};

/** The person of a message, or undefined when it tells of nobody who could be acted on. */
function seenPerson(person: Person | undefined, age: Seconds): SeenPerson | undefined {
  if (person?.seen !== true) return undefined;
  const seen = {
    posture: person.posture,
    hip: middle(person, "left_hip", "right_hip"),
    shoulder: middle(person, "left_shoulder", "right_shoulder"),
    lean: person.trunk_lean,
    tilt: person.trunk_tilt,
    age,
  };
  return [...seen.hip, ...seen.shoulder].every(Number.isFinite) ? seen : undefined;
}

function baseInMap(home: FloorPose, odometry: Odometry | undefined): FloorPose {
  const { x = NaN, y = NaN } = odometry?.pose.pose.position ?? {};
  const { z = NaN, w = NaN } = odometry?.pose.pose.orientation ?? {};
  return inMap(home, { x: metres(x), y: metres(y), yaw: radians(2 * Math.atan2(z, w)) });
}

const jointPosition = (joints: JointState | undefined, name: string): Metres =>
  metres(joints?.position[joints.name.indexOf(name)] ?? NaN);

/** Nobody can be acted on whose picture is older than this (DOMAIN §7: stale pose > 500 ms stops). */
const FRESH = seconds(0.5);
/** Clocks of one machine differ by less. */
const TOLERANCE = milliseconds(50);
const UNKNOWN: Vector3 = { x: NaN, y: NaN, z: NaN };
const NOBODY_KNOWN = { body_mass: kilograms(NaN), stature: metres(NaN) };

const forceOf = (wrench: WrenchStamped | undefined): Vector3 => wrench?.wrench.force ?? UNKNOWN;

type Latest = Readonly<{
  person: Stamped<Person> | undefined;
  resident: Stamped<Resident> | undefined;
  joints: Stamped<JointState> | undefined;
  odometry: Stamped<Odometry> | undefined;
  left: Stamped<WrenchStamped> | undefined;
  right: Stamped<WrenchStamped> | undefined;
  gate: Stamped<GateReport> | undefined;
}>;

const wayOf = (gate: GateReport | undefined): Pick<Senses, "wayBack" | "atSeat"> => ({
  wayBack: gate?.no_way_back === false,
  atSeat: gate?.lowered === true,
});

/** What is known now. Whatever is missing is NaN, and a person who is not fresh is nobody. */
export function sense(latest: Latest, home: FloorPose, now: Seconds): Senses {
  const [left, right] = [latest.left?.message, latest.right?.message];
  const [forceLeft, forceRight] = [forceOf(left), forceOf(right)];
  const { body_mass, stature } = latest.resident?.message ?? NOBODY_KNOWN;
  const joint = (name: string) => jointPosition(latest.joints?.message, name);
  const person = latest.person?.message;
  const age = ageOf(person?.header.stamp, now, TOLERANCE);
  return {
    base: baseInMap(home, latest.odometry?.message),
    lift: joint("lift_joint"),
    leftArm: joint("left_arm_joint"),
    rightArm: joint("right_arm_joint"),
    support: padSupport(left, right),
    pull: newtons(forceLeft.x + forceRight.x),
    leftSide: newtons(Math.abs(forceLeft.y)),
    rightSide: newtons(Math.abs(forceRight.y)),
    bodyWeight: newtons(body_mass * GRAVITY),
    bodyMass: body_mass,
    stature,
    ...wayOf(latest.gate?.message),
    person: age <= FRESH ? seenPerson(person, age) : undefined,
  };
}

/** [1] of body weight on the pads. */
export const padShare = ({ support, bodyWeight }: Senses): number => support / bodyWeight;
