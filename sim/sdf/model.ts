// What a scene is once its SDF has been read: models, links, joints, shapes and sensors, plain data, SI units.
import type { Quat, Vec3 } from "../../core/frames.ts";
import type { Kilograms, Metres, Radians, Seconds } from "../../core/units.ts";

/** A frame measured in another: position in metres, orientation as a unit quaternion x y z w. */
export interface Pose {
  readonly position: Vec3;
  readonly rotation: Quat;
}

/** Lengths in metres. Cylinder and capsule lie along z; a capsule's length is without its two half spheres. */
export type Shape =
  | { readonly kind: "box"; readonly size: Vec3 }
  | { readonly kind: "cylinder"; readonly radius: Metres; readonly length: Metres }
  | { readonly kind: "capsule"; readonly radius: Metres; readonly length: Metres }
  | { readonly kind: "sphere"; readonly radius: Metres }
  | { readonly kind: "ellipsoid"; readonly radii: Vec3 }
  | { readonly kind: "plane"; readonly normal: Vec3; readonly size: readonly [x: Metres, y: Metres] };

/** Linear red, green, blue and opacity, each 0..1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

export interface Collision {
  readonly name: string;
  /** In the link's frame. */
  readonly pose: Pose;
  readonly shape: Shape;
  /** Coulomb coefficient; `undefined` takes the simulator's default. */
  readonly friction: number | undefined;
  /** How the surface yields: contact stiffness kp [N/m] and damping kd [N·s/m]; `undefined` means hard. */
  readonly softness: { readonly stiffness: number; readonly damping: number } | undefined;
}

export interface Visual {
  readonly name: string;
  /** In the link's frame. */
  readonly pose: Pose;
  readonly shape: Shape;
  readonly colour: Rgba;
}

/** Mass in kg; `inertia` (kg·m²) is about the centre of mass, expressed in the link's axes. */
export interface Inertial {
  readonly mass: Kilograms;
  /** Centre of mass in the link's frame, m. */
  readonly centre: Vec3;
  readonly inertia: {
    readonly xx: number;
    readonly yy: number;
    readonly zz: number;
    readonly xy: number;
    readonly xz: number;
    readonly yz: number;
  };
}

interface SensorBase {
  readonly name: string;
  /** In the link's frame; for a joint's sensor, in the joint's frame. */
  readonly pose: Pose;
  /** Hz; 0 means every step. */
  readonly rate: number;
}
/** What a camera sees: it looks along its own +x, with z up (SDF's habit, not optical). */
export interface Lens {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Horizontal field of view, rad. */
  readonly horizontalFov: Radians;
  /** m. */
  readonly near: Metres;
  readonly far: Metres;
}
export interface CameraSensor extends SensorBase, Lens {
  readonly kind: "camera";
}
/** Its pixels are temperatures. */
interface ThermalSensor extends SensorBase, Lens {
  readonly kind: "thermal_camera";
}
interface LidarSensor extends SensorBase {
  readonly kind: "lidar";
  readonly samples: number;
  /** rad, about the sensor's z from its x. */
  readonly minAngle: Radians;
  readonly maxAngle: Radians;
  /** m. */
  readonly minRange: Metres;
  readonly maxRange: Metres;
}
interface PlainSensor extends SensorBase {
  readonly kind: "imu" | "force_torque";
}
interface ContactSensor extends SensorBase {
  readonly kind: "contact";
  /** The collision whose touch is an intended support, not an accident. */
  readonly collision: string;
}
export type Sensor = CameraSensor | ThermalSensor | LidarSensor | PlainSensor | ContactSensor;

export interface Link {
  readonly name: string;
  /** In the model's frame, all joints at zero. */
  readonly pose: Pose;
  readonly inertial: Inertial | undefined;
  readonly collisions: readonly Collision[];
  readonly visuals: readonly Visual[];
  readonly sensors: readonly Sensor[];
}

/** One degree of freedom of a joint. Lengths in m and forces in N for a prismatic joint, rad and N·m otherwise. */
export interface Axis {
  /** Unit vector in the child link's frame. */
  readonly direction: Vec3;
  /** Position limits; infinite when there are none. */
  readonly lower: number;
  readonly upper: number;
  /** Largest effort and speed; infinite when there are none. */
  readonly effort: number;
  readonly velocity: number;
  readonly damping: number;
  readonly friction: number;
}

export interface Joint {
  readonly name: string;
  readonly kind: "fixed" | "revolute" | "continuous" | "prismatic" | "universal" | "ball";
  /** A link's name, or "world". */
  readonly parent: string;
  readonly child: string;
  /** In the child link's frame. */
  readonly pose: Pose;
  /** None for fixed and ball, two for universal, else one. */
  readonly axes: readonly Axis[];
  readonly sensors: readonly Sensor[];
}

export interface Model {
  readonly name: string;
  /** In the world. */
  readonly pose: Pose;
  readonly fixed: boolean;
  /** Its links are put where they are from outside, each by itself, as bystanders are; such a model is fixed and has no joints. */
  readonly posed?: boolean;
  readonly selfCollide: boolean;
  readonly links: readonly Link[];
  readonly joints: readonly Joint[];
}

export interface Scene {
  readonly name: string;
  /** Physics step, s. */
  readonly step: Seconds;
  /** m/s². */
  readonly gravity: Vec3;
  readonly models: readonly Model[];
}
