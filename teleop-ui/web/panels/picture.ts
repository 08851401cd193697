// Draws a camera picture with the landmarks over it, or the landmarks alone.
import type { Landmark } from "../../../core/messages.ts";
import { BONES } from "../scene/bones.ts";

const SEEN = 0.5; // of visibility, MediaPipe's own threshold for drawing
/** A dark line below a light one is seen on every picture. */
const STROKES = [
  { width: 5, colour: "#10181b" },
  { width: 2.5, colour: "#ffb454" },
] as const;

/** Without a bitmap the canvas is wiped and keeps its size. */
export function paint(
  canvas: HTMLCanvasElement,
  bitmap: ImageBitmap | undefined,
  landmarks: readonly Landmark[],
) {
  const { width, height } = bitmap ?? canvas;
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  if (!context) return;
  if (bitmap) context.drawImage(bitmap, 0, 0);
  else context.clearRect(0, 0, width, height);
  const bones = pathOf(landmarks, width, height);
  context.lineCap = "round";
  for (const stroke of STROKES) {
    context.lineWidth = stroke.width;
    context.strokeStyle = stroke.colour;
    context.stroke(bones);
  }
}

function pathOf(landmarks: readonly Landmark[], width: number, height: number): Path2D {
  const path = new Path2D();
  for (const [from, to] of BONES) {
    const a = landmarks[from];
    const b = landmarks[to];
    if (!a || !b || a.visibility < SEEN || b.visibility < SEEN) continue;
    path.moveTo(a.x * width, a.y * height);
    path.lineTo(b.x * width, b.y * height);
  }
  return path;
}
