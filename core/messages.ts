// Generated from interfaces/ by `npm run generate`; never edited.

import type { Stamp } from "./time.ts";

import type { Metres, Seconds, Radians, Kilograms, Newtons } from "./units.ts";

/** builtin_interfaces/Duration of ROS 2 Jazzy. */
export interface Duration {
  /** Duration.sec */
  readonly sec: number;
  /** Duration.nanosec */
  readonly nanosec: number;
}

/** builtin_interfaces/Time of ROS 2 Jazzy. */
export interface Time {
  /** Time.sec */
  readonly sec: number;
  /** Time.nanosec */
  readonly nanosec: number;
}

/** diagnostic_msgs/DiagnosticArray of ROS 2 Jazzy. */
export interface DiagnosticArray {
  /** DiagnosticArray.header */
  readonly header: Header;
  /** DiagnosticArray.status */
  readonly status: readonly DiagnosticStatus[];
}

/** diagnostic_msgs/DiagnosticStatus of ROS 2 Jazzy. */
export interface DiagnosticStatus {
  /** DiagnosticStatus.level */
  readonly level: number;
  /** DiagnosticStatus.name */
  readonly name: string;
  /** DiagnosticStatus.message */
  readonly message: string;
  /** DiagnosticStatus.hardware_id */
  readonly hardware_id: string;
  /** DiagnosticStatus.values */
  readonly values: readonly KeyValue[];
}
export const DiagnosticStatus = {
  /** DiagnosticStatus.OK */
  OK: 0,
  /** DiagnosticStatus.WARN */
  WARN: 1,
  /** DiagnosticStatus.ERROR */
  ERROR: 2,
  /** DiagnosticStatus.STALE */
  STALE: 3,
} as const;

/** diagnostic_msgs/KeyValue of ROS 2 Jazzy. */
export interface KeyValue {
  /** KeyValue.key */
  readonly key: string;
  /** KeyValue.value */
  readonly value: string;
}

/** geometry_msgs/Point of ROS 2 Jazzy. */
export interface Point {
  /** Point.x */
  readonly x: number;
  /** Point.y */
  readonly y: number;
  /** Point.z */
  readonly z: number;
}

/** geometry_msgs/Pose of ROS 2 Jazzy. */
export interface Pose {
  /** Pose.position */
  readonly position: Point;
  /** Pose.orientation */
  readonly orientation: Quaternion;
}

/** geometry_msgs/PoseStamped of ROS 2 Jazzy. */
export interface PoseStamped {
  /** PoseStamped.header */
  readonly header: Header;
  /** PoseStamped.pose */
  readonly pose: Pose;
}

/** geometry_msgs/PoseWithCovariance of ROS 2 Jazzy. */
export interface PoseWithCovariance {
  /** PoseWithCovariance.pose */
  readonly pose: Pose;
  /** PoseWithCovariance.covariance */
  readonly covariance: readonly number[];
}

/** geometry_msgs/Quaternion of ROS 2 Jazzy. */
export interface Quaternion {
  /** Quaternion.x */
  readonly x: number;
  /** Quaternion.y */
  readonly y: number;
  /** Quaternion.z */
  readonly z: number;
  /** Quaternion.w */
  readonly w: number;
}

/** geometry_msgs/Transform of ROS 2 Jazzy. */
export interface Transform {
  /** Transform.translation */
  readonly translation: Vector3;
  /** Transform.rotation */
  readonly rotation: Quaternion;
}

/** geometry_msgs/TransformStamped of ROS 2 Jazzy. */
export interface TransformStamped {
  /** TransformStamped.header */
  readonly header: Header;
  /** TransformStamped.child_frame_id */
  readonly child_frame_id: string;
  /** TransformStamped.transform */
  readonly transform: Transform;
}

/** geometry_msgs/Twist of ROS 2 Jazzy. */
export interface Twist {
  /** Twist.linear */
  readonly linear: Vector3;
  /** Twist.angular */
  readonly angular: Vector3;
}

/** geometry_msgs/TwistStamped of ROS 2 Jazzy. */
export interface TwistStamped {
  /** TwistStamped.header */
  readonly header: Header;
  /** TwistStamped.twist */
  readonly twist: Twist;
}

/** geometry_msgs/TwistWithCovariance of ROS 2 Jazzy. */
export interface TwistWithCovariance {
  /** TwistWithCovariance.twist */
  readonly twist: Twist;
  /** TwistWithCovariance.covariance */
  readonly covariance: readonly number[];
}

/** geometry_msgs/Vector3 of ROS 2 Jazzy. */
export interface Vector3 {
  /** Vector3.x */
  readonly x: number;
  /** Vector3.y */
  readonly y: number;
  /** Vector3.z */
  readonly z: number;
}

/** geometry_msgs/Wrench of ROS 2 Jazzy. */
export interface Wrench {
  /** Wrench.force */
  readonly force: Vector3;
  /** Wrench.torque */
  readonly torque: Vector3;
}

/** geometry_msgs/WrenchStamped of ROS 2 Jazzy. */
export interface WrenchStamped {
  /** WrenchStamped.header */
  readonly header: Header;
  /** WrenchStamped.wrench */
  readonly wrench: Wrench;
}

/** lifecycle_msgs/State of ROS 2 Jazzy. */
export interface State {
  /** State.id */
  readonly id: number;
  /** State.label */
  readonly label: string;
}
export const State = {
  /** State.PRIMARY_STATE_UNKNOWN */
  PRIMARY_STATE_UNKNOWN: 0,
  /** State.PRIMARY_STATE_UNCONFIGURED */
  PRIMARY_STATE_UNCONFIGURED: 1,
  /** State.PRIMARY_STATE_INACTIVE */
  PRIMARY_STATE_INACTIVE: 2,
  /** State.PRIMARY_STATE_ACTIVE */
  PRIMARY_STATE_ACTIVE: 3,
  /** State.PRIMARY_STATE_FINALIZED */
  PRIMARY_STATE_FINALIZED: 4,
  /** State.TRANSITION_STATE_CONFIGURING */
  TRANSITION_STATE_CONFIGURING: 10,
  /** State.TRANSITION_STATE_CLEANINGUP */
  TRANSITION_STATE_CLEANINGUP: 11,
  /** State.TRANSITION_STATE_SHUTTINGDOWN */
  TRANSITION_STATE_SHUTTINGDOWN: 12,
  /** State.TRANSITION_STATE_ACTIVATING */
  TRANSITION_STATE_ACTIVATING: 13,
  /** State.TRANSITION_STATE_DEACTIVATING */
  TRANSITION_STATE_DEACTIVATING: 14,
  /** State.TRANSITION_STATE_ERRORPROCESSING */
  TRANSITION_STATE_ERRORPROCESSING: 15,
} as const;

/** nav_msgs/Odometry of ROS 2 Jazzy. */
export interface Odometry {
  /** Odometry.header */
  readonly header: Header;
  /** Odometry.child_frame_id */
  readonly child_frame_id: string;
  /** Odometry.pose */
  readonly pose: PoseWithCovariance;
  /** Odometry.twist */
  readonly twist: TwistWithCovariance;
}

/** sensor_msgs/BatteryState of ROS 2 Jazzy. */
export interface BatteryState {
  /** BatteryState.header */
  readonly header: Header;
  /** BatteryState.voltage */
  readonly voltage: number;
  /** BatteryState.temperature */
  readonly temperature: number;
  /** BatteryState.current */
  readonly current: number;
  /** BatteryState.charge */
  readonly charge: number;
  /** BatteryState.capacity */
  readonly capacity: number;
  /** BatteryState.design_capacity */
  readonly design_capacity: number;
  /** BatteryState.percentage */
  readonly percentage: number;
  /** BatteryState.power_supply_status */
  readonly power_supply_status: number;
  /** BatteryState.power_supply_health */
  readonly power_supply_health: number;
  /** BatteryState.power_supply_technology */
  readonly power_supply_technology: number;
  /** BatteryState.present */
  readonly present: boolean;
  /** BatteryState.cell_voltage */
  readonly cell_voltage: readonly number[];
  /** BatteryState.cell_temperature */
  readonly cell_temperature: readonly number[];
  /** BatteryState.location */
  readonly location: string;
  /** BatteryState.serial_number */
  readonly serial_number: string;
}
export const BatteryState = {
  /** BatteryState.POWER_SUPPLY_STATUS_UNKNOWN */
  POWER_SUPPLY_STATUS_UNKNOWN: 0,
  /** BatteryState.POWER_SUPPLY_STATUS_CHARGING */
  POWER_SUPPLY_STATUS_CHARGING: 1,
  /** BatteryState.POWER_SUPPLY_STATUS_DISCHARGING */
  POWER_SUPPLY_STATUS_DISCHARGING: 2,
  /** BatteryState.POWER_SUPPLY_STATUS_NOT_CHARGING */
  POWER_SUPPLY_STATUS_NOT_CHARGING: 3,
  /** BatteryState.POWER_SUPPLY_STATUS_FULL */
  POWER_SUPPLY_STATUS_FULL: 4,
  /** BatteryState.POWER_SUPPLY_HEALTH_UNKNOWN */
  POWER_SUPPLY_HEALTH_UNKNOWN: 0,
  /** BatteryState.POWER_SUPPLY_HEALTH_GOOD */
  POWER_SUPPLY_HEALTH_GOOD: 1,
  /** BatteryState.POWER_SUPPLY_HEALTH_OVERHEAT */
  POWER_SUPPLY_HEALTH_OVERHEAT: 2,
  /** BatteryState.POWER_SUPPLY_HEALTH_DEAD */
  POWER_SUPPLY_HEALTH_DEAD: 3,
  /** BatteryState.POWER_SUPPLY_HEALTH_OVERVOLTAGE */
  POWER_SUPPLY_HEALTH_OVERVOLTAGE: 4,
  /** BatteryState.POWER_SUPPLY_HEALTH_UNSPEC_FAILURE */
  POWER_SUPPLY_HEALTH_UNSPEC_FAILURE: 5,
  /** BatteryState.POWER_SUPPLY_HEALTH_COLD */
  POWER_SUPPLY_HEALTH_COLD: 6,
  /** BatteryState.POWER_SUPPLY_HEALTH_WATCHDOG_TIMER_EXPIRE */
  POWER_SUPPLY_HEALTH_WATCHDOG_TIMER_EXPIRE: 7,
  /** BatteryState.POWER_SUPPLY_HEALTH_SAFETY_TIMER_EXPIRE */
  POWER_SUPPLY_HEALTH_SAFETY_TIMER_EXPIRE: 8,
  /** BatteryState.POWER_SUPPLY_TECHNOLOGY_UNKNOWN */
  POWER_SUPPLY_TECHNOLOGY_UNKNOWN: 0,
  /** BatteryState.POWER_SUPPLY_TECHNOLOGY_NIMH */
  POWER_SUPPLY_TECHNOLOGY_NIMH: 1,
  /** BatteryState.POWER_SUPPLY_TECHNOLOGY_LION */
  POWER_SUPPLY_TECHNOLOGY_LION: 2,
  /** BatteryState.POWER_SUPPLY_TECHNOLOGY_LIPO */
  POWER_SUPPLY_TECHNOLOGY_LIPO: 3,
  /** BatteryState.POWER_SUPPLY_TECHNOLOGY_LIFE */
  POWER_SUPPLY_TECHNOLOGY_LIFE: 4,
  /** BatteryState.POWER_SUPPLY_TECHNOLOGY_NICD */
  POWER_SUPPLY_TECHNOLOGY_NICD: 5,
  /** BatteryState.POWER_SUPPLY_TECHNOLOGY_LIMN */
  POWER_SUPPLY_TECHNOLOGY_LIMN: 6,
  /** BatteryState.POWER_SUPPLY_TECHNOLOGY_TERNARY */
  POWER_SUPPLY_TECHNOLOGY_TERNARY: 7,
  /** BatteryState.POWER_SUPPLY_TECHNOLOGY_VRLA */
  POWER_SUPPLY_TECHNOLOGY_VRLA: 8,
} as const;

/** sensor_msgs/CameraInfo of ROS 2 Jazzy. */
export interface CameraInfo {
  /** CameraInfo.header */
  readonly header: Header;
  /** CameraInfo.height */
  readonly height: number;
  /** CameraInfo.width */
  readonly width: number;
  /** CameraInfo.distortion_model */
  readonly distortion_model: string;
  /** CameraInfo.d */
  readonly d: readonly number[];
  /** CameraInfo.k */
  readonly k: readonly number[];
  /** CameraInfo.r */
  readonly r: readonly number[];
  /** CameraInfo.p */
  readonly p: readonly number[];
  /** CameraInfo.binning_x */
  readonly binning_x: number;
  /** CameraInfo.binning_y */
  readonly binning_y: number;
  /** CameraInfo.roi */
  readonly roi: RegionOfInterest;
}

/** sensor_msgs/CompressedImage of ROS 2 Jazzy. */
export interface CompressedImage {
  /** CompressedImage.header */
  readonly header: Header;
  /** CompressedImage.format */
  readonly format: string;
  /** CompressedImage.data */
  readonly data: Uint8Array;
}

/** sensor_msgs/Image of ROS 2 Jazzy. */
export interface Image {
  /** Image.header */
  readonly header: Header;
  /** Image.height */
  readonly height: number;
  /** Image.width */
  readonly width: number;
  /** Image.encoding */
  readonly encoding: string;
  /** Image.is_bigendian */
  readonly is_bigendian: number;
  /** Image.step */
  readonly step: number;
  /** Image.data */
  readonly data: Uint8Array;
}

/** sensor_msgs/Imu of ROS 2 Jazzy. */
export interface Imu {
  /** Imu.header */
  readonly header: Header;
  /** Imu.orientation */
  readonly orientation: Quaternion;
  /** Imu.orientation_covariance */
  readonly orientation_covariance: readonly number[];
  /** Imu.angular_velocity */
  readonly angular_velocity: Vector3;
  /** Imu.angular_velocity_covariance */
  readonly angular_velocity_covariance: readonly number[];
  /** Imu.linear_acceleration */
  readonly linear_acceleration: Vector3;
  /** Imu.linear_acceleration_covariance */
  readonly linear_acceleration_covariance: readonly number[];
}

/** sensor_msgs/JointState of ROS 2 Jazzy. */
export interface JointState {
  /** JointState.header */
  readonly header: Header;
  /** JointState.name */
  readonly name: readonly string[];
  /** JointState.position */
  readonly position: readonly number[];
  /** JointState.velocity */
  readonly velocity: readonly number[];
  /** JointState.effort */
  readonly effort: readonly number[];
}

/** sensor_msgs/LaserScan of ROS 2 Jazzy. */
export interface LaserScan {
  /** LaserScan.header */
  readonly header: Header;
  /** LaserScan.angle_min */
  readonly angle_min: number;
  /** LaserScan.angle_max */
  readonly angle_max: number;
  /** LaserScan.angle_increment */
  readonly angle_increment: number;
  /** LaserScan.time_increment */
  readonly time_increment: number;
  /** LaserScan.scan_time */
  readonly scan_time: number;
  /** LaserScan.range_min */
  readonly range_min: number;
  /** LaserScan.range_max */
  readonly range_max: number;
  /** LaserScan.ranges */
  readonly ranges: readonly number[];
  /** LaserScan.intensities */
  readonly intensities: readonly number[];
}

/** sensor_msgs/Range of ROS 2 Jazzy. */
export interface Range {
  /** Range.header */
  readonly header: Header;
  /** Range.radiation_type */
  readonly radiation_type: number;
  /** Range.field_of_view */
  readonly field_of_view: number;
  /** Range.min_range */
  readonly min_range: number;
  /** Range.max_range */
  readonly max_range: number;
  /** Range.range */
  readonly range: number;
  /** Range.variance */
  readonly variance: number;
}
export const Range = {
  /** Range.ULTRASOUND */
  ULTRASOUND: 0,
  /** Range.INFRARED */
  INFRARED: 1,
} as const;

/** sensor_msgs/RegionOfInterest of ROS 2 Jazzy. */
export interface RegionOfInterest {
  /** RegionOfInterest.x_offset */
  readonly x_offset: number;
  /** RegionOfInterest.y_offset */
  readonly y_offset: number;
  /** RegionOfInterest.height */
  readonly height: number;
  /** RegionOfInterest.width */
  readonly width: number;
  /** RegionOfInterest.do_rectify */
  readonly do_rectify: boolean;
}

/** std_msgs/Bool of ROS 2 Jazzy. */
export interface Bool {
  /** Bool.data */
  readonly data: boolean;
}

/** std_msgs/Float64MultiArray of ROS 2 Jazzy. */
export interface Float64MultiArray {
  /** Float64MultiArray.layout */
  readonly layout: MultiArrayLayout;
  /** Float64MultiArray.data */
  readonly data: readonly number[];
}

/** std_msgs/Header of ROS 2 Jazzy. */
export interface Header {
  /** Header.stamp */
  readonly stamp: Stamp;
  /** Header.frame_id */
  readonly frame_id: string;
}

/** std_msgs/MultiArrayDimension of ROS 2 Jazzy. */
export interface MultiArrayDimension {
  /** MultiArrayDimension.label */
  readonly label: string;
  /** MultiArrayDimension.size */
  readonly size: number;
  /** MultiArrayDimension.stride */
  readonly stride: number;
}

/** std_msgs/MultiArrayLayout of ROS 2 Jazzy. */
export interface MultiArrayLayout {
  /** MultiArrayLayout.dim */
  readonly dim: readonly MultiArrayDimension[];
  /** MultiArrayLayout.data_offset */
  readonly data_offset: number;
}

/** std_msgs/String of ROS 2 Jazzy. */
export interface String {
  /** String.data */
  readonly data: string;
}

/** tf2_msgs/TFMessage of ROS 2 Jazzy. */
export interface TFMessage {
  /** TFMessage.transforms */
  readonly transforms: readonly TransformStamped[];
}

/** The faults that the simulated world has now, told when that changes. Only a simulator says it. */
export interface ActiveFaults {
  /** when it changed */
  readonly header: Header;
  /** by name, as in InjectFault.srv; none when empty */
  readonly faults: readonly string[];
}

/** One alarm that has not fallen. */
export interface Alarm {
  /** text key, e.g. "alarm.loaded_hold" */
  readonly alarm: string;
  /** AlarmRequest.LOW to HIGH; the worst any source asked since it rose */
  readonly priority: number;
  /** when it rose */
  readonly since: Time;
  /** those that still ask for it; none while it waits to fall */
  readonly sources: readonly string[];
  /** who has seen to it; empty while nobody has. It never clears the cause */
  readonly acknowledged_by: string;
  /** 0, then 1 after 60 s and 2 after 120 s without acknowledgement */
  readonly escalation: number;
}

/** What one source asks of the alarms. A request is not the state: any source raises, and all must be clear to fall. */
export interface AlarmRequest {
  /** when the source decided so */
  readonly header: Header;
  /** text key of the alarm, e.g. "alarm.loaded_hold" */
  readonly alarm: string;
  /** who asks, e.g. "safety" */
  readonly source: string;
  /** one of the constants above; ignored when it is not raised */
  readonly priority: number;
  /** false: this source is clear */
  readonly raised: boolean;
}
export const AlarmRequest = {
  /** somebody should know; steady cyan (IEC 60601-1-8) */
  LOW: 1,
  /** somebody must act soon; yellow */
  MEDIUM: 2,
  /** somebody must act at once; red */
  HIGH: 3,
} as const;

/** All alarms that have not fallen, worst first. Published at 2 Hz and at once on change, latched. Absence for 2 s means that nobody watches over the alarms. */
export interface Alarms {
  /** when it was true */
  readonly header: Header;
  /** worst and oldest first */
  readonly alarms: readonly Alarm[];
  /** somebody has paused the sound; a new or escalated alarm ends the pause */
  readonly audio_paused: boolean;
  /** [s] that the pause lasts still; 0 when there is none */
  readonly audio_paused_for: Seconds;
}

/** What one axis of the robot may do now, and why not more: a part of SafetyState. */
export interface AxisAdvice {
  /** base_x, base_yaw, lift_joint, left_arm_joint or right_arm_joint */
  readonly axis: string;
  /** an operator may drive it directly; lift and arms never are */
  readonly drive: boolean;
  /** a care task may move it */
  readonly task: boolean;
  /** it may go back along the way to the seat, hold-to-run */
  readonly lower: boolean;
  /** text keys of why a use that this axis has is not allowed, worst first */
  readonly reasons: readonly string[];
}

/** What the sensors under a mattress feel, at 10 Hz. Zones lie in rows from the head end to the foot end, and in columns from the left side to the right side of who lies on their back. An empty mattress weighs nothing. */
export interface BedPressure {
  /** when it was measured; frame_id is the bed, x towards the foot end, y to the left */
  readonly header: Header;
  /** one of the constants above */
  readonly state: number;
  /** along the bed */
  readonly rows: number;
  /** across the bed */
  readonly columns: number;
  /** [N] on each zone, row by row, normal to the mattress */
  readonly force: readonly Newtons[];
  /** [N] of all zones */
  readonly total: Newtons;
  /** [m] centre of pressure along the mattress from its middle, towards the foot end positive; NaN when OUT */
  readonly centre_x: Metres;
  /** [m] centre of pressure across the mattress from its middle, left positive; NaN when OUT */
  readonly centre_y: Metres;
  /** [m] of the mattress */
  readonly length: Metres;
  /** [m] of the mattress */
  readonly width: Metres;
}
export const BedPressure = {
  /** nobody: less than 80 N */
  OUT: 0,
  /** the weight is near a side, as of one who sits there or is about to leave */
  EDGE: 1,
  /** in bed */
  IN: 2,
  /** a zone knows nothing */
  UNKNOWN: 3,
} as const;

/** One contact between the robot and a person. */
export interface BodyContact {
  /** one of the constants above (ISO/TS 15066 body regions) */
  readonly region: number;
  /** the robot's link that touches */
  readonly link: string;
  /** [N] magnitude */
  readonly force: Newtons;
  /** true unless the link is a support pad on a region it may support */
  readonly unintended: boolean;
  /** [m] where they touch, in base_link; not a number when not known */
  readonly point: Point;
  /** [1] from the robot towards the person, in base_link; all zero when not known */
  readonly normal: Vector3;
}
export const BodyContact = {
  /** skull and forehead */
  HEAD: 0,
  /** face */
  FACE: 1,
  /** neck */
  NECK: 2,
  /** back and shoulders */
  BACK_SHOULDER: 3,
  /** chest */
  CHEST: 4,
  /** abdomen */
  ABDOMEN: 5,
  /** pelvis */
  PELVIS: 6,
  /** upper arm and elbow */
  UPPER_ARM: 7,
  /** forearm and wrist */
  FOREARM: 8,
  /** hand and fingers */
  HAND: 9,
  /** thigh and knee */
  THIGH: 10,
  /** lower leg and foot */
  LOWER_LEG: 11,
} as const;

/** Every contact between the robot and a person now; empty means none. Published at 100 Hz by the skin or the simulator. Absence for 100 ms means unknown. */
export interface BodyContacts {
  /** when it was measured */
  readonly header: Header;
  /** none when nothing touches */
  readonly contacts: readonly BodyContact[];
}

/** A bumper of a mobile base, at 50 Hz: a safety edge that is pressed by what the base drives against. */
export interface Bumper {
  /** when it was measured; frame_id is the link that carries it */
  readonly header: Header;
  /** of the bumper */
  readonly name: string;
  /** true from 5 N on */
  readonly pressed: boolean;
  /** [N] sum of the forces of all that touches it */
  readonly force: Newtons;
}

/** A link of the black box's hash chain over decisions and operators' acts. Only in recordings, one at each flush. Each chained message is hashed with the hash of the one before it, so nothing can be changed, taken out or put in unseen. */
export interface ChainLink {
  /** counts up by one per file from 0 */
  readonly sequence: number;
  /** SHA-256 before the first message of this link; that of the part before at its beginning */
  readonly previous: Uint8Array;
  /** SHA-256 after the last message of this link */
  readonly head: Uint8Array;
  /** the first four bytes of the hash after each chained message since the link before */
  readonly marks: readonly number[];
}

/** The emergency stop circuit as the hardware reports it, at 50 Hz. Absence for 100 ms means pressed. */
export interface EstopState {
  /** stamp of the reading */
  readonly header: Header;
  /** the circuit is open: a button is pressed or the wire is cut */
  readonly pressed: boolean;
}

/** What the gate let through, and what it refused and why. Published at 10 Hz. */
export interface GateReport {
  /** stamp of the report, frame base_link */
  readonly header: Header;
  /** whose request moves the robot now; empty when nobody's does */
  readonly source: string;
  /** names of the limits that shortened the last request, e.g. "lift_speed" */
  readonly limiting: readonly string[];
  /** e.g. "stale", "future", "repeated", "not_finite", "unknown_joint" */
  readonly reject_reasons: readonly string[];
  /** how often, since start; one for each reason */
  readonly reject_counts: readonly number[];
  /** no recorded way leads back to the seat, or it has been gone */
  readonly no_way_back: boolean;
  /** it has been gone: the robot is where it was when it first touched the person */
  readonly lowered: boolean;
}

/** Which of the robot's groups of nodes (threads or processes of its own computer) live: at once when one dies or comes back, and once a second. Known by a line that each holds to the control group, which the kernel cuts when it dies. */
export interface GroupLiveliness {
  /** stamp of the look */
  readonly header: Header;
  /** hold their line */
  readonly alive: readonly string[];
  /** died, and are not back: their line was cut before they let go of it */
  readonly lost: readonly string[];
}

/** What the gate tells the hardware to do: velocities, the last word before the motors. Published by the control group at 100 Hz. Absence for 100 ms means every drive stops and holds. */
export interface HardwareCommand {
  /** stamp of the decision, frame base_link */
  readonly header: Header;
  /** counts up by one; a repeated or lower one is ignored, until 100 ms of silence end a count */
  readonly sequence: number;
  /** base velocity in base_link: linear.x, angular.z */
  readonly drive: Twist;
  /** joints that are told a velocity; joints not named get zero */
  readonly joint_names: readonly string[];
  /** [m/s or rad/s] one for each name; zero means hold, with brakes, under load */
  readonly joint_velocities: readonly number[];
  /** come to rest, hold by brakes and lose power (IEC 60204-1, stop category 1), whatever the velocities say; brakes open with the first command of rest that does not ask for them */
  readonly set_brakes: boolean;
}

/** One body landmark in a picture (the 33 of the BlazePose topology). */
export interface Landmark {
  /** [1] across the picture, 0 left to 1 right */
  readonly x: number;
  /** [1] down the picture, 0 top to 1 bottom */
  readonly y: number;
  /** [1] depth relative to the hips, in picture widths, negative is nearer */
  readonly z: number;
  /** [1] 0 hidden to 1 seen */
  readonly visibility: number;
  /** [1] 0 outside the picture to 1 inside */
  readonly presence: number;
}

/** Who may ask the robot to move: one lease at a time, given by the control group alone. Published at each change and at 10 Hz, latched. A request for motion that carries another epoch or nonce is not followed. */
export interface Lease {
  /** stamp of the decision, frame base_link */
  readonly header: Header;
  /** counts up by one whenever holder, kind or person in command changes; 0: never given */
  readonly epoch: number;
  /** drawn anew at each start of the control group: an epoch of an earlier life is not this one */
  readonly nonce: number;
  /** one of the constants above */
  readonly kind: number;
  /** the source whose requests for motion are followed; empty when nobody's are */
  readonly holder: string;
  /** name of the person in command, who may take over from a task; empty when nobody is */
  readonly operator_name: string;
  /** of the person in command: one connection of the stop lane */
  readonly session: string;
  /** the person in command declares to be beside the resident */
  readonly on_site: boolean;
  /** a person on site agrees that the robot moves a person it bears while commanded from remote */
  readonly consent: boolean;
  /** name of who asks for the lease and waits for it; empty when nobody does */
  readonly asked_by: string;
  /** [s] on the robot's clock: the lease is void after this; renewed by each sign of life of the person in command */
  readonly expires: Seconds;
}
export const Lease = {
  /** nobody may ask for motion */
  NOBODY: 0,
  /** a person beside the resident */
  ON_SITE: 1,
  /** a person elsewhere; with somebody in the arms only by the consent of a person on site */
  REMOTE: 2,
  /** a care task, under the person in command */
  TASK: 3,
} as const;

/** True poses of every moving link of the simulated world, at 100 Hz. Only a simulator has it. */
export interface LinkPoses {
  /** when it was true, frame map */
  readonly header: Header;
  /** "model/link" */
  readonly names: readonly string[];
  /** [m] one for each name */
  readonly poses: readonly Pose[];
}

/** What a motion source (planner, operator) wants the robot to do. The gate decides whether it does. Published at 20 to 100 Hz while motion is wanted. Absence past time_to_live means no motion wanted; of a task, past half of it, to rest until the next. */
export interface MotionRequest {
  /** stamp on the sender's clock, frame base_link */
  readonly header: Header;
  /** one of the constants above */
  readonly kind: number;
  /** who asks: "planner" or the operator's name */
  readonly source: string;
  /** of the lease under which it is asked; another's is rejected */
  readonly epoch: number;
  /** of that lease: one life of the control group */
  readonly nonce: number;
  /** counts up by one per source; a repeated or lower one is rejected */
  readonly sequence: number;
  /** [s] after stamp + this the request is dead */
  readonly time_to_live: Seconds;
  /** wanted base velocity in base_link: linear.x, angular.z */
  readonly drive: Twist;
  /** joints wanted to move */
  readonly joint_names: readonly string[];
  /** [m/s or rad/s] one for each name */
  readonly joint_velocities: readonly number[];
}
export const MotionRequest = {
  /** the base only, unloaded */
  DRIVE: 1,
  /** a care task: base, lift and arms */
  TASK: 2,
  /** lower the person to the seat along the way it came; velocities are ignored */
  LOWER: 3,
} as const;

/** One turn of a node whose decisions can be replayed: all it had heard since the turn before, every look at its clock, and all it said. Fed back in order, the same node says the same again, bit for bit. */
export interface NodeTurn {
  /** whose turn */
  readonly node: string;
  /** counts up by one per node from 0; a gap means that turns were lost */
  readonly sequence: number;
  /** one of the constants above */
  readonly kind: number;
  /** what it heard, read and said, in V8's structured-clone format, which keeps every bit */
  readonly content: Uint8Array;
}
export const NodeTurn = {
  /** the node was started */
  START: 0,
  /** its period was over, or it was woken */
  STEP: 1,
  /** it answered a service */
  SERVE: 2,
} as const;

/** An operator's heartbeat and stop, from the page's own lane into the control group. Sent at 20 Hz by each page, in command or not. Absence of the one in command for 500 ms means hold, and stop with a person borne. */
export interface OperatorSignal {
  /** stamp of arrival on the robot's clock */
  readonly header: Header;
  /** counts up by one per connection */
  readonly sequence: number;
  /** name of the person at the page */
  readonly operator_name: string;
  /** of the lane: one connection */
  readonly session: string;
  /** the person declares to be beside the resident */
  readonly on_site: boolean;
  /** the person wants the lease; false only watches */
  readonly wants_command: boolean;
  /** true once per press; latched by the supervisor */
  readonly stop_pressed: boolean;
  /** hold-to-run (lowering, driving) is pressed now; false means released */
  readonly hold_pressed: boolean;
  /** [s] of the lane as the page measured it last */
  readonly round_trip: Seconds;
}

/** What the eyes know of the one person in care. Published for every picture looked at, seen or not. The stamp is when the picture was taken: its age is the true age. Absence for 500 ms means not seen. */
export interface Person {
  /** when the picture was taken, frame of its camera */
  readonly header: Header;
  /** a person good enough to act on was found */
  readonly seen: boolean;
  /** [1] 0 to 1; below 0.6 never usable for motion */
  readonly confidence: number;
  /** one of the constants above */
  readonly posture: number;
  /** [1] 0 to 1 */
  readonly posture_confidence: number;
  /** [rad] of the trunk from true vertical, forward positive */
  readonly trunk_lean: Radians;
  /** [rad] of the trunk from true vertical, to the person's left positive */
  readonly trunk_tilt: Radians;
  /** [rad] flexion, 0 straight */
  readonly left_knee: Radians;
  /** [rad] flexion, 0 straight */
  readonly right_knee: Radians;
  /** [rad] flexion, 0 straight */
  readonly left_hip: Radians;
  /** [rad] flexion, 0 straight */
  readonly right_hip: Radians;
  /** 33 in the picture, or none */
  readonly landmarks: readonly Landmark[];
  /** [m] 33 relative to the mid hip, camera optical axes, or none */
  readonly world: readonly Point[];
  /** [m] 33 in the map frame, or none when the camera's place is not known */
  readonly points: readonly Point[];
}
export const Person = {
  /** nothing usable */
  POSTURE_UNKNOWN: 0,
  /** trunk near horizontal */
  POSTURE_LYING: 1,
  /** on a seat */
  POSTURE_SITTING: 2,
  /** upright, legs straight or nearly */
  POSTURE_STANDING: 3,
  /** between these, e.g. half way up */
  POSTURE_OTHER: 4,
} as const;

/** Who a presence radar (FMCW, 60 GHz) sees, at 10 Hz. It sees through blankets and mattresses, not through walls. */
export interface RadarPresence {
  /** when it was measured; frame_id is the radar, which looks along its x */
  readonly header: Header;
  /** somebody is in the cone */
  readonly present: boolean;
  /** [rad] of the cone, across */
  readonly field_of_view: Radians;
  /** [m] nothing beyond is told */
  readonly max_range: Metres;
  /** [m] to each person, nearest first */
  readonly ranges: readonly Metres[];
  /** [rad] of each person about the radar's z from its x, left positive */
  readonly bearings: readonly Radians[];
}

/** The resident in care, as the care plan knows them. Latched. */
export interface Resident {
  /** how they are addressed */
  readonly name: string;
  /** one of the constants above */
  readonly sex: number;
  /** [m] standing height */
  readonly stature: Metres;
  /** [kg] */
  readonly body_mass: Kilograms;
  /** [m] of the seat they sit on */
  readonly seat_height: Metres;
  /** true unless consent to pictures leaving the camera is given */
  readonly picture_refused: boolean;
}
export const Resident = {
  /** body segment parameters of women */
  FEMALE: 0,
  /** body segment parameters of men */
  MALE: 1,
} as const;

/** What ails a simulated resident beside weak legs; all 0: nothing does. Never for control. */
export interface ResidentCondition {
  /** [1] of the strength of the left arm and leg that is lost, as after a stroke */
  readonly left_weakness: number;
  /** [1] the same of the right side */
  readonly right_weakness: number;
  /** [1] of the strength of both hips that is lost, beside the weakness of a side */
  readonly hip_weakness: number;
  /** [1] the same of both knees */
  readonly knee_weakness: number;
  /** [1] the same of both ankles */
  readonly ankle_weakness: number;
  /** [1] the same of trunk and neck */
  readonly trunk_weakness: number;
  /** [1] the same of shoulders and elbows */
  readonly arm_weakness: number;
  /** [1] 0: trusts the robot; 1: answers and rises late, hardly bends forward, clings to the pads */
  readonly fear: number;
  /** [1] of all strength that is lost when the blood pressure drops after rising */
  readonly pressure_drop: number;
  /** [s] from standing up to this drop */
  readonly pressure_drop_after: Seconds;
  /** [1] how much of their strength they throw against the arms that lift them */
  readonly struggle: number;
}

/** What the safety supervisor allows, and every reason why not. Published at 50 Hz and at once on change, latched. Absence for 150 ms means hold. */
export interface SafetyState {
  /** stamp of the decision, frame base_link */
  readonly header: Header;
  /** the worst demand among the broken rules */
  readonly demand: number;
  /** one of SAFE_IDLE to FAULT */
  readonly motion: number;
  /** one of the LOAD constants */
  readonly load: number;
  /** a latched stop waits for reset */
  readonly needs_reset: boolean;
  /** waits for the confirmation on site */
  readonly needs_confirmation: boolean;
  /** waits for start */
  readonly needs_start: boolean;
  /** lowering is not possible now */
  readonly not_lowerable: boolean;
  /** an operator must not drive directly now */
  readonly drive_blocked: boolean;
  /** [1] 0 = stand still, 1 = full speed */
  readonly speed_scale: number;
  /** the drives are held by brakes, without power: not started yet, stopped for long, or not standing as commanded */
  readonly brakes_set: boolean;
  /** e.g. "SR-3", worst first */
  readonly broken_requirements: readonly string[];
  /** text keys of why it does not move, worst first, e.g. "reason.link_silent" */
  readonly reasons: readonly string[];
  /** for each axis what it may do now, and why not more */
  readonly axes: readonly AxisAdvice[];
  /** text keys of what may still be done, e.g. "may.lower", "may.reset" */
  readonly possible: readonly string[];
}
export const SafetyState = {
  /** nothing is wrong */
  DEMAND_NONE: 0,
  /** reduced speed */
  DEMAND_SLOW: 1,
  /** stand still and hold; clears by itself when the cause does */
  DEMAND_HOLD: 2,
  /** hold, and lower the person to the seat as soon as somebody holds to run it */
  DEMAND_LOWER: 3,
  /** protective stop: hold until reset, confirmation on site and start */
  DEMAND_STOP: 4,
  /** emergency stop: hold until the button is released, reset, confirmation and start */
  DEMAND_EMERGENCY: 5,
  /** after boot, nothing moves until confirmation and start */
  SAFE_IDLE: 0,
  /** may move, stands still */
  READY: 1,
  /** moves */
  MOVING: 2,
  /** a rule holds it */
  HOLDING: 3,
  /** lowers the person, hold-to-run */
  LOWERING: 4,
  /** stopped by a rule or an operator */
  PROTECTIVE_STOP: 5,
  /** stopped by the emergency stop */
  EMERGENCY_STOP: 6,
  /** the supervisor itself does not trust its inputs */
  FAULT: 7,
  /** nobody is touched */
  LOAD_NONE: 0,
  /** pads touch the person, little weight */
  LOAD_TOUCHING: 1,
  /** pads carry weight */
  LOAD_BEARING: 2,
  /** the force sensors do not tell; treated as bearing */
  LOAD_UNKNOWN: 3,
} as const;

/** How the clock of a simulated world goes, and where its world is. Latched; at 10 Hz of simulated time, and at once on a change. */
export interface SimTime {
  /** when it was said, by the simulated clock */
  readonly header: Header;
  /** time stands still */
  readonly paused: boolean;
  /** [1] simulated seconds a second while it does not */
  readonly speed: number;
  /** [1] simulated seconds a second that the last second really had: less than `speed` where the machine is too busy */
  readonly pace: number;
  /** [s] since the world's beginning, which every reset makes anew */
  readonly world_time: Seconds;
  /** [1] how much of a moment is played again, 0 to 1; 1 when none is being restored */
  readonly restored: number;
  /** name of the moment saved or restored last; empty before */
  readonly moment: string;
  /** why the last restoring failed; empty otherwise */
  readonly reason: string;
}

/** One sentence: said to the resident by the robot, or heard from the resident. Each arrives once, in order. */
export interface Spoken {
  /** when it was said */
  readonly header: Header;
  /** text key, e.g. "say.lean_forward", "heard.yes", "heard.stop" */
  readonly key: string;
  /** name of the resident spoken to or heard */
  readonly resident: string;
}

/** What the care task is doing. Published at 10 Hz and at once on change, latched. */
export interface TaskState {
  /** when it was true */
  readonly header: Header;
  /** "stand_up" or empty */
  readonly task: string;
  /** one of the constants above */
  readonly phase: number;
  /** [1] of the whole task, 0 to 1 */
  readonly progress: number;
  /** [1] of body weight on the pads now */
  readonly support: number;
  /** [1] of body weight, largest in this task */
  readonly peak_support: number;
  /** text key of what it waits for, e.g. "wait.answer"; empty when it does not */
  readonly waiting_for: string;
  /** text key of why it failed or is paused; empty otherwise */
  readonly reason: string;
}
export const TaskState = {
  /** no task */
  IDLE: 0,
  /** drives up to the person */
  APPROACH: 1,
  /** announces and asks for consent */
  ASK: 2,
  /** brings the pads into contact */
  CONTACT: 3,
  /** the person leans forward */
  LEAN: 4,
  /** rises with the person */
  LIFT: 5,
  /** stands and is steadied */
  STABILISE: 6,
  /** lets go and backs off */
  RELEASE: 7,
  /** finished */
  DONE: 8,
  /** held; waits to go on or to lower */
  PAUSED: 9,
  /** given up, see reason */
  FAILED: 10,
} as const;

/** What only the simulator knows: for measuring and for the page's comparison, never for control. At 20 Hz. */
export interface WorldTruth {
  /** when it was true */
  readonly header: Header;
  /** [m] of the pelvis origin above the floor */
  readonly pelvis_height: Metres;
  /** [m] the same when this person stands upright */
  readonly standing_height: Metres;
  /** [rad] from vertical, forward positive */
  readonly trunk_lean: Radians;
  /** [rad] from vertical, to the left positive */
  readonly trunk_tilt: Radians;
  /** [N] vertical force of both pads on the person */
  readonly pad_force: Newtons;
  /** [N] vertical force of the seat on the person */
  readonly seat_force: Newtons;
  /** [N.m] extension moment of the muscles of both hips; NaN where no muscle is simulated */
  readonly hip_moment: number;
  /** [N.m] the same of both knees */
  readonly knee_moment: number;
  /** [N] of the robot on people who pass, the largest of now; 0 when it touches none */
  readonly passer_force: Newtons;
  /** [kg] of the resident */
  readonly body_mass: Kilograms;
  /** [m] of the resident */
  readonly stature: Metres;
  /** [1] of what this person needs to rise alone */
  readonly leg_strength: number;
  /** [s] the world has fallen behind real time, in all */
  readonly slip: Seconds;
}

/** What a person does about the alarms. */
export interface AlarmAct_Request {
  /** one of the constants above */
  readonly act: number;
  /** text key of the alarm to acknowledge; empty for all */
  readonly alarm: string;
  /** who acts */
  readonly operator_name: string;
}
export const AlarmAct_Request = {
  /** I have seen to this one: its sound ends and it does not escalate */
  ACKNOWLEDGE: 1,
  /** no sound for two minutes */
  PAUSE_AUDIO: 2,
  /** sound again */
  RESUME_AUDIO: 3,
} as const;

/** The response of AlarmAct. */
export interface AlarmAct_Response {
  /** true when nothing changed */
  readonly refused: boolean;
  /** text key of why; empty otherwise */
  readonly reason: string;
}

/** Switches a fault of the simulated world on or off. Only a simulator serves it. */
export interface InjectFault_Request {
  /** "estop" presses the emergency stop; "supply" leaves the battery 3 %; "power" takes all power from the drives, which their brakes then hold; "seat" pulls the chair a metre away from under the resident; "runaway" lets the lift's drive go down at 0.03 m/s whatever it is told, until its brake falls in; SENSOR.FAULT breaks a sensor (joints, odometry, imu, left_wrench, right_wrench, contacts, scan, bed, camera): silent, frozen (the last reading again, with a fresh stamp), stale (with its old stamp), noisy, biased, nan; "odometry.slip" lets the wheels turn further than the base goes; others are refused by name */
  readonly fault: string;
  /** true switches it on */
  readonly on: boolean;
}

/** The response of InjectFault. */
export interface InjectFault_Response {
  /** true when nothing changed */
  readonly refused: boolean;
  /** what was wrong and what was expected; empty otherwise */
  readonly reason: string;
}

/** A deliberate act of a person. None of them ever starts motion together with another: reset, confirm, start are three acts. */
export interface OperatorAct_Request {
  /** one of the constants above */
  readonly act: number;
  /** who did it */
  readonly operator_name: string;
  /** true when the session is the one on site */
  readonly on_site: boolean;
}
export const OperatorAct_Request = {
  /** clears latched stops whose cause is gone; never starts motion */
  RESET: 0,
  /** "I am beside the resident and it is safe": given on site only */
  CONFIRM_ON_SITE: 1,
  /** allows motion again */
  START: 2,
  /** protective stop */
  STOP: 3,
  /** asks for the lease; a person on site takes it at once, whoever holds it */
  TAKE: 4,
  /** hands the lease over to the one who asks for it */
  GRANT: 5,
  /** "I am beside the resident and agree that you lift them from where you are" */
  CONSENT: 6,
  /** "the seat is not where it was": lowering is refused until SEAT_BACK */
  SEAT_GONE: 7,
  /** "the seat stands where they sat": said on site */
  SEAT_BACK: 8,
} as const;

/** The response of OperatorAct. */
export interface OperatorAct_Response {
  /** true when it had no effect */
  readonly refused: boolean;
  /** text key of why it was refused; empty otherwise */
  readonly reason: string;
}

/** Puts the simulated world back to its beginning with this resident. Only a simulator serves it. */
export interface ResetWorld_Request {
  /** of everything random in the world */
  readonly seed: number;
  /** Resident.FEMALE or Resident.MALE */
  readonly sex: number;
  /** [m] */
  readonly stature: Metres;
  /** [kg] */
  readonly body_mass: Kilograms;
  /** [1] of what this person needs to rise alone */
  readonly leg_strength: number;
  /** what else ails them */
  readonly condition: ResidentCondition;
  /** true: the resident tries to stand up at once, without the robot */
  readonly tries_alone: boolean;
}

/** The response of ResetWorld. */
export interface ResetWorld_Response {
  /** true when a value was out of range and nothing changed */
  readonly refused: boolean;
  /** what was wrong and what was expected; empty otherwise */
  readonly reason: string;
}

/** Turns the one clock of a simulated world, for all its nodes at once, and keeps its moments. Only a simulator serves it: a robot's time is the machine's. */
export interface SimTime_Request {
  /** one of the constants above */
  readonly command: number;
  /** [s] STEP: so much of simulated time, 0.01 to 60; not read otherwise */
  readonly duration: Seconds;
  /** [1] SPEED: simulated seconds a second, 0.1 to 4; not read otherwise */
  readonly speed: number;
  /** SAVE, RESTORE: a plain file name, 1 to 64 of letters, digits, - and _; not read otherwise */
  readonly name: string;
}
export const SimTime_Request = {
  /** time stands still for every node */
  PAUSE: 0,
  /** time goes on */
  RUN: 1,
  /** time goes on by `duration`, then stands */
  STEP: 2,
  /** how fast time goes when it goes */
  SPEED: 3,
  /** keeps this moment of the world under `name` */
  SAVE: 4,
  /** puts the world back to the moment kept under `name`; time stands, and the robot is stopped */
  RESTORE: 5,
} as const;

/** The response of SimTime. */
export interface SimTime_Response {
  /** true when nothing changed */
  readonly refused: boolean;
  /** what was wrong and what was expected; empty otherwise */
  readonly reason: string;
}

/** Drives the unloaded base to a pose by Nav2, in the name of the person in command. */
export interface DriveTo_Goal {
  /** where to: frame map or odom, upright */
  readonly pose: PoseStamped;
  /** name of the person in command, whose hand /cmd_vel is */
  readonly operator_name: string;
}

/** The result of DriveTo. */
export interface DriveTo_Result {
  /** one of the constants above */
  readonly code: number;
  /** text key; empty when arrived */
  readonly reason: string;
  /** error_code of Nav2's own result; 0: none */
  readonly nav2_error: number;
}
export const DriveTo_Result = {
  /** Nav2 says that it is there */
  ARRIVED: 0,
  /** it was not begun */
  REFUSED: 1,
  /** the robot, or who is in command, ended it */
  STOPPED: 2,
  /** who asked for it ended it */
  CANCELED: 3,
  /** Nav2 gave up, or is not there */
  FAILED: 4,
} as const;

/** The feedback of DriveTo. */
export interface DriveTo_Feedback {
  /** [m] that is left of Nav2's path */
  readonly distance: Metres;
  /** [s] as Nav2 estimates */
  readonly time_left: Seconds;
  /** how often Nav2 tried to get free */
  readonly recoveries: number;
}

/** Helps the resident stand up from the seat they sit on. */
export interface StandUp_Goal {
  /** [s] of the lift, 3 to 20; 0 takes the default */
  readonly rise_time: Seconds;
}

/** The result of StandUp. */
export interface StandUp_Result {
  /** one of the constants above */
  readonly code: number;
  /** text key; empty when stood */
  readonly reason: string;
  /** [1] of body weight on the pads */
  readonly peak_support: number;
  /** [s] from accepted to ended */
  readonly duration: Seconds;
}
export const StandUp_Result = {
  /** the resident stands, released */
  STOOD: 0,
  /** the resident said no or did not answer */
  REFUSED: 1,
  /** no person seen sitting, none whom the arms may lift, or the robot may not move */
  NOT_READY: 2,
  /** a stop ended it */
  STOPPED: 3,
  /** the operator ended it */
  CANCELED: 4,
  /** the resident was lowered back to the seat */
  LOWERED: 5,
} as const;

/** The feedback of StandUp. */
export interface StandUp_Feedback {
  /** TaskState phase */
  readonly phase: number;
  /** [1] of the whole task */
  readonly progress: number;
  /** [1] of body weight on the pads now */
  readonly support: number;
}

/** What ros2_control's manager tells of a controller: of its fields those that are read here. */
export interface ControllerState {
  /** as in the manager's parameters */
  readonly name: string;
  /** unconfigured, inactive, active or finalized */
  readonly state: string;
}

/** What ros2_control's manager tells of a hardware component: of its fields those that are read here. */
export interface HardwareComponentState {
  /** as in the URDF */
  readonly name: string;
  /** in which it is */
  readonly state: State;
}

/** Asks ros2_control's manager for its controllers and their states. */
export interface ListControllers_Request {}

/** The response of ListControllers. */
export interface ListControllers_Response {
  /** all that are loaded */
  readonly controller: readonly ControllerState[];
}

/** Asks ros2_control's manager for its hardware components and their states. */
export interface ListHardwareComponents_Request {}

/** The response of ListHardwareComponents. */
export interface ListHardwareComponents_Response {
  /** all that the URDF names */
  readonly component: readonly HardwareComponentState[];
}

/** Leads a hardware component of ros2_control to a state: active has power and open brakes, inactive has neither and is still read. */
export interface SetHardwareComponentState_Request {
  /** of the component, as in the URDF */
  readonly name: string;
  /** by its id, or by its label where that is 0 */
  readonly target_state: State;
}

/** The response of SetHardwareComponentState. */
export interface SetHardwareComponentState_Response {
  /** it is in that state */
  readonly ok: boolean;
  /** in which it is */
  readonly state: State;
}

/** Activates and deactivates controllers of ros2_control within one turn of its loop. */
export interface SwitchController_Request {
  /** names */
  readonly activate_controllers: readonly string[];
  /** names */
  readonly deactivate_controllers: readonly string[];
  /** one of the constants above */
  readonly strictness: number;
  /** not to wait for all interfaces */
  readonly activate_asap: boolean;
  /** after which what waits is given up; zero waits for ever */
  readonly timeout: Duration;
}
export const SwitchController_Request = {
  /** what can be switched is, whatever fails beside it */
  BEST_EFFORT: 1,
  /** all of it or nothing */
  STRICT: 2,
} as const;

/** The response of SwitchController. */
export interface SwitchController_Response {
  /** it was switched, as strictly as asked */
  readonly ok: boolean;
  /** in words */
  readonly message: string;
}

/** Nav2 drives the base to a pose: of its fields those that are set or read here. */
export interface NavigateToPose_Goal {
  /** where to */
  readonly pose: PoseStamped;
  /** file of another behaviour tree; empty takes Nav2's own */
  readonly behavior_tree: string;
}

/** The result of NavigateToPose. */
export interface NavigateToPose_Result {
  /** 0: none; else one of Nav2's */
  readonly error_code: number;
}

/** The feedback of NavigateToPose. */
export interface NavigateToPose_Feedback {
  /** [m] of the path */
  readonly distance_remaining: Metres;
  /** how often Nav2 tried to get free */
  readonly number_of_recoveries: number;
  /** as Nav2 thinks */
  readonly estimated_time_remaining: Duration;
}

export interface MessageTypes {
  "builtin_interfaces/msg/Duration": Duration;
  "builtin_interfaces/msg/Time": Time;
  "diagnostic_msgs/msg/DiagnosticArray": DiagnosticArray;
  "diagnostic_msgs/msg/DiagnosticStatus": DiagnosticStatus;
  "diagnostic_msgs/msg/KeyValue": KeyValue;
  "geometry_msgs/msg/Point": Point;
  "geometry_msgs/msg/Pose": Pose;
  "geometry_msgs/msg/PoseStamped": PoseStamped;
  "geometry_msgs/msg/PoseWithCovariance": PoseWithCovariance;
  "geometry_msgs/msg/Quaternion": Quaternion;
  "geometry_msgs/msg/Transform": Transform;
  "geometry_msgs/msg/TransformStamped": TransformStamped;
  "geometry_msgs/msg/Twist": Twist;
  "geometry_msgs/msg/TwistStamped": TwistStamped;
  "geometry_msgs/msg/TwistWithCovariance": TwistWithCovariance;
  "geometry_msgs/msg/Vector3": Vector3;
  "geometry_msgs/msg/Wrench": Wrench;
  "geometry_msgs/msg/WrenchStamped": WrenchStamped;
  "lifecycle_msgs/msg/State": State;
  "nav_msgs/msg/Odometry": Odometry;
  "sensor_msgs/msg/BatteryState": BatteryState;
  "sensor_msgs/msg/CameraInfo": CameraInfo;
  "sensor_msgs/msg/CompressedImage": CompressedImage;
  "sensor_msgs/msg/Image": Image;
  "sensor_msgs/msg/Imu": Imu;
  "sensor_msgs/msg/JointState": JointState;
  "sensor_msgs/msg/LaserScan": LaserScan;
  "sensor_msgs/msg/Range": Range;
  "sensor_msgs/msg/RegionOfInterest": RegionOfInterest;
  "std_msgs/msg/Bool": Bool;
  "std_msgs/msg/Float64MultiArray": Float64MultiArray;
  "std_msgs/msg/Header": Header;
  "std_msgs/msg/MultiArrayDimension": MultiArrayDimension;
  "std_msgs/msg/MultiArrayLayout": MultiArrayLayout;
  "std_msgs/msg/String": String;
  "tf2_msgs/msg/TFMessage": TFMessage;
  "care_interfaces/msg/ActiveFaults": ActiveFaults;
  "care_interfaces/msg/Alarm": Alarm;
  "care_interfaces/msg/AlarmRequest": AlarmRequest;
  "care_interfaces/msg/Alarms": Alarms;
  "care_interfaces/msg/AxisAdvice": AxisAdvice;
  "care_interfaces/msg/BedPressure": BedPressure;
  "care_interfaces/msg/BodyContact": BodyContact;
  "care_interfaces/msg/BodyContacts": BodyContacts;
  "care_interfaces/msg/Bumper": Bumper;
  "care_interfaces/msg/ChainLink": ChainLink;
  "care_interfaces/msg/EstopState": EstopState;
  "care_interfaces/msg/GateReport": GateReport;
  "care_interfaces/msg/GroupLiveliness": GroupLiveliness;
  "care_interfaces/msg/HardwareCommand": HardwareCommand;
  "care_interfaces/msg/Landmark": Landmark;
  "care_interfaces/msg/Lease": Lease;
  "care_interfaces/msg/LinkPoses": LinkPoses;
  "care_interfaces/msg/MotionRequest": MotionRequest;
  "care_interfaces/msg/NodeTurn": NodeTurn;
  "care_interfaces/msg/OperatorSignal": OperatorSignal;
  "care_interfaces/msg/Person": Person;
  "care_interfaces/msg/RadarPresence": RadarPresence;
  "care_interfaces/msg/Resident": Resident;
  "care_interfaces/msg/ResidentCondition": ResidentCondition;
  "care_interfaces/msg/SafetyState": SafetyState;
  "care_interfaces/msg/SimTime": SimTime;
  "care_interfaces/msg/Spoken": Spoken;
  "care_interfaces/msg/TaskState": TaskState;
  "care_interfaces/msg/WorldTruth": WorldTruth;
  "care_interfaces/srv/AlarmAct_Request": AlarmAct_Request;
  "care_interfaces/srv/AlarmAct_Response": AlarmAct_Response;
  "care_interfaces/srv/InjectFault_Request": InjectFault_Request;
  "care_interfaces/srv/InjectFault_Response": InjectFault_Response;
  "care_interfaces/srv/OperatorAct_Request": OperatorAct_Request;
  "care_interfaces/srv/OperatorAct_Response": OperatorAct_Response;
  "care_interfaces/srv/ResetWorld_Request": ResetWorld_Request;
  "care_interfaces/srv/ResetWorld_Response": ResetWorld_Response;
  "care_interfaces/srv/SimTime_Request": SimTime_Request;
  "care_interfaces/srv/SimTime_Response": SimTime_Response;
  "care_interfaces/action/DriveTo_Goal": DriveTo_Goal;
  "care_interfaces/action/DriveTo_Result": DriveTo_Result;
  "care_interfaces/action/DriveTo_Feedback": DriveTo_Feedback;
  "care_interfaces/action/StandUp_Goal": StandUp_Goal;
  "care_interfaces/action/StandUp_Result": StandUp_Result;
  "care_interfaces/action/StandUp_Feedback": StandUp_Feedback;
  "controller_manager_msgs/msg/ControllerState": ControllerState;
  "controller_manager_msgs/msg/HardwareComponentState": HardwareComponentState;
  "controller_manager_msgs/srv/ListControllers_Request": ListControllers_Request;
  "controller_manager_msgs/srv/ListControllers_Response": ListControllers_Response;
  "controller_manager_msgs/srv/ListHardwareComponents_Request": ListHardwareComponents_Request;
  "controller_manager_msgs/srv/ListHardwareComponents_Response": ListHardwareComponents_Response;
  "controller_manager_msgs/srv/SetHardwareComponentState_Request": SetHardwareComponentState_Request;
  "controller_manager_msgs/srv/SetHardwareComponentState_Response": SetHardwareComponentState_Response;
  "controller_manager_msgs/srv/SwitchController_Request": SwitchController_Request;
  "controller_manager_msgs/srv/SwitchController_Response": SwitchController_Response;
  "nav2_msgs/action/NavigateToPose_Goal": NavigateToPose_Goal;
  "nav2_msgs/action/NavigateToPose_Result": NavigateToPose_Result;
  "nav2_msgs/action/NavigateToPose_Feedback": NavigateToPose_Feedback;
}

/** One member of a message; `array` is false, true, or its fixed length. */

export interface FieldDefinition {
  readonly name: string;
  readonly type: string;
  readonly array: boolean | number;
}

export const DEFINITIONS: Readonly<Record<keyof MessageTypes, readonly FieldDefinition[]>> = {
  "builtin_interfaces/msg/Duration": [
    { name: "sec", type: "int32", array: false },
    { name: "nanosec", type: "uint32", array: false },
  ],
  "builtin_interfaces/msg/Time": [
    { name: "sec", type: "int32", array: false },
    { name: "nanosec", type: "uint32", array: false },
  ],
  "diagnostic_msgs/msg/DiagnosticArray": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "status", type: "diagnostic_msgs/msg/DiagnosticStatus", array: true },
  ],
  "diagnostic_msgs/msg/DiagnosticStatus": [
    { name: "level", type: "uint8", array: false },
    { name: "name", type: "string", array: false },
    { name: "message", type: "string", array: false },
    { name: "hardware_id", type: "string", array: false },
    { name: "values", type: "diagnostic_msgs/msg/KeyValue", array: true },
  ],
  "diagnostic_msgs/msg/KeyValue": [
    { name: "key", type: "string", array: false },
    { name: "value", type: "string", array: false },
  ],
  "geometry_msgs/msg/Point": [
    { name: "x", type: "float64", array: false },
    { name: "y", type: "float64", array: false },
    { name: "z", type: "float64", array: false },
  ],
  "geometry_msgs/msg/Pose": [
    { name: "position", type: "geometry_msgs/msg/Point", array: false },
    { name: "orientation", type: "geometry_msgs/msg/Quaternion", array: false },
  ],
  "geometry_msgs/msg/PoseStamped": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "pose", type: "geometry_msgs/msg/Pose", array: false },
  ],
  "geometry_msgs/msg/PoseWithCovariance": [
    { name: "pose", type: "geometry_msgs/msg/Pose", array: false },
    { name: "covariance", type: "float64", array: 36 },
  ],
  "geometry_msgs/msg/Quaternion": [
    { name: "x", type: "float64", array: false },
    { name: "y", type: "float64", array: false },
    { name: "z", type: "float64", array: false },
    { name: "w", type: "float64", array: false },
  ],
  "geometry_msgs/msg/Transform": [
    { name: "translation", type: "geometry_msgs/msg/Vector3", array: false },
    { name: "rotation", type: "geometry_msgs/msg/Quaternion", array: false },
  ],
  "geometry_msgs/msg/TransformStamped": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "child_frame_id", type: "string", array: false },
    { name: "transform", type: "geometry_msgs/msg/Transform", array: false },
  ],
  "geometry_msgs/msg/Twist": [
    { name: "linear", type: "geometry_msgs/msg/Vector3", array: false },
    { name: "angular", type: "geometry_msgs/msg/Vector3", array: false },
  ],
  "geometry_msgs/msg/TwistStamped": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "twist", type: "geometry_msgs/msg/Twist", array: false },
  ],
  "geometry_msgs/msg/TwistWithCovariance": [
    { name: "twist", type: "geometry_msgs/msg/Twist", array: false },
    { name: "covariance", type: "float64", array: 36 },
  ],
  "geometry_msgs/msg/Vector3": [
    { name: "x", type: "float64", array: false },
    { name: "y", type: "float64", array: false },
    { name: "z", type: "float64", array: false },
  ],
  "geometry_msgs/msg/Wrench": [
    { name: "force", type: "geometry_msgs/msg/Vector3", array: false },
    { name: "torque", type: "geometry_msgs/msg/Vector3", array: false },
  ],
  "geometry_msgs/msg/WrenchStamped": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "wrench", type: "geometry_msgs/msg/Wrench", array: false },
  ],
  "lifecycle_msgs/msg/State": [
    { name: "id", type: "uint8", array: false },
    { name: "label", type: "string", array: false },
  ],
  "nav_msgs/msg/Odometry": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "child_frame_id", type: "string", array: false },
    { name: "pose", type: "geometry_msgs/msg/PoseWithCovariance", array: false },
    { name: "twist", type: "geometry_msgs/msg/TwistWithCovariance", array: false },
  ],
  "sensor_msgs/msg/BatteryState": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "voltage", type: "float32", array: false },
    { name: "temperature", type: "float32", array: false },
    { name: "current", type: "float32", array: false },
    { name: "charge", type: "float32", array: false },
    { name: "capacity", type: "float32", array: false },
    { name: "design_capacity", type: "float32", array: false },
    { name: "percentage", type: "float32", array: false },
    { name: "power_supply_status", type: "uint8", array: false },
    { name: "power_supply_health", type: "uint8", array: false },
    { name: "power_supply_technology", type: "uint8", array: false },
    { name: "present", type: "bool", array: false },
    { name: "cell_voltage", type: "float32", array: true },
    { name: "cell_temperature", type: "float32", array: true },
    { name: "location", type: "string", array: false },
    { name: "serial_number", type: "string", array: false },
  ],
  "sensor_msgs/msg/CameraInfo": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "height", type: "uint32", array: false },
    { name: "width", type: "uint32", array: false },
    { name: "distortion_model", type: "string", array: false },
    { name: "d", type: "float64", array: true },
    { name: "k", type: "float64", array: 9 },
    { name: "r", type: "float64", array: 9 },
    { name: "p", type: "float64", array: 12 },
    { name: "binning_x", type: "uint32", array: false },
    { name: "binning_y", type: "uint32", array: false },
    { name: "roi", type: "sensor_msgs/msg/RegionOfInterest", array: false },
  ],
  "sensor_msgs/msg/CompressedImage": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "format", type: "string", array: false },
    { name: "data", type: "uint8", array: true },
  ],
  "sensor_msgs/msg/Image": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "height", type: "uint32", array: false },
    { name: "width", type: "uint32", array: false },
    { name: "encoding", type: "string", array: false },
    { name: "is_bigendian", type: "uint8", array: false },
    { name: "step", type: "uint32", array: false },
    { name: "data", type: "uint8", array: true },
  ],
  "sensor_msgs/msg/Imu": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "orientation", type: "geometry_msgs/msg/Quaternion", array: false },
    { name: "orientation_covariance", type: "float64", array: 9 },
    { name: "angular_velocity", type: "geometry_msgs/msg/Vector3", array: false },
    { name: "angular_velocity_covariance", type: "float64", array: 9 },
    { name: "linear_acceleration", type: "geometry_msgs/msg/Vector3", array: false },
    { name: "linear_acceleration_covariance", type: "float64", array: 9 },
  ],
  "sensor_msgs/msg/JointState": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "name", type: "string", array: true },
    { name: "position", type: "float64", array: true },
    { name: "velocity", type: "float64", array: true },
    { name: "effort", type: "float64", array: true },
  ],
  "sensor_msgs/msg/LaserScan": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "angle_min", type: "float32", array: false },
    { name: "angle_max", type: "float32", array: false },
    { name: "angle_increment", type: "float32", array: false },
    { name: "time_increment", type: "float32", array: false },
    { name: "scan_time", type: "float32", array: false },
    { name: "range_min", type: "float32", array: false },
    { name: "range_max", type: "float32", array: false },
    { name: "ranges", type: "float32", array: true },
    { name: "intensities", type: "float32", array: true },
  ],
  "sensor_msgs/msg/Range": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "radiation_type", type: "uint8", array: false },
    { name: "field_of_view", type: "float32", array: false },
    { name: "min_range", type: "float32", array: false },
    { name: "max_range", type: "float32", array: false },
    { name: "range", type: "float32", array: false },
    { name: "variance", type: "float32", array: false },
  ],
  "sensor_msgs/msg/RegionOfInterest": [
    { name: "x_offset", type: "uint32", array: false },
    { name: "y_offset", type: "uint32", array: false },
    { name: "height", type: "uint32", array: false },
    { name: "width", type: "uint32", array: false },
    { name: "do_rectify", type: "bool", array: false },
  ],
  "std_msgs/msg/Bool": [{ name: "data", type: "bool", array: false }],
  "std_msgs/msg/Float64MultiArray": [
    { name: "layout", type: "std_msgs/msg/MultiArrayLayout", array: false },
    { name: "data", type: "float64", array: true },
  ],
  "std_msgs/msg/Header": [
    { name: "stamp", type: "time", array: false },
    { name: "frame_id", type: "string", array: false },
  ],
  "std_msgs/msg/MultiArrayDimension": [
    { name: "label", type: "string", array: false },
    { name: "size", type: "uint32", array: false },
    { name: "stride", type: "uint32", array: false },
  ],
  "std_msgs/msg/MultiArrayLayout": [
    { name: "dim", type: "std_msgs/msg/MultiArrayDimension", array: true },
    { name: "data_offset", type: "uint32", array: false },
  ],
  "std_msgs/msg/String": [{ name: "data", type: "string", array: false }],
  "tf2_msgs/msg/TFMessage": [{ name: "transforms", type: "geometry_msgs/msg/TransformStamped", array: true }],
  "care_interfaces/msg/ActiveFaults": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "faults", type: "string", array: true },
  ],
  "care_interfaces/msg/Alarm": [
    { name: "alarm", type: "string", array: false },
    { name: "priority", type: "uint8", array: false },
    { name: "since", type: "builtin_interfaces/msg/Time", array: false },
    { name: "sources", type: "string", array: true },
    { name: "acknowledged_by", type: "string", array: false },
    { name: "escalation", type: "uint8", array: false },
  ],
  "care_interfaces/msg/AlarmRequest": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "alarm", type: "string", array: false },
    { name: "source", type: "string", array: false },
    { name: "priority", type: "uint8", array: false },
    { name: "raised", type: "bool", array: false },
  ],
  "care_interfaces/msg/Alarms": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "alarms", type: "care_interfaces/msg/Alarm", array: true },
    { name: "audio_paused", type: "bool", array: false },
    { name: "audio_paused_for", type: "float64", array: false },
  ],
  "care_interfaces/msg/AxisAdvice": [
    { name: "axis", type: "string", array: false },
    { name: "drive", type: "bool", array: false },
    { name: "task", type: "bool", array: false },
    { name: "lower", type: "bool", array: false },
    { name: "reasons", type: "string", array: true },
  ],
  "care_interfaces/msg/BedPressure": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "state", type: "uint8", array: false },
    { name: "rows", type: "uint8", array: false },
    { name: "columns", type: "uint8", array: false },
    { name: "force", type: "float64", array: true },
    { name: "total", type: "float64", array: false },
    { name: "centre_x", type: "float64", array: false },
    { name: "centre_y", type: "float64", array: false },
    { name: "length", type: "float64", array: false },
    { name: "width", type: "float64", array: false },
  ],
  "care_interfaces/msg/BodyContact": [
    { name: "region", type: "uint8", array: false },
    { name: "link", type: "string", array: false },
    { name: "force", type: "float64", array: false },
    { name: "unintended", type: "bool", array: false },
    { name: "point", type: "geometry_msgs/msg/Point", array: false },
    { name: "normal", type: "geometry_msgs/msg/Vector3", array: false },
  ],
  "care_interfaces/msg/BodyContacts": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "contacts", type: "care_interfaces/msg/BodyContact", array: true },
  ],
  "care_interfaces/msg/Bumper": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "name", type: "string", array: false },
    { name: "pressed", type: "bool", array: false },
    { name: "force", type: "float64", array: false },
  ],
  "care_interfaces/msg/ChainLink": [
    { name: "sequence", type: "uint32", array: false },
    { name: "previous", type: "uint8", array: true },
    { name: "head", type: "uint8", array: true },
    { name: "marks", type: "uint32", array: true },
  ],
  "care_interfaces/msg/EstopState": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "pressed", type: "bool", array: false },
  ],
  "care_interfaces/msg/GateReport": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "source", type: "string", array: false },
    { name: "limiting", type: "string", array: true },
    { name: "reject_reasons", type: "string", array: true },
    { name: "reject_counts", type: "uint32", array: true },
    { name: "no_way_back", type: "bool", array: false },
    { name: "lowered", type: "bool", array: false },
  ],
  "care_interfaces/msg/GroupLiveliness": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "alive", type: "string", array: true },
    { name: "lost", type: "string", array: true },
  ],
  "care_interfaces/msg/HardwareCommand": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "sequence", type: "uint32", array: false },
    { name: "drive", type: "geometry_msgs/msg/Twist", array: false },
    { name: "joint_names", type: "string", array: true },
    { name: "joint_velocities", type: "float64", array: true },
    { name: "set_brakes", type: "bool", array: false },
  ],
  "care_interfaces/msg/Landmark": [
    { name: "x", type: "float32", array: false },
    { name: "y", type: "float32", array: false },
    { name: "z", type: "float32", array: false },
    { name: "visibility", type: "float32", array: false },
    { name: "presence", type: "float32", array: false },
  ],
  "care_interfaces/msg/Lease": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "epoch", type: "uint32", array: false },
    { name: "nonce", type: "uint32", array: false },
    { name: "kind", type: "uint8", array: false },
    { name: "holder", type: "string", array: false },
    { name: "operator_name", type: "string", array: false },
    { name: "session", type: "string", array: false },
    { name: "on_site", type: "bool", array: false },
    { name: "consent", type: "bool", array: false },
    { name: "asked_by", type: "string", array: false },
    { name: "expires", type: "float64", array: false },
  ],
  "care_interfaces/msg/LinkPoses": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "names", type: "string", array: true },
    { name: "poses", type: "geometry_msgs/msg/Pose", array: true },
  ],
  "care_interfaces/msg/MotionRequest": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "kind", type: "uint8", array: false },
    { name: "source", type: "string", array: false },
    { name: "epoch", type: "uint32", array: false },
    { name: "nonce", type: "uint32", array: false },
    { name: "sequence", type: "uint32", array: false },
    { name: "time_to_live", type: "float64", array: false },
    { name: "drive", type: "geometry_msgs/msg/Twist", array: false },
    { name: "joint_names", type: "string", array: true },
    { name: "joint_velocities", type: "float64", array: true },
  ],
  "care_interfaces/msg/NodeTurn": [
    { name: "node", type: "string", array: false },
    { name: "sequence", type: "uint32", array: false },
    { name: "kind", type: "uint8", array: false },
    { name: "content", type: "uint8", array: true },
  ],
  "care_interfaces/msg/OperatorSignal": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "sequence", type: "uint32", array: false },
    { name: "operator_name", type: "string", array: false },
    { name: "session", type: "string", array: false },
    { name: "on_site", type: "bool", array: false },
    { name: "wants_command", type: "bool", array: false },
    { name: "stop_pressed", type: "bool", array: false },
    { name: "hold_pressed", type: "bool", array: false },
    { name: "round_trip", type: "float64", array: false },
  ],
  "care_interfaces/msg/Person": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "seen", type: "bool", array: false },
    { name: "confidence", type: "float64", array: false },
    { name: "posture", type: "uint8", array: false },
    { name: "posture_confidence", type: "float64", array: false },
    { name: "trunk_lean", type: "float64", array: false },
    { name: "trunk_tilt", type: "float64", array: false },
    { name: "left_knee", type: "float64", array: false },
    { name: "right_knee", type: "float64", array: false },
    { name: "left_hip", type: "float64", array: false },
    { name: "right_hip", type: "float64", array: false },
    { name: "landmarks", type: "care_interfaces/msg/Landmark", array: true },
    { name: "world", type: "geometry_msgs/msg/Point", array: true },
    { name: "points", type: "geometry_msgs/msg/Point", array: true },
  ],
  "care_interfaces/msg/RadarPresence": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "present", type: "bool", array: false },
    { name: "field_of_view", type: "float64", array: false },
    { name: "max_range", type: "float64", array: false },
    { name: "ranges", type: "float64", array: true },
    { name: "bearings", type: "float64", array: true },
  ],
  "care_interfaces/msg/Resident": [
    { name: "name", type: "string", array: false },
    { name: "sex", type: "uint8", array: false },
    { name: "stature", type: "float64", array: false },
    { name: "body_mass", type: "float64", array: false },
    { name: "seat_height", type: "float64", array: false },
    { name: "picture_refused", type: "bool", array: false },
  ],
  "care_interfaces/msg/ResidentCondition": [
    { name: "left_weakness", type: "float64", array: false },
    { name: "right_weakness", type: "float64", array: false },
    { name: "hip_weakness", type: "float64", array: false },
    { name: "knee_weakness", type: "float64", array: false },
    { name: "ankle_weakness", type: "float64", array: false },
    { name: "trunk_weakness", type: "float64", array: false },
    { name: "arm_weakness", type: "float64", array: false },
    { name: "fear", type: "float64", array: false },
    { name: "pressure_drop", type: "float64", array: false },
    { name: "pressure_drop_after", type: "float64", array: false },
    { name: "struggle", type: "float64", array: false },
  ],
  "care_interfaces/msg/SafetyState": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "demand", type: "uint8", array: false },
    { name: "motion", type: "uint8", array: false },
    { name: "load", type: "uint8", array: false },
    { name: "needs_reset", type: "bool", array: false },
    { name: "needs_confirmation", type: "bool", array: false },
    { name: "needs_start", type: "bool", array: false },
    { name: "not_lowerable", type: "bool", array: false },
    { name: "drive_blocked", type: "bool", array: false },
    { name: "speed_scale", type: "float64", array: false },
    { name: "brakes_set", type: "bool", array: false },
    { name: "broken_requirements", type: "string", array: true },
    { name: "reasons", type: "string", array: true },
    { name: "axes", type: "care_interfaces/msg/AxisAdvice", array: true },
    { name: "possible", type: "string", array: true },
  ],
  "care_interfaces/msg/SimTime": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "paused", type: "bool", array: false },
    { name: "speed", type: "float64", array: false },
    { name: "pace", type: "float64", array: false },
    { name: "world_time", type: "float64", array: false },
    { name: "restored", type: "float64", array: false },
    { name: "moment", type: "string", array: false },
    { name: "reason", type: "string", array: false },
  ],
  "care_interfaces/msg/Spoken": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "key", type: "string", array: false },
    { name: "resident", type: "string", array: false },
  ],
  "care_interfaces/msg/TaskState": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "task", type: "string", array: false },
    { name: "phase", type: "uint8", array: false },
    { name: "progress", type: "float64", array: false },
    { name: "support", type: "float64", array: false },
    { name: "peak_support", type: "float64", array: false },
    { name: "waiting_for", type: "string", array: false },
    { name: "reason", type: "string", array: false },
  ],
  "care_interfaces/msg/WorldTruth": [
    { name: "header", type: "std_msgs/msg/Header", array: false },
    { name: "pelvis_height", type: "float64", array: false },
    { name: "standing_height", type: "float64", array: false },
    { name: "trunk_lean", type: "float64", array: false },
    { name: "trunk_tilt", type: "float64", array: false },
    { name: "pad_force", type: "float64", array: false },
    { name: "seat_force", type: "float64", array: false },
    { name: "hip_moment", type: "float64", array: false },
    { name: "knee_moment", type: "float64", array: false },
    { name: "passer_force", type: "float64", array: false },
    { name: "body_mass", type: "float64", array: false },
    { name: "stature", type: "float64", array: false },
    { name: "leg_strength", type: "float64", array: false },
    { name: "slip", type: "float64", array: false },
  ],
  "care_interfaces/srv/AlarmAct_Request": [
    { name: "act", type: "uint8", array: false },
    { name: "alarm", type: "string", array: false },
    { name: "operator_name", type: "string", array: false },
  ],
  "care_interfaces/srv/AlarmAct_Response": [
    { name: "refused", type: "bool", array: false },
    { name: "reason", type: "string", array: false },
  ],
  "care_interfaces/srv/InjectFault_Request": [
    { name: "fault", type: "string", array: false },
    { name: "on", type: "bool", array: false },
  ],
  "care_interfaces/srv/InjectFault_Response": [
    { name: "refused", type: "bool", array: false },
    { name: "reason", type: "string", array: false },
  ],
  "care_interfaces/srv/OperatorAct_Request": [
    { name: "act", type: "uint8", array: false },
    { name: "operator_name", type: "string", array: false },
    { name: "on_site", type: "bool", array: false },
  ],
  "care_interfaces/srv/OperatorAct_Response": [
    { name: "refused", type: "bool", array: false },
    { name: "reason", type: "string", array: false },
  ],
  "care_interfaces/srv/ResetWorld_Request": [
    { name: "seed", type: "uint32", array: false },
    { name: "sex", type: "uint8", array: false },
    { name: "stature", type: "float64", array: false },
    { name: "body_mass", type: "float64", array: false },
    { name: "leg_strength", type: "float64", array: false },
    { name: "condition", type: "care_interfaces/msg/ResidentCondition", array: false },
    { name: "tries_alone", type: "bool", array: false },
  ],
  "care_interfaces/srv/ResetWorld_Response": [
    { name: "refused", type: "bool", array: false },
    { name: "reason", type: "string", array: false },
  ],
  "care_interfaces/srv/SimTime_Request": [
    { name: "command", type: "uint8", array: false },
    { name: "duration", type: "float64", array: false },
    { name: "speed", type: "float64", array: false },
    { name: "name", type: "string", array: false },
  ],
  "care_interfaces/srv/SimTime_Response": [
    { name: "refused", type: "bool", array: false },
    { name: "reason", type: "string", array: false },
  ],
  "care_interfaces/action/DriveTo_Goal": [
    { name: "pose", type: "geometry_msgs/msg/PoseStamped", array: false },
    { name: "operator_name", type: "string", array: false },
  ],
  "care_interfaces/action/DriveTo_Result": [
    { name: "code", type: "uint8", array: false },
    { name: "reason", type: "string", array: false },
    { name: "nav2_error", type: "uint16", array: false },
  ],
  "care_interfaces/action/DriveTo_Feedback": [
    { name: "distance", type: "float64", array: false },
    { name: "time_left", type: "float64", array: false },
    { name: "recoveries", type: "uint16", array: false },
  ],
  "care_interfaces/action/StandUp_Goal": [{ name: "rise_time", type: "float64", array: false }],
  "care_interfaces/action/StandUp_Result": [
    { name: "code", type: "uint8", array: false },
    { name: "reason", type: "string", array: false },
    { name: "peak_support", type: "float64", array: false },
    { name: "duration", type: "float64", array: false },
  ],
  "care_interfaces/action/StandUp_Feedback": [
    { name: "phase", type: "uint8", array: false },
    { name: "progress", type: "float64", array: false },
    { name: "support", type: "float64", array: false },
  ],
  "controller_manager_msgs/msg/ControllerState": [
    { name: "name", type: "string", array: false },
    { name: "state", type: "string", array: false },
  ],
  "controller_manager_msgs/msg/HardwareComponentState": [
    { name: "name", type: "string", array: false },
    { name: "state", type: "lifecycle_msgs/msg/State", array: false },
  ],
  "controller_manager_msgs/srv/ListControllers_Request": [],
  "controller_manager_msgs/srv/ListControllers_Response": [
    { name: "controller", type: "controller_manager_msgs/msg/ControllerState", array: true },
  ],
  "controller_manager_msgs/srv/ListHardwareComponents_Request": [],
  "controller_manager_msgs/srv/ListHardwareComponents_Response": [
    { name: "component", type: "controller_manager_msgs/msg/HardwareComponentState", array: true },
  ],
  "controller_manager_msgs/srv/SetHardwareComponentState_Request": [
    { name: "name", type: "string", array: false },
    { name: "target_state", type: "lifecycle_msgs/msg/State", array: false },
  ],
  "controller_manager_msgs/srv/SetHardwareComponentState_Response": [
    { name: "ok", type: "bool", array: false },
    { name: "state", type: "lifecycle_msgs/msg/State", array: false },
  ],
  "controller_manager_msgs/srv/SwitchController_Request": [
    { name: "activate_controllers", type: "string", array: true },
    { name: "deactivate_controllers", type: "string", array: true },
    { name: "strictness", type: "int32", array: false },
    { name: "activate_asap", type: "bool", array: false },
    { name: "timeout", type: "builtin_interfaces/msg/Duration", array: false },
  ],
  "controller_manager_msgs/srv/SwitchController_Response": [
    { name: "ok", type: "bool", array: false },
    { name: "message", type: "string", array: false },
  ],
  "nav2_msgs/action/NavigateToPose_Goal": [
    { name: "pose", type: "geometry_msgs/msg/PoseStamped", array: false },
    { name: "behavior_tree", type: "string", array: false },
  ],
  "nav2_msgs/action/NavigateToPose_Result": [{ name: "error_code", type: "uint16", array: false }],
  "nav2_msgs/action/NavigateToPose_Feedback": [
    { name: "distance_remaining", type: "float32", array: false },
    { name: "number_of_recoveries", type: "int16", array: false },
    { name: "estimated_time_remaining", type: "builtin_interfaces/msg/Duration", array: false },
  ],
};
