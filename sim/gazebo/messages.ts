// The messages of Gazebo that we speak, with the fields that we use; what else they carry is skipped.
import protobuf from "protobufjs";

/** Field numbers: gz-msgs, the .proto of each name; the same from Ignition msgs 8 (Fortress) to gz-msgs 11. SI units. */
const SCHEMA = `syntax = "proto3";
message Time { int64 sec = 1; int32 nsec = 2; }
message Header { message Map { string key = 1; repeated string value = 2; } Time stamp = 1; repeated Map data = 2; }
message Vector3d { double x = 2; double y = 3; double z = 4; }
message Quaternion { double x = 2; double y = 3; double z = 4; double w = 5; }
message Pose { Header header = 1; string name = 2; uint32 id = 3; Vector3d position = 4; Quaternion orientation = 5; }
message Pose_V { Header header = 1; repeated Pose pose = 2; }
message Clock { Header header = 1; Time system = 2; Time real = 3; Time sim = 4; }
message WorldStatistics { Header header = 1; Time sim_time = 2; Time real_time = 4; bool paused = 5; uint64 iterations = 6; double real_time_factor = 9; Time step_size = 10; }
message WorldReset { bool all = 2; bool time_only = 3; bool model_only = 4; }
message WorldControl { bool pause = 2; bool step = 3; uint32 multi_step = 4; WorldReset reset = 5; uint32 seed = 6; Time run_to_sim_time = 7; }
message Physics { double real_time_factor = 14; double max_step_size = 16; }
message EntityFactory { oneof from { string sdf = 2; string sdf_filename = 3; } Pose pose = 7; string name = 8; bool allow_renaming = 9; }
message Entity { uint64 id = 2; string name = 3; uint32 type = 4; }
message Axis { double position = 10; double velocity = 11; double force = 12; }
message Joint { string name = 2; uint32 id = 3; Axis axis1 = 10; Axis axis2 = 11; }
message Model { Header header = 1; string name = 2; uint32 id = 3; Pose pose = 5; repeated Joint joint = 6; }
message Twist { Header header = 1; Vector3d linear = 2; Vector3d angular = 3; }
message Odometry { Header header = 1; Pose pose = 2; Twist twist = 3; }
message IMU { Header header = 1; string entity_name = 2; Quaternion orientation = 3; Vector3d angular_velocity = 4; Vector3d linear_acceleration = 5; }
message Wrench { Header header = 1; Vector3d force = 2; Vector3d torque = 3; }
message JointWrench { string body_1_name = 2; uint32 body_1_id = 3; string body_2_name = 4; uint32 body_2_id = 5; Wrench body_1_wrench = 6; Wrench body_2_wrench = 7; }
message Contact { Header header = 1; Entity collision1 = 2; Entity collision2 = 3; repeated Vector3d position = 4; repeated Vector3d normal = 5; repeated double depth = 6; repeated JointWrench wrench = 7; }
message Contacts { Header header = 1; repeated Contact contact = 2; }
message LaserScan { Header header = 1; string frame = 2; double angle_min = 4; double angle_max = 5; double angle_step = 6; double range_min = 7; double range_max = 8; uint32 count = 9; repeated double ranges = 14; repeated double intensities = 15; }
message Boolean { bool data = 2; }
message Double { Header header = 1; double data = 2; }
message StringMsg { string data = 2; }
message Empty { bool unused = 1; }
`;
const ROOT = protobuf.parse(SCHEMA, { keepCase: true }).root;

/** A message without its header is the wire's way of saying nothing; every nested message may be missing. */
type Maybe<T> = T | null | undefined;
export interface GzTime {
  readonly sec: number;
  readonly nsec: number;
}
export interface GzHeader {
  readonly stamp?: Maybe<GzTime>;
}
export interface GzVector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}
export interface GzQuaternion extends GzVector {
  readonly w: number;
}
export interface GzPose {
  readonly header?: Maybe<GzHeader>;
  readonly name: string;
  readonly id: number;
  readonly position?: Maybe<GzVector>;
  readonly orientation?: Maybe<GzQuaternion>;
}
interface Axis {
  /** m or rad */
  readonly position: number;
  /** m/s or rad/s */
  readonly velocity: number;
  /** N or N·m */
  readonly force: number;
}
interface Twist {
  readonly header?: Maybe<GzHeader>;
  readonly linear?: Maybe<GzVector>;
  readonly angular?: Maybe<GzVector>;
}
export interface GzWrench {
  readonly header?: Maybe<GzHeader>;
  readonly force?: Maybe<GzVector>;
  readonly torque?: Maybe<GzVector>;
}
export interface GzContact {
  readonly collision1?: Maybe<{ readonly name: string }>;
  readonly collision2?: Maybe<{ readonly name: string }>;
  readonly position: readonly GzVector[];
  readonly normal: readonly GzVector[];
  readonly wrench: readonly {
    readonly body_1_wrench?: Maybe<GzWrench>;
    readonly body_2_wrench?: Maybe<GzWrench>;
  }[];
}

/** What each type is once decoded. */
export interface GzMessages {
  Clock: { readonly sim?: Maybe<GzTime> };
  WorldStatistics: {
    readonly sim_time?: Maybe<GzTime>;
    readonly paused: boolean;
    readonly iterations: number;
    readonly real_time_factor: number;
  };
  WorldControl: {
    readonly pause?: boolean;
    readonly step?: boolean;
    readonly multi_step?: number;
    readonly reset?: { readonly all?: boolean; readonly time_only?: boolean; readonly model_only?: boolean };
    readonly seed?: number;
  };
  Physics: { readonly real_time_factor: number; readonly max_step_size: number };
  EntityFactory: {
    readonly sdf?: string;
    readonly sdf_filename?: string;
    readonly pose?: Omit<GzPose, "name" | "id">;
    readonly name?: string;
    readonly allow_renaming?: boolean;
  };
  Entity: { readonly id?: number; readonly name: string; readonly type: number };
  Pose: GzPose;
  Pose_V: { readonly header?: Maybe<GzHeader>; readonly pose: readonly GzPose[] };
  Model: {
    readonly header?: Maybe<GzHeader>;
    readonly name: string;
    readonly joint: readonly {
      readonly name: string;
      readonly axis1?: Maybe<Axis>;
      readonly axis2?: Maybe<Axis>;
    }[];
  };
  Twist: Twist;
  Odometry: {
    readonly header?: Maybe<GzHeader>;
    readonly pose?: Maybe<Omit<GzPose, "name" | "id">>;
    readonly twist?: Maybe<Twist>;
  };
  IMU: {
    readonly header?: Maybe<GzHeader>;
    readonly orientation?: Maybe<GzQuaternion>;
    readonly angular_velocity?: Maybe<GzVector>;
    readonly linear_acceleration?: Maybe<GzVector>;
  };
  Wrench: GzWrench;
  Contacts: { readonly header?: Maybe<GzHeader>; readonly contact: readonly GzContact[] };
  LaserScan: {
    readonly header?: Maybe<GzHeader>;
    readonly angle_min: number;
    readonly angle_max: number;
    readonly angle_step: number;
    readonly range_min: number;
    readonly range_max: number;
    readonly ranges: readonly number[];
  };
  Boolean: { readonly data: boolean };
  Double: { readonly data: number };
  StringMsg: { readonly data: string };
  Empty: { readonly unused?: boolean };
}
export type GzType = keyof GzMessages;

export const encodeGz = <T extends GzType>(type: T, message: GzMessages[T]): Uint8Array => {
  const found = ROOT.lookupType(type);
  return found.encode(found.fromObject(message)).finish();
};

/** Throws on bytes that are no such message. */
export const decodeGz = <T extends GzType>(type: T, bytes: Uint8Array): GzMessages[T] => {
  const found = ROOT.lookupType(type);
  return found.toObject(found.decode(bytes), {
    defaults: true,
    longs: Number,
  }) as unknown as GzMessages[T];
};
