// A robot's lidar: rays cast in the plane of the sensor, ranges in metres, infinite where nothing is hit.
import type { LaserScan } from "../../core/messages.ts";
import type { Stamp } from "../../core/time.ts";
import { seconds } from "../../core/units.ts";
import { raycaster } from "../mujoco/rays.ts";
import { bodyName } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import type { Scene } from "../sdf/model.ts";
import { ROBOT, type World } from "../world.ts";

export interface Lidar {
  /** Times a second, Hz. */
  readonly rate: number;
  scan(stamp: Stamp): LaserScan;
}

/** The first lidar on the robot's base. Throws when it has none. */
export const lidar = ({ scene, sim }: World): Lidar => lidarOf(sim, scene, ROBOT);

/** The lidar of this name on a model's base, the first where none is named. Throws when it has none. */
export function lidarOf(sim: Simulation, scene: Scene, model: string, name?: string): Lidar {
  const base = scene.models
    .find((one) => one.name === model)
    ?.links.find((link) => link.name === "base_link");
  const sensor = base?.sensors.find((one) => one.kind === "lidar" && one.name === (name ?? one.name));
  if (sensor?.kind !== "lidar") throw new Error(`${model}: expected a lidar ${name ?? ""} on base_link`);
  const step = (sensor.maxAngle - sensor.minAngle) / (sensor.samples - 1);
  const angles = Array.from({ length: sensor.samples }, (_, i) => sensor.minAngle + i * step);
  const cast = raycaster(
    sim,
    `${model}/${sensor.name}`,
    bodyName(model, "base_link"),
    angles,
    sensor.maxRange,
  );
  return {
    rate: sensor.rate,
    scan(stamp) {
      return {
        header: { stamp, frame_id: sensor.name },
        angle_min: sensor.minAngle,
        angle_max: sensor.maxAngle,
        angle_increment: step,
        time_increment: 0,
        scan_time: seconds(1 / sensor.rate),
        range_min: sensor.minRange,
        range_max: sensor.maxRange,
        ranges: Array.from(cast(), (range) => (range < 0 ? Infinity : Math.max(range, sensor.minRange))),
        intensities: [],
      };
    },
  };
}
