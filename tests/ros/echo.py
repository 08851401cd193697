"""A peer of rclpy: says again on TOPIC_echo what it hears on TOPIC, for each TYPE=TOPIC it is given."""

import sys

import rclpy
from rclpy.qos import DurabilityPolicy, QoSProfile, ReliabilityPolicy
from rosidl_runtime_py.utilities import get_message

QOS = QoSProfile(
    depth=10, reliability=ReliabilityPolicy.RELIABLE, durability=DurabilityPolicy.VOLATILE
)


def main() -> None:
    """Echoes until it is interrupted."""
    rclpy.init()
    node = rclpy.create_node("echo")
    for pair in sys.argv[1:]:
        name, topic = pair.split("=")
        kind = get_message(name)
        publisher = node.create_publisher(kind, topic + "_echo", QOS)
        node.create_subscription(kind, topic, publisher.publish, QOS)
    print("up", flush=True)
    rclpy.spin(node)


main()
