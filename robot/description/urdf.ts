// Reads what a tree of frames needs of a robot's URDF: its joints, where each is fixed to its parent, and how it moves.
import { XMLParser } from "fast-xml-parser";
import type { Quat, Vec3 } from "../../core/frames.ts";

const KINDS = ["fixed", "revolute", "continuous", "prismatic"] as const;
type Kind = (typeof KINDS)[number];

/** A joint of the URDF, whose child's frame is the joint's own. */
export interface TreeJoint {
  readonly name: string;
  readonly kind: Kind;
  readonly parent: string;
  readonly child: string;
  /** Of the child in the parent at position 0. */
  readonly origin: { readonly translation: Vec3; readonly rotation: Quat };
  /** Unit vector in the child's frame, about or along which it moves. */
  readonly axis: Vec3;
}

interface Element {
  readonly [name: string]: unknown;
}
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  isArray: (name) => name === "joint",
});

/** The joints of a URDF in their order. Throws for text that is no robot's, a kind of joint that is none of the four, and numbers that are none. */
export function readJoints(urdf: string): readonly TreeJoint[] {
  const { robot } = parser.parse(urdf) as { readonly robot?: Element };
  if (robot === undefined) throw new Error("robot_description: expected a <robot>");
  return ((robot["joint"] ?? []) as readonly Element[]).map(readJoint);
}

function readJoint(joint: Element): TreeJoint {
  const name = textOf(joint, "name", "a joint");
  const kind = KINDS.find((known) => known === joint["type"]);
  if (kind === undefined)
    throw new Error(
      `joint ${name}: expected one of ${KINDS.join(", ")}, got ${JSON.stringify(joint["type"])}`,
    );
  const origin = joint["origin"] as Element | undefined;
  const axis = joint["axis"] as Element | undefined;
  return {
    name,
    kind,
    parent: textOf(joint["parent"] as Element | undefined, "link", name),
    child: textOf(joint["child"] as Element | undefined, "link", name),
    origin: {
      translation: vectorOf(origin?.["xyz"], [0, 0, 0], name),
      rotation: fromRollPitchYaw(vectorOf(origin?.["rpy"], [0, 0, 0], name)),
    },
    axis: vectorOf(axis?.["xyz"], [1, 0, 0], name), // URDF's default
  };
}

function textOf(element: Element | undefined, name: string, owner: string): string {
  const text = element?.[name];
  if (typeof text !== "string" || text === "") throw new Error(`robot_description: ${owner} has no ${name}`);
  return text;
}

function vectorOf(text: unknown, otherwise: Vec3, owner: string): Vec3 {
  if (text === undefined) return otherwise;
  const numbers = typeof text === "string" ? text.trim().split(/\s+/).map(Number) : [];
  const [x = NaN, y = NaN, z = NaN, ...more] = numbers;
  if (!Number.isFinite(x + y + z) || more.length > 0)
    throw new Error(`joint ${owner}: expected three numbers, got ${JSON.stringify(text)}`);
  return [x, y, z];
}

/** Fixed axes x, y, z in that order, as URDF has it. */
function fromRollPitchYaw([roll, pitch, yaw]: Vec3): Quat {
  const [sr, cr] = [Math.sin(roll / 2), Math.cos(roll / 2)];
  const [sp, cp] = [Math.sin(pitch / 2), Math.cos(pitch / 2)];
  const [sy, cy] = [Math.sin(yaw / 2), Math.cos(yaw / 2)];
  return [
    sr * cp * cy - cr * sp * sy,
    cr * sp * cy + sr * cp * sy,
    cr * cp * sy - sr * sp * cy,
    cr * cp * cy + sr * sp * sy,
  ];
}
