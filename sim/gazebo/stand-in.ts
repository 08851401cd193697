// A stand-in for Gazebo in tests of the node of the world: the topics and services that a real one was seen to have, over the real transport.
import { encodeGz, decodeGz, type GzMessages, type GzType } from "./messages.ts";
import type { TransportOptions } from "./transport/environment.ts";
import { openTransport } from "./transport/transport.ts";

const AT = "/world/ward";
const HERE = `${AT}/model/transfer_robot`;
const PAD = "ward::transfer_robot::left_arm::pad";

export interface StandIn {
  /** Tells `seconds` of a world that runs by the clock of this machine, until it is stopped. */
  run(): void;
  halt(): void;
  /** Gazebo's time is 0 again. */
  rewind(): void;
  touching: boolean;
  /** The last drive, m/s and rad/s, and the last velocity of the lift, m/s. */
  readonly commanded: { forward: number; turn: number; lift: number };
  /** What its control was asked. */
  readonly asked: GzMessages["WorldControl"][];
  /** Says rubbish on every topic once. */
  rubbish(): void;
  close(): Promise<void>;
}

/** [ms] and [s] of its steps */
const PERIOD = 10;

export async function standIn(options: TransportOptions): Promise<StandIn> {
  const transport = await openTransport(options, () => {});
  const asked: GzMessages["WorldControl"][] = [];
  const commanded = { forward: NaN, turn: NaN, lift: NaN };
  const control = { name: `${AT}/control`, request: "WorldControl", response: "Boolean" };
  transport.serve(control, (bytes) => {
    asked.push(decodeGz("WorldControl", bytes));
    return encodeGz("Boolean", { data: true });
  });
  transport.subscribe("/model/transfer_robot/cmd_vel", "Twist", (bytes) => {
    const { linear, angular } = decodeGz("Twist", bytes);
    commanded.forward = linear?.x ?? NaN;
    commanded.turn = angular?.z ?? NaN;
  });
  transport.subscribe("/model/transfer_robot/joint/lift_joint/cmd_vel", "Double", (bytes) => {
    commanded.lift = decodeGz("Double", bytes).data;
  });
  const says: Record<string, (bytes: Uint8Array) => void> = {};
  const topic = <T extends GzType>(name: string, type: T) => {
    const said = transport.advertise(name, type);
    says[name] = (bytes) => said.publish(bytes);
    return (message: GzMessages[T]) => said.publish(encodeGz(type, message));
  };
  const clock = topic(`${AT}/clock`, "Clock");
  const poses = topic(`${AT}/dynamic_pose/info`, "Pose_V");
  const joints = topic(`${HERE}/joint_state`, "Model");
  const odometry = topic("/model/transfer_robot/odometry", "Odometry");
  const imu = topic(`${HERE}/link/base_link/sensor/imu/imu`, "IMU");
  const contacts = topic(`${HERE}/link/left_arm/sensor/skin/contact`, "Contacts");
  const [left, right] = ["left", "right"].map((side) =>
    topic(`${HERE}/joint/${side}_arm_joint/sensor/${side}_arm_force_torque/forcetorque`, "Wrench"),
  );
  let steps = 0;
  let timer: NodeJS.Timeout | undefined;
  const self = { touching: false };

  function step(): void {
    steps += 1;
    const time = steps * PERIOD;
    const stamp = { sec: Math.floor(time / 1000), nsec: (time % 1000) * 1e6 };
    const header = { stamp };
    clock({ sim: stamp });
    poses({ header, pose: [{ name: "transfer_robot", id: 1, position: { x: 0.5, y: 0, z: 0 } }] });
    const axis1 = { position: 0.25, velocity: 0, force: 0 };
    joints({ header, name: "transfer_robot", joint: [{ name: "lift_joint", axis1 }] });
    odometry({ header, pose: { position: { x: -0.4, y: 0, z: 0 } } });
    imu({ header, linear_acceleration: { x: 0, y: 0, z: 9.81 } });
    left?.({ header, force: { x: 0, y: 0, z: -39.24 } });
    right?.({ header, force: { x: 0, y: 0, z: -39.24 } });
    if (!self.touching) return;
    const collision2 = { name: "ward::resident::thorax::shoulders" };
    const position = [{ x: 0, y: 0, z: 1 }];
    contacts({
      header,
      contact: [{ collision1: { name: PAD }, collision2, position, normal: [], wrench: [] }],
    });
  }

  const halt = () => clearInterval(timer);
  return Object.assign(self, {
    commanded,
    asked,
    run() {
      timer = setInterval(step, PERIOD);
    },
    halt,
    rewind: () => void (steps = 0),
    rubbish: () => Object.values(says).forEach((say) => say(Buffer.from([0xff, 0xff, 0xff]))),
    async close() {
      halt();
      await transport.close();
    },
  });
}
