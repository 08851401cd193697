// Reads the sensors of a link or joint: imu, force_torque, lidar, contact, camera, thermal camera.
import { metres, radians } from "../../core/units.ts";
import { child, descend, fail, nameOf, need, numberIn, positiveIn, type Element } from "./element.ts";
import type { Lens, Pose, Sensor } from "./model.ts";

type Base = { readonly name: string; readonly pose: Pose; readonly rate: number };

const readers: Readonly<Record<string, (at: Element, base: Base) => Sensor>> = {
  imu: (_, base) => ({ ...base, kind: "imu" }),
  force_torque: (_, base) => ({ ...base, kind: "force_torque" }),
  contact: (at, base) => ({
    ...base,
    kind: "contact",
    collision: need(need(at, "contact"), "collision").text,
  }),
  gpu_lidar: lidar,
  lidar,
  camera: (at, base) => ({ ...lens(at), ...base, kind: "camera" }),
  thermal_camera: (at, base) => ({ ...lens(at), ...base, kind: "thermal_camera" }),
};

function lidar(at: Element, base: Base): Sensor {
  const box = child(at, "lidar") ?? need(at, "ray");
  const scan = descend(box, "scan", "horizontal") ?? fail(box, "expected <scan><horizontal>");
  const range = need(box, "range");
  const samples = positiveIn(scan, "samples");
  if (!Number.isInteger(samples)) fail(scan, `expected a whole number of samples, got ${samples}`);
  return {
    ...base,
    kind: "lidar",
    samples,
    minAngle: radians(numberIn(scan, "min_angle")),
    maxAngle: radians(numberIn(scan, "max_angle")),
    minRange: metres(positiveIn(range, "min")),
    maxRange: metres(positiveIn(range, "max")),
  };
}

function lens(at: Element): Lens {
  const box = need(at, "camera");
  const image = need(box, "image");
  const clip = need(box, "clip");
  return {
    width: positiveIn(image, "width"),
    height: positiveIn(image, "height"),
    horizontalFov: radians(positiveIn(box, "horizontal_fov")),
    near: metres(positiveIn(clip, "near")),
    far: metres(positiveIn(clip, "far")),
  };
}

/** One sensor whose pose in its link (or joint) is already known. Throws for a kind we cannot simulate. */
export function readSensor(at: Element, pose: Pose): Sensor {
  const kind = at.attributes["type"] ?? "";
  const reader = readers[kind];
  if (!reader)
    return fail(at, `unknown sensor type "${kind}"; expected one of ${Object.keys(readers).join(", ")}`);
  return reader(at, { name: nameOf(at), pose, rate: numberIn(at, "update_rate", 0) });
}
