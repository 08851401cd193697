// The ward's light: one bright lamp or window, the sky of a white ceiling, the glow of the floor; and the film that takes it.
import type { Vec3 } from "../../core/frames.ts";

const unit = ([x, y, z]: Vec3): Vec3 => {
  const size = Math.hypot(x, y, z);
  return [x / size, y / size, z / size];
};

/** Linear red, green, blue; chosen so that a white sheet in full light is just below white. */
export const LIGHT = {
  /** From a high window to the front left of the chair. */
  towards: unit([0.45, 0.35, 0.9]),
  lamp: [0.95, 0.9, 0.82],
  above: [0.62, 0.65, 0.7],
  below: [0.36, 0.33, 0.3],
} as const satisfies { towards: Vec3; lamp: Vec3; above: Vec3; below: Vec3 };

const STEPS = 4096;
/** sRGB's transfer curve (IEC 61966-2-1). */
const FILM = Uint8Array.from({ length: STEPS + 1 }, (_, i) => {
  const linear = i / STEPS;
  return Math.round(255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055));
});

/** Linear light to a byte of the picture. */
export const exposed = (linear: number): number =>
  FILM[Math.max(0, Math.min(STEPS, Math.floor(linear * STEPS)))] as number;
