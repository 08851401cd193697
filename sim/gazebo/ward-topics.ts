// The topics that Gazebo's systems give our ward, by the names Gazebo makes from the SDF: read, and commanded.
import type { Scene } from "../sdf/model.ts";
import { ROBOT } from "../world.ts";
import type { Channel, GazeboLink } from "./link.ts";
import type { GzMessages } from "./messages.ts";
import { RESIDENT, SKIN, skinOf } from "./world-sdf.ts";

export interface WardTopics {
  readonly poses: Channel<GzMessages["Pose_V"]>;
  readonly robotJoints: Channel<GzMessages["Model"]>;
  readonly residentJoints: Channel<GzMessages["Model"]>;
  readonly odometry: Channel<GzMessages["Odometry"]>;
  readonly imu: Channel<GzMessages["IMU"]>;
  readonly left: Channel<GzMessages["Wrench"]>;
  readonly right: Channel<GzMessages["Wrench"]>;
  readonly skin: readonly Channel<GzMessages["Contacts"]>[];
  /** Base in m/s and rad/s. */
  readonly drive: (forward: number, turn: number) => void;
  /** Each commanded joint, m/s. */
  readonly joints: Readonly<Record<string, (velocity: number) => void>>;
}

const JOINTS = ["lift_joint", "left_arm_joint", "right_arm_joint"] as const;

/** Joins them all. Throws when the scene has no robot. */
export function wardTopics(link: GazeboLink, scene: Scene): WardTopics {
  const { name: world, models } = scene;
  const robot = models.find(({ name }) => name === ROBOT);
  if (robot === undefined) throw new Error(`${world}: expected a model "${ROBOT}"`);
  const at = `/world/${world}`;
  const here = `${at}/model/${ROBOT}`;
  const arm = (side: "left" | "right") =>
    link.channel(`${here}/joint/${side}_arm_joint/sensor/${side}_arm_force_torque/forcetorque`, "Wrench");
  return {
    poses: link.channel(`${at}/dynamic_pose/info`, "Pose_V"),
    robotJoints: link.channel(`${here}/joint_state`, "Model"),
    residentJoints: link.channel(`${at}/model/${RESIDENT}/joint_state`, "Model"),
    odometry: link.channel(`/model/${ROBOT}/odometry`, "Odometry"),
    imu: link.channel(`${here}/link/base_link/sensor/imu/imu`, "IMU"),
    left: arm("left"),
    right: arm("right"),
    skin: [...skinOf(robot).keys()].map((name) =>
      link.channel(`${here}/link/${name}/sensor/${SKIN}/contact`, "Contacts"),
    ),
    drive: link.twist(`/model/${ROBOT}/cmd_vel`),
    joints: Object.fromEntries(
      JOINTS.map((joint) => [joint, link.number(`/model/${ROBOT}/joint/${joint}/cmd_vel`)]),
    ),
  };
}
