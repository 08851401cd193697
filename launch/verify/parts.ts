// The parts of `npm run verify`: each proves one thing and says in figures how; a new part is a line here.
import { rules } from "../../core/safety/rules.ts";
import { clearing } from "./clearing.ts";
import { gateWalks } from "./gate-walks.ts";
import { proveSupervisor } from "./supervisor-part.ts";

export interface VerifyOptions {
  /** random walks of the gate */
  readonly walks: number;
}

/** `ok` decides; every other figure is printed. `stories` are counter-examples in English, shortest first. */
export interface PartResult {
  readonly ok: boolean;
  readonly stories: readonly string[];
  readonly [figure: string]: unknown;
}

interface Part {
  readonly name: string;
  readonly about: string;
  readonly run: (options: VerifyOptions) => Promise<PartResult>;
}

export const PARTS: readonly Part[] = [
  {
    name: "supervisor",
    about: "every reachable state of supervisor × authority × load × gate × what may happen to them",
    run: async () => ({ ...proveSupervisor({ messages: true, bounded: false }) }),
  },
  {
    name: "clears",
    about: "every history of a rule's cause and of the load, against how it promises to clear",
    run: async () => {
      const cleared = clearing(rules);
      return { ok: cleared.stories.length === 0, ...cleared };
    },
  },
  {
    name: "gate",
    about: "random walks through the gate of everything at once, every sample against every limit",
    run: async ({ walks }) => {
      const { told, ...figures } = await gateWalks(walks);
      return { ok: figures.violations === 0, ...figures, stories: told };
    },
  },
];
