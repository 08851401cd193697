// What this page may do now: which links live, whether it holds the seat, and what is held down.
import { and, setup, stateIn } from "xstate";

export type SessionEvent =
  | { readonly type: "GRAPH_UP" }
  | { readonly type: "GRAPH_DOWN" }
  | { readonly type: "SEAT_TAKEN" }
  | { readonly type: "SEAT_WATCHED" }
  | { readonly type: "LANE_DOWN" }
  | { readonly type: "HOLD_DRIVE" }
  | { readonly type: "HOLD_LOWER" }
  | { readonly type: "RELEASE" };

/**
 * Three regions: the graph (telemetry, direct drive), the lane (stop, heartbeat, the seat) and the hold. Whatever is
 * held ends with a release and with the loss of what carries it. Lowering needs the lane alone: it must work when
 * the gateway is dead. Nothing that is lost and found again is held again.
 */
export const sessionMachine = setup({
  types: { events: {} as SessionEvent },
  guards: {
    "graph is up": stateIn({ graph: "up" }),
    "in command": stateIn({ lane: "in_command" }),
  },
}).createMachine({
  id: "session",
  type: "parallel",
  states: {
    graph: {
      initial: "down",
      states: { down: { on: { GRAPH_UP: "up" } }, up: { on: { GRAPH_DOWN: "down" } } },
    },
    lane: {
      initial: "down",
      states: { down: {}, watching: {}, in_command: {} },
      on: { SEAT_TAKEN: ".in_command", SEAT_WATCHED: ".watching", LANE_DOWN: ".down" },
    },
    hold: {
      initial: "released",
      states: {
        released: {
          on: {
            HOLD_DRIVE: { target: "driving", guard: and(["graph is up", "in command"]) },
            HOLD_LOWER: { target: "lowering", guard: "in command" },
          },
        },
        driving: { on: { GRAPH_DOWN: "released" } },
        lowering: {},
      },
      on: { RELEASE: ".released", LANE_DOWN: ".released", SEAT_WATCHED: ".released" },
    },
  },
});
