// The simulated ward as a node: hardware commands in, every sensor out, exactly as far on as the node's clock.
import type { HardwareCommand } from "../core/messages.ts";
import { hardwarePort } from "../core/motion/hardware-port.ts";
import { defineNode } from "../core/node.ts";
import { stampOf } from "../core/time.ts";
import { milliseconds, seconds, type Seconds } from "../core/units.ts";
import { activeIn, NO_FAULT, withFault } from "./faults.ts";
import type { Engine } from "./mujoco/engine.ts";
import { muted } from "./moments/muted.ts";
import type { MomentDesk } from "./moments/desk.ts";
import { introduction, requested, RESIDENT_NAME } from "./resident/introduction.ts";
import { checkResident, DEFAULT_RESIDENT, type ResidentParameters } from "./resident/parameters.ts";
import { PROMPTS } from "./resident/prompts.ts";
import { gripOf, sensorLines } from "./sensors/lines.ts";
import { beginSensing, tickAndTell } from "./sensing-world.ts";
import { TICK, type Setting, type World } from "./world.ts";
import { WORLD_WIRING } from "./world-wiring.ts";

/** After a hiccup the world catches up by this much at once; the rest it lets go, and counts as slip. */
const CATCH_UP = milliseconds(50);
/** A resident answers a question after this long [D]. */
const ANSWER_DELAY = seconds(0.8);

/** `at` on the world's own time, which runs behind its node's clock; `grip` is the share of it that takes the base anywhere. */
function obey(world: World, command: HardwareCommand, at: Seconds, grip: number): void {
  const joints = Object.fromEntries(
    command.joint_names.map((name, i) => [name, command.joint_velocities[i] ?? 0]),
  );
  const { linear, angular } = command.drive;
  world.command({ forward: linear.x * grip, turn: angular.z * grip, joints }, at);
}

/**
 * The ward, or the world that `setting` makes of it. Its moments are taken and played again over `desk`. Throws at its start when a
 * file is missing or broken, or `resident` impossible.
 */
export const worldNode = (
  engine: Engine,
  resident: ResidentParameters = DEFAULT_RESIDENT,
  setting: Setting = {},
  desk?: MomentDesk,
) =>
  defineNode({
    ...WORLD_WIRING,
    period: TICK,
    start(io) {
      const { latest, take, parameters } = io;
      let mute = false;
      const publish = muted(io.publish, () => mute);
      let faults = NO_FAULT;
      const begun = (who: ResidentParameters, origin: Seconds) =>
        beginSensing(
          engine,
          who,
          setting,
          origin,
          sensorLines(publish, parameters.sensors, who.seed, (one) => faults[one]),
        );
      let run = begun(resident, io.now());
      const port = hardwarePort();
      let slip = 0;
      let answers: { readonly at: Seconds; readonly key: string }[] = [];
      introduce();
      desk?.open({
        engine,
        now: io.now,
        begin: begun,
        here: () => ({ run, faults }),
        put(other, silent) {
          ({ run, faults } = other);
          mute = silent;
        },
        tick,
        replaced() {
          answers = [];
          port(undefined, io.now(), false); // what was commanded in another life moves nobody
          introduce();
        },
      });

      function introduce(): void {
        publish.resident(introduction(run.world, parameters.picture_refused));
      }

      function listen(): void {
        for (const { message } of take.said()) {
          const { intention, answer } = PROMPTS[message.key] ?? {};
          if (intention) run.world.prompt(intention);
          if (answer !== undefined) answers.push({ at: seconds(io.now() + ANSWER_DELAY), key: answer });
        }
        for (const { key } of answers.filter((one) => one.at <= io.now()))
          publish.heard({ header: { stamp: stampOf(io.now()), frame_id: "" }, key, resident: RESIDENT_NAME });
        answers = answers.filter((one) => one.at > io.now());
      }

      function listenToCommand(): void {
        const heard = port(latest.command?.message, io.now(), !faults.power);
        if (heard === "braked") run.world.brake();
        else if (heard !== undefined) {
          const grip = gripOf(faults["odometry.slip"]);
          obey(run.world, heard.command, seconds(heard.saidAt - run.origin), grip);
        }
      }

      function tick(): void {
        tickAndTell(run, faults, publish, seconds(slip));
      }

      return {
        step() {
          listen();
          listenToCommand();
          const behind = io.now() - run.origin - run.world.time();
          const owed = Math.min(behind, CATCH_UP);
          slip += behind - owed;
          run.origin = seconds(run.origin + behind - owed);
          // Half a tick of tolerance: a clock that counts in floats must not lose or double a tick.
          for (let left = owed; left > TICK / 2; left -= TICK) tick();
        },
        serve: {
          reset(request) {
            const wanted = requested(request);
            try {
              checkResident(wanted);
              const next = begun(wanted, io.now());
              run.world.delete();
              run = next;
              run.world.pullChair(faults.seat);
            } catch (error) {
              return { refused: true, reason: error instanceof Error ? error.message : String(error) };
            }
            answers = [];
            introduce();
            if (request.tries_alone) run.world.prompt("rise");
            return { refused: false, reason: "" };
          },
          fault({ fault, on }) {
            const changed = withFault(faults, fault, on);
            if (typeof changed === "string") return { refused: true, reason: changed };
            faults = changed;
            run.world.pullChair(faults.seat);
            const header = { stamp: stampOf(io.now()), frame_id: "" };
            publish.faults({ header, faults: activeIn(faults) });
            return { refused: false, reason: "" };
          },
        },
        stop: () => run.world.delete(),
      };
    },
  });
