// The safety machine as two pure functions, for whoever walks all of its states.
import { getInitialSnapshot, transition, type SnapshotFrom } from "xstate";
import type { safetyMachine, SafetyEvent } from "./machine.ts";

export type SafetyMachine = typeof safetyMachine;
export type Snapshot = SnapshotFrom<SafetyMachine>;

/** Just switched on, with a stop latched from before or without. */
export const switchedOn = (machine: SafetyMachine, latched: boolean): Snapshot =>
  getInitialSnapshot(machine, { latched });

/** The machine after an event. */
export const afterEvent = (machine: SafetyMachine, before: Snapshot, event: SafetyEvent): Snapshot =>
  transition(machine, before, event)[0];
