// What a camera is to perception: how it maps rays to pixels, and where it stands.
import { compose } from "../core/frames.ts";
import type { Quat, Transform, Vec3 } from "../core/frames.ts";
import type { CameraInfo } from "../core/messages.ts";
import { degrees } from "../core/units.ts";
import type { Radians } from "../core/units.ts";

/** A pinhole camera without distortion: pixel = focal * (x, y) / z + centre, in optical axes. All in pixels. */
export interface Intrinsics {
  readonly width: number;
  readonly height: number;
  readonly focalX: number;
  readonly focalY: number;
  readonly centreX: number;
  readonly centreY: number;
}

/** The optical frame (z along the view, x right, y down) of a level camera that looks along x (REP-103). */
const OPTICAL_OF_LEVEL: Quat = [-0.5, 0.5, -0.5, 0.5];
/** A level camera at the origin of the map, for pictures whose camera is unknown: vertical is then the picture's own. */
export const LEVEL_CAMERA: Transform<"map", "camera_optical"> = {
  translation: [0, 0, 0],
  rotation: OPTICAL_OF_LEVEL,
};

/** The optical frame of a camera whose body (looking along its x, z up) stands at the given pose in the map. */
export const opticalFrame = (position: Vec3, rotation: Quat): Transform<"map", "camera_optical"> =>
  compose<"map", "base_link", "camera_optical">(
    { translation: position, rotation },
    { translation: [0, 0, 0], rotation: OPTICAL_OF_LEVEL },
  );

/**
 * The intrinsics of a CameraInfo.
 * @throws if its matrix is not that of a pinhole camera
 */
export function intrinsicsOf({ k, width, height }: CameraInfo): Intrinsics {
  const [focalX = NaN, , centreX = NaN, , focalY = NaN, centreY = NaN] = k;
  if (!(focalX > 0 && focalY > 0 && width > 0 && height > 0)) {
    throw new Error(`camera_info is not of a pinhole camera: ${width}x${height}, k = [${k.join(", ")}]`);
  }
  return { width, height, focalX, focalY, centreX, centreY };
}

/** 62 degrees across is a common phone or web camera: a guess, good enough to draw and to measure angles. */
const GUESSED_FIELD_OF_VIEW = degrees(62);

/** Square pixels and a centred axis, from the horizontal field of view. */
export function pinhole(
  width: number,
  height: number,
  fieldOfView: Radians = GUESSED_FIELD_OF_VIEW,
): Intrinsics {
  const focal = width / 2 / Math.tan(fieldOfView / 2);
  return { width, height, focalX: focal, focalY: focal, centreX: width / 2, centreY: height / 2 };
}
