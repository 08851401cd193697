// The person of a story and a seed, the same for every policy: who they are, what they answer and when, and what the record says.
import { createHash } from "node:crypto";
import type { Resident, ResetWorld_Request, Spoken } from "../../core/messages.ts";
import type { AnyNode } from "../../core/node.ts";
import { between, seeded } from "../../core/seeded.ts";
import { residentOf } from "../scenarios/residents.ts";
import type { SeatPlot, Story } from "./story.ts";

/** A number for a story's seed that no other story shares, below 2³¹. */
export const drawnFrom = (id: string, seed: number): number =>
  createHash("sha256").update(`${id} ${seed}`).digest().readUInt32BE(0) >>> 1;

export const personOf = ({ id, people }: Story, seed: number, triesAlone: boolean): ResetWorld_Request =>
  residentOf(drawnFrom(id, seed), people, triesAlone);

type Say = (message: unknown) => void;
const ANSWER = { yes: "heard.yes", no: "heard.no" } as const;

/** The world with a person who answers as in the plot, and a record that is as wrong as in the plot. */
export const worldWith = (
  world: AnyNode,
  { answer, thinks, recordOff = { mass: 0, stature: 0 } }: SeatPlot,
  seed: number,
): AnyNode => ({
  ...world,
  start(io) {
    const publish = io.publish as Record<string, Say>;
    const draw = seeded(seed);
    let waiting: { readonly at: number; readonly spoken: Spoken }[] = [];
    const heard: Say = (message) => {
      if (answer === "nothing") return;
      const spoken = { ...(message as Spoken), key: ANSWER[answer] };
      waiting.push({ at: io.now() + between(draw, ...thinks), spoken });
    };
    const resident: Say = (message) => {
      const known = message as Resident;
      publish["resident"]?.({
        ...known,
        body_mass: known.body_mass + recordOff.mass,
        stature: known.stature + recordOff.stature,
      });
    };
    const running = world.start({ ...io, publish: { ...publish, heard, resident } });
    return {
      ...running,
      step() {
        running.step();
        for (const { at, spoken } of waiting) if (at <= io.now()) publish["heard"]?.(spoken);
        waiting = waiting.filter(({ at }) => at > io.now());
      },
    };
  },
});
