// The group of the black box: files and compression in a thread or process of their own, the last to be served on a busy machine.
import { hostname } from "node:os";
import { BlackBox } from "../../robot/blackbox/box.ts";
import { blackBoxNode } from "../../robot/blackbox/blackbox.node.ts";
import { earsNode } from "../../robot/blackbox/ears.node.ts";
import { rosTopics, topics } from "../../core/topics.ts";
import { WORLD_WIRING } from "../../sim/world-wiring.ts";
import manifest from "../../package.json" with { type: "json" };
import type { RideOptions } from "../options.ts";
import type { OpenedGroup } from "../threads/group.ts";

/** Robots of one machine are told apart by the port of their page, as their latches are. */
const robotOf = (port: number) => `${hostname()}:${port}`;

/** What no group of ours says: twists, and of a robot all that its drivers do, which say what the simulated world would. */
const FOREIGN = { twist: rosTopics.cmdVel };
const DRIVERS = { ...WORLD_WIRING.publishes, cameraInfo: topics.cameraInfo };

export const open = async ({
  blackBox,
  session,
  seed,
  port,
  hardware,
}: RideOptions): Promise<OpenedGroup> => {
  const box = new BlackBox({
    folder: blackBox,
    session,
    about: {
      version: manifest.version,
      robot: robotOf(port),
      seed: String(seed),
      simulated: String(!hardware),
    },
  });
  const ears = earsNode(box, { ...FOREIGN, ...(hardware ? DRIVERS : {}) });
  return {
    nodes: [blackBoxNode(box, () => new Date().toISOString()), ears],
    machineTime: "steps",
    records: ({ notes, missed }) => {
      box.missed(missed);
      for (const noted of notes) box.note(noted);
    },
  };
};
