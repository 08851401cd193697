// Bed pressure: what lies on a mattress, as forces in zones, their centre, and whether somebody is in bed, on its edge or out.
import { BedPressure } from "../../core/messages.ts";
import type { Stamp } from "../../core/time.ts";
import { metres, newtons, type Metres } from "../../core/units.ts";
import { bodyName } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import { touchReader, type Touch } from "../mujoco/touch.ts";
import type { Scene } from "../sdf/model.ts";
import { compose, invert, rotate } from "../sdf/pose.ts";
import { poseOfBody } from "./placed.ts";

/** Cells of 0.32 by 0.29 m on a mattress of 1.95 by 0.89 m [D]: coarser than a mat for research, as foils under mattresses are. */
const ROWS = 6;
const COLUMNS = 3;
/** Below a fifth of the weight of a light adult of 45 kg nobody is in bed: a tray, a bag, a hand that leans [D]. */
const SOMEBODY = 80;
/** [1] of half the width: a centre of pressure further out belongs to who sits on the side or is about to leave [D]. */
const EDGE = 0.5;
/** Hz */
export const BED_RATE = 10;

export interface BedSensor {
  read(stamp: Stamp): BedPressure;
}

/** One part of a mattress, from the head end on: its geom, and where it begins along the whole, m. */
interface Section {
  readonly geom: number;
  readonly body: number;
  readonly local: ReturnType<typeof invert>;
  readonly begins: number;
  readonly length: number;
}

/** The sensors under the mattress of a model: of all its collisions named `mattress`. Throws when it has none. */
export function bedPressure(sim: Simulation, scene: Scene, bed: string): BedSensor {
  const { sections, own, length, width } = mattressOf(sim, scene, bed);
  const read = touchReader(
    sim,
    (a, b) => (sections.has(a) && !own.has(b)) || (sections.has(b) && !own.has(a)),
  );

  /** Where along and across the mattress a touch is, and its force into it; undefined where it is none on it. */
  function pressed(touch: Touch) {
    const isSecond = sections.has(touch.second);
    const section = sections.get(isSecond ? touch.second : touch.first);
    if (section === undefined) return undefined;
    const place = compose(section.local, invert(poseOfBody(sim, section.body)));
    const [fx, fy, fz] = touch.force;
    const on = rotate(place.rotation, isSecond ? [fx, fy, fz] : [-fx, -fy, -fz]);
    const [x, y] = compose(place, { position: touch.point, rotation: [0, 0, 0, 1] }).position;
    return { along: section.begins + section.length / 2 + x, across: y, force: Math.max(0, -on[2]) };
  }
  return {
    read(stamp) {
      const force = new Array<number>(ROWS * COLUMNS).fill(0);
      for (const touch of read()) {
        const at = pressed(touch);
        if (at === undefined) continue;
        const zone = cell(at.along / length, ROWS) * COLUMNS + cell(0.5 - at.across / width, COLUMNS);
        force[zone] = (force[zone] ?? 0) + at.force;
      }
      return occupied({
        header: { stamp, frame_id: bed },
        state: BedPressure.OUT,
        rows: ROWS,
        columns: COLUMNS,
        force: force.map(newtons),
        total: newtons(0),
        centre_x: metres(NaN),
        centre_y: metres(NaN),
        length,
        width,
      });
    },
  };
}

const cell = (share: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(share * count)));

/** The message with all that follows from what its zones read: total, centre of pressure, and who is where. */
export function occupied(bed: BedPressure): BedPressure {
  const { rows, columns, length, width } = bed;
  const total = bed.force.reduce((sum, one) => sum + one, 0);
  let [x, y] = [0, 0];
  bed.force.forEach((force, zone) => {
    x += force * ((Math.floor(zone / columns) + 0.5) / rows - 0.5) * length;
    y += force * (0.5 - ((zone % columns) + 0.5) / columns) * width;
  });
  const [centreX, centreY] = total < SOMEBODY ? [NaN, NaN] : [x / total, y / total];
  return {
    ...bed,
    total: newtons(total),
    centre_x: metres(centreX),
    centre_y: metres(centreY),
    state: stateOf(total, Math.abs(centreY) / (width / 2)),
  };
}

function stateOf(total: number, outward: number): number {
  if (!Number.isFinite(total)) return BedPressure.UNKNOWN;
  if (total < SOMEBODY) return BedPressure.OUT;
  return outward > EDGE ? BedPressure.EDGE : BedPressure.IN;
}

function mattressOf(sim: Simulation, scene: Scene, bed: string) {
  const model = scene.models.find(({ name }) => name === bed);
  const parts = (model?.links ?? []).flatMap((link) =>
    link.collisions.flatMap(({ name, shape, pose }) =>
      name === "mattress" && shape.kind === "box" ? [{ link, pose, size: shape.size }] : [],
    ),
  );
  const geomOf = (link: string, name: string) => sim.index("mjOBJ_GEOM", `${bodyName(bed, link)}/${name}`);
  const along = (part: (typeof parts)[number]) => compose(part.link.pose, part.pose).position[0];
  let begins = 0;
  const sections = new Map<number, Section>();
  for (const part of parts.toSorted((a, b) => along(a) - along(b))) {
    const geom = geomOf(part.link.name, "mattress");
    const body = sim.index("mjOBJ_BODY", bodyName(bed, part.link.name));
    sections.set(geom, { geom, body, local: invert(part.pose), begins, length: part.size[0] });
    begins += part.size[0];
  }
  if (sections.size === 0) throw new Error(`${bed}: expected a box collision "mattress"`);
  const own = new Set(
    (model?.links ?? []).flatMap((link) => link.collisions.map(({ name }) => geomOf(link.name, name))),
  );
  const width: Metres = metres(Math.max(...parts.map(({ size }) => size[1])));
  return { sections, own, length: metres(begins), width };
}

/** The first model of a scene that has a mattress; undefined when none has. */
export const bedIn = (scene: Scene): string | undefined =>
  scene.models.find(({ links }) =>
    links.some(({ collisions }) => collisions.some(({ name }) => name === "mattress")),
  )?.name;
