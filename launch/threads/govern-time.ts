// Turns the shared time of a graph, and holds it for what the simulation has not yet lived through.
import type { Part, TimeControl } from "../../sim/time-control.ts";
import { machineTime } from "./simulated-time.ts";
import { shownBy, standsAt, turned, waitUntil, type TimeLine, type Turn } from "./time-line.ts";
import { checkedSpeed, follow, leadOf, read, write, type TimeMemory } from "./time-memory.ts";

const NANOSECONDS = 1e9;
const NANO_A_MILLI = 1e6;
/** ns from a change to its effect: every thread must have read it by then, so that none shows a time that another never will. */
const LEAD = 2e6;
/** ms after which whatever was due when time came to a stand has been done. */
const SETTLING = 10;

/** How a part of the simulation holds time: for no longer than `patience` ms of the machine after its last word. */
interface Hold {
  /** ns by which time may go ahead of what it has lived through, at so many simulated seconds a second. */
  readonly reach: (rate: number) => number;
  readonly patience: number;
}
const HOLDS: Readonly<Record<Part, Hold>> = {
  /**
   * Less than the shortest silence that a safety rule waits for (100 ms), and than what the world catches up at once
   * (50 ms). It dies with the ride, so that time waits for as long as it takes.
   */
  world: { reach: (rate) => 40e6 * Math.max(1, rate), patience: Infinity },
  /**
   * At any speed less than the age at which a person's picture slows the robot (200 ms), and more than two of the room
   * camera's pictures at 15 Hz: the next one always comes. Eyes that died are silent, and the robot must feel it.
   */
  eyes: { reach: () => 180e6, patience: 1000 },
};

/** Simulated seconds a second, over the last whole second of the machine; `speed` before there was one. */
function paceOf(shown: () => number, machine: () => number, speed: () => number) {
  const mark = () => ({ machine: machine(), shown: shown() });
  let since = mark();
  let pace: number | undefined;
  return () => {
    const now = mark();
    if (now.machine - since.machine >= NANOSECONDS) {
      pace = (now.shown - since.shown) / (now.machine - since.machine);
      since = now;
    }
    return pace ?? speed();
  };
}

/** One thread of a graph has it: that of its simulated world. `epoch` is process.hrtime.bigint() at the graph's opening. */
export function governTime(memory: TimeMemory, epoch: bigint): TimeControl {
  const listeners: (() => void)[] = [];
  const tell = () => listeners.forEach((changed) => changed());
  let standing: NodeJS.Timeout | undefined;
  const tellWhenItStands = () => {
    const line = read(memory);
    const wait = waitUntil(line, machineTime(epoch), line.until);
    clearTimeout(standing);
    if (wait === Infinity) return;
    standing = setTimeout(wait > 0 ? tellWhenItStands : tell, Math.ceil(wait / NANO_A_MILLI) + SETTLING);
  };
  /** Where time is held, a line that has gone on without the simulation is taken back to there. */
  const here = (): TimeLine => {
    const [line, machine, reached] = [read(memory), machineTime(epoch), leadOf(memory)];
    return shownBy(line, machine) > reached
      ? { ...line, from: machine + LEAD, at: reached, before: 0 }
      : line;
  };
  const turn = (change: Turn) => {
    write(memory, turned(here(), machineTime(epoch) + LEAD, change));
    tell();
    tellWhenItStands();
  };
  /** What has been shown by the time a change is in force. */
  const shownNow = () => Math.min(shownBy(read(memory), machineTime(epoch) + LEAD), leadOf(memory));
  const pace = paceOf(
    () => Math.min(shownBy(read(memory), machineTime(epoch)), leadOf(memory)),
    () => machineTime(epoch),
    () => read(memory).rate,
  );
  const lived = { world: Infinity, eyes: Infinity };
  const patience: Partial<Record<Part, NodeJS.Timeout>> = {};
  /** Time is followed as far as all parts have come; never less far than somebody may have read it already. */
  const hold = () => {
    const [before, line] = [read(memory), here()];
    const reach = (part: Part) => lived[part] * NANOSECONDS + HOLDS[part].reach(line.rate);
    const lead = Math.max(Math.min(reach("world"), reach("eyes")), shownBy(line, machineTime(epoch) + LEAD));
    if (line.at === before.at) follow(memory, lead);
    else write(memory, line, lead);
  };
  return {
    get paused() {
      return standsAt(read(memory), machineTime(epoch));
    },
    get speed() {
      return read(memory).rate;
    },
    get pace() {
      return pace();
    },
    pause: () => turn({ until: (at) => at }),
    run: () => turn({ until: () => Infinity }),
    step: (by) => turn({ until: (at) => at + by * NANOSECONDS }),
    setSpeed: (speed) => turn({ rate: checkedSpeed(speed) }),
    whileStanding(act) {
      const { until } = read(memory);
      turn({ until: (at) => at });
      try {
        act();
      } finally {
        turn({ until: (at) => Math.max(at, until) });
      }
    },
    lived(part, until) {
      // at its first word time may be far ahead of it, and who waits for more must be reached by it
      lived[part] = lived[part] === Infinity ? Math.max(until, shownNow() / NANOSECONDS) : until;
      hold();
      const { patience: most } = HOLDS[part];
      if (most === Infinity) return;
      clearTimeout(patience[part]);
      patience[part] = setTimeout(() => {
        lived[part] = Infinity;
        hold();
      }, most).unref();
    },
    onChange: (changed) => void listeners.push(changed),
  };
}
