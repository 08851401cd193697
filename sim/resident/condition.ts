// What a condition does to a resident's strength, once and for all; what it does in the course of time is in troubles.ts.
import { WELL } from "../../core/body/condition.ts";
import type { ResidentCondition } from "../../core/messages.ts";
import type { ResidentParameters } from "./parameters.ts";

/** [s] A drop of the blood pressure is called orthostatic within 3 min of standing (DOMAIN §2.2). */
const DROPS_WITHIN = 180;

export const conditionOf = ({ condition }: Pick<ResidentParameters, "condition">): ResidentCondition =>
  condition ?? WELL;

/** Throws one error that names what is out of its range. */
export function checkCondition(condition: ResidentCondition): void {
  for (const name of Object.keys(WELL) as (keyof ResidentCondition)[]) {
    const most = name === "pressure_drop_after" ? DROPS_WITHIN : 1;
    const value = condition[name];
    if (!(value >= 0 && value <= most))
      throw new Error(`resident condition ${name} ${value}: expected 0 to ${most}`);
  }
}

const JOINTS: Readonly<Record<string, keyof ResidentCondition>> = {
  hip: "hip_weakness",
  knee: "knee_weakness",
  ankle: "ankle_weakness",
  lumbar: "trunk_weakness",
  neck: "trunk_weakness",
  shoulder: "arm_weakness",
  elbow: "arm_weakness",
};

/** Share of the strength of a muscle of muscles.ts that this condition leaves, 0 to 1. Throws for an unknown muscle. */
export function strengthLeft(condition: ResidentCondition, muscle: string): number {
  const [first = "", second = ""] = muscle.split("_");
  const sided = first === "left" || first === "right";
  const joint = JOINTS[sided ? second : first];
  if (joint === undefined) throw new Error(`muscle ${muscle}: of no known joint`);
  const side = sided ? 1 - condition[`${first}_weakness`] : 1;
  return side * (1 - condition[joint]);
}
