// Every topic, service and action of the system: its name, type and delivery. No other file spells one.
import type * as M from "./messages.ts";

/**
 * `stream`: newest wins, loss is fine. `command`: depth 1, never latched, dies of age at the receiver.
 * `latched`: the last one is kept for late joiners. `event`: each arrives once, in order.
 */
type Delivery = "stream" | "command" | "latched" | "event";

declare const carried: unique symbol;
export interface Topic<Message = unknown> {
  readonly name: string;
  readonly type: keyof M.MessageTypes;
  readonly delivery: Delivery;
  readonly [carried]?: Message;
}
export interface Service<Request = unknown, Response = unknown> {
  readonly name: string;
  readonly type: string;
  readonly [carried]?: [Request, Response];
}
export interface Action<Goal = unknown, Result = unknown, Feedback = unknown> {
  readonly name: string;
  readonly type: string;
  readonly [carried]?: [Goal, Result, Feedback];
}

const topic = <T extends keyof M.MessageTypes>(
  name: string,
  type: T,
  delivery: Delivery,
): Topic<M.MessageTypes[T]> => ({
  name,
  type,
  delivery,
});
const service = <T extends string>(name: string, type: T) =>
  ({ name, type }) as Service<
    M.MessageTypes[`${T}_Request` & keyof M.MessageTypes],
    M.MessageTypes[`${T}_Response` & keyof M.MessageTypes]
  >;
const action = <T extends string>(name: string, type: T) =>
  ({ name, type }) as Action<
    M.MessageTypes[`${T}_Goal` & keyof M.MessageTypes],
    M.MessageTypes[`${T}_Result` & keyof M.MessageTypes],
    M.MessageTypes[`${T}_Feedback` & keyof M.MessageTypes]
  >;

export const topics = {
  // the robot
  hardwareCommand: topic("/hardware/command", "care_interfaces/msg/HardwareCommand", "command"),
  groups: topic("/groups", "care_interfaces/msg/GroupLiveliness", "latched"),
  estop: topic("/hardware/estop", "care_interfaces/msg/EstopState", "stream"),
  jointStates: topic("/joint_states", "sensor_msgs/msg/JointState", "stream"),
  odometry: topic("/odom", "nav_msgs/msg/Odometry", "stream"),
  imu: topic("/imu/data", "sensor_msgs/msg/Imu", "stream"),
  leftWrench: topic("/left_arm/wrench", "geometry_msgs/msg/WrenchStamped", "stream"),
  rightWrench: topic("/right_arm/wrench", "geometry_msgs/msg/WrenchStamped", "stream"),
  bodyContacts: topic("/body_contacts", "care_interfaces/msg/BodyContacts", "stream"),
  battery: topic("/battery_state", "sensor_msgs/msg/BatteryState", "stream"),
  scan: topic("/scan", "sensor_msgs/msg/LaserScan", "stream"),
  // walker and patrol robot
  bumper: topic("/bumper", "care_interfaces/msg/Bumper", "stream"),
  leftHandle: topic("/left_handle/wrench", "geometry_msgs/msg/WrenchStamped", "stream"),
  rightHandle: topic("/right_handle/wrench", "geometry_msgs/msg/WrenchStamped", "stream"),
  userScan: topic("/user_scan", "sensor_msgs/msg/LaserScan", "stream"),
  userDistance: topic("/user_distance", "sensor_msgs/msg/Range", "stream"),
  // the room
  bedPressure: topic("/bed/pressure", "care_interfaces/msg/BedPressure", "stream"),
  radar: topic("/radar/presence", "care_interfaces/msg/RadarPresence", "stream"),
  // what may move, and what wants to
  safetyState: topic("/safety/state", "care_interfaces/msg/SafetyState", "latched"),
  gateReport: topic("/gate/report", "care_interfaces/msg/GateReport", "stream"),
  taskMotion: topic("/task/motion", "care_interfaces/msg/MotionRequest", "command"),
  operatorMotion: topic("/operator/motion", "care_interfaces/msg/MotionRequest", "command"),
  lease: topic("/safety/lease", "care_interfaces/msg/Lease", "latched"),
  operatorSignal: topic("/operator/signal", "care_interfaces/msg/OperatorSignal", "event"),
  // the person
  image: topic("/camera/ward/image_raw", "sensor_msgs/msg/Image", "stream"),
  cameraInfo: topic("/camera/ward/camera_info", "sensor_msgs/msg/CameraInfo", "latched"),
  compressedImage: topic("/camera/ward/image_raw/compressed", "sensor_msgs/msg/CompressedImage", "stream"),
  person: topic("/person", "care_interfaces/msg/Person", "stream"),
  resident: topic("/resident", "care_interfaces/msg/Resident", "latched"),
  said: topic("/resident/said", "care_interfaces/msg/Spoken", "event"),
  heard: topic("/resident/heard", "care_interfaces/msg/Spoken", "event"),
  // the task
  taskState: topic("/task/state", "care_interfaces/msg/TaskState", "latched"),
  // what people must know
  alarmRequest: topic("/alarms/request", "care_interfaces/msg/AlarmRequest", "event"),
  alarms: topic("/alarms", "care_interfaces/msg/Alarms", "latched"),
  diagnostics: topic("/diagnostics", "diagnostic_msgs/msg/DiagnosticArray", "event"),
  // only where there is a simulator
  linkPoses: topic("/sim/link_poses", "care_interfaces/msg/LinkPoses", "stream"),
  truePerson: topic("/sim/true_person", "care_interfaces/msg/Person", "stream"),
  worldTruth: topic("/sim/truth", "care_interfaces/msg/WorldTruth", "stream"),
  activeFaults: topic("/sim/faults", "care_interfaces/msg/ActiveFaults", "latched"),
  simTime: topic("/sim/time", "care_interfaces/msg/SimTime", "latched"),
} as const;

/** Of another camera than the ward's, by its name: they are not among `topics`, so that no gateway hands their pictures on. */
export const cameraTopics = (name: string) => ({
  image: topic(`/camera/${name}/image_raw`, "sensor_msgs/msg/Image", "stream"),
  cameraInfo: topic(`/camera/${name}/camera_info`, "sensor_msgs/msg/CameraInfo", "latched"),
});

/** What ROS's own tools read and say (REP-105): only on ROS, and no page's business. */
export const rosTopics = {
  tf: topic("/tf", "tf2_msgs/msg/TFMessage", "event"),
  tfStatic: topic("/tf_static", "tf2_msgs/msg/TFMessage", "latched"),
  robotDescription: topic("/robot_description", "std_msgs/msg/String", "latched"),
  cmdVel: topic("/cmd_vel", "geometry_msgs/msg/TwistStamped", "command"),
} as const;

/** Of ros2_control: its controllers by the names that they have in dolbom_bringup's config/ros2_control.yaml, and its manager. */
export const controlTopics = {
  baseVelocity: topic("/base_controller/cmd_vel", "geometry_msgs/msg/TwistStamped", "command"),
  jointVelocities: topic("/joint_controller/commands", "std_msgs/msg/Float64MultiArray", "command"),
  imu: topic("/imu_broadcaster/imu", "sensor_msgs/msg/Imu", "stream"),
} as const;
export const controlServices = {
  list: service("/controller_manager/list_controllers", "controller_manager_msgs/srv/ListControllers"),
  hardware: service(
    "/controller_manager/list_hardware_components",
    "controller_manager_msgs/srv/ListHardwareComponents",
  ),
  switch: service("/controller_manager/switch_controller", "controller_manager_msgs/srv/SwitchController"),
  power: service(
    "/controller_manager/set_hardware_component_state",
    "controller_manager_msgs/srv/SetHardwareComponentState",
  ),
} as const;

/** What only the black box hears or writes. */
export const recordTopics = {
  nodeTurn: topic("/blackbox/turn", "care_interfaces/msg/NodeTurn", "event"),
  chain: topic("/blackbox/chain", "care_interfaces/msg/ChainLink", "event"),
} as const;

export const services = {
  alarmAct: service("/alarms/act", "care_interfaces/srv/AlarmAct"),
  operatorAct: service("/safety/act", "care_interfaces/srv/OperatorAct"),
  resetWorld: service("/sim/reset", "care_interfaces/srv/ResetWorld"),
  injectFault: service("/sim/inject_fault", "care_interfaces/srv/InjectFault"),
  simTime: service("/sim/time", "care_interfaces/srv/SimTime"),
} as const;

export const actions = {
  standUp: action("/task/stand_up", "care_interfaces/action/StandUp"),
  driveTo: action("/drive_to", "care_interfaces/action/DriveTo"),
} as const;

/** Of Nav2: only on ROS. */
export const nav2Actions = {
  navigateToPose: action("/navigate_to_pose", "nav2_msgs/action/NavigateToPose"),
} as const;
