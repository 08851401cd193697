// What the robot feels of itself: joint states, wheel odometry, inertial unit, and force and torque of each arm.
import type { Imu, JointState, Odometry, Vector3, WrenchStamped } from "../../core/messages.ts";
import { AT_ORIGIN, odometryOf, rollOn, WHEEL, WHEEL_JOINTS } from "../../core/motion/wheel-odometry.ts";
import type { Stamp } from "../../core/time.ts";
import type { Seconds } from "../../core/units.ts";
import { axisName } from "../mujoco/mjcf.ts";
import { ROBOT, type World } from "../world.ts";

/** [1] what each wheel is read to turn for each turn it rolls over the floor. */
export type WheelScale = readonly [left: number, right: number];

export interface Proprioception {
  /** From now on the wheels turn further than the base goes, or are taken for larger than they are. */
  slip(scale: WheelScale): void;
  /** Moves wheel odometry on by what the wheels turned since the last call. */
  advance(period: Seconds): void;
  joints(stamp: Stamp): JointState;
  odometry(stamp: Stamp): Odometry;
  imu(stamp: Stamp): Imu;
  /** Force (N) and torque (N·m) of the arm on its joint, in the arm's frame: what the arm weighs is in it. */
  wrench(side: "left" | "right", stamp: Stamp): WrenchStamped;
}

/** Row-major 3×3 covariance nobody has measured: all zero, which ROS reads as unknown. */
const UNKNOWN_9 = new Array<number>(9).fill(0);

/** MuJoCo tells what the lift does to the arm; the sensor tells what the arm does to the lift (SDF: child to parent). */
const opposite = ({ x, y, z }: Vector3): Vector3 => ({ x: -x, y: -y, z: -z });

export function proprioception({ sim, drives }: World): Proprioception {
  const names = drives.map((drive) => drive.joint);
  const at = names.map((name) => sim.address(axisName(ROBOT, name)));
  const wheelAt = WHEEL_JOINTS.map((name) => names.indexOf(name));
  const wheels = wheelAt.map((place) => at[place]);
  const [acceleration, rate, orientation] = ["acceleration", "rate", "orientation"].map((part) =>
    sim.sensor(`${ROBOT}/imu/${part}`),
  );
  const wrenches = {
    left: [
      sim.sensor(`${ROBOT}/left_arm_force_torque/force`),
      sim.sensor(`${ROBOT}/left_arm_force_torque/torque`),
    ],
    right: [
      sim.sensor(`${ROBOT}/right_arm_force_torque/force`),
      sim.sensor(`${ROBOT}/right_arm_force_torque/torque`),
    ],
  } as const;
  const turned = () => wheels.map((wheel) => sim.views().qpos[wheel?.position ?? 0] ?? NaN);
  let before = turned();
  let stands = AT_ORIGIN;
  let scale: WheelScale = [1, 1];
  /** rad that a wheel has turned beyond its way, by its place among the joints */
  const beyond = new Map<number, number>();

  const vector = (start: number | undefined) => {
    const [vx = NaN, vy = NaN, vz = NaN] = sim.views().sensors.subarray(start ?? 0, (start ?? 0) + 3);
    return { x: vx, y: vy, z: vz };
  };
  function rolled(): readonly number[] {
    const now = turned();
    const ways = now.map((angle, i) => {
      const [by, place, share] = [angle - (before[i] ?? NaN), wheelAt[i] ?? -1, scale[i] ?? 1];
      if (share !== 1) beyond.set(place, (beyond.get(place) ?? 0) + by * (share - 1));
      return by * share * WHEEL.radius;
    });
    before = now;
    return ways;
  }
  /** What a joint is read to be at, and its speed, of what it is. */
  const readAt = (joint: number, place: number) => {
    const more = beyond.get(joint);
    return more === undefined ? place : place + more;
  };
  const readRate = (joint: number, speed: number) => speed * (scale[wheelAt.indexOf(joint)] ?? 1);
  return {
    slip: (now) => void (scale = now),
    advance(period) {
      const [left, right] = rolled();
      stands = rollOn(stands, left ?? NaN, right ?? NaN, period);
    },
    joints(stamp) {
      const { qpos, qvel, actuatorForce } = sim.views();
      return {
        header: { stamp, frame_id: "" },
        name: names,
        position: at.map((one, i) => readAt(i, qpos[one.position] ?? NaN)),
        velocity: at.map((one, i) => readRate(i, qvel[one.velocity] ?? NaN)),
        effort: at.map((_, i) => actuatorForce[i] ?? NaN),
      };
    },
    odometry: (stamp) => odometryOf(stamp, stands),
    imu(stamp) {
      const [w = NaN, qx = NaN, qy = NaN, qz = NaN] = sim
        .views()
        .sensors.subarray(orientation ?? 0, (orientation ?? 0) + 4);
      return {
        header: { stamp, frame_id: "imu" },
        orientation: { x: qx, y: qy, z: qz, w },
        orientation_covariance: UNKNOWN_9,
        angular_velocity: vector(rate),
        angular_velocity_covariance: UNKNOWN_9,
        linear_acceleration: vector(acceleration),
        linear_acceleration_covariance: UNKNOWN_9,
      };
    },
    wrench: (side, stamp) => ({
      header: { stamp, frame_id: `${side}_arm` },
      wrench: { force: opposite(vector(wrenches[side][0])), torque: opposite(vector(wrenches[side][1])) },
    }),
  };
}
