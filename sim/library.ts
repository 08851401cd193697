// The models on disk: which there are, and their files by name or by the `<uri>` of an include.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Model } from "./sdf/model.ts";
import { readModelFile } from "./sdf/read.ts";

/** A folder as Gazebo looks for models: give it as SDF_PATH or GZ_SIM_RESOURCE_PATH. */
export const MODELS = join(import.meta.dirname, "models");
/** Written by hand, and a file of its own. */
const BY_HAND: Readonly<Record<string, string>> = { transfer_robot: "transfer-robot.sdf" };

/** Every model's name. */
export const modelNames = (): readonly string[] => [
  ...Object.keys(BY_HAND),
  ...readdirSync(MODELS)
    .filter((name) => existsSync(join(MODELS, name, "model.sdf")))
    .toSorted(),
];

/** Where an included model is: `model://NAME` is its folder below our models, as in Gazebo; else its file there. */
export function modelFile(uri: string): string {
  const name = /^model:\/\/([^/]+)$/.exec(uri)?.[1];
  return name === undefined ? join(MODELS, uri) : join(MODELS, name, "model.sdf");
}

/** Reads a model by its name. Throws, naming those there are, when there is none. */
export function readModel(name: string): Model {
  const known = modelNames();
  if (!known.includes(name)) throw new Error(`no model "${name}"; expected one of ${known.join(", ")}`);
  const file = modelFile(BY_HAND[name] ?? `model://${name}`);
  return readModelFile(readText(file), file);
}

/** Throws one clear error when the file cannot be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`cannot read the SDF file ${file}`, { cause });
  }
}
