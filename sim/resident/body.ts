// The resident as SDF: links with de Leva masses, joints with human ranges, clothed soft surfaces.
import { bodyLengths, SEGMENT_MASS, type PlainLengths, type Segment } from "../../core/body/segments.ts";
import { checkResident, type ResidentParameters } from "./parameters.ts";
import { bodyJoints } from "./joints.ts";
import { bodyShapes, type Solid } from "./shapes.ts";

type Point = readonly [x: number, y: number, z: number];

interface BodyLink {
  readonly name: string;
  readonly segment: Segment;
  /** The proximal joint, in the pelvis frame of the zero pose, m. */
  readonly at: Point;
  /** From the joint along the segment, m; the centre of mass lies on it. */
  readonly along: Point;
}

/** Every link with its proximal joint in the zero pose: upright, arms hanging, facing +x, origin between the hips. */
function bodyLinks(p: ResidentParameters): readonly BodyLink[] {
  const l: PlainLengths = bodyLengths(p.stature);
  const shoulder = l.trunk;
  const chest = l.trunk - l.lumbar;
  const neck = l.trunk + 0.012 * p.stature;
  const head = p.stature - (l.ankleHeight + l.shank + l.thigh + neck);
  const side = (name: string, y: 1 | -1): BodyLink[] => [
    {
      name: `${name}_upper_arm`,
      segment: "upperArm",
      at: [0, y * l.shoulderHalfBreadth, shoulder],
      along: [0, 0, -l.upperArm],
    },
    {
      name: `${name}_forearm`,
      segment: "forearm",
      at: [0, y * l.shoulderHalfBreadth, shoulder - l.upperArm],
      along: [0, 0, -l.forearm],
    },
    {
      name: `${name}_hand`,
      segment: "hand",
      at: [0, y * l.shoulderHalfBreadth, shoulder - l.upperArm - l.forearm],
      along: [0, 0, -l.hand],
    },
    { name: `${name}_thigh`, segment: "thigh", at: [0, y * l.hipHalfBreadth, 0], along: [0, 0, -l.thigh] },
    {
      name: `${name}_shank`,
      segment: "shank",
      at: [0, y * l.hipHalfBreadth, -l.thigh],
      along: [0, 0, -l.shank],
    },
    {
      name: `${name}_foot`,
      segment: "foot",
      at: [0, y * l.hipHalfBreadth, -l.thigh - l.shank],
      along: [l.foot, 0, 0],
    },
  ];
  return [
    { name: "pelvis", segment: "pelvis", at: [0, 0, 0], along: [0, 0, l.lumbar] },
    { name: "thorax", segment: "thorax", at: [0, 0, l.lumbar], along: [0, 0, chest] },
    { name: "head", segment: "head", at: [0, 0, neck], along: [0, 0, head] },
    ...side("left", 1),
    ...side("right", -1),
  ];
}

const num = (value: number) => String(Number(value.toFixed(7)));
const nums = (values: readonly number[]) => values.map(num).join(" ");

function inertial(p: ResidentParameters, link: BodyLink): string {
  const { mass: share, centre, gyration } = SEGMENT_MASS[p.sex][link.segment];
  const mass = share * p.bodyMass;
  const length = Math.hypot(...link.along);
  const [ixx, iyy, izz] = gyration.map((radius) => mass * (radius * length) ** 2);
  const heel = bodyLengths(p.stature).heel;
  const offset =
    link.segment === "foot"
      ? [centre * length - heel, 0, (-1 * bodyLengths(p.stature).ankleHeight) / 2]
      : link.along.map((x) => x * centre);
  return `<inertial><pose>${nums(offset)} 0 0 0</pose><mass>${num(mass)}</mass><inertia><ixx>${num(ixx ?? 0)}</ixx><iyy>${num(iyy ?? 0)}</iyy><izz>${num(izz ?? 0)}</izz></inertia></inertial>`;
}

function geometry(solid: Solid, size: readonly number[]): string {
  if (solid.kind === "box") return `<box><size>${nums(size)}</size></box>`;
  if (solid.kind === "ellipsoid") return `<ellipsoid><radii>${nums(size)}</radii></ellipsoid>`;
  return `<capsule><radius>${num(size[0] ?? 0)}</radius><length>${num(size[1] ?? 0)}</length></capsule>`;
}

function surface(solid: Solid): string {
  const soft = solid.yields
    ? `<contact><ode><kp>${solid.yields.stiffness}</kp><kd>${solid.yields.damping}</kd></ode></contact>`
    : "";
  return `<surface><friction><ode><mu>${num(solid.friction)}</mu><mu2>${num(solid.friction)}</mu2></ode></friction>${soft}</surface>`;
}

function shape(solid: Solid): string {
  const pose = `<pose>${nums(solid.at)} ${nums(solid.turned)}</pose>`;
  const drawn = `<geometry>${geometry(solid, solid.size)}</geometry>`;
  const firm = `<geometry>${geometry(solid, solid.firm ?? solid.size)}</geometry>`;
  const material = `<material><diffuse>${nums(solid.colour)}</diffuse></material>`;
  return (
    `   <collision name="${solid.name}">${pose}${firm}${surface(solid)}</collision>\n` +
    `   <visual name="${solid.name}_visual">${pose}${drawn}${material}</visual>\n`
  );
}

/** The resident's SDF 1.9 model, named `resident`, pelvis origin at the model's origin. Throws for impossible people. */
export function residentSdf(p: ResidentParameters): string {
  checkResident(p);
  const shapes = bodyShapes(p);
  const links = bodyLinks(p).map((link) => {
    const solids = (shapes[link.name] ?? []).map(shape).join("");
    return `  <link name="${link.name}"><pose>${nums(link.at)} 0 0 0</pose>\n   ${inertial(p, link)}\n${solids}  </link>\n`;
  });
  return `<?xml version="1.0"?>\n<sdf version="1.9">\n <model name="resident">\n${links.join("")}${bodyJoints()} </model>\n</sdf>\n`;
}
