// Joins the graph to the stage: what arrives is moved, what grows old is taken away.
import { Group } from "three";
import type { Graph } from "../link/graph.ts";
import { topics } from "../../../core/topics.ts";
import type { Person } from "../../../core/messages.ts";
import { ResidentBody } from "./resident.ts";
import { ScanPoints } from "./scan.ts";
import { dashedSkeleton, solidSkeleton, type Skeleton } from "./skeleton.ts";
import { Stage, type effortOf } from "./stage.ts";
import type { Visuals } from "./visuals.ts";
import { World } from "./world.ts";

/** Orange and blue are told apart by every kind of colour sight; the line's style says it again. */
const COLOURS = { perceived: 0xd9730d, true: 0x2563c9, scan: 0x0b6b63 } as const;
export type Layer = "perceived" | "true" | "scan";

const BASE = "transfer_robot/base_link";
const FORGOTTEN = 1000; // ms after which a skeleton nobody has seen again disappears

/** Shows the ward in `holder` until `close`. */
export function showWard(
  holder: HTMLElement,
  graph: Graph,
  effort: NonNullable<ReturnType<typeof effortOf>>,
) {
  const stage = new Stage(holder, effort);
  const world = new World();
  const body = new ResidentBody();
  const perceived = solidSkeleton(COLOURS.perceived);
  const truth = dashedSkeleton(COLOURS.true);
  const scan = new ScanPoints(COLOURS.scan);
  stage.add(world.root, body.root, scan.root);
  const layers: Readonly<Record<Layer, { visible: boolean }>> = {
    perceived: wrapped(stage, perceived),
    true: wrapped(stage, truth),
    scan: scan.root,
  };
  const forget = new Map<Skeleton, ReturnType<typeof setTimeout>>();
  const see = (skeleton: Skeleton) => (person: Person) => {
    skeleton.show(person.seen ? person.points : []);
    clearTimeout(forget.get(skeleton));
    forget.set(
      skeleton,
      setTimeout(() => {
        skeleton.show([]);
        stage.draw();
      }, FORGOTTEN),
    );
    stage.draw();
  };
  const ends = [
    graph.watch(topics.linkPoses, (poses) => {
      world.move(poses);
      body.move(poses);
      const base = poses.poses[poses.names.indexOf(BASE)];
      if (base) scan.move(base);
      stage.draw();
    }),
    graph.watch(topics.person, see(perceived)),
    graph.watch(topics.truePerson, see(truth)),
    graph.watch(topics.scan, (points) => {
      scan.show(points);
      stage.draw();
    }),
  ];
  return {
    stage,
    furnish(visuals: Visuals) {
      world.show(visuals);
      stage.draw();
    },
    toggle(layer: Layer, shown: boolean) {
      layers[layer].visible = shown;
      stage.draw();
    },
    close() {
      ends.forEach((end) => end());
      forget.forEach((timer) => clearTimeout(timer));
      stage.close();
    },
  };
}

/** A skeleton shows and hides itself with what is seen; what a person switches is the group around it. */
function wrapped(stage: Stage, { root }: Skeleton) {
  const group = new Group();
  group.add(root);
  stage.add(group);
  return group;
}
