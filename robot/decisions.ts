// The nodes whose decisions are journalled and replayed: the supervisor and the gate, made the same way then and now.
import type { AnyNode } from "../core/node.ts";
import { journalled } from "./blackbox/journal.ts";
import type { Maker } from "./blackbox/replay.ts";
import { gateNodeWith } from "./gate.node.ts";
import { FORGETFUL, type LatchStore } from "./latches.ts";
import { safetyNodeWith } from "./safety.node.ts";
import { NO_WAYS, type WayStore } from "./way/store.ts";
import { NO_WAY, type Way } from "./way/way.ts";

/** Supervisor and gate, each turn of which is told to the black box. */
export const decidingNodes = (
  latches: LatchStore = FORGETFUL,
  ways: WayStore = NO_WAYS,
): readonly AnyNode[] => [
  journalled(safetyNodeWith(latches), { wasLatched: latches.wasLatched }),
  journalled(gateNodeWith(ways), { way: ways.kept }),
];

/** Makes them again for a replay, by their names; they keep nothing. */
export const REPLAYED: Readonly<Record<string, Maker>> = {
  safety_supervisor: ({ wasLatched }) => safetyNodeWith({ wasLatched: wasLatched === true, keep: () => {} }),
  gate: ({ way = NO_WAY }) => gateNodeWith({ kept: way as Way, keep: () => {} }),
};
