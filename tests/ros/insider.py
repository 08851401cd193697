"""A peer of rclpy under the keys of a group of ours, and its node's name: says as JSON for each TYPE=TOPIC it is given whether it may publish there."""

import json
import re
import sys

import rclpy
from rosidl_runtime_py.utilities import get_message


def may_publish(node, kind: str, topic: str) -> bool:
    """Whether DDS lets the node make a writer: what its group may neither say nor hear is no topic to it at all."""
    try:
        node.create_publisher(get_message(kind), topic, 10)
    except Exception as error:  # rclpy's RCLError is private
        if not re.search("failed to create (writer|topic)", str(error)):
            raise
        return False
    return True


def main() -> None:
    """Tries each and ends."""
    rclpy.init(args=sys.argv)
    name, *pairs = rclpy.utilities.remove_ros_args(sys.argv)[1:]
    node = rclpy.create_node(name, start_parameter_services=False)
    told = {}
    for pair in pairs:
        kind, topic = pair.split("=")
        told[topic] = may_publish(node, kind, topic)
    print(json.dumps(told), flush=True)


main()
