// What every simulated world hears, tells and serves, whichever physics it has: the house runs on any of them unchanged.
import { services, topics } from "../core/topics.ts";

export const WORLD_WIRING = {
  name: "world",
  parameters: {
    picture_refused: {
      default: true,
      about: "the resident has not consented to pictures of them; false only for a synthetic person",
    },
    sensors: {
      default: "perfect",
      about: 'how the sensors differ from the truth: "perfect" not at all, "typical" as data sheets say',
    },
  },
  subscribes: { command: topics.hardwareCommand, said: topics.said },
  publishes: {
    joints: topics.jointStates,
    odometry: topics.odometry,
    imu: topics.imu,
    left: topics.leftWrench,
    right: topics.rightWrench,
    contacts: topics.bodyContacts,
    scan: topics.scan,
    bed: topics.bedPressure,
    battery: topics.battery,
    estop: topics.estop,
    resident: topics.resident,
    heard: topics.heard,
    linkPoses: topics.linkPoses,
    truePerson: topics.truePerson,
    truth: topics.worldTruth,
    faults: topics.activeFaults,
  },
  serves: { reset: services.resetWorld, fault: services.injectFault },
} as const;
