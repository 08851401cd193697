// Who touches whom with what force: contacts of the running world, by geom, without allocating each step.
import type { Simulation } from "./simulation.ts";

/** One contact: two geoms, where, and the force on the second from the first, in the world, N. */
export interface Touch {
  readonly first: number;
  readonly second: number;
  readonly point: readonly [x: number, y: number, z: number];
  readonly force: readonly [x: number, y: number, z: number];
}

/** Reads contacts. `relevant` picks pairs of geoms before the force is asked for, which is the slow part. */
export function touchReader(
  sim: Simulation,
  relevant: (first: number, second: number) => boolean,
): () => Touch[] {
  const { engine, model, data } = sim;
  const wrench = new engine.DoubleBuffer(6);
  return () => {
    const touches: Touch[] = [];
    const count = data.ncon;
    if (count === 0) return touches;
    const list = data.contact;
    for (let i = 0; i < count; i++) {
      const contact = list.get(i);
      const [first = -1, second = -1] = contact?.geom ?? [];
      if (!contact) continue;
      if (!relevant(first, second)) {
        contact.delete();
        continue;
      }
      engine.mj_contactForce(model, data, i, wrench);
      const [normal = NaN, sideways = NaN, along = NaN] = wrench.GetView();
      const f = contact.frame;
      const world = (k: number) =>
        (f[k] ?? 0) * normal + (f[k + 3] ?? 0) * sideways + (f[k + 6] ?? 0) * along;
      const [x = NaN, y = NaN, z = NaN] = contact.pos;
      contact.delete(); // a copy in wasm memory, ours to free
      touches.push({ first, second, point: [x, y, z], force: [world(0), world(1), world(2)] });
    }
    list.delete();
    return touches;
  };
}
