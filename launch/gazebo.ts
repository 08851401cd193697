// `npm run gazebo -- --for fortress|later --out FILE`: writes the ward for a Gazebo of this machine, and says how to start both.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gazeboWorldSdf, type Release } from "../sim/gazebo/world-sdf.ts";
import { loadEngine } from "../sim/mujoco/engine.ts";
import { DEFAULT_RESIDENT } from "../sim/resident/parameters.ts";
import { createWorld } from "../sim/world.ts";

const START: Readonly<Record<Release, string>> = { fortress: "ign gazebo", later: "gz sim" };
const isRelease = (word: string): word is Release => Object.keys(START).includes(word);

try {
  const { values } = parseArgs({
    options: {
      for: { type: "string", default: "later" },
      out: { type: "string", default: join(import.meta.dirname, "../out/gazebo/ward.sdf") },
    },
  });
  const release = values.for;
  if (!isRelease(release)) throw new Error(`--for ${release}: expected fortress or later`);
  const world = createWorld(await loadEngine(), DEFAULT_RESIDENT);
  const file = resolve(values.out);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, gazeboWorldSdf(world, release));
  world.delete();
  console.log(`wrote ${relative("", file)}; now, in two terminals of this machine:`);
  const [address, partition] =
    release === "fortress" ? ["IGN_IP", "IGN_PARTITION"] : ["GZ_IP", "GZ_PARTITION"];
  console.log(`  ${address}=127.0.0.1 ${partition}=ward ${START[release]} -r ${relative("", file)}`);
  console.log(`  ${address}=127.0.0.1 ${partition}=ward npm start -- --world gazebo`);
} catch (error) {
  console.error(`dolbom: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
