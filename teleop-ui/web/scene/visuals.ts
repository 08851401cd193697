// The ward's shapes as the gateway serves them at /visuals.json: the visuals of the SDF scene, lengths in metres.
type Three = readonly [x: number, y: number, z: number];
interface Place {
  readonly position: Three;
  readonly rotation: readonly [x: number, y: number, z: number, w: number];
}

export type VisualShape =
  | { readonly kind: "box"; readonly size: Three }
  | { readonly kind: "cylinder"; readonly radius: number; readonly length: number }
  | { readonly kind: "capsule"; readonly radius: number; readonly length: number }
  | { readonly kind: "sphere"; readonly radius: number }
  | { readonly kind: "ellipsoid"; readonly radii: Three }
  | { readonly kind: "plane"; readonly normal: Three; readonly size: readonly [x: number, y: number] };

export interface VisualPart {
  readonly pose: Place;
  readonly shape: VisualShape;
  readonly colour: readonly [red: number, green: number, blue: number, alpha: number];
}
export interface VisualLink {
  readonly name: string;
  readonly pose: Place;
  readonly visuals: readonly VisualPart[];
}
interface VisualModel {
  readonly name: string;
  readonly pose: Place;
  readonly links: readonly VisualLink[];
}
export interface Visuals {
  readonly models: readonly VisualModel[];
}
