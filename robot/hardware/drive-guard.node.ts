// Beside the driver of ros2_control, in a process of its own: where the driver falls silent, it tells the joints zero in its place.
import { GAP, JOINTS, TICK } from "../../core/motion/limits.ts";
import { defineNode } from "../../core/node.ts";
import { controlTopics } from "../../core/topics.ts";

/**
 * A velocity controller of joints goes on as it was told last, for ever; that of the base stops by itself (`cmd_vel_timeout`), and
 * what it is told is how the driver's silence is heard: it says both in one step.
 */
export const driveGuardNode = defineNode({
  name: "drive_guard",
  period: TICK,
  subscribes: { driver: controlTopics.baseVelocity },
  publishes: { joints: controlTopics.jointVelocities },
  start: ({ now, latest, publish }) => ({
    step() {
      const { driver } = latest;
      if (driver !== undefined && now() - driver.receivedAt < GAP) return;
      publish.joints({ layout: { dim: [], data_offset: 0 }, data: JOINTS.map(() => 0) });
    },
  }),
});
