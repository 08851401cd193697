// What of the world is otherwise in a story that begins on a seat: who passes, where the robot begins, what the person sits on.
import { onBedEdge } from "../../sim/bed-seat.ts";
import { besideOther } from "../../sim/other-seat.ts";
import type { Scene } from "../../sim/sdf/model.ts";
import { compose, IDENTITY } from "../../sim/sdf/pose.ts";
import { inWheelchair } from "../../sim/wheelchair-seat.ts";
import { ROBOT, type Setting } from "../../sim/world.ts";
import { FURTHER, passersOf } from "./passers.ts";
import type { SeatPlot } from "./story.ts";

export function settingOf(plot: SeatPlot, seed: number): Setting {
  const { passes, wheelchair, sits, to } = plot;
  const seat = sits === "bed_edge" ? onBedEdge : wheelchair === undefined ? same : inWheelchair(wheelchair);
  const other = to === undefined ? same : besideOther(to);
  const begins = passes === "crosses" ? robotFurther : same;
  return { passers: passersOf(plot, seed), furnish: (scene) => begins(other(seat(scene))) };
}

const same = (scene: Scene) => scene;
const back = { ...IDENTITY, position: [-FURTHER, 0, 0] as const };
const robotFurther = (scene: Scene): Scene => ({
  ...scene,
  models: scene.models.map((one) => (one.name === ROBOT ? { ...one, pose: compose(one.pose, back) } : one)),
});
