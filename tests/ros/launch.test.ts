// `ros2 launch` with the package dolbom_bringup, built by colcon: its files can be read, what dies is started anew or ends all.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../../launch/options.ts";
import { whyNoRos } from "./harness.ts";
import { eventually, ros2 } from "./ros2.ts";

const BRINGUP = join(import.meta.dirname, "../../launch/ros/bringup");
const FILES = readdirSync(join(BRINGUP, "launch"));

describe.skipIf(whyNoRos !== undefined)(`on ROS 2${whyNoRos === undefined ? "" : `: ${whyNoRos}`}`, () => {
  const workspace = mkdtempSync(join(tmpdir(), "bringup-"));
  let launched: ChildProcess | undefined;
  beforeAll(async () => {
    const words = ["build", "--merge-install", "--base-paths", BRINGUP];
    await promisify(execFile)("colcon", words, { cwd: workspace, timeout: 90_000 });
    process.env["AMENT_PREFIX_PATH"] = `${join(workspace, "install")}:${process.env["AMENT_PREFIX_PATH"]}`;
  }, 100_000);
  afterAll(() => {
    launched?.kill("SIGINT");
    rmSync(workspace, { recursive: true });
  });

  test("every launch file says what may be told to it", async () => {
    expect(FILES.toSorted()).toEqual(
      ["gazebo", "groups", "robot", "simulation", "teleoperation"].map((name) => `${name}.launch.py`),
    );
    // ros_gz_bridge is not on every machine, and is looked for only when it starts
    for (const file of FILES)
      expect(await ros2("launch", "dolbom_bringup", file, "--show-args"), file).toMatch(/'namespace':\n/);
  });

  test("a group that dies is started anew; without the simulated world all ends", async () => {
    const port = await freePort(0, "127.0.0.1");
    launched = spawn(
      "ros2",
      [
        ...["launch", "dolbom_bringup", "simulation.launch.py", "groups:=world,control,twist"],
        ...[`port:=${port}`, "namespace:=room_3", "options:=--seed 7"],
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let said = "";
    launched.stdout?.on("data", (text: Buffer) => (said += String(text)));
    const ended = new Promise((resolve) => launched?.once("exit", resolve));
    const times = (words: string) => said.split(words).length - 1;
    const until = async (holds: () => boolean) => {
      while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
    };
    const kill = (group: string) => {
      const [pid] = processes(["launch/ros/group.ts", group, "--port", String(port)]);
      if (pid === undefined) throw new Error(`no process of group ${group}`);
      process.kill(pid, "SIGKILL");
    };
    await until(() => ["world", "control", "twist"].every((name) => said.includes(`group ${name} is up`)));
    await eventually(["param", "get", "/room_3/twist_relay", "use_sim_time"], "True");
    await eventually(["topic", "list"], /\/room_3\/clock\n[^]*\/room_3\/hardware\/command\n/);
    expect(await ros2("param", "get", "/room_3/twist_relay", "operator")).toContain("String value is:");
    kill("control");
    await until(() => times("group control is up") === 2);
    kill("world");
    await ended;
    expect(times("group world is up")).toBe(1);
    expect(said).toMatch(/twist-3\]: process has finished cleanly/);
    expect(processes(["launch/ros/group.ts", "control", "--port", String(port)])).toEqual([]);
  });
});

/** Ids of the processes whose words hold these in this order, next to each other. */
const processes = (words: readonly string[]): number[] =>
  readdirSync("/proc")
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(words.join("\0"));
      } catch {
        return false;
      }
    });
