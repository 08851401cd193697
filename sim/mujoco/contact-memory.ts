// The running world's contacts where MuJoCo itself keeps them: read in place, because every copy through its bindings costs microseconds.
import type { Simulation } from "./simulation.ts";

/** The contacts as they are now. Numbers are places in the list; nothing read here outlives the next step. */
export interface ContactMemory {
  count(): number;
  /** One of the two geoms of a contact. */
  geom(contact: number, side: 0 | 1): number;
  /** A number of the contact's point: x, y or z in the world, m. */
  point(contact: number, axis: number): number;
  /** A number of its frame: rows are the normal, from the first geom to the second, and two tangents. */
  frame(contact: number, entry: number): number;
}

/**
 * Where struct mjContact of MuJoCo 3.14's mjdata.h has its fields once compiled to WebAssembly, bytes. The list begins
 * the arena (mjdata.h, mjData.contact). The first contacts read are compared with what the bindings say.
 */
const LAYOUT = { size: 584, point: 8, frame: 32, geom: 540 } as const;

export function contactMemory({ data }: Simulation): ContactMemory {
  let reals = new Float64Array();
  let integers = new Int32Array();
  let proven = false;
  const real = (contact: number, field: number, entry: number) =>
    reals[(contact * LAYOUT.size + field) / Float64Array.BYTES_PER_ELEMENT + entry] ?? NaN;

  const memory: ContactMemory = {
    count() {
      const count = data.ncon;
      // The views die when the wasm heap grows.
      if (reals.byteLength === 0) {
        const { buffer, byteOffset, byteLength } = data.arena;
        reals = new Float64Array(buffer, byteOffset, byteLength / Float64Array.BYTES_PER_ELEMENT);
        integers = new Int32Array(buffer, byteOffset, byteLength / Int32Array.BYTES_PER_ELEMENT);
      }
      if (!proven && count > 0) prove(count);
      return count;
    },
    geom: (contact, side) =>
      integers[(contact * LAYOUT.size + LAYOUT.geom) / Int32Array.BYTES_PER_ELEMENT + side] ?? -1,
    point: (contact, axis) => real(contact, LAYOUT.point, axis),
    frame: (contact, entry) => real(contact, LAYOUT.frame, entry),
  };

  /** Throws when MuJoCo keeps its contacts elsewhere than where they are read. */
  function prove(count: number): void {
    const list = data.contact;
    for (let i = 0; i < count; i++) {
      const told = list.get(i);
      const same =
        told !== undefined &&
        told.geom.every((geom, side) => geom === memory.geom(i, side === 0 ? 0 : 1)) &&
        told.pos.every((value, axis) => value === memory.point(i, axis)) &&
        told.frame.every((value, entry) => value === memory.frame(i, entry));
      told?.delete(); // a copy in wasm memory, ours to free
      if (!same)
        throw new Error(
          `contact ${i} is not where MuJoCo 3.14 keeps it: expected the layout of its mjdata.h`,
        );
    }
    list.delete();
    proven = true;
  }
  return memory;
}
