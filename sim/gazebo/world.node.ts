// The ward in a running Gazebo as the node of the world: the same topics and services, so that the house runs unchanged.
import { defineNode } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { NO_FAULT, withFault } from "../faults.ts";
import { hardwarePort, type Obeyed } from "../hardware-port.ts";
import { COMMAND_AGE } from "../mujoco/drives.ts";
import type { Engine } from "../mujoco/engine.ts";
import { introduction, requested } from "../resident/introduction.ts";
import { checkResident, type ResidentParameters } from "../resident/parameters.ts";
import { battery } from "../sensors/battery.ts";
import { createWorld, TICK } from "../world.ts";
import { WORLD_WIRING } from "../world-wiring.ts";
import type { GazeboLink } from "./link.ts";
import { gazeboRun } from "./run.ts";
import { wardTopics } from "./ward-topics.ts";
import { movingModels, type Release } from "./world-sdf.ts";

/** Ticks of 10 ms: the e-stop at 50 Hz, the battery at 10 Hz. */
const EVERY = { estop: 2, battery: 10 } as const;

/** `say` hears what the house cannot be told: that a reset failed, that a resident does not act. */
export const gazeboWorldNode = (
  engine: Engine,
  link: GazeboLink,
  resident: ResidentParameters,
  release: Release,
  say: (text: string) => void = console.error,
) =>
  defineNode({
    ...WORLD_WIRING,
    period: TICK,
    start(io) {
      const { latest, take, publish, parameters, now } = io;
      let world = createWorld(engine, resident);
      const wires = wardTopics(link, world.scene);
      let run = gazeboRun(link, wires, world);
      let cells = battery(world);
      const port = hardwarePort();
      let faults = NO_FAULT;
      let obeyed: Obeyed | undefined;
      let ticks = 0;
      let resetting = false;
      const introduce = () => publish.resident(introduction(world, parameters.picture_refused));
      introduce();

      function command(): void {
        obeyed = port(latest.command?.message, now(), !faults.power) ?? obeyed;
        const isFresh = obeyed !== undefined && now() - obeyed.saidAt <= COMMAND_AGE;
        run.drive(isFresh && !faults.power ? obeyed?.command : undefined);
      }

      async function begin(wanted: ResidentParameters): Promise<void> {
        const next = createWorld(engine, wanted);
        const models = movingModels(next, release);
        for (const name of models.keys()) await link.remove(name);
        for (const [name, sdf] of models) await link.create(name, sdf);
        world.delete();
        world = next;
        run = gazeboRun(link, wires, world);
        cells = battery(world);
        introduce();
      }

      return {
        step() {
          take.said(); // Gazebo's resident has no will: who asks them is not answered
          if (resetting) return;
          command();
          run.tell(now(), publish);
          ticks += 1;
          cells.advance(TICK, faults);
          const header = { stamp: stampOf(now()), frame_id: "map" };
          if (ticks % EVERY.estop === 0) publish.estop({ header, pressed: faults.estop });
          if (ticks % EVERY.battery === 0) publish.battery(cells.tell(header.stamp));
        },
        serve: {
          reset(request) {
            const wanted = requested(request);
            if (resetting) return { refused: true, reason: "a reset is under way" };
            try {
              checkResident(wanted);
            } catch (error) {
              return { refused: true, reason: error instanceof Error ? error.message : String(error) };
            }
            resetting = true;
            begin(wanted)
              .catch((error: unknown) => say(`gazebo: reset failed: ${String(error)}`))
              .finally(() => (resetting = false));
            return { refused: false, reason: "" };
          },
          fault({ fault, on }) {
            const changed = withFault(faults, fault, on);
            if (typeof changed === "string") return { refused: true, reason: changed };
            faults = changed;
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
