// The colours of the head: hair, skin, eyes, brows and mouth, by place on the head of the reference person.
import { smoothStep } from "../distance.ts";
import { noise } from "../noise.ts";
import { cover, setPaint, tint } from "../paint.ts";
import type { Paint } from "../paint.ts";
import { hairLine, HEAD_CENTRE } from "./extremities.ts";
import type { Clothes } from "./figure.ts";

const square = (value: number): number => value * value;

/** Is this point on the hair? Positions and sizes are those of the head's shape in extremities.ts. */
function underHair(x: number, y: number, z: number): boolean {
  const crown = square((x + 0.018) / 0.106) + square(y / 0.086) + square((z - 0.026) / 0.088);
  const nape = square((x + 0.045) / 0.062) + square(y / 0.066) + square((z + 0.045) / 0.06);
  const covered = (crown > 0.87 || nape > 0.8) && hairLine(x, z) < 0.001 && z > -0.1;
  const ear = x < 0.012 && x > -0.03 && Math.abs(y) > 0.074 && z < 0.02;
  return covered && (x < -0.03 || z > -0.045) && !ear;
}

function paintFlesh(paint: Paint, across: number, y: number, z: number): void {
  const cheek = smoothStep(0.04, 0.01, Math.hypot(across - 0.042, (z + 0.03) * 0.9));
  tint(paint, 1.02, 0.82, 0.8, cheek * 0.6);
  tint(paint, 1, 0.86, 0.84, smoothStep(0.02, 0.006, Math.hypot(y, z + 0.03)) * 0.6);
  const fold = Math.abs(across - 0.02 + (z + 0.038) * 0.45);
  if (z < -0.038 && z > -0.062 && fold < 0.003) tint(paint, 0.75, 0.7, 0.7, 0.5);
}

function paintEye(paint: Paint, across: number, z: number, hair: Clothes["hair"]): void {
  const [ex, ez] = [across - 0.033, z + 0.004];
  tint(paint, 0.72, 0.66, 0.64, smoothStep(0.026, 0.008, Math.hypot(ex * 0.8, ez)) * 0.6);
  const brow = z - 0.0225 + ex * ex * 9;
  if (Math.abs(brow) < 0.0045 && Math.abs(ex) < 0.022)
    cover(paint, hair[0] * 0.8, hair[1] * 0.8, hair[2] * 0.8, 0.85);
  const eye = square(ex / 0.0155) + square(ez / 0.0068);
  if (eye >= 1.5) return;
  if (eye >= 1) {
    if (ez > 0) cover(paint, 0.06, 0.04, 0.035, 0.9);
    else tint(paint, 0.7, 0.55, 0.5, 0.6);
    return;
  }
  const iris = Math.hypot(ex, ez);
  cover(paint, 0.78, 0.76, 0.73, 1);
  if (iris < 0.0064) cover(paint, 0.16, 0.1, 0.06, 1);
  if (iris < 0.0032) cover(paint, 0.01, 0.01, 0.01, 1);
  if (ez > 0.0042) cover(paint, 0.1, 0.06, 0.05, 0.8);
}

function paintMouth(paint: Paint, across: number, z: number): void {
  const line = z + 0.064 + across * across * 3;
  if (across < 0.026) {
    const lips = smoothStep(0.01, 0.005, Math.abs(line)) * smoothStep(0.027, 0.02, across);
    cover(paint, 0.5, 0.2, 0.18, lips * 0.85);
    if (Math.abs(line) < 0.0016) cover(paint, 0.18, 0.06, 0.05, 0.9);
  }
  if (Math.hypot(across - 0.008, (z + 0.043) * 1.3) < 0.0042) cover(paint, 0.16, 0.07, 0.05, 0.85);
}

/** @param x y z in the head bone's frame on the reference person, m */
export function paintHead(paint: Paint, clothes: Clothes, x: number, y: number, z: number): void {
  const [hx, hz] = [x - HEAD_CENTRE[0], z - HEAD_CENTRE[2]];
  if (underHair(hx, y, hz)) {
    setPaint(paint, clothes.hair, 0.7 + 0.6 * noise(hx * 40 + 40, y * 160 + 80, hz * 40 + 40));
    paint.gloss = 0.12;
    paint.creases = 0.6;
    return;
  }
  setPaint(paint, clothes.skin, 0.95 + 0.1 * noise(hx * 50 + 40, y * 50 + 40, hz * 50 + 40));
  paint.gloss = 0.08;
  paint.creases = 0;
  const across = Math.abs(y);
  if (across > 0.079) tint(paint, 1, 0.85, 0.83, 1);
  if (hx <= 0.02) return;
  paintFlesh(paint, across, y, hz);
  paintEye(paint, across, hz, clothes.hair);
  paintMouth(paint, across, hz);
}
