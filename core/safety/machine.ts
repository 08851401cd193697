// The safety machine: what must be remembered between one observation and the next. Diagram in docs/SAFETY.md.
import { assign, setup } from "xstate";
import { atLeast, type Demand } from "./demands.ts";
import type { Load } from "./observations.ts";

/** What the rules made of one moment; finite on purpose, so that every reachable state can be walked. */
export interface Judged {
  /** the worst demand of all broken rules */
  readonly demand: Demand;
  /** the worst demand of those that more than silence broke */
  readonly alarm: Demand;
  /** a rule that stops, and to which lowering is no answer, has just been broken, or a person says stop: lowering ends */
  readonly newStop: boolean;
  /** the supervisor cannot trust its own inputs */
  readonly distrusted: boolean;
  readonly load: Load;
  /** the gate lets somebody's request through */
  readonly wanted: boolean;
  /** the operator presses hold-to-run, and the press is fresh */
  readonly held: boolean;
  /** there is a recorded way back to the seat, and no broken rule forbids it */
  readonly lowerable: boolean;
}

export type SafetyEvent =
  | { readonly type: "OBSERVED"; readonly judged: Judged }
  | { readonly type: "RESET" }
  | { readonly type: "CONFIRM" }
  | { readonly type: "START" };

interface Context {
  readonly judged: Judged;
  /** hold-to-run was pressed at the observation before: lowering begins only with a press, never with a finger left on */
  readonly wasHeld: boolean;
  readonly needsReset: boolean;
  readonly needsConfirmation: boolean;
  readonly needsStart: boolean;
}

/** Before the first observation nothing is known, so nothing may move. */
const UNSEEN: Judged = {
  demand: "hold",
  alarm: "none",
  newStop: false,
  distrusted: false,
  load: "unknown",
  wanted: false,
  held: true,
  lowerable: false,
};

const machineSetup = setup({
  types: { context: {} as Context, events: {} as SafetyEvent, input: {} as { readonly latched: boolean } },
  actions: {
    judge: assign(({ context, event }) =>
      event.type === "OBSERVED" ? { judged: event.judged, wasHeld: context.judged.held } : {},
    ),
    latch: assign({ needsReset: true, needsConfirmation: true, needsStart: true }),
    // a stop that is still demanded latches again at once, in the protective stop that follows; a finger that was put on
    // the button in the same moment must be lifted first, for no act starts motion
    unlatch: assign({ needsReset: false, wasHeld: true }),
    // somebody is to be lowered first: what follows is confirmed and started, and nothing needs a reset
    wait: assign({ needsConfirmation: true, needsStart: true }),
    confirm: assign({ needsConfirmation: false }),
    // what was asked before the start is forgotten: start allows motion and never begins it
    start: assign({
      needsStart: false,
      wasHeld: true,
      judged: ({ context }) => ({ ...context.judged, wanted: false }),
    }),
  },
  guards: {
    emergency: ({ context }) => context.judged.demand === "emergency",
    emergencyAlarm: ({ context }) => context.judged.alarm === "emergency",
    distrusted: ({ context }) => context.judged.distrusted,
    stop: ({ context }) => atLeast(context.judged.demand, "stop"),
    stopAlarm: ({ context }) => atLeast(context.judged.alarm, "stop"),
    stopUnlatched: ({ context }) => atLeast(context.judged.demand, "stop") && !context.needsReset,
    lower: ({ context }) => context.judged.demand === "lower",
    lowerAlarm: ({ context }) => atLeast(context.judged.alarm, "lower"),
    lowerUnlatched: ({ context }) => context.judged.demand === "lower" && !context.needsConfirmation,
    newStop: ({ context }) => context.judged.newStop,
    hold: ({ context }) => atLeast(context.judged.demand, "hold"),
    calm: ({ context }) => !atLeast(context.judged.demand, "hold"),
    wanted: ({ context }) => context.judged.wanted,
    unwanted: ({ context }) => !context.judged.wanted,
    pressed: ({ context }) => mayLower(context.judged) && !context.wasHeld && !context.judged.newStop,
    released: ({ context }) => !mayLower(context.judged),
    // whatever is waited for, a start is the last of it
    releasedInOrder: ({ context }) => !mayLower(context.judged) && !context.needsStart,
    resettable: ({ context }) => context.needsReset && !atLeast(context.judged.demand, "stop"),
    // what is silent at boot may stay silent: nothing moves as asked before a start, which is refused meanwhile
    resettableIdle: ({ context }) => context.needsReset && !atLeast(context.judged.alarm, "stop"),
    emergencyOver: ({ context }) => context.judged.demand !== "emergency" && !context.judged.distrusted,
    // who is to be lowered is lowered first: the confirmation is of a robot with nobody in its arms
    confirmable: ({ context }) =>
      !context.needsReset && context.needsConfirmation && context.judged.demand !== "lower",
    startable: ({ context }) =>
      !context.needsReset &&
      !context.needsConfirmation &&
      context.needsStart &&
      !atLeast(context.judged.demand, "stop"),
  },
});

/** Lowering: somebody borne, hold-to-run pressed, a way back, no emergency. */
const mayLower = (judged: Judged) =>
  judged.held &&
  judged.lowerable &&
  judged.load !== "none" &&
  judged.demand !== "emergency" &&
  !judged.distrusted;

const toEmergency = { guard: "emergency", target: "emergencyStop", actions: "latch" } as const;
const toFault = { guard: "distrusted", target: "fault", actions: "latch" } as const;
const toStop = { guard: "stop", target: "protectiveStop", actions: "latch" } as const;
const toWait = { guard: "lower", target: "protectiveStop", actions: "wait" } as const;
const toLowering = { guard: "pressed", target: "lowering" } as const;
/** What a started robot leaves for from each of its states. */
const severe = [toEmergency, toFault, toStop, toWait, toLowering] as const;

/** Every observation is judged first; each state then leaves for the most severe state that applies. */
export const safetyMachine = machineSetup.createMachine({
  id: "safety",
  context: ({ input }) => ({
    judged: UNSEEN,
    wasHeld: true,
    needsReset: input.latched,
    needsConfirmation: true,
    needsStart: true,
  }),
  initial: "safeIdle",
  on: { OBSERVED: { actions: "judge" } },
  states: {
    safeIdle: {
      // mere silence latches nothing here: at boot nobody has spoken yet, and nothing moves before confirmation and start
      // a person who hangs in the arms at boot can be lowered: the press of somebody on site is as deliberate as a start
      always: [
        { ...toEmergency, guard: "emergencyAlarm" },
        toFault,
        { ...toStop, guard: "stopAlarm" },
        { ...toWait, guard: "lowerAlarm" },
        toLowering,
      ],
      on: {
        // a stop that was latched when the robot was switched off is still one
        RESET: { guard: "resettableIdle", actions: "unlatch" },
        CONFIRM: { guard: "confirmable", actions: "confirm" },
        START: { guard: "startable", target: "ready", actions: "start" },
      },
    },
    ready: {
      always: [...severe, { guard: "hold", target: "holding" }, { guard: "wanted", target: "moving" }],
    },
    moving: {
      tags: "motion",
      always: [...severe, { guard: "hold", target: "holding" }, { guard: "unwanted", target: "ready" }],
    },
    holding: {
      always: [...severe, { guard: "calm", target: "ready" }],
    },
    lowering: {
      tags: "motion",
      always: [
        toEmergency,
        toFault,
        { guard: "newStop", target: "protectiveStop", actions: "latch" },
        // a stop that does not end the lowering still waits for its reset after it
        { guard: "stopUnlatched", actions: "latch" },
        { guard: "lowerUnlatched", actions: "wait" },
        { guard: "releasedInOrder", target: "holding" },
        { guard: "released", target: "protectiveStop" },
      ],
    },
    protectiveStop: {
      always: [
        toEmergency,
        toFault,
        { guard: "stopUnlatched", actions: "latch" },
        { guard: "lowerUnlatched", actions: "wait" },
        toLowering,
      ],
      on: {
        RESET: { guard: "resettable", actions: "unlatch" },
        CONFIRM: { guard: "confirmable", actions: "confirm" },
        START: { guard: "startable", target: "ready", actions: "start" },
      },
    },
    emergencyStop: {
      on: { RESET: { guard: "emergencyOver", target: "protectiveStop", actions: "unlatch" } },
    },
    fault: {
      always: toEmergency,
      on: { RESET: { guard: "emergencyOver", target: "protectiveStop", actions: "unlatch" } },
    },
  },
});
