// Sensors as they are designed, and their text in SDF 1.9.
import type { Vec3 } from "../../core/frames.ts";
import { element, number, numbers, type Inner } from "../xml.ts";

interface Placed {
  readonly name: string;
  /** In its link's frame, m; of a joint's sensor, in the joint's. */
  readonly at?: Vec3;
  /** Roll, pitch, yaw, rad. */
  readonly turned?: Vec3;
  /** Hz */
  readonly rate: number;
}
/** A lidar sweeps evenly around its x, `view` rad in all; a camera looks along its x and is `view` rad wide. */
export type SensorDesign =
  | (Placed & { readonly kind: "imu" })
  | (Placed & { readonly kind: "force_torque" })
  | (Placed & {
      readonly kind: "gpu_lidar";
      readonly samples: number;
      readonly view: number;
      readonly range: readonly [nearest: number, farthest: number];
    })
  | (Placed & Optics & { readonly kind: "camera" })
  | (Placed & Optics & { readonly kind: "thermal_camera" });
interface Optics {
  readonly pixels: readonly [width: number, height: number];
  readonly view: number;
  readonly range: readonly [nearest: number, farthest: number];
}

const value = (name: string, one: number): string => element(name, {}, number(one));

type Of<Kind extends SensorDesign["kind"]> = Extract<SensorDesign, { kind: Kind }>;

const scanned = ({ samples, view, range }: Of<"gpu_lidar">): Inner =>
  element("lidar", {}, [
    element(
      "scan",
      {},
      element("horizontal", {}, [
        value("samples", samples),
        value("min_angle", -view / 2),
        value("max_angle", view / 2),
      ]),
    ),
    element("range", {}, [value("min", range[0]), value("max", range[1])]),
  ]);

const seen =
  (format: string) =>
  ({ pixels: [width, height], view, range }: Optics): Inner =>
    element("camera", {}, [
      value("horizontal_fov", view),
      element("image", {}, [value("width", width), value("height", height), element("format", {}, format)]),
      element("clip", {}, [value("near", range[0]), value("far", range[1])]),
    ]);

const DETAILS: { readonly [Kind in SensorDesign["kind"]]: (sensor: Of<Kind>) => Inner } = {
  imu: () => [],
  force_torque: () =>
    element("force_torque", {}, [
      element("frame", {}, "child"),
      element("measure_direction", {}, "child_to_parent"),
    ]),
  gpu_lidar: scanned,
  camera: seen("R8G8B8"),
  thermal_camera: seen("L16"),
};
const details = (sensor: SensorDesign): Inner =>
  (DETAILS[sensor.kind] as (one: SensorDesign) => Inner)(sensor);

export function sensorSdf(sensor: SensorDesign): string {
  const { at = [0, 0, 0], turned = [0, 0, 0] } = sensor;
  const place = [...at, ...turned].every((one) => one === 0)
    ? []
    : element("pose", {}, numbers([...at, ...turned]));
  return element(
    "sensor",
    { name: sensor.name, type: sensor.kind },
    [place, value("update_rate", sensor.rate), details(sensor)].flat(),
  );
}
