// The stand-up task as a machine: names here, what they mean in facts.ts. One actor lives for one goal.
import { setup } from "xstate";
import type { Facts } from "./facts.ts";
import { TIMINGS } from "./timings.ts";

export type StandUpEvent =
  | { readonly type: "FACTS"; readonly facts: Facts }
  | { readonly type: "HEARD"; readonly key: string }
  | { readonly type: "CANCEL" };

const ms = (duration: number) => duration * 1000;

/**
 * approach → ask → contact → lean → lift → stabilise → release → stood. Whenever the robot may not move it is paused
 * and goes on where it was when it may again; somebody who was lowered meanwhile is let go. Waits are XState delays:
 * give the actor a clock of the node's own time.
 */
export const standUpMachine = setup({
  types: { events: {} as StandUpEvent },
  delays: {
    approachLimit: ms(TIMINGS.approachLimit),
    answerLimit: ms(TIMINGS.answerLimit),
    contactLimit: ms(TIMINGS.contactLimit),
  },
  guards: {
    held: ({ event }) => event.type === "FACTS" && event.facts.held,
    free: ({ event }) => event.type === "FACTS" && !event.facts.held,
    freeAndSeated: ({ event }) => event.type === "FACTS" && !event.facts.held && event.facts.seatedAgain,
    docked: ({ event }) => event.type === "FACTS" && event.facts.docked,
    touching: ({ event }) => event.type === "FACTS" && event.facts.touching,
    leaned: ({ event }) => event.type === "FACTS" && event.facts.leaned,
    risen: ({ event }) => event.type === "FACTS" && event.facts.risen,
    steady: ({ event }) => event.type === "FACTS" && event.facts.steady,
    clear: ({ event }) => event.type === "FACTS" && event.facts.clear,
    yes: ({ event }) => event.type === "HEARD" && event.key === "heard.yes",
    no: ({ event }) => event.type === "HEARD" && event.key !== "heard.yes",
  },
}).createMachine({
  id: "stand_up",
  initial: "working",
  states: {
    working: {
      initial: "approach",
      on: { FACTS: { guard: "held", target: "paused" } },
      states: {
        approach: {
          on: { FACTS: { guard: "docked", target: "ask" }, CANCEL: "#stand_up.canceled" },
          after: { approachLimit: "#stand_up.not_ready" },
        },
        ask: {
          on: {
            HEARD: [
              { guard: "yes", target: "contact" },
              { guard: "no", target: "withdraw" },
            ],
            CANCEL: "withdraw",
          },
          after: { answerLimit: "withdraw" },
        },
        contact: {
          on: { FACTS: { guard: "touching", target: "lean" }, CANCEL: "withdraw" },
          after: { contactLimit: "withdraw" },
        },
        lean: { on: { FACTS: { guard: "leaned", target: "lift" } } },
        lift: { on: { FACTS: { guard: "risen", target: "stabilise" } } },
        stabilise: { on: { FACTS: { guard: "steady", target: "release" } } },
        release: { on: { FACTS: { guard: "clear", target: "#stand_up.stood" } } },
        withdraw: { on: { FACTS: { guard: "clear", target: "#stand_up.refused" } } },
        let_go: { on: { FACTS: { guard: "clear", target: "#stand_up.lowered" } } },
        where: { type: "history" },
      },
    },
    paused: {
      on: {
        FACTS: [
          { guard: "freeAndSeated", target: "working.let_go" },
          { guard: "free", target: "working.where" },
        ],
      },
    },
    stood: { type: "final" },
    refused: { type: "final" },
    not_ready: { type: "final" },
    canceled: { type: "final" },
    lowered: { type: "final" },
  },
  // With a person in the arms there is nothing to withdraw to: the goal ends, the robot holds, lowering stays possible.
  on: { CANCEL: ".canceled" },
});
