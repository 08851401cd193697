// The groups of the isolation tests: the real world and control group, an operator and a page, each with a node through which a test breaks its thread from inside.
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { defineNode, type AnyNode } from "../../core/node.ts";
import { topics } from "../../core/topics.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import type { OpenedGroup } from "../../launch/threads/group.ts";
import { openControlGroup } from "../../robot/control-group.ts";
import { openLatches } from "../../robot/latches.ts";
import { loadEngine } from "../../sim/mujoco/engine.ts";
import { momentDesk } from "../../sim/moments/desk.ts";
import { openShelf } from "../../sim/moments/shelf.ts";
import { simTimeNode } from "../../sim/sim-time.node.ts";
import type { TimeControl } from "../../sim/time-control.ts";
import { worldNode } from "../../sim/world.node.ts";
import { kimAlone, operatorNode } from "../scenarios/kinematic-people.ts";
import { spoken } from "./nodes.ts";

export type IsolationGroup = "world" | "control" | "operator" | "page";
export interface IsolationOptions {
  readonly group: IsolationGroup;
  /** of this test alone: the latch lives here */
  readonly folder: string;
}
/** Where the groups of this test hold their lines. */
export const linesIn = (folder: string): string => join(folder, "lines");
/** What a group does on the order "GROUP WORD NUMBER". */
type Orders = Readonly<Record<string, (much: number) => void>>;

/** A period so long that only an order explains a step. */
const NEVER = seconds(3600);
/** A heap that takes a collector long to walk: about 100 MB of small objects. */
const LIVE_OBJECTS = 1_500_000;

/** Blocks the event loop for so many seconds. */
const stall = (now: () => Seconds) => (much: number) => {
  for (const until = now() + much; now() < until;);
};

/** Fills the heap, then collects all of it, again and again, without letting the event loop turn: as one long pause. */
const collect = (now: () => Seconds) => (much: number) => {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as () => void;
  const live = Array.from({ length: LIVE_OBJECTS }, (_, place) => ({ place }));
  for (const until = now() + much; now() < until && live.length > 0;) gc();
};

/** Carries out what is ordered of this group, and says when it began and when it ended, on the graph's clock. */
const orderedNode = (group: string, more: Orders = {}) =>
  defineNode({
    name: `${group}_orders`,
    period: NEVER,
    subscribes: { order: topics.said },
    publishes: { told: topics.said },
    wakes: ["order"],
    start: ({ now, take, publish }) => {
      const orders: Orders = { stall: stall(now), collect: collect(now), ...more };
      return {
        step: () => {
          for (const { message } of take.order()) {
            const [who, what = "", much] = message.key.split(" ");
            const obey = who === group ? orders[what] : undefined;
            if (obey === undefined) continue;
            publish.told(spoken(`${group} begins`, now()));
            obey(Number(much));
            publish.told(spoken(`${group} ends`, now()));
          }
        },
      };
    },
  });

/** A page that shows everything and is asked nothing. */
const pageNode = defineNode({
  name: "page",
  period: seconds(0.05),
  subscribes: {
    state: topics.safetyState,
    joints: topics.jointStates,
    odometry: topics.odometry,
    poses: topics.linkPoses,
    command: topics.hardwareCommand,
    contacts: topics.bodyContacts,
    scan: topics.scan,
  },
  start: () => ({ step: () => undefined }),
});

/** Beats as Kim at the bedside, and drives as ordered. */
function operatorGroup(): readonly AnyNode[] {
  const people = kimAlone();
  return [
    operatorNode(people),
    orderedNode("operator", {
      drive: (much) => void (people.drive = much),
      stop: () => void (people.stop = true),
    }),
  ];
}

/** The world, and who turns its time where that is simulated. */
async function worldGroup(folder: string, time: TimeControl | undefined): Promise<OpenedGroup> {
  const desk = momentDesk();
  const keeper = time === undefined ? [] : [simTimeNode(time, desk, openShelf(join(folder, "moments")))];
  const world = worldNode(await loadEngine(), undefined, undefined, desk);
  return { nodes: [world, orderedNode("world"), ...keeper] };
}

type Open = (folder: string, time: TimeControl | undefined) => Promise<OpenedGroup>;
const OPEN: Readonly<Record<IsolationGroup, Open>> = {
  world: worldGroup,
  control: async (folder) => {
    const latches = openLatches(join(folder, "latch"), (why) => console.error(why));
    const { nodes } = await openControlGroup({ port: 0, lines: linesIn(folder) }, latches);
    // another number for each life, as the robot's own control group draws it
    const parameters = { safety_supervisor: { nonce: randomInt(2 ** 32) } };
    return { nodes: [...nodes, orderedNode("control")], parameters };
  },
  operator: async () => ({ nodes: operatorGroup() }),
  page: async () => ({ nodes: [pageNode, orderedNode("page")] }),
};
export const open = (
  { group, folder }: IsolationOptions,
  time: TimeControl | undefined,
): Promise<OpenedGroup> => OPEN[group](folder, time);
