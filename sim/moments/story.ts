// The story of a world since its beginning: all that came into it, and at which tick. Told again, it makes the same world.
import { NO_FAULT, type Faults } from "../faults.ts";
import type { Will } from "../resident/will.ts";
import { TICK, type World } from "../world.ts";

type Command = Parameters<World["command"]>[0];

/** What came in after so many ticks, in the order in which it came. A command's `at` is world time, s. */
export type Entry =
  | { readonly tick: number; readonly kind: "command"; readonly command: Command; readonly at: number }
  | { readonly tick: number; readonly kind: "brake" }
  | { readonly tick: number; readonly kind: "prompt"; readonly will: Will }
  | { readonly tick: number; readonly kind: "chair"; readonly away: boolean }
  | { readonly tick: number; readonly kind: "faults"; readonly faults: Faults };

/** Half an hour of ticks: a longer story takes minutes to tell, and its commands, 100 a second, fill the memory [D]. */
export const LONGEST = (30 * 60) / TICK;

export interface Story {
  readonly ticks: number;
  /** Undefined once it is too long to be kept. */
  entries(): readonly Entry[] | undefined;
  /** The faults as they are now; noted when they have changed. */
  faults(now: Faults): void;
}

/** The same world, which writes its story down. Of brakes only when they fall in: a command opens them. */
export function remembering(world: World): { readonly world: World; readonly story: Story } {
  let ticks = 0;
  let entries: Entry[] = [];
  let known = NO_FAULT;
  let braked = false;
  const note = (entry: Entry) => void entries.push(entry);
  return {
    world: {
      ...world,
      command(command, at = world.time()) {
        note({ tick: ticks, kind: "command", command, at });
        braked = false;
        world.command(command, at);
      },
      brake() {
        if (!braked) note({ tick: ticks, kind: "brake" });
        braked = true;
        world.brake();
      },
      prompt(will) {
        note({ tick: ticks, kind: "prompt", will });
        world.prompt(will);
      },
      pullChair(away) {
        note({ tick: ticks, kind: "chair", away });
        world.pullChair(away);
      },
      tick() {
        world.tick();
        ticks += 1;
        if (ticks > LONGEST) entries = [];
      },
    },
    story: {
      get ticks() {
        return ticks;
      },
      entries: () => (ticks > LONGEST ? undefined : entries),
      faults(now) {
        if (now !== known) note({ tick: ticks, kind: "faults", faults: now });
        known = now;
      },
    },
  };
}
