// `npm run doctor`: what this machine has and lacks, and what to type. Needs nothing installed.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { cameras, findChromium, findGazeboPeer, findProgram, firstLine, NODE, ROOT } from "./machine.js";

/** @typedef {{ name: string, found: string | undefined, needed: boolean, for: string, type: string }} Finding */

/** The first of some paths that exists. @param {string[]} paths */
const existing = (...paths) => paths.find((path) => existsSync(path));

/** @returns {Finding[]} */
function examine() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const newEnough = major > 20 || (major === 20 && minor >= 19);
  const ros = process.env["ROS_DISTRO"];
  const prefixes = (process.env["AMENT_PREFIX_PATH"] ?? "").split(":").filter((path) => path !== "");
  return [
    {
      name: "Node to begin with",
      found: newEnough ? process.version : undefined,
      needed: true,
      for: "installing; 20.19 or later",
      type: "install Node 20 or later and npm",
    },
    {
      name: "Node of the project",
      found: existsSync(NODE) ? firstLine(NODE, "--version") : undefined,
      needed: true,
      for: "everything; comes as a package",
      type: "npm start",
    },
    {
      name: "Chromium",
      found: firstLine(findChromium(), "--version"),
      needed: false,
      for: "the page's tests and its picture; npm test installs it",
      type: "sudo apt-get install -y chromium",
    },
    {
      name: "ffmpeg",
      found: firstLine(findProgram("ffmpeg"), "-version"),
      needed: false,
      for: "npm run perceive on videos; npm test installs it",
      type: "sudo apt-get install -y ffmpeg",
    },
    {
      name: "SDF checker",
      // its --version fails in Debian
      found: firstLine(findProgram("ign"), "sdf", "--help") === undefined ? undefined : findProgram("ign"),
      needed: false,
      for: "checking the models with Gazebo's own reader",
      type: "sudo apt-get install -y libsdformat-dev ignition-tools",
    },
    {
      name: "URDF checker",
      found: findProgram("check_urdf"),
      needed: false,
      for: "checking the models with ROS's own reader",
      type: "sudo apt-get install -y liburdfdom-tools",
    },
    {
      name: "Gazebo peer",
      found: findGazeboPeer(),
      needed: false,
      for: "the link to Gazebo",
      type: "sudo apt-get install -y ignition-transport-cli",
    },
    {
      name: "ROS 2",
      found: ros,
      needed: false,
      for: "running the nodes on ROS 2; everything else works without",
      type: "source /opt/ros/jazzy/setup.bash",
    },
    {
      name: "rclnodejs",
      found: existing(join(ROOT, "node_modules/rclnodejs")),
      needed: false,
      for: "npm run ros; a package that npm leaves out where no ROS 2 is sourced",
      type: "npm install (where ROS 2 is sourced)",
    },
    {
      name: "care_interfaces",
      found: existing(...prefixes.map((prefix) => join(prefix, "share/care_interfaces"))),
      needed: false,
      for: "npm run ros; our messages, built for ROS",
      type: "colcon build --base-paths interfaces, and source install/setup.bash",
    },
    {
      name: "Cameras",
      found: cameras().join(", ") || undefined,
      needed: false,
      for: "watching real people; the simulator brings its own",
      type: "connect a camera",
    },
  ];
}

const findings = examine();
const ok = findings.every(({ found, needed }) => found !== undefined || !needed);
const width = Math.max(...findings.map(({ name }) => name.length));
for (const { name, found, needed, for: purpose, type } of findings) {
  const mark = found !== undefined ? "has  " : needed ? "NEEDS" : "lacks";
  console.log(`${mark} ${name.padEnd(width)}  ${found ?? `for ${purpose}; type: ${type}`}`);
}
if (process.argv.includes("--json")) {
  const named = findings.map(({ name, found }) => [name.toLowerCase().replaceAll(" ", "_"), found ?? null]);
  console.log(JSON.stringify({ ok, ...Object.fromEntries(named) }));
}
process.exitCode = ok ? 0 : 1;
