"""The ward in a Gazebo that runs: our group "world" is the link to it, and ros_gz_bridge shows Gazebo's own topics to ROS. Not tried."""

from pathlib import Path

from launch import LaunchDescription
from launch.actions import DeclareLaunchArgument, IncludeLaunchDescription
from launch_ros.actions import Node


def generate_launch_description():
    """The bridge only listens to Gazebo: one alone may command the robot, and that is our gate through the link."""
    here = Path(__file__)
    bridged = str(here.parent.parent / "config" / "gazebo-bridge.yaml")
    return LaunchDescription(
        [
            DeclareLaunchArgument("options", default_value="--world gazebo", description="of the ride"),
            IncludeLaunchDescription(str(here.with_name("groups.launch.py"))),
            Node(
                package="ros_gz_bridge",
                executable="parameter_bridge",
                name="gazebo_bridge",
                parameters=[{"config_file": bridged}],
                output="screen",
                respawn=True,
            ),
        ]
    )
