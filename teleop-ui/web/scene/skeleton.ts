// A skeleton of 33 points: what the robot saw as solid tubes with joints, the truth as dashes.
import {
  CylinderGeometry,
  Group,
  InstancedMesh,
  Matrix4,
  MeshBasicMaterial,
  Quaternion,
  SphereGeometry,
  Vector3,
} from "three";
import type { Point } from "../../../core/messages.ts";
import { vectorOf } from "./axes.ts";
import { BONES } from "./bones.ts";

const JOINTS = [...new Set(BONES.flat())];
const ALONG_Y = new Vector3(0, 1, 0);
const ONE = new Vector3(1, 1, 1);
const UNTURNED = new Quaternion();
/** Drawn over whatever stands before it: a skeleton inside a body must be seen. */
const OVER = { depthTest: false, transparent: true } as const;

export interface Skeleton {
  readonly root: Group;
  /** No points: nothing is shown. */
  show(points: readonly Point[]): void;
}

export function solidSkeleton(colour: number): Skeleton {
  const root = new Group();
  const material = new MeshBasicMaterial({ color: colour, ...OVER });
  const bones = new InstancedMesh(new CylinderGeometry(0.012, 0.012, 1, 8), material, BONES.length);
  const joints = new InstancedMesh(new SphereGeometry(0.024, 10, 8), material, JOINTS.length);
  for (const part of [bones, joints]) {
    part.frustumCulled = false;
    part.renderOrder = 2;
    root.add(part);
  }
  return {
    root,
    show(points) {
      root.visible = points.length > 0;
      if (!root.visible) return;
      const at = points.map(vectorOf);
      const point = (i: number) => at[i] ?? new Vector3();
      BONES.forEach(([from, to], i) => bones.setMatrixAt(i, tube(point(from), point(to))));
      JOINTS.forEach((joint, i) => joints.setMatrixAt(i, new Matrix4().compose(point(joint), UNTURNED, ONE)));
      bones.instanceMatrix.needsUpdate = true;
      joints.instanceMatrix.needsUpdate = true;
    },
  };
}

function tube(from: Vector3, to: Vector3): Matrix4 {
  const way = to.clone().sub(from);
  const length = Math.max(way.length(), 1e-6);
  const turn = new Quaternion().setFromUnitVectors(ALONG_Y, way.normalize());
  return new Matrix4().compose(from.clone().add(to).multiplyScalar(0.5), turn, new Vector3(1, length, 1));
}

/** Dashes of a bone, each as long as the gap after it. */
const DASHES = 4;

export function dashedSkeleton(colour: number): Skeleton {
  const root = new Group();
  const material = new MeshBasicMaterial({ color: colour, ...OVER });
  const dashes = new InstancedMesh(new CylinderGeometry(0.016, 0.016, 1, 8), material, BONES.length * DASHES);
  dashes.frustumCulled = false;
  dashes.renderOrder = 3;
  root.add(dashes);
  return {
    root,
    show(points) {
      root.visible = points.length > 0;
      if (!root.visible) return;
      const at = points.map(vectorOf);
      BONES.forEach(([from, to], bone) => {
        const start = at[from] ?? new Vector3();
        const end = at[to] ?? new Vector3();
        for (let dash = 0; dash < DASHES; dash += 1) {
          const a = start.clone().lerp(end, dash / DASHES);
          const b = start.clone().lerp(end, (dash + 0.5) / DASHES);
          dashes.setMatrixAt(bone * DASHES + dash, tube(a, b));
        }
      });
      dashes.instanceMatrix.needsUpdate = true;
    },
  };
}
