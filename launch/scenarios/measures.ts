// What a run is judged by, watched from the topics: support, tilt, contact against its limit, pelvis, commanded motion.
import type { BodyContacts, HardwareCommand, WorldTruth } from "../../core/messages.ts";
import { GRAVITY } from "../../core/motion/support.ts";
import { contactLimit } from "../../core/safety/limits.ts";
import { topics } from "../../core/topics.ts";
import { inDegrees, radians } from "../../core/units.ts";
import type { VirtualRun } from "../virtual/run.ts";

export interface Measures {
  /** [1] of body weight, the most the pads carried, by the simulator's truth. */
  peakSupport: number;
  /** [deg] largest lateral tilt of the true trunk while the pads carried anything. */
  peakTilt: number;
  /** [1] of the halved region limit: the worst unintended contact; above 1 is too much. Any touch of head or face is infinite. */
  worstContact: number;
  /** Where that was, by link and region number. */
  worstContactAt: string;
  /** [1] of this person's standing height, now. */
  pelvis: number;
  /** [m] above the floor, now. */
  pelvisHeight: number;
  /** [m/s or rad/s] the largest velocity commanded since it was last set to 0. */
  commanded: number;
}

/** Watches a run from now on; the fields change as it goes. */
export function measure(run: VirtualRun): Measures {
  const seen: Measures = {
    peakSupport: 0,
    peakTilt: 0,
    worstContact: 0,
    worstContactAt: "",
    pelvis: NaN,
    pelvisHeight: NaN,
    commanded: 0,
  };
  run.on(topics.worldTruth, (truth: WorldTruth) => {
    const support = truth.pad_force / (truth.body_mass * GRAVITY);
    seen.peakSupport = Math.max(seen.peakSupport, support);
    if (support > 0) seen.peakTilt = Math.max(seen.peakTilt, Math.abs(inDegrees(radians(truth.trunk_tilt))));
    seen.pelvis = truth.pelvis_height / truth.standing_height;
    seen.pelvisHeight = truth.pelvis_height;
  });
  run.on(topics.bodyContacts, ({ contacts }: BodyContacts) => {
    for (const { region, link, force, unintended } of contacts) {
      const share = force / contactLimit(region);
      if (!unintended || !(share > seen.worstContact)) continue;
      seen.worstContact = share;
      seen.worstContactAt = `${link} on region ${region}`;
    }
  });
  run.on(topics.hardwareCommand, ({ drive, joint_velocities }: HardwareCommand) => {
    const speeds = [drive.linear.x, drive.angular.z, ...joint_velocities].map(Math.abs);
    seen.commanded = Math.max(seen.commanded, ...speeds);
  });
  return seen;
}
