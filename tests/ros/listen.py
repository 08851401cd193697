"""A peer of rclpy with tf2: waits until it knows the frames TARGET<SOURCE it is given, the URDF and a safety state that is not stale, and prints them as JSON."""

import json
import sys

import rclpy
from diagnostic_msgs.msg import DiagnosticArray
from rclpy.qos import DurabilityPolicy, QoSProfile
from rclpy.time import Time
from std_msgs.msg import String
from tf2_ros import Buffer, TransformException, TransformListener

SAFETY = "safety_supervisor: state"
LATCHED = QoSProfile(depth=1, durability=DurabilityPolicy.TRANSIENT_LOCAL)


def main() -> None:
    """Listens until all has been heard; whoever started it ends it when that takes too long."""
    rclpy.init(args=sys.argv)
    words = rclpy.utilities.remove_ros_args(sys.argv)[1:]
    node = rclpy.create_node("listener")
    heard = {"frames": {}, "levels": {}, "urdf": ""}
    buffer = Buffer()
    TransformListener(buffer, node)

    def describe(message: String) -> None:
        heard["urdf"] = message.data

    def diagnose(message: DiagnosticArray) -> None:
        for status in message.status:
            heard["levels"][status.name] = [int.from_bytes(status.level, "little"), status.message]

    node.create_subscription(String, "robot_description", describe, LATCHED)
    node.create_subscription(DiagnosticArray, "diagnostics", diagnose, 10)
    while len(heard["frames"]) < len(words) or not heard["urdf"] or heard["levels"].get(SAFETY, [3])[0] == 3:
        rclpy.spin_once(node, timeout_sec=0.1)
        for word in words:
            target, source = word.split("<")
            try:
                found = buffer.lookup_transform(target, source, Time()).transform
            except TransformException:
                continue
            at, turn = found.translation, found.rotation
            heard["frames"][word] = [at.x, at.y, at.z, turn.x, turn.y, turn.z, turn.w]
    print(json.dumps(heard), flush=True)


main()
