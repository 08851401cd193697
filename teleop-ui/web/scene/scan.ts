// The distance sensor's points in the room, standing where the robot stands.
import { BufferAttribute, BufferGeometry, Points, PointsMaterial } from "three";
import type { LaserScan, Pose } from "../../../core/messages.ts";
import { place } from "./axes.ts";

const MOST = 720;

/** Where the sensor sits on the robot, in base_link, m (transfer-robot.sdf). */
const SENSOR = { x: 0.13, y: 0, z: 0.25 };

export class ScanPoints {
  readonly root: Points;
  readonly #places = new BufferAttribute(new Float32Array(MOST * 3), 3);

  constructor(colour: number) {
    const geometry = new BufferGeometry().setAttribute("position", this.#places);
    geometry.setDrawRange(0, 0);
    this.root = new Points(geometry, new PointsMaterial({ color: colour, size: 4, sizeAttenuation: false }));
    this.root.frustumCulled = false;
  }

  show({ ranges, angle_min, angle_increment, range_min, range_max }: LaserScan) {
    let count = 0;
    ranges.slice(0, MOST).forEach((range, i) => {
      if (!(range >= range_min && range <= range_max)) return; // null, nothing hit: rosbridge has no infinity
      const angle = angle_min + i * angle_increment;
      this.#places.setXYZ(
        count,
        SENSOR.x + range * Math.cos(angle),
        SENSOR.y + range * Math.sin(angle),
        SENSOR.z,
      );
      count += 1;
    });
    this.#places.needsUpdate = true;
    this.root.geometry.setDrawRange(0, count);
  }

  /** The robot's base_link in the map. */
  move(base: Pose) {
    place(this.root, base);
  }
}
