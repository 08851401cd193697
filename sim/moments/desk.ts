// Between a world and whoever keeps its moments: takes the one it is at, and plays another again, beside the world that runs.
import { seconds, type Seconds } from "../../core/units.ts";
import { NO_FAULT, type Faults } from "../faults.ts";
import type { Engine } from "../mujoco/engine.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import { TICK, type World } from "../world.ts";
import { checkSame, momentOf, stateHash, type Moment } from "./moment.ts";
import type { Story } from "./story.ts";

/** A world that runs, as its node holds it; its node may hold more. */
interface Running {
  readonly world: World;
  readonly story: Story;
  origin: Seconds;
}
/** What a node ticks. */
interface Act<Run extends Running> {
  readonly run: Run;
  readonly faults: Faults;
}
/** What a world's node lends the desk: the world that it ticks now, and how to put another in its place. */
interface Stage<Run extends Running> {
  readonly engine: Engine;
  readonly now: () => Seconds;
  readonly begin: (resident: ResidentParameters, origin: Seconds) => Run;
  here(): Act<Run>;
  /** Ticks this from now on; nothing that it says is heard while it is `silent`. */
  put(act: Act<Run>, silent: boolean): void;
  tick(): void;
  /** Another world has taken the place of the one before, at a moment that nobody lived through. */
  replaced(): void;
}

export interface MomentDesk {
  /** The world's node opens it when it starts. */
  open<Run extends Running>(stage: Stage<Run>): void;
  worldTime(): Seconds;
  /** Throws when the story is too long to be kept. */
  take(): Moment;
  /** Builds the world of a moment, at its beginning and beside the one that runs. Throws when it is of another simulator. */
  begin(moment: Moment): void;
  /** Plays so many ticks more; answers with the share that is played, and at 1 it is the world that runs. Throws when the story leads elsewhere; the old world then goes on. */
  play(ticks: number): number;
}

/** The last ticks are heard by everybody: every sensor has spoken in a tenth of a second. */
const HEARD = 10;

interface Playing {
  readonly moment: Moment;
  readonly run: Running;
  faults: Faults;
  /** So many entries have come in again. */
  told: number;
}

export function momentDesk(): MomentDesk {
  let opened: Stage<Running> | undefined;
  let playing: Playing | undefined;
  const stage = () => {
    if (opened === undefined) throw new Error("there is no world yet");
    return opened;
  };
  return {
    open: (given) => (opened = given as unknown as Stage<Running>),
    worldTime: () => stage().here().run.world.time(),
    take() {
      const { run, faults } = stage().here();
      run.story.faults(faults);
      return momentOf(run.world, run.story);
    },
    begin(moment) {
      const { engine, begin, now } = stage();
      const run = begin(moment.resident, seconds(Math.max(0, now() - moment.ticks * TICK)));
      try {
        checkSame(moment, engine, run.world.scene);
      } catch (error) {
        run.world.delete();
        throw error;
      }
      playing = { moment, run, faults: NO_FAULT, told: 0 };
    },
    play(ticks) {
      if (playing === undefined) throw new Error("no moment is being played");
      const on = stage();
      const before = on.here();
      const { moment, run } = playing;
      try {
        playOn(on, playing, ticks);
        if (run.story.ticks < moment.ticks) {
          on.put(before, false);
          return run.story.ticks / moment.ticks;
        }
        if (stateHash(run.world.sim) !== moment.state)
          throw new Error("it does not lead where it led when it was saved: the simulator has changed since");
      } catch (error) {
        playing = undefined;
        on.put(before, false);
        run.world.delete();
        throw error;
      }
      on.put({ run, faults: playing.faults }, false);
      playing = undefined;
      before.run.world.delete();
      on.replaced();
      return 1;
    },
  };
}

/** Puts the other world on the stage, tells it its story and ticks it. */
function playOn(on: Stage<Running>, playing: Playing, most: number): void {
  const { moment, run } = playing;
  for (let left = most; left > 0 && run.story.ticks < moment.ticks; left--) {
    const silent = run.story.ticks < moment.ticks - HEARD;
    tell(playing);
    if (!silent) run.origin = seconds(on.now() - moment.ticks * TICK);
    on.put({ run, faults: playing.faults }, silent);
    on.tick();
  }
  if (run.story.ticks === moment.ticks) tell(playing);
}

/** What came in at this tick comes in again. */
function tell(playing: Playing): void {
  const { entries } = playing.moment;
  const { world, story } = playing.run;
  for (let entry = entries[playing.told]; entry?.tick === story.ticks; entry = entries[playing.told]) {
    playing.told += 1;
    if (entry.kind === "faults") playing.faults = entry.faults;
    else if (entry.kind === "command") world.command(entry.command, seconds(entry.at));
    else if (entry.kind === "brake") world.brake();
    else if (entry.kind === "prompt") world.prompt(entry.will);
    else world.pullChair(entry.away);
  }
}
