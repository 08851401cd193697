"""A witness of rclpy beside a real controller_manager: what the joints do, what the controllers were told, which states things are in.

Prints changes as lines of JSON with CLOCK_MONOTONIC in seconds.
"""

import json
import time

import rclpy
from controller_manager_msgs.msg import ControllerManagerActivity
from geometry_msgs.msg import TwistStamped, WrenchStamped
from rclpy.qos import DurabilityPolicy, QoSProfile
from sensor_msgs.msg import Imu, JointState
from std_msgs.msg import Float64MultiArray

last = {}


def tell(kind, **values) -> None:
    """One line, where it is not as before."""
    if last.get(kind) == values:
        return
    last[kind] = values
    print(json.dumps({"kind": kind, "at": time.monotonic(), **values}), flush=True)


def hear_joints(message: JointState) -> None:
    """How fast each turns or slides, to 1/1000: rad/s and m/s."""
    speeds = {name: round(speed, 3) for name, speed in zip(message.name, message.velocity)}
    tell("speeds", speeds=speeds, rests=not any(speeds.values()))


def hear_activity(message: ControllerManagerActivity) -> None:
    tell("controllers", states={one.name: one.state.label for one in message.controllers})
    tell("hardware", states={one.name: one.state.label for one in message.hardware_components})


def main() -> None:
    """Spins until it is interrupted."""
    rclpy.init()
    node = rclpy.create_node("control_witness")
    kept = QoSProfile(depth=1, durability=DurabilityPolicy.TRANSIENT_LOCAL)
    node.create_subscription(ControllerManagerActivity, "controller_manager/activity", hear_activity, kept)
    node.create_subscription(JointState, "joint_states", hear_joints, 10)
    node.create_subscription(
        TwistStamped, "base_controller/cmd_vel", lambda said: tell("base", x=said.twist.linear.x), 10
    )
    node.create_subscription(
        Float64MultiArray, "joint_controller/commands", lambda said: tell("joints", data=list(said.data)), 10
    )
    for name in ("left_arm", "right_arm"):
        node.create_subscription(
            WrenchStamped,
            f"{name}/wrench",
            lambda said, name=name: tell(name, frame=said.header.frame_id),
            10,
        )
    node.create_subscription(Imu, "imu/data", lambda said: tell("imu", frame=said.header.frame_id), 10)
    print(json.dumps({"kind": "up"}), flush=True)
    rclpy.spin(node)


main()
