// The names of the faults that a simulated world can be given (InjectFault.srv): of the robot, and of each sensor.

/** estop: its button is pressed. supply: the battery is all but empty. power: the drives have none, and brakes hold. seat: the chair is pulled away. runaway: the lift's drive goes down whatever it is told, until its brake falls in. */
export const ROBOT_FAULTS = ["estop", "supply", "power", "seat", "runaway"] as const;

export const SENSORS = [
  "joints",
  "odometry",
  "imu",
  "left_wrench",
  "right_wrench",
  "contacts",
  "scan",
  "bed",
  "camera",
] as const;
export type Sensor = (typeof SENSORS)[number];

/**
 * silent: it says nothing. frozen: the last reading again, with a fresh stamp. stale: the last reading again, with the
 * stamp it had. noisy, biased: by far more than it should be. nan: every number is NaN. slip: the wheels turn further than
 * the base goes.
 */
export const SENSOR_FAULTS = ["silent", "frozen", "stale", "noisy", "biased", "nan"] as const;
export type SensorFault = (typeof SENSOR_FAULTS)[number];

type Combined = `${Sensor}.${SensorFault}` | "odometry.slip";
export type Fault = (typeof ROBOT_FAULTS)[number] | Exclude<Combined, "camera.nan">;

/** What can go wrong with a sensor. A picture has no numbers that could be none. */
export const faultsOf = (sensor: Sensor): readonly (SensorFault | "slip")[] => {
  if (sensor === "odometry") return [...SENSOR_FAULTS, "slip"];
  return sensor === "camera" ? SENSOR_FAULTS.filter((fault) => fault !== "nan") : SENSOR_FAULTS;
};

/** Every fault by its full name. */
export const FAULTS: readonly Fault[] = [
  ...ROBOT_FAULTS,
  ...SENSORS.flatMap((sensor) => faultsOf(sensor).map((fault) => `${sensor}.${fault}` as Fault)),
];
