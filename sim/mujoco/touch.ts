// Who touches whom with what force: contacts of the running world, by geom.
import { contactMemory } from "./contact-memory.ts";
import type { Simulation } from "./simulation.ts";

/** One contact: two geoms, where, the unit normal from the first to the second, and the force on the second, in the world, N. */
export interface Touch {
  readonly first: number;
  readonly second: number;
  readonly point: readonly [x: number, y: number, z: number];
  readonly normal: readonly [x: number, y: number, z: number];
  readonly force: readonly [x: number, y: number, z: number];
}

/** Reads contacts. `relevant` picks pairs of geoms before the force is asked for, which is the slow part. */
export function touchReader(
  sim: Simulation,
  relevant: (first: number, second: number) => boolean,
): () => Touch[] {
  const { engine, model, data } = sim;
  const wrench = new engine.DoubleBuffer(6);
  const contacts = contactMemory(sim);

  function touchOf(contact: number): Touch | undefined {
    const [first, second] = [contacts.geom(contact, 0), contacts.geom(contact, 1)];
    if (!relevant(first, second)) return undefined;
    engine.mj_contactForce(model, data, contact, wrench);
    const [normal = NaN, sideways = NaN, along = NaN] = wrench.GetView();
    /** The force in the contact's frame turned into the world. */
    const on = (axis: number) =>
      contacts.frame(contact, axis) * normal +
      contacts.frame(contact, axis + 3) * sideways +
      contacts.frame(contact, axis + 6) * along;
    return {
      first,
      second,
      point: [contacts.point(contact, 0), contacts.point(contact, 1), contacts.point(contact, 2)],
      normal: [contacts.frame(contact, 0), contacts.frame(contact, 1), contacts.frame(contact, 2)],
      force: [on(0), on(1), on(2)],
    };
  }

  return () => {
    const touches: Touch[] = [];
    const count = contacts.count();
    for (let i = 0; i < count; i++) {
      const touch = touchOf(i);
      if (touch) touches.push(touch);
    }
    return touches;
  };
}
