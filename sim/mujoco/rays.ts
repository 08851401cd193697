// Casts rays in the running world, with buffers made once: a fan from a site, or one from anywhere.
import type { Vec3 } from "../../core/frames.ts";
import type { Simulation } from "./simulation.ts";

/** Distances along the rays, m, -1 where nothing is hit within `most`. The array is reused. */
export function raycaster(
  sim: Simulation,
  site: string,
  own: string,
  angles: readonly number[],
  most: number,
): () => Float64Array {
  const { engine, model, data } = sim;
  const siteId = sim.index("mjOBJ_SITE", site);
  const ownId = sim.index("mjOBJ_BODY", own);
  const hit = new engine.IntBuffer(angles.length);
  const distance = new engine.DoubleBuffer(angles.length);
  const normal = new engine.DoubleBuffer(3 * angles.length);
  const directions = new Array<number>(3 * angles.length).fill(0);
  const everything = new Array<number>(6).fill(1);
  const fan = angles.map((angle) => [Math.cos(angle), Math.sin(angle)] as const);
  return () => {
    const from = Array.from(data.site_xpos.subarray(3 * siteId, 3 * siteId + 3));
    const axes = data.site_xmat.subarray(9 * siteId, 9 * siteId + 9);
    fan.forEach(([along, left], i) => {
      for (let k = 0; k < 3; k++)
        directions[3 * i + k] = along * (axes[3 * k] ?? 0) + left * (axes[3 * k + 1] ?? 0);
    });
    engine.mj_multiRay(
      model,
      data,
      from,
      directions,
      everything,
      true,
      ownId,
      hit,
      distance,
      normal,
      angles.length,
      most,
    );
    return distance.GetView();
  };
}

/** One ray from a place in the world along a unit vector: the first solid it meets within `most` m, and how far that is. */
export function rayProbe(
  sim: Simulation,
): (
  from: Vec3,
  direction: Vec3,
  most: number,
) => { readonly geom: number; readonly distance: number } | undefined {
  const { engine, model, data } = sim;
  const hit = new engine.IntBuffer(1);
  const distance = new engine.DoubleBuffer(1);
  const normal = new engine.DoubleBuffer(3);
  const everything = new Array<number>(6).fill(1);
  return (from, direction, most) => {
    engine.mj_multiRay(model, data, from, direction, everything, true, -1, hit, distance, normal, 1, most);
    const [gone = -1] = distance.GetView();
    return gone < 0 ? undefined : { geom: hit.GetView()[0] ?? -1, distance: gone };
  };
}
