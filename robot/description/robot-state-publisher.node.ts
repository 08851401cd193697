// The robot's own frames for ROS's tools: its URDF once, its fixed joints once, its moving ones as they are read.
import type { JointState, TransformStamped } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { secondsOf, stampOf, type Stamp } from "../../core/time.ts";
import { rosTopics, topics } from "../../core/topics.ts";
import { milliseconds } from "../../core/units.ts";
import { jointTransform } from "./transforms.ts";
import { readJoints, type TreeJoint } from "./urdf.ts";

/** As ROS's node of this name: 20 Hz. */
const PERIOD = milliseconds(50);

/** Does what ROS's robot_state_publisher does, under its name and topics. Throws for a URDF that cannot be read. */
export const robotStatePublisherNode = (urdf: string) => {
  const joints = readJoints(urdf);
  const fixed = joints.filter(({ kind }) => kind === "fixed");
  const moving = joints.filter(({ kind }) => kind !== "fixed");
  return defineNode({
    name: "robot_state_publisher",
    period: PERIOD,
    subscribes: { joints: topics.jointStates },
    publishes: {
      tf: rosTopics.tf,
      tfStatic: rosTopics.tfStatic,
      description: rosTopics.robotDescription,
    },
    start({ now, latest, publish }) {
      let told: number | undefined;
      let isDescribed = false;
      const describe = () => {
        isDescribed = true;
        publish.description({ data: urdf });
        publish.tfStatic({ transforms: fixed.flatMap((joint) => at(stampOf(now()), joint, 0)) });
      };
      return {
        step() {
          if (!isDescribed) describe();
          const state = latest.joints?.message;
          const stamp = secondsOf(state?.header.stamp);
          if (state === undefined || !Number.isFinite(stamp) || stamp === told) return;
          told = stamp;
          const transforms = moving.flatMap((joint) =>
            at(state.header.stamp, joint, positionIn(state, joint)),
          );
          if (transforms.length > 0) publish.tf({ transforms });
        },
      };
    },
  });
};

const positionIn = ({ name, position }: JointState, joint: TreeJoint): number =>
  position[name.indexOf(joint.name)] ?? NaN;

function at(stamp: Stamp, joint: TreeJoint, position: number): readonly TransformStamped[] {
  const transform = jointTransform(stamp, joint, position);
  return transform === undefined ? [] : [transform];
}
