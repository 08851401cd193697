"""A robot of hardware: no world and no camera of ours, whose topics its drivers speak and hear."""

from pathlib import Path

from launch import LaunchDescription
from launch.actions import DeclareLaunchArgument, IncludeLaunchDescription


def generate_launch_description():
    """All groups but those that simulate."""
    groups = str(Path(__file__).with_name("groups.launch.py"))
    about = 'of the ride; with "--hardware" nothing is simulated, and "--world FILE.sdf" is the map of the site'
    return LaunchDescription(
        [
            DeclareLaunchArgument("options", default_value="--hardware", description=about),
            IncludeLaunchDescription(groups),
        ]
    )
