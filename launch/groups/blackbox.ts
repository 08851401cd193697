// The group of the black box: files and compression in a thread of their own, the last to be served on a busy machine.
import { hostname } from "node:os";
import { BlackBox } from "../../robot/blackbox/box.ts";
import { blackBoxNode } from "../../robot/blackbox/blackbox.node.ts";
import manifest from "../../package.json" with { type: "json" };
import type { RideOptions } from "../options.ts";
import type { OpenedGroup } from "../threads/group.ts";

/** Robots of one machine are told apart by the port of their page, as their latches are. */
const robotOf = (port: number) => `${hostname()}:${port}`;

export const open = async ({ blackBox, session, seed, port }: RideOptions): Promise<OpenedGroup> => {
  const box = new BlackBox({
    folder: blackBox,
    session,
    about: { version: manifest.version, robot: robotOf(port), seed: String(seed), simulated: "true" },
  });
  return {
    nodes: [blackBoxNode(box, () => new Date().toISOString())],
    machineTime: "steps",
    records: ({ notes, missed }) => {
      box.missed(missed);
      for (const noted of notes) box.note(noted);
    },
  };
};
