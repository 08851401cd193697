// Writes every generated model and world below sim/models/; part of `npm run generate`.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bed } from "./bed.ts";
import { building } from "./building.ts";
import { careWardSdf } from "./care-ward.ts";
import { armchair, commode } from "./chairs.ts";
import { modelSdf, type ModelDesign } from "./design.ts";
import { WARD } from "./dimensions.ts";
import { slidingDoor } from "./door.ts";
import { basin, cabinet, counter, table, toilet } from "./fixtures.ts";
import { patrolRobot } from "./patrol-robot.ts";
import { walkerRobot } from "./walker-robot.ts";
import { wheelchair } from "./wheelchair.ts";
import { element } from "../xml.ts";

const FOLDER = join(import.meta.dirname, "..", "models");

/** Every generated model. */
export const DESIGNS: readonly ModelDesign[] = [
  bed,
  wheelchair,
  armchair,
  commode,
  walkerRobot,
  patrolRobot,
  building,
  slidingDoor("room_door", WARD.roomDoor),
  slidingDoor("toilet_door", WARD.toiletDoor),
  toilet,
  basin,
  cabinet,
  counter,
  table,
];

/** What Gazebo wants beside a model to find it as `model://NAME`. */
const config = ({ name, about }: ModelDesign): string =>
  `<?xml version="1.0"?>\n${element("model", {}, [
    element("name", {}, name),
    element("version", {}, "1.0"),
    element("sdf", { version: "1.9" }, "model.sdf"),
    element("description", {}, about),
  ])}\n`;

/** Each generated file below sim/models/, by its path there. */
export function generatedModels(): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...DESIGNS.flatMap((design) => [
      [`${design.name}/model.sdf`, modelSdf(design)],
      [`${design.name}/model.config`, config(design)],
    ]),
    ["care-ward.sdf", careWardSdf()],
  ]) as Readonly<Record<string, string>>;
}

if (import.meta.main)
  for (const [path, text] of Object.entries(generatedModels())) {
    const file = join(FOLDER, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
