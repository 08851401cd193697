// The port through which perception sees people in pictures; mediapipe/ implements it.
import type { Seconds } from "../core/units.ts";

/** One landmark: in a picture x right and y down as parts of its width and height; in the world metres (see below). */
export interface Landmark {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** 0..1, how sure the model is that the point is in view and not hidden. */
  readonly visibility: number;
}

/** One person: 33 landmarks in the order of core/body/skeleton.ts. */
export interface Detection {
  readonly image: readonly Landmark[];
  /** Metres, origin between the hips, axes of the camera: x right, y down, z away from it. */
  readonly world: readonly Landmark[];
}

export interface Landmarker {
  /**
   * @param rgba width x height x 4 bytes, row by row from the top left
   * @param time of capture; in video mode it must rise
   * @returns the people found, the surest first
   * @throws if the picture's size and its bytes disagree
   */
  detect(rgba: Uint8ClampedArray, width: number, height: number, time: Seconds): readonly Detection[];
  close(): void;
}
