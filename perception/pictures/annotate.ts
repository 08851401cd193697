// Draws what was seen over a picture: skeleton, angles, posture and confidence.
import sharp from "sharp";
import { BONES, LANDMARK } from "../../core/body/skeleton.ts";
import type { LandmarkName } from "../../core/body/skeleton.ts";
import { inDegrees } from "../../core/units.ts";
import type { Radians } from "../../core/units.ts";
import type { Observation } from "../observe.ts";
import type { Picture } from "../picture.ts";

/** The person's left in one colour and right in another, as a mirrored person is the commonest mistake. */
const COLOURS = { left: "#ff9f1c", right: "#2ec4b6", middle: "#f8f9fa" };
const colourOf = (a: LandmarkName, b: LandmarkName): string => {
  const side = (name: LandmarkName) =>
    name.startsWith("left") ? "left" : name.startsWith("right") ? "right" : "middle";
  return side(a) === side(b) ? COLOURS[side(a)] : COLOURS.middle;
};
/** Below this a landmark is drawn faint: the model itself takes it for hidden. */
const HIDDEN = 0.5;

const degreesText = (name: string, angle: Radians): string =>
  Number.isFinite(angle) ? `${name} ${inDegrees(angle).toFixed(0)}°` : "";

/** The lines of text of one observation. */
function captions({ angles, posture, confidence, detection }: Observation): readonly string[] {
  if (detection === undefined) return ["nobody"];
  return [
    `${posture.posture} ${posture.confidence.toFixed(2)} · confidence ${confidence.toFixed(2)}`,
    `${degreesText("lean", angles.trunkLean)} ${degreesText("tilt", angles.trunkTilt)}`,
    `${degreesText("knees", angles.leftKnee)} ${degreesText("/", angles.rightKnee)}`,
    `${degreesText("hips", angles.leftHip)} ${degreesText("/", angles.rightHip)}`,
  ];
}

/** The overlay as SVG, in pixels of the picture. */
function overlay(width: number, height: number, seen: Observation): string {
  const thick = Math.max(1.5, height / 160);
  const letter = Math.max(9, Math.round(Math.min(height / 26, width / 24)));
  const image = seen.detection?.image ?? [];
  const bones = BONES.map(([a, b]) => {
    const [from, to] = [image[LANDMARK[a]], image[LANDMARK[b]]];
    if (from === undefined || to === undefined) return "";
    const opacity = Math.min(from.visibility, to.visibility) < HIDDEN ? 0.3 : 1;
    const [x1, y1, x2, y2] = [from.x * width, from.y * height, to.x * width, to.y * height].map((v) =>
      v.toFixed(1),
    );
    return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colourOf(a, b)}" opacity="${opacity}"/>`;
  });
  const lines = captions(seen).map(
    (line, i) => `<text x="${letter / 2}" y="${(i + 1.2) * letter}">${line.replaceAll("&", "&amp;")}</text>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<g stroke-width="${thick}" stroke-linecap="round">${bones.join("")}</g>` +
    `<g font-family="sans-serif" font-size="${letter}" fill="#fff" stroke="#000" stroke-width="${letter / 5}" ` +
    `paint-order="stroke">${lines.join("")}</g></svg>`
  );
}

/** Writes the picture with its overlay as JPEG. */
export async function writeAnnotated(
  file: string,
  { rgba, width, height }: Picture,
  seen: Observation,
): Promise<void> {
  await sharp(rgba, { raw: { width, height, channels: 4 } })
    .composite([{ input: Buffer.from(overlay(width, height, seen)) }])
    .flatten()
    .jpeg({ quality: 88 })
    .toFile(file);
}
