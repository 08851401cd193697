// The ward in a running Gazebo as the node of the world: the same topics and services, so that the house runs unchanged.
import { hardwarePort, type Obeyed } from "../../core/motion/hardware-port.ts";
import { GAP } from "../../core/motion/limits.ts";
import { defineNode } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { activeIn, NO_FAULT, withFault } from "../faults.ts";
import type { Engine } from "../mujoco/engine.ts";
import { introduction } from "../resident/introduction.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import { battery } from "../sensors/battery.ts";
import { sensorLines } from "../sensors/lines.ts";
import { createWorld, TICK } from "../world.ts";
import { WORLD_WIRING } from "../world-wiring.ts";
import type { GazeboLink } from "./link.ts";
import { gazeboRun } from "./run.ts";
import { wardTopics } from "./ward-topics.ts";

/** Ticks of 10 ms: the e-stop at 50 Hz, the battery at 10 Hz. */
const EVERY = { estop: 2, battery: 10 } as const;

/** Faults of what Gazebo's ward does not have or do. */
const NOT_HERE = /^bed\.|^odometry\.slip$|^runaway$/;

/** The link is this node's: it closes it at its end. */
export const gazeboWorldNode = (engine: Engine, link: GazeboLink, resident: ResidentParameters) =>
  defineNode({
    ...WORLD_WIRING,
    period: TICK,
    start(io) {
      const { latest, take, publish, parameters, now } = io;
      const world = createWorld(engine, resident);
      const wires = wardTopics(link, world.scene);
      const run = gazeboRun(link, wires, world);
      const cells = battery(world);
      const port = hardwarePort();
      let faults = NO_FAULT;
      const lines = sensorLines(publish, parameters.sensors, resident.seed, (fault) => faults[fault]);
      const told = { ...publish, ...lines };
      let obeyed: Obeyed | undefined;
      let ticks = 0;
      publish.resident(introduction(world, parameters.picture_refused));

      function command(): void {
        const heard = port(latest.command?.message, now(), !faults.power);
        obeyed = heard === "braked" ? undefined : (heard ?? obeyed);
        const isFresh = obeyed !== undefined && now() - obeyed.saidAt <= GAP;
        run.drive(isFresh ? obeyed?.command : undefined);
      }

      return {
        step() {
          take.said(); // Gazebo's resident has no will: who asks them is not answered
          command();
          lines.flush(now());
          run.tell(now(), told);
          ticks += 1;
          cells.advance(TICK, faults);
          const header = { stamp: stampOf(now()), frame_id: "map" };
          if (ticks % EVERY.estop === 0) publish.estop({ header, pressed: faults.estop });
          if (ticks % EVERY.battery === 0) publish.battery(cells.tell(header.stamp));
        },
        serve: {
          // Fortress does not outlive the removal of a model that has systems: who wants another resident starts it anew.
          reset: () => ({ refused: true, reason: "gazebo: a new beginning needs Gazebo to be started anew" }),
          fault({ fault, on }) {
            if (NOT_HERE.test(fault))
              return { refused: true, reason: `gazebo: "${fault}" is our own ward's only` };
            const changed = withFault(faults, fault, on);
            if (typeof changed === "string") return { refused: true, reason: changed };
            faults = changed;
            publish.faults({ header: { stamp: stampOf(now()), frame_id: "" }, faults: activeIn(faults) });
            return { refused: false, reason: "" };
          },
        },
        async stop() {
          run.drive(undefined);
          await link.close();
          world.delete();
        },
      };
    },
  });
