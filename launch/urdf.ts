// `npm run urdf -- MODEL`: the URDF of a robot or a piece of furniture, for ROS's /robot_description, on standard output.
import { readModel } from "../sim/library.ts";
import { toUrdf } from "../sim/urdf/urdf.ts";

const name = process.argv[2];
if (name === undefined) {
  console.error("dolbom: expected the name of a model, as in npm run -s urdf -- walker_robot");
  process.exitCode = 1;
} else {
  try {
    process.stdout.write(toUrdf(readModel(name)));
  } catch (cause) {
    console.error(`dolbom: ${cause instanceof Error ? cause.message : String(cause)}`);
    process.exitCode = 1;
  }
}
