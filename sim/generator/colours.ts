// The colours of things in the ward, sRGB and opacity.
import type { Rgba } from "../sdf/model.ts";

export const WHITE: Rgba = [0.92, 0.93, 0.94, 1];
export const LINEN: Rgba = [0.9, 0.92, 0.95, 1];
export const PILLOW: Rgba = [0.97, 0.97, 0.97, 1];
export const STEEL: Rgba = [0.6, 0.62, 0.65, 1];
export const DARK: Rgba = [0.25, 0.28, 0.32, 1];
export const BLACK: Rgba = [0.08, 0.08, 0.09, 1];
export const WOOD: Rgba = [0.72, 0.55, 0.38, 1];
export const FABRIC: Rgba = [0.36, 0.52, 0.68, 1];
export const GREEN: Rgba = [0.15, 0.55, 0.5, 1];
export const WALL: Rgba = [0.88, 0.87, 0.82, 1];
export const FLOOR: Rgba = [0.62, 0.6, 0.56, 1];
export const TILE: Rgba = [0.55, 0.62, 0.64, 1];
export const GLASS: Rgba = [0.62, 0.75, 0.82, 1];
/** The emergency stop. */
export const RED: Rgba = [0.8, 0.1, 0.08, 1];
/** A threshold or ramp is marked, so that weak eyes see it. */
export const MARK: Rgba = [0.85, 0.68, 0.2, 1];
