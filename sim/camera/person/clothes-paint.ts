// The colours of the dressed body: shirt, trousers, shoes and bare skin, by place on the resting body.
import { originOf } from "../affine.ts";
import { noise } from "../noise.ts";
import { setPaint } from "../paint.ts";
import type { Paint } from "../paint.ts";
import { paintHead } from "./face-paint.ts";
import type { Figure } from "./figure.ts";
import type { SkinPart } from "./trunk.ts";

export type Part = SkinPart | "head" | "hand" | "shoe";

/** Heights on the reference person, m: where trousers end, and the hem above it. */
const WAIST = 0.86;
const HEM = 0.89;

function paintSkin(paint: Paint, figure: Figure, x: number, y: number, z: number): void {
  setPaint(paint, figure.clothes.skin, 0.93 + 0.14 * noise(x * 50 + 40, y * 50 + 40, z * 50 + 40));
  paint.gloss = 0.08;
  paint.creases = 0;
}

function paintCloth(paint: Paint, colour: readonly [number, number, number], shade: number): void {
  setPaint(paint, colour, shade);
  paint.gloss = 0.02;
  paint.creases = 1;
}

/** Coarse and fine variation of woven cloth. */
const weave = (x: number, y: number, z: number): number =>
  (0.86 + 0.28 * noise(x * 18 + 40, y * 18 + 40, z * 18 + 40)) *
  (0.94 + 0.12 * noise(x * 110 + 80, y * 110 + 80, z * 110 + 80));

/** Collar, hem and the row of buttons, each a little darker. */
function shirtSeams(x: number, y: number, z: number): number {
  const across = Math.abs(y);
  const collar = z > 1.435 && across < 0.085 ? 0.85 : 1;
  const hem = z < HEM ? 0.75 : 1;
  const buttons = x > 0.04 && across < 0.014 ? 0.88 : 1;
  return collar * hem * buttons;
}

function paintTorso(paint: Paint, figure: Figure, x: number, y: number, z: number): void {
  const { shirt, trousers } = figure.clothes;
  const fromNeck = Math.hypot(x * 0.9 + 0.012, y);
  const throat = z > (x > 0 ? 1.44 : 1.468) && fromNeck < 0.066;
  const opening = x > 0.03 && z > 1.405 + Math.abs(y) * 0.9;
  if (throat || opening) paintSkin(paint, figure, x, y, z);
  else if (z < WAIST) paintCloth(paint, trousers, weave(x, y, z));
  else paintCloth(paint, shirt, weave(x, y, z) * shirtSeams(x, y, z));
}

/** How far along the resting arm the sleeve reaches, m on the reference person. */
function sleeveEnd({ clothes: { sleeve }, upperArm, forearm, size }: Figure): number {
  const end =
    sleeve <= 0.5 ? upperArm * Math.min(1, sleeve * 1.5) : upperArm + forearm * (sleeve - 0.5) * 1.96;
  return end / size + 0.01;
}

/** Gives the painter of one person: fills `paint` for a point of a part, in m on the reference person at rest. */
export function clothesPainter(figure: Figure) {
  const end = sleeveEnd(figure);
  const shoulders = [originOf(figure.rest.left_upper_arm), originOf(figure.rest.right_upper_arm)] as const;
  const elbows = [originOf(figure.rest.left_forearm), originOf(figure.rest.right_forearm)] as const;
  const { trousers, shirt, shoes } = figure.clothes;

  const paintArm = (paint: Paint, x: number, y: number, z: number) => {
    const side = y > 0 ? 0 : 1;
    const [shoulder, elbow] = [shoulders[side], elbows[side]];
    const [dy, dz] = [elbow[1] - shoulder[1], elbow[2] - shoulder[2]];
    const along =
      ((y * figure.size - shoulder[1]) * dy + (z * figure.size - shoulder[2]) * dz) / Math.hypot(dy, dz);
    if (along / figure.size > end) paintSkin(paint, figure, x, y, z);
    else paintCloth(paint, shirt, weave(x, y, z));
  };
  const paintLeg = (paint: Paint, x: number, y: number, z: number) => {
    if (z > WAIST) paintCloth(paint, shirt, z < HEM ? 0.75 : weave(x, y, z));
    else {
      const hem = z < 0.115 && z > 0.1 ? 0.8 : 1;
      paintCloth(paint, trousers, hem * (0.84 + 0.32 * noise(x * 16 + 60, y * 16 + 60, z * 12 + 60)));
    }
  };
  const paintShoe = (paint: Paint, x: number, z: number) => {
    const laces = x > 0.02 && x < 0.1 && z > -0.03 && Math.abs(((x * 50) % 1) - 0.5) < 0.18;
    if (z < -0.052) setPaint(paint, [0.5, 0.48, 0.45], 1);
    else if (laces) setPaint(paint, [0.5, 0.5, 0.5], 1);
    else setPaint(paint, shoes, 1);
    paint.gloss = 0.15;
    paint.creases = 0;
  };
  const painters: Readonly<Record<Part, (paint: Paint, x: number, y: number, z: number) => void>> = {
    torso: (paint, x, y, z) => paintTorso(paint, figure, x, y, z),
    neck: (paint, x, y, z) => paintTorso(paint, figure, x, y, z),
    arm: paintArm,
    leg: paintLeg,
    hand: (paint, x, y, z) => paintSkin(paint, figure, x, y, z),
    shoe: (paint, x, _y, z) => paintShoe(paint, x, z),
    head: (paint, x, y, z) => paintHead(paint, figure.clothes, x, y, z),
  };
  return (paint: Paint, part: Part, x: number, y: number, z: number): void => {
    const s = figure.size;
    painters[part](paint, x / s, y / s, z / s);
  };
}
