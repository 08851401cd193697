// How a simulated world introduces its resident to the house.
import { Resident, type ResetWorld_Request } from "../../core/messages.ts";
import { chairSeat } from "../ward.ts";
import type { World } from "../world.ts";
import type { ResidentParameters } from "./parameters.ts";

export const RESIDENT_NAME = "김순자";

export const introduction = (
  { resident: who, scene }: Pick<World, "resident" | "scene">,
  pictureRefused: boolean,
): Resident => ({
  name: RESIDENT_NAME,
  sex: who.sex === "female" ? Resident.FEMALE : Resident.MALE,
  stature: who.stature,
  body_mass: who.bodyMass,
  seat_height: chairSeat(scene).height,
  picture_refused: pictureRefused,
});

/** Whom a reset asks for. */
export const requested = (request: ResetWorld_Request): ResidentParameters => ({
  sex: request.sex === Resident.MALE ? "male" : "female",
  stature: request.stature,
  bodyMass: request.body_mass,
  legStrength: request.leg_strength,
  condition: request.condition,
  seed: request.seed,
});
