"""A robot that is only driven: control, alarms, page, frames and /cmd_vel; no eyes, and no task that lifts anybody."""

from pathlib import Path

from launch import LaunchDescription
from launch.actions import DeclareLaunchArgument, IncludeLaunchDescription

GROUPS = "control,care,gateway,description,twist"


def generate_launch_description():
    """For a robot of hardware; `groups:=gateway` starts the page alone, where the control group already runs."""
    groups = str(Path(__file__).with_name("groups.launch.py"))
    return LaunchDescription(
        [
            DeclareLaunchArgument("groups", default_value=GROUPS, description="which groups run"),
            DeclareLaunchArgument("options", default_value="--hardware", description="of the ride"),
            IncludeLaunchDescription(groups),
        ]
    )
