// The time of a simulated world as a node: people turn it by one service, and it says how time goes; it keeps moments too.
import { OperatorAct_Request, SimTime_Request } from "../core/messages.ts";
import { defineNode } from "../core/node.ts";
import { stampOf } from "../core/time.ts";
import { services, topics } from "../core/topics.ts";
import { milliseconds } from "../core/units.ts";
import type { MomentDesk } from "./moments/desk.ts";
import type { Shelf } from "./moments/shelf.ts";
import { SPEEDS, type TimeControl } from "./time-control.ts";

/** SimTime.msg: 10 Hz. */
const PERIOD = milliseconds(100);
/** s; SimTime.srv */
const STEPS = { least: 0.01, most: 60 } as const;
/** Ticks of a moment that are played again in one step, some 20 ms of work: requests are heard in between. */
const PIECE = 10;
/** [1] of a moment, between two words of how far it is. */
const TOLD_EVERY = 0.02;

const why = (error: unknown) => (error instanceof Error ? error.message : String(error));

function within(name: string, value: number, { least, most }: { least: number; most: number }): void {
  if (!(value >= least && value <= most)) throw new Error(`${name} ${value}: expected ${least} to ${most}`);
}

/**
 * Stands in the world's own group. A moment is played again while time stands for everybody; then the robot is stopped,
 * for nobody in the control group lived through that moment.
 */
export const simTimeNode = (time: TimeControl, desk: MomentDesk, shelf: Shelf) =>
  defineNode({
    name: "sim_time",
    period: PERIOD,
    subscribes: { introduced: topics.resident },
    wakes: ["introduced"], // a world has begun anew
    publishes: { told: topics.simTime },
    serves: { turn: services.simTime },
    calls: { act: services.operatorAct },

    start(io) {
      let moment = "";
      let reason = "";
      let playing: string | undefined;
      let [restored, toldAt] = [1, 1];
      time.onChange(() => io.wake());

      const stopRobot = () =>
        io.call.act({ act: OperatorAct_Request.STOP, operator_name: "sim_time", on_site: false }, () => {
          // where nobody answers there is no control group, and nothing moves without one
        });
      const begin = (name: string) => {
        const kept = shelf.read(name);
        try {
          desk.begin(kept);
        } catch (error) {
          throw new Error(`the moment "${name}" ${why(error)}`, { cause: error });
        }
      };
      const play = (name: string) => {
        try {
          restored = desk.play(PIECE);
          if (restored < 1) return io.wake();
          moment = name;
          stopRobot();
        } catch (error) {
          reason = `the moment "${name}": ${why(error)}`;
        }
        restored = 1;
        playing = undefined;
        toldAt = -1;
      };

      const tell = () => {
        toldAt = restored;
        io.publish.told({
          header: { stamp: stampOf(io.now()), frame_id: "" },
          paused: time.paused,
          speed: time.speed,
          pace: time.pace,
          world_time: desk.worldTime(),
          restored,
          moment,
          reason,
        });
      };

      const turns: Readonly<Record<number, (request: SimTime_Request) => void>> = {
        [SimTime_Request.PAUSE]: () => time.pause(),
        [SimTime_Request.RUN]: () => time.run(),
        [SimTime_Request.STEP]({ duration }) {
          within("step", duration, STEPS);
          time.step(duration);
        },
        [SimTime_Request.SPEED]({ speed }) {
          within("speed", speed, SPEEDS);
          time.setSpeed(speed);
        },
        [SimTime_Request.SAVE]({ name }) {
          time.whileStanding(() => shelf.save(name, desk.take()));
          moment = name;
        },
        [SimTime_Request.RESTORE]({ name }) {
          time.whileStanding(() => begin(name));
          time.pause();
          [playing, restored, toldAt, reason] = [name, 0, -1, ""];
          io.wake();
        },
      };

      return {
        step() {
          if (playing !== undefined) play(playing);
          if (playing !== undefined && restored - toldAt < TOLD_EVERY) return;
          tell();
        },
        serve: {
          turn(request) {
            try {
              const turn = turns[request.command];
              if (turn === undefined) throw new Error(`command ${request.command}: expected 0 to 5`);
              if (playing !== undefined) throw new Error(`the moment "${playing}" is being restored`);
              turn(request);
            } catch (error) {
              return { refused: true, reason: why(error) };
            }
            tell(); // before the answer, so that who has it knows how time goes
            return { refused: false, reason: "" };
          },
        },
      };
    },
  });
