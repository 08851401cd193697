"""Starts groups of Dolbom as processes of ROS 2; the other launch files include it and say which."""

import json
import os
import shlex
import subprocess
from pathlib import Path

from ament_index_python.packages import get_package_share_directory
from launch import LaunchDescription
from launch.actions import DeclareLaunchArgument, ExecuteProcess, OpaqueFunction, Shutdown
from launch.substitutions import LaunchConfiguration

SHARE = Path(get_package_share_directory("dolbom_bringup"))

ARGUMENTS = {
    "groups": ("", "which groups of the ride, separated by commas; all when empty"),
    "options": ("", 'of the ride, as behind npm run ros: "--seed 7", "--world FILE.sdf"'),
    "port": ("8420", "of the page; the stop lane has the next one. Also tells robots of one machine apart"),
    "host": ("127.0.0.1", "address of page and stop lane; 127.0.0.1 keeps them to this machine"),
    "robot": ("transfer_robot", "name of its parameter file below params/, or the path of another"),
    "namespace": ("", "of all its nodes and topics, such as room_3; none when empty"),
    "project": ("", "folder of Dolbom; where this package was built from when empty"),
}


def parameter_file(robot: str) -> str:
    """The file of a robot's parameters."""
    known = SHARE / "params" / f"{robot}.yaml"
    path = known if known.exists() else Path(robot).absolute()
    if not path.exists():
        raise RuntimeError(f"robot:={robot}: expected a file in {SHARE / 'params'} or a path")
    return str(path)


def processes(context):
    """A process a group, as `npm run ros -- groups` says: the one definition of what there is and what follows a death."""
    said = {name: LaunchConfiguration(name).perform(context) for name in ARGUMENTS}
    project = said["project"] or (SHARE / "project").read_text().strip()
    local = Path(project, "node_modules/.bin/node")
    node = str(local) if local.exists() else "node"
    options = ["--port", said["port"], "--host", said["host"], *shlex.split(said["options"])]
    command = [node, "launch/ros.ts", "groups", *options]
    told = json.loads(subprocess.run(command, cwd=project, check=True, stdout=subprocess.PIPE).stdout)
    options += ["--session", told["session"]]
    wanted = [name for name in said["groups"].split(",") if name]
    unknown = set(wanted) - {group["name"] for group in told["groups"]}
    if unknown:
        raise RuntimeError(f"groups:={said['groups']}: there is no {', '.join(sorted(unknown))} here")
    theirs = ["--params-file", parameter_file(said["robot"])]
    if said["namespace"]:
        theirs += ["-r", f"__ns:=/{said['namespace'].strip('/')}"]
    return [
        process(group, [node, "launch/ros/group.ts", group["name"], *options], theirs, project, told["again"])
        for group in told["groups"]
        if not wanted or group["name"] in wanted
    ]


def process(group, command, theirs, project, again):
    """One group: what may die is started anew, and what may not ends all, so that the robot holds."""
    name = group["name"]
    ends = group["onDeath"] == "end"
    return ExecuteProcess(
        name=name,
        cmd=[*command, "--ros-args", *group["rosArgs"], *theirs],
        cwd=project,
        output="screen",
        respawn=not ends,
        respawn_delay=again,
        on_exit=[Shutdown(reason=f"group {name} ended: there is nothing to hold on to")] if ends else None,
        additional_env={"PATH": f"{project}/node_modules/.bin:{os.environ.get('PATH', '')}"},
    )


def generate_launch_description():
    """Every argument with its default and meaning, for --show-args."""
    declared = [
        DeclareLaunchArgument(name, default_value=default, description=about)
        for name, (default, about) in ARGUMENTS.items()
    ]
    return LaunchDescription([*declared, OpaqueFunction(function=processes)])
