"""A peer of rclpy that speaks as ros2_control does: its manager's services, the two controllers that move, encoders and an inertial unit.

Prints what it is told and asked as lines of JSON, with CLOCK_MONOTONIC in seconds. `stop NAME` on its input deactivates a controller,
as the manager does when hardware fails.
"""

import json
import sys
import threading
import time

import rclpy
from controller_manager_msgs.msg import ControllerState, HardwareComponentState
from controller_manager_msgs.srv import (
    ListControllers,
    ListHardwareComponents,
    SetHardwareComponentState,
    SwitchController,
)
from lifecycle_msgs.msg import State
from geometry_msgs.msg import TwistStamped
from sensor_msgs.msg import Imu, JointState
from std_msgs.msg import Float64MultiArray

STATES = {name: "inactive" for name in ("base_controller", "joint_controller")}
STATES["joint_state_broadcaster"] = "active"
HARDWARE = {"wheels": State(id=State.PRIMARY_STATE_ACTIVE, label="active")}
WHEELS = ["left_wheel_joint", "right_wheel_joint"]
last = {}


def tell(kind, **values) -> None:
    """One line, and of what is told again and again only what has changed."""
    text = json.dumps(values)
    if kind in ("base", "joints") and last.get(kind) == text:
        return
    last[kind] = text
    print(json.dumps({"kind": kind, "at": time.monotonic(), **values}), flush=True)


def hear_base(message: TwistStamped) -> None:
    tell("base", x=message.twist.linear.x, yaw=message.twist.angular.z, frame=message.header.frame_id)


def hear_joints(message: Float64MultiArray) -> None:
    tell("joints", data=list(message.data))


def list_controllers(_request, response):
    response.controller = [ControllerState(name=name, state=state) for name, state in STATES.items()]
    return response


def list_hardware(_request, response):
    response.component = [HardwareComponentState(name=name, state=state) for name, state in HARDWARE.items()]
    return response


def switch(request, response):
    for names, state in ((request.deactivate_controllers, "inactive"), (request.activate_controllers, "active")):
        for name in names:
            STATES[name] = state
    tell("switch", on=list(request.activate_controllers), off=list(request.deactivate_controllers))
    response.ok = True
    return response


def power(request, response):
    tell("power", name=request.name, state=request.target_state.label, id=request.target_state.id)
    HARDWARE[request.name] = request.target_state
    response.ok, response.state = True, request.target_state
    return response


def read_input() -> None:
    for line in sys.stdin:
        STATES[line.split()[1]] = "inactive"


def main() -> None:
    """Spins until it is interrupted; the wheels turn all the while at 1 rad/s, as if pushed."""
    rclpy.init()
    node = rclpy.create_node("controller_manager")
    node.create_service(ListControllers, "~/list_controllers", list_controllers)
    node.create_service(ListHardwareComponents, "~/list_hardware_components", list_hardware)
    node.create_service(SwitchController, "~/switch_controller", switch)
    node.create_service(SetHardwareComponentState, "~/set_hardware_component_state", power)
    node.create_subscription(TwistStamped, "base_controller/cmd_vel", hear_base, 10)
    node.create_subscription(Float64MultiArray, "joint_controller/commands", hear_joints, 10)
    joints = node.create_publisher(JointState, "joint_states", 10)
    imu = node.create_publisher(Imu, "imu_broadcaster/imu", 10)
    begun = time.monotonic()

    def sense() -> None:
        stamp = node.get_clock().now().to_msg()
        turned = time.monotonic() - begun
        message = JointState(name=WHEELS, position=[turned, turned], velocity=[1.0, 1.0])
        message.header.stamp = stamp
        joints.publish(message)
        reading = Imu()
        reading.header.stamp, reading.header.frame_id, reading.orientation.w = stamp, "imu", 1.0
        imu.publish(reading)

    node.create_timer(0.01, sense)
    threading.Thread(target=read_input, daemon=True).start()
    print(json.dumps({"kind": "up"}), flush=True)
    rclpy.spin(node)


main()
