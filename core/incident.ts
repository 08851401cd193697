// What a person is shown of an incident: when it was, what the robot thought and did around it, and who acted.

/** A stop that may have to be explained. */
export interface Incident {
  /** The start of the robot it belongs to; begins with its wall-clock time, 2026-11-22T10-15-00Z. */
  readonly session: string;
  /** The file of the black box it is in. */
  readonly part: number;
  /** [s] on the session's clock */
  readonly at: number;
  /** SafetyState.motion it came to */
  readonly motion: number;
  /** ids of the broken requirements, worst first */
  readonly requirements: readonly string[];
}

/** What the robot was allowed, from `t` on. */
export interface AllowedSpan {
  /** [s] from the incident, negative before it */
  readonly t: number;
  /** SafetyState's constants */
  readonly motion: number;
  readonly demand: number;
  readonly load: number;
  /** text keys, worst first */
  readonly reasons: readonly string[];
  readonly requirements: readonly string[];
}

export interface IncidentEvent {
  /** [s] from the incident */
  readonly t: number;
  readonly kind: "act" | "stop" | "said" | "heard" | "task" | "gate";
  /** text key, or a name of the gate's */
  readonly key: string;
  /** who acted; of what was said or heard the resident; empty where nobody did */
  readonly by: string;
  /** text key of why it was refused; empty when it was not */
  readonly refused: string;
}

/** Curves on one grid of times; null where nothing was known. */
export interface Curves {
  /** [s] from the incident */
  readonly t: readonly number[];
  /** [N] of each pad's force sensor */
  readonly force_left: readonly (number | null)[];
  readonly force_right: readonly (number | null)[];
  /** [N] the largest contact nobody intended */
  readonly contact: readonly (number | null)[];
  /** [m/s] of the lift: commanded, measured */
  readonly lift_command: readonly (number | null)[];
  readonly lift_speed: readonly (number | null)[];
  /** [m/s] of the base, forward: commanded, measured */
  readonly drive_command: readonly (number | null)[];
  readonly drive_speed: readonly (number | null)[];
}

export interface Timeline {
  readonly incident: Incident;
  readonly spans: readonly AllowedSpan[];
  readonly events: readonly IncidentEvent[];
  readonly curves: Curves;
}
