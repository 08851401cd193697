"""The ward with our own simulator: ros2 launch dolbom_bringup simulation.launch.py"""

from pathlib import Path

from launch import LaunchDescription
from launch.actions import IncludeLaunchDescription


def generate_launch_description():
    """Every group of the ride, the simulated world among them."""
    groups = str(Path(__file__).with_name("groups.launch.py"))
    return LaunchDescription([IncludeLaunchDescription(groups)])
