// Tensors of inertia turned into other axes.
import type { Quat, Vec3 } from "../../core/frames.ts";
import { rotate } from "./pose.ts";

/** Rows of a symmetric 3×3 tensor, kg·m². */
export type Tensor = readonly [Vec3, Vec3, Vec3];

/** R·I·Rᵀ: the tensor `I` of a frame that stands at `rotation`, in the axes around it. */
export function turn(tensor: Tensor, rotation: Quat): Tensor {
  const columns = [rotate(rotation, [1, 0, 0]), rotate(rotation, [0, 1, 0]), rotate(rotation, [0, 0, 1])];
  const entry = (i: 0 | 1 | 2, j: 0 | 1 | 2): number => {
    let sum = 0;
    tensor.forEach((row, k) =>
      row.forEach((value, l) => (sum += (columns[k]?.[i] ?? 0) * value * (columns[l]?.[j] ?? 0))),
    );
    return sum;
  };
  return [
    [entry(0, 0), entry(0, 1), entry(0, 2)],
    [entry(1, 0), entry(1, 1), entry(1, 2)],
    [entry(2, 0), entry(2, 1), entry(2, 2)],
  ];
}
