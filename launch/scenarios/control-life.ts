// The lives of the control group in a scenario: it can be started anew, with the latch and the way back that the life before it kept.
import type { AnyNode } from "../../core/node.ts";
import { seconds } from "../../core/units.ts";
import { gateNodeWith } from "../../robot/gate.node.ts";
import type { LatchStore } from "../../robot/latches.ts";
import { NO_WAY, type Way } from "../../robot/way/way.ts";
import { safetyNodeWith } from "../../robot/safety.node.ts";
import type { WayStore } from "../../robot/way/store.ts";
import { CONTROL } from "./fault-schedule.ts";
import type { Ride } from "./ride.ts";

/** What the robot's disk holds while its control group is down. */
export interface Disk {
  latched: boolean;
  way: Way;
}
export const emptyDisk = (): Disk => ({ latched: false, way: NO_WAY });

/** The control group's nodes as they start with what this disk holds now, and keep on it. */
export function controlNodes(disk: Disk): readonly AnyNode[] {
  const latches: LatchStore = { wasLatched: disk.latched, keep: (latched) => void (disk.latched = latched) };
  const ways: WayStore = { kept: disk.way, keep: (way) => void (disk.way = way) };
  return [safetyNodeWith(latches), gateNodeWith(ways)];
}

/** A robot takes this long to start its control group: worker and modules [measured: 0.3 s], and who notices. */
const DOWN = seconds(1);

export const isControlDown = ({ run }: Ride): boolean => CONTROL.some((node) => !run.has(node));

/** Marks the leases of the second life: the first has 0. */
const NONCE = 1;

/** Ends what is left of the control group, and starts it anew a moment later. */
export function restartControl({ run }: Ride, nodes: () => readonly AnyNode[]): void {
  for (const node of CONTROL) if (run.has(node)) run.kill(node);
  run.advance(DOWN);
  for (const node of nodes()) run.add(node, node.name === "safety_supervisor" ? { nonce: NONCE } : {});
  run.advance(DOWN);
}
