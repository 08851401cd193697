// Frames of a played story for its replay: where the links of person and robot are, ten times a second.
import type { LinkPoses } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import type { Scene } from "../../sim/sdf/model.ts";
import { furnitureOf, type Part } from "./furniture.ts";
import type { VirtualRun } from "../virtual/run.ts";

/** x, y and z of each link's frame in the map, m, to the millimetre. */
export interface Film {
  readonly links: readonly string[];
  readonly period: number;
  readonly frames: number[][];
  /** What stands still, from the side. */
  readonly furniture: readonly Part[];
}

/** [s] */
const PERIOD = 0.1;

/** Films from now on, in this scene. Links that are added to the world later are not in it. */
export function filmOf(run: VirtualRun, scene: Scene): Film {
  const links: string[] = [];
  const frames: number[][] = [];
  let next = run.now() as number;
  run.on(topics.linkPoses, ({ names, poses }: LinkPoses, at) => {
    if (at < next) return;
    next = at + PERIOD;
    if (links.length === 0) links.push(...names);
    frames.push(
      links.flatMap((link) => {
        const { x = NaN, y = NaN, z = NaN } = poses[names.indexOf(link)]?.position ?? {};
        return [x, y, z].map((value) => Number(value.toFixed(3)));
      }),
    );
  });
  return { links, period: PERIOD, frames, furniture: furnitureOf(scene) };
}
