// The resident as a simple body of capsules between the true joints.
import { CapsuleGeometry, Group, Mesh, MeshLambertMaterial, Vector3 } from "three";
import type { LinkPoses } from "../../../core/messages.ts";
import { quaternionOf, vectorOf, Y_TO_Z } from "./axes.ts";

/** Link frames begin at the joint nearer to the trunk; a part without a next joint has a length along its own axis. */
interface Part {
  readonly link: string;
  readonly to: string | readonly [x: number, y: number, z: number]; // m, in the link's frame
  readonly radius: number; // m
  readonly colour: number;
}

const CLOTH = 0x5f7fa3;
const TROUSERS = 0x44566b;
const SKIN = 0xd9b49a;
const both = (make: (side: string) => readonly Part[]) => ["left", "right"].flatMap(make);

const PARTS: readonly Part[] = [
  { link: "pelvis", to: "thorax", radius: 0.13, colour: TROUSERS },
  { link: "thorax", to: [0, 0, 0.28], radius: 0.13, colour: CLOTH },
  { link: "head", to: [0.01, 0, 0.14], radius: 0.09, colour: SKIN },
  ...both((side) => [
    { link: `${side}_upper_arm`, to: `${side}_forearm`, radius: 0.042, colour: CLOTH },
    { link: `${side}_forearm`, to: `${side}_hand`, radius: 0.035, colour: SKIN },
    { link: `${side}_hand`, to: [0, 0, -0.1], radius: 0.03, colour: SKIN },
    { link: `${side}_thigh`, to: `${side}_shank`, radius: 0.068, colour: TROUSERS },
    { link: `${side}_shank`, to: `${side}_foot`, radius: 0.05, colour: TROUSERS },
    { link: `${side}_foot`, to: [0.15, 0, -0.04], radius: 0.035, colour: SKIN },
  ]),
];

const ROUND = 14;
/** m: a length that differs by more belongs to another resident. */
const ANOTHER = 0.01;
const ALONG = new Vector3(0, 0, 1);

export class ResidentBody {
  readonly root = new Group();
  readonly #meshes = PARTS.map(
    ({ colour }) => new Mesh(undefined, new MeshLambertMaterial({ color: colour })),
  );
  #lengths: number[] = [];

  constructor() {
    this.root.add(...this.#meshes);
    this.root.visible = false;
  }

  move({ names, poses }: LinkPoses) {
    const found = new Map(names.map((name, i) => [name.replace(/^resident\//, ""), poses[i]]));
    this.root.visible = found.has("pelvis");
    PARTS.forEach((part, i) => {
      const pose = found.get(part.link);
      const mesh = this.#meshes[i];
      if (!pose || !mesh) return;
      const from = vectorOf(pose.position);
      const end = typeof part.to === "string" ? found.get(part.to)?.position : undefined;
      const to = end
        ? vectorOf(end)
        : new Vector3(...(typeof part.to === "string" ? [0, 0, 0] : part.to))
            .applyQuaternion(quaternionOf(pose.orientation))
            .add(from);
      this.#stretch(i, mesh, part.radius, from, to);
    });
  }

  /** Bones do not grow: a part gets its shape anew only when another resident has come. */
  #stretch(i: number, mesh: Mesh, radius: number, from: Vector3, to: Vector3) {
    const length = from.distanceTo(to);
    if (!(Math.abs(length - (this.#lengths[i] ?? NaN)) < ANOTHER)) {
      mesh.geometry.dispose();
      mesh.geometry = new CapsuleGeometry(radius, length, 4, ROUND).applyQuaternion(Y_TO_Z);
      this.#lengths[i] = length;
    }
    mesh.position.copy(from).add(to).multiplyScalar(0.5);
    mesh.quaternion.setFromUnitVectors(ALONG, to.clone().sub(from).normalize());
  }
}
