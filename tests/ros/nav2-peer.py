"""A peer of rclpy that speaks as Nav2 does: an action server that says twists at 20 Hz after a while of planning, until it is cancelled.

Prints goals, cancels and ends as lines of JSON. A goal at x above 100 m is refused; one below 0 ends by itself after a second.
"""

import json
import time

import rclpy
from geometry_msgs.msg import TwistStamped
from nav2_msgs.action import NavigateToPose
from rclpy.action import ActionServer, CancelResponse, GoalResponse
from rclpy.callback_groups import ReentrantCallbackGroup
from rclpy.executors import MultiThreadedExecutor

PLANS, DRIVES = 0.6, 1.0


def tell(kind, **values) -> None:
    print(json.dumps({"kind": kind, "at": time.monotonic(), **values}), flush=True)


def main() -> None:
    """Serves until it is interrupted."""
    rclpy.init()
    node = rclpy.create_node("bt_navigator")
    twists = node.create_publisher(TwistStamped, "cmd_vel", 10)

    def judge(goal):
        far = goal.pose.pose.position.x > 100
        return GoalResponse.REJECT if far else GoalResponse.ACCEPT

    def cancel(_handle):
        tell("cancel")
        return CancelResponse.ACCEPT

    def drive(handle):
        where = handle.request.pose
        tell("goal", x=where.pose.position.x, frame=where.header.frame_id, tree=handle.request.behavior_tree)
        begun = time.monotonic()
        while not handle.is_cancel_requested:
            time.sleep(0.05)
            gone = time.monotonic() - begun
            if gone < PLANS:
                continue
            if where.pose.position.x < 0 and gone > PLANS + DRIVES:
                handle.succeed()
                tell("end", how="succeeded")
                return NavigateToPose.Result()
            twist = TwistStamped()
            twist.header.stamp, twist.header.frame_id = node.get_clock().now().to_msg(), "base_link"
            twist.twist.linear.x = 0.2
            twists.publish(twist)
            feedback = NavigateToPose.Feedback()
            feedback.distance_remaining, feedback.number_of_recoveries = 1.5, 2
            feedback.estimated_time_remaining.sec = 7
            handle.publish_feedback(feedback)
        handle.canceled()
        tell("end", how="canceled")
        return NavigateToPose.Result()

    group = ReentrantCallbackGroup()
    ActionServer(
        node,
        NavigateToPose,
        "navigate_to_pose",
        drive,
        goal_callback=judge,
        cancel_callback=cancel,
        callback_group=group,
    )
    tell("up")
    rclpy.spin(node, MultiThreadedExecutor())


main()
