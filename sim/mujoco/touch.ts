// Who touches whom with what force: contacts of the running world, by geom, without allocating each step.
import type { MjContact } from "./engine.ts";
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

  function touchOf(contact: MjContact, index: number): Touch | undefined {
    const [first = -1, second = -1] = contact.geom;
    if (!relevant(first, second)) return undefined;
    engine.mj_contactForce(model, data, index, wrench);
    return { first, second, point: triple(contact.pos), force: inWorld(contact.frame, wrench.GetView()) };
  }

  return () => {
    const touches: Touch[] = [];
    const count = data.ncon;
    if (count === 0) return touches;
    const list = data.contact;
    for (let i = 0; i < count; i++) {
      const contact = list.get(i);
      const touch = contact && touchOf(contact, i);
      if (touch) touches.push(touch);
      contact?.delete(); // a copy in wasm memory, ours to free
    }
    list.delete();
    return touches;
  };
}

const triple = ([x = NaN, y = NaN, z = NaN]: Float64Array): Touch["point"] => [x, y, z];

/** A force in a contact's frame (rows: normal and two tangents) turned into the world. */
function inWorld(
  frame: Float64Array,
  [normal = NaN, sideways = NaN, along = NaN]: Float64Array,
): Touch["force"] {
  const on = (axis: number) =>
    (frame[axis] ?? NaN) * normal + (frame[axis + 3] ?? NaN) * sideways + (frame[axis + 6] ?? NaN) * along;
  return [on(0), on(1), on(2)];
}
