// Every text key the control group can send: why the robot does not move, and what a person may still do.

/** Why it does not move as asked, or why an act was refused. The page has a text for each in every language. */
export const REASONS = [
  // the emergency stop and people who say stop
  "reason.estop_pressed",
  "reason.estop_silent",
  "reason.operator_stop",
  "reason.resident_stop",
  // the supervisor itself
  "reason.clock_wrong",
  // touch and load
  "reason.contact_force",
  "reason.contact_unknown",
  "reason.support_force",
  "reason.wrench_unknown",
  // the person
  "reason.person_not_seen",
  "reason.person_stale",
  "reason.person_close",
  "reason.trunk_tilt",
  "reason.resident_not_liftable",
  // the robot
  "reason.robot_tilt",
  "reason.imu_unknown",
  "reason.lift_speed",
  "reason.joints_unknown",
  "reason.odometry_unknown",
  "reason.not_as_commanded",
  "reason.motion_frozen",
  "reason.sense_frozen",
  "reason.moves_when_stopped",
  "reason.stopped_long",
  "reason.scan_unknown",
  "reason.gate_silent",
  "reason.group_lost",
  "reason.power_failing",
  "reason.power_unknown",
  "reason.charge_low",
  // those who ask for motion
  "reason.link_silent",
  "reason.round_trip_slow",
  "reason.round_trip_long",
  "reason.task_silent",
  "reason.remote_without_consent",
  "reason.seat_gone",
  // what a stopped robot waits for
  "reason.needs_restart",
  "reason.needs_reset",
  "reason.needs_confirmation",
  "reason.needs_start",
  "reason.no_way_down",
  // why one axis may not move in one way
  "reason.person_in_arms",
  "reason.lowering",
  "reason.already_down",
  // why an act was refused
  "reason.cause_remains",
  "reason.lower_first",
  "reason.reset_first",
  "reason.confirm_first",
  "reason.reset_not_needed",
  "reason.confirmation_not_needed",
  "reason.start_not_needed",
  "reason.not_on_site",
  "reason.not_known",
  "reason.not_in_command",
  "reason.only_watches",
  "reason.nobody_borne",
  "reason.asked",
  "reason.nobody_asks",
  "reason.unknown_act",
] as const;
export type Reason = (typeof REASONS)[number];

/** What a person may do now. */
export const POSSIBLE = [
  "may.release_estop",
  "may.reset",
  "may.confirm_on_site",
  "may.start",
  "may.start_task",
  "may.drive",
  "may.lower",
  "may.lower_by_hand",
  "may.restart",
  "may.consent",
  "may.bring_seat",
  "may.stop",
] as const;
export type Possible = (typeof POSSIBLE)[number];
