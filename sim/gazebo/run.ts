// One life of Gazebo's ward as the house sees it: each tick, what has come is turned into our messages, stamped by our clock.
import type {
  BodyContact,
  HardwareCommand,
  Imu,
  JointState,
  LaserScan,
  LinkPoses,
  Odometry,
  Person,
  WorldTruth,
  WrenchStamped,
} from "../../core/messages.ts";
import { stampOf } from "../../core/time.ts";
import { newtons, seconds, type Seconds } from "../../core/units.ts";
import { touchTeller, type Touched } from "../contacts.ts";
import { lidar } from "../sensors/lidar.ts";
import { bodyContacts } from "../sensors/skin.ts";
import { UNKNOWN_MOMENTS } from "../sensors/leg-moments.ts";
import { truth } from "../sensors/truth.ts";
import type { Touch } from "../mujoco/touch.ts";
import { ROBOT, TICK, type World } from "../world.ts";
import type { GazeboLink } from "./link.ts";
import { mirrorOf } from "./mirror.ts";
import { imu, jointState, odometry, poseOf, timeOf, wrench } from "./senses.ts";
import { simClock } from "./sim-clock.ts";
import { touchesOf } from "./skin.ts";
import type { WardTopics } from "./ward-topics.ts";
import { RESIDENT } from "./world-sdf.ts";

/** Where what Gazebo said goes. */
export interface Told {
  joints(message: JointState): void;
  odometry(message: Odometry): void;
  imu(message: Imu): void;
  left(message: WrenchStamped): void;
  right(message: WrenchStamped): void;
  contacts(message: { header: JointState["header"]; contacts: BodyContact[] }): void;
  scan(message: LaserScan): void;
  linkPoses(message: LinkPoses): void;
  truePerson(message: Person): void;
  truth(message: WorldTruth): void;
}

export interface Run {
  /** Tells all that is new at `now` of our clock. */
  tell(now: Seconds, publish: Told): void;
  /** Velocities; undefined is rest. */
  drive(command: HardwareCommand | undefined): void;
}

/** A contact is told each of Gazebo's steps while it lasts; one unheard of for so long, in Gazebo's time, is over. */
const CONTACT_LASTS = 0.02;
/** Ticks between two of what is told at 20 Hz. */
const EVERY_TRUTH = 5;

/** `world` mirrors Gazebo's: the same SDF, never ticked. */
export function gazeboRun(link: GazeboLink, topics: WardTopics, world: World): Run {
  const { scene, sim, drives } = world;
  const names = drives.map(({ joint }) => joint);
  const clock = simClock();
  const mirror = mirrorOf(world);
  const touches = touchTeller(sim, scene);
  const felt = topics.skin.map((): { at: number; touches: Touch[] } => ({ at: -Infinity, touches: [] }));
  let touched: Touched = { contacts: [], padForce: newtons(0), seatForce: newtons(NaN) };
  const known = truth({ ...world, touched: () => touched }, () => UNKNOWN_MOMENTS);
  const scanner = lidar(world);
  const scanEvery = Math.round(1 / (scanner.rate * TICK));
  let ticks = 0;
  let simNow = seconds(-Infinity);
  let posed = seconds(NaN);

  function hearClock(now: Seconds): void {
    const behind = now - performance.now() / 1000;
    for (const { sim: time, heardAt } of link.ticks()) {
      clock.hear(seconds(time), seconds(heardAt + behind));
      simNow = seconds(time);
    }
  }

  /** The stamp of a message, never later than now; undefined where Gazebo does not say when, or said it before its clock. */
  function stamp(time: Seconds, now: Seconds) {
    const ours = clock.ours(time);
    return ours === undefined || !(ours >= 0) ? undefined : stampOf(seconds(Math.min(ours, now)));
  }

  function sense(now: Seconds, publish: Told): void {
    const one = <M extends Parameters<typeof timeOf>[0]>(
      message: M | undefined,
      act: (message: M, at: NonNullable<ReturnType<typeof stamp>>) => void,
    ) => {
      const at = message && stamp(timeOf(message), now);
      if (message && at) act(message, at);
    };
    one(topics.robotJoints.take(), (message, at) => {
      const joints = jointState(message, names, at);
      mirror.turn(
        ROBOT,
        joints.name.map((name, i) => ({ name, axes: [joints.position[i] ?? NaN] })),
      );
      publish.joints(joints);
    });
    one(topics.residentJoints.take(), ({ joint }) =>
      mirror.turn(
        RESIDENT,
        joint.map(({ name, axis1, axis2 }) => ({
          name,
          axes: [axis1, axis2].flatMap((axis) => (axis ? [axis.position] : [])),
        })),
      ),
    );
    one(topics.poses.take(), (message) => {
      for (const pose of message.pose) mirror.place(pose.name, poseOf(pose));
      posed = timeOf(message);
    });
    one(topics.odometry.take(), (message, at) => publish.odometry(odometry(message, at)));
    one(topics.imu.take(), (message, at) => publish.imu(imu(message, at)));
    one(topics.left.take(), (message, at) => publish.left(wrench(message, "left", at)));
    one(topics.right.take(), (message, at) => publish.right(wrench(message, "right", at)));
  }

  function feel(): void {
    topics.skin.forEach((channel, i) => {
      const message = channel.take();
      const old = felt[i];
      if (message)
        felt[i] = { at: timeOf(message), touches: message.contact.flatMap((one) => touchesOf(sim, one)) };
      else if (old !== undefined && simNow - old.at > CONTACT_LASTS) felt[i] = { ...old, touches: [] };
    });
    const ofPeople = felt
      .flatMap((one) => one.touches)
      .filter(({ first, second }) => touches.matters(first, second));
    touched = { ...touches.tell(ofPeople), seatForce: newtons(NaN) };
  }

  return {
    tell(now, publish) {
      const before = simNow;
      hearClock(now);
      const at = stamp(simNow, now);
      if (simNow === before || at === undefined) return; // Gazebo stands: silence, and the house holds
      ticks += 1;
      sense(now, publish);
      if (!(posed >= 0)) return; // nobody knows yet where anything is
      mirror.settle();
      feel();
      const header = { stamp: at, frame_id: "map" };
      publish.contacts({ header, contacts: bodyContacts(touched) });
      publish.linkPoses(known.linkPoses(at));
      if (ticks % scanEvery === 0) publish.scan(scanner.scan(at));
      if (ticks % EVERY_TRUTH !== 0) return;
      publish.truePerson(known.person(at));
      publish.truth(known.world(at, clock.slip()));
    },
    drive(command) {
      topics.drive(command?.drive.linear.x ?? 0, command?.drive.angular.z ?? 0);
      const velocity = (joint: string) => command?.joint_velocities[command.joint_names.indexOf(joint)] ?? 0;
      for (const [joint, move] of Object.entries(topics.joints)) move(velocity(joint));
    },
  };
}
