// Turns what the robot's sensors, eyes and people last said into what the safety rules look at.
import type {
  BatteryState,
  BodyContacts,
  EstopState,
  GateReport,
  GroupLiveliness,
  HardwareCommand,
  Imu,
  JointState,
  LaserScan,
  MotionRequest,
  Odometry,
  Person,
  Resident,
  Spoken,
  WrenchStamped,
} from "../core/messages.ts";
import { GRAVITY } from "../core/motion/support.ts";
import type { Stamped } from "../core/node.ts";
import { contactLimit, LIMITS, SUPPORT_SHARE } from "../core/safety/limits.ts";
import type { Observations } from "../core/safety/observations.ts";
import { isAnsweredOnSite } from "../core/safety/authority.ts";
import type { Wishes } from "../core/safety/supervisor.ts";
import { kilograms, metresPerSecond, newtons, radians, seconds, type Seconds } from "../core/units.ts";
import { isNeutral } from "./admit.ts";
import { isPersonUsable, tiltOf, isImuSound } from "./attitude.ts";
import { beatOf, type Command } from "./command.ts";
import { estimateLoad, UNKNOWN_LOAD, type LoadEstimate } from "./load.ts";
import { nearestOf } from "./nearest.ts";
import { answersSeen, hearAnswers, NO_ANSWERS, type Answers } from "./answers.ts";
import { isFromTheFuture } from "./future.ts";
import { ageOfBoth, padForces } from "./pads.ts";
import { power } from "./power.ts";
import { ageOfBeat, presses } from "./presence.ts";
import { areJointsSound, isOdometrySound, liftSpeedOf, trueAge } from "./posture.ts";

type Last<M> = Stamped<M> | undefined;
/** The newest of each stream, and every event since the step before. */
export interface Heard {
  readonly estop: Last<EstopState>;
  readonly joints: Last<JointState>;
  readonly odometry: Last<Odometry>;
  readonly imu: Last<Imu>;
  readonly leftWrench: Last<WrenchStamped>;
  readonly rightWrench: Last<WrenchStamped>;
  readonly contacts: Last<BodyContacts>;
  readonly scan: Last<LaserScan>;
  readonly gate: Last<GateReport>;
  readonly groups: Last<GroupLiveliness>;
  /** what the gate told the drives last */
  readonly drives: Last<HardwareCommand>;
  readonly battery: Last<BatteryState>;
  readonly task: Last<MotionRequest>;
  readonly person: Last<Person>;
  readonly resident: Last<Resident>;
  readonly command: Command;
  /** a stop waits for people */
  readonly stopped: boolean;
  /** somebody pressed stop on the lane since the step before */
  readonly stopPressed: boolean;
  /** the seat is not where it was: a person said so, or it does not take who is lowered onto it */
  readonly seatGone: boolean;
  readonly spoken: readonly Stamped<Spoken>[];
}

/** What must be remembered between two looks. */
export interface Memory {
  readonly at: Seconds;
  readonly load: LoadEstimate;
  readonly answers: Answers;
  readonly stoppedFor: Seconds;
  /** the last picture in which the person was seen well enough to act on */
  readonly person: Last<Person>;
}
export const NOTHING_YET: Memory = {
  at: seconds(0),
  load: UNKNOWN_LOAD,
  answers: NO_ANSWERS,
  stoppedFor: seconds(0),
  person: undefined,
};

/** One look at `now`. Values of a source that never spoke are calm: its silence alone is judged. */
export function observe(
  now: Seconds,
  before: Memory,
  heard: Heard,
): { readonly memory: Memory; readonly wishes: Wishes } {
  const wrenchAge = ageOfBoth(heard.leftWrench, heard.rightWrench, now);
  const felt =
    wrenchAge <= LIMITS.sensorAge
      ? padForces(heard.leftWrench, heard.rightWrench, heard.contacts)
      : undefined;
  const load = estimateLoad(before.load, felt, seconds(now - before.at));
  const memory: Memory = {
    at: now,
    load,
    answers: hearAnswers(now, before.answers, heard, load.load !== "none"),
    stoppedFor: seconds(heard.stopped ? before.stoppedFor + Math.max(0, now - before.at) : 0),
    person: isPersonUsable(heard.person) ? heard.person : before.person,
  };
  const seen: Observations = {
    ...people(now, memory, heard),
    ...touch(now, memory, heard),
    ...body(now, heard),
    ...answersSeen(memory.answers),
    stoppedFor: memory.stoppedFor,
    ...power(now, heard.battery),
    clockWrong: isFromTheFuture(now, heard),
    wrenchAge,
    ...task(now, heard.task),
  };
  return {
    memory,
    wishes: {
      seen,
      wanted: (heard.gate?.message.source ?? "") !== "",
      held: isHeld(now, heard.command),
      wayBack: heard.gate?.message.no_way_back === false,
      lowered: heard.gate?.message.lowered === true,
    },
  };
}

/** Anybody on site may hold to lower; the person in command from elsewhere only by consent. */
function isHeld(now: Seconds, command: Command): boolean {
  const beside = [...command.presence.values()].filter(({ message }) => message.on_site);
  const commander = isAnsweredOnSite(command.authority) ? [beatOf(command)] : [];
  return [...beside, ...commander].some((beat) => presses(beat, now));
}

function people(now: Seconds, { person }: Memory, { command, stopPressed, seatGone, spoken }: Heard) {
  const beat = beatOf(command);
  return {
    operatorStopped: stopPressed,
    residentStopped: spoken.some(({ message }) => message.key === "heard.stop"),
    linkAge: ageOfBeat(beat, now),
    roundTrip: seconds(beat?.message.round_trip ?? Infinity),
    unansweredOnSite: !isAnsweredOnSite(command.authority),
    seatGone,
    personAge: trueAge(person, now, () => true),
    trunkTilt: radians(person?.message.trunk_tilt ?? 0),
  };
}

function touch(now: Seconds, { load }: Memory, { contacts, resident }: Heard) {
  const unintended = contacts?.message.contacts.filter((contact) => contact.unintended) ?? [];
  const shares = unintended.map(({ region, force }) => (force === 0 ? 0 : force / contactLimit(region)));
  return {
    contactShare: worstOf(shares),
    contactAge: trueAge(contacts, now, areContactsSound),
    load: load.load,
    supportForce: load.support,
    residentMass: kilograms(resident?.message.body_mass ?? NaN),
    supportLimit: newtons(SUPPORT_SHARE * (resident?.message.body_mass ?? NaN) * GRAVITY),
  };
}

/** Of a skin that gives no number for one touch nobody knows which of the others to believe. */
const areContactsSound = ({ contacts }: BodyContacts) =>
  contacts.every(({ force }) => Number.isFinite(force));

/** The largest; NaN when any is no number. `Math.max` keeps NaN, and 0 stands for none. */
const worstOf = (values: readonly number[]) => Math.max(0, ...values);

function body(now: Seconds, heard: Heard) {
  const { estop, imu, joints, odometry, scan, gate, groups } = heard;
  const isMoving = joints !== undefined && areJointsSound(joints.message);
  return {
    estopPressed: estop?.message.pressed ?? false,
    estopAge: trueAge(estop, now, () => true),
    robotTilt: imu !== undefined && isImuSound(imu.message) ? tiltOf(imu.message.orientation) : radians(0),
    imuAge: trueAge(imu, now, isImuSound),
    liftSpeed: isMoving ? liftSpeedOf(joints.message) : metresPerSecond(0),
    jointAge: trueAge(joints, now, areJointsSound),
    odometryAge: trueAge(odometry, now, isOdometrySound),
    nearest: nearestOf(scan),
    scanAge: trueAge(scan, now, (message) => message.ranges.length > 0),
    gateAge: trueAge(gate, now, () => true),
    // it tells of a death sooner than the silence that is judged all the same
    groupLost: (groups?.message.lost.length ?? 0) > 0,
  };
}

function task(now: Seconds, request: Last<MotionRequest>) {
  if (request === undefined) return { taskActive: false, taskSilence: seconds(0) };
  const silence = seconds(now - request.receivedAt);
  return {
    taskActive: !(silence > LIMITS.taskActive),
    taskSilence: isNeutral(request.message) ? seconds(0) : silence,
  };
}
