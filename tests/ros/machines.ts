// A second machine on this one: a network namespace of its own, and a cable between the two that can be bad, or cut.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { NODE, ROOT } from "../../scripts/machine.js";

const ROBOT = "dolbom-robot";
const [DESK_END, ROBOT_END] = ["dolbom-a", "dolbom-b"];
/** RFC 1918 addresses that nobody else on this machine has. */
const ADDRESSES = { robot: "10.77.31.1", desk: "10.77.31.2" };

function run(...words: readonly string[]): void {
  const [program = "", ...rest] = words;
  const { status, stderr } = spawnSync(program, rest, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${words.join(" ")}: ${stderr || String(status)}`);
}
const there = (...words: readonly string[]) => ["ip", "netns", "exec", ROBOT, ...words];

/** Why there can be no second machine here, or undefined where there can. */
export const whyNoMachines = ((): string | undefined => {
  if (process.getuid?.() !== 0) return "network namespaces need root";
  try {
    run("ip", "netns", "add", `${ROBOT}-try`);
    run("ip", "netns", "del", `${ROBOT}-try`);
    run("iptables", "--version");
    return undefined;
  } catch (error) {
    return String(error);
  }
})();

export interface Cable {
  /** [1] of the packets that are lost */
  readonly lost: number;
  /** [ms] that each is late by, give or take a quarter */
  readonly late: number;
  /** [kbit/s] */
  readonly rate: number;
}

export interface Machines {
  readonly robot: string;
  /** Starts a program of this house on either; it hears ROS's network, not this machine alone. */
  start(where: "robot" | "desk", words: readonly string[]): ChildProcess;
  /**
   * The cable towards the desk from now on; answers with what makes it so. Where the kernel has no netem, iptables loses, and a
   * queue of 200 ms delays what is more than the rate, and no more than that.
   */
  worsen(cable: Cable): "netem" | "iptables and tbf";
  cut(): void;
  mend(): void;
  remove(): void;
}

export function openMachines(): Machines {
  spawnSync("ip", ["netns", "del", ROBOT]); // of a run that was killed
  run("ip", "netns", "add", ROBOT);
  run("ip", "link", "add", DESK_END, "type", "veth", "peer", "name", ROBOT_END, "netns", ROBOT);
  run("ip", "addr", "add", `${ADDRESSES.desk}/24`, "dev", DESK_END);
  run("ip", "link", "set", DESK_END, "up");
  run(...there("ip", "addr", "add", `${ADDRESSES.robot}/24`, "dev", ROBOT_END));
  for (const device of ["lo", ROBOT_END]) run(...there("ip", "link", "set", device, "up"));
  const children: ChildProcess[] = [];
  return {
    robot: ADDRESSES.robot,
    start(where, words) {
      const [program = "", ...rest] = where === "robot" ? there(NODE, ...words) : [NODE, ...words];
      const env = {
        ...process.env,
        ROS_AUTOMATIC_DISCOVERY_RANGE: "SUBNET",
        CYCLONEDDS_URI: `<CycloneDDS><Domain><General><Interfaces><NetworkInterface address="${ADDRESSES[where]}"/></Interfaces></General></Domain></CycloneDDS>`,
      };
      const child = spawn(program, rest, { cwd: ROOT, env, stdio: "ignore" });
      children.push(child);
      return child;
    },
    worsen({ lost, late, rate }) {
      const queue = (...words: readonly string[]) =>
        there("tc", "qdisc", "replace", "dev", ROBOT_END, "root", ...words);
      try {
        const delay = ["delay", `${late}ms`, `${late / 4}ms`];
        run(...queue("netem", ...delay, "loss", `${100 * lost}%`, "rate", `${rate}kbit`));
        return "netem";
      } catch (error) {
        if (!String(error).includes("kind is unknown")) throw error;
      }
      const statistic = ["-m", "statistic", "--mode", "random", "--probability", String(lost)];
      run(...there("iptables", "-A", "OUTPUT", "-o", ROBOT_END, ...statistic, "-j", "DROP"));
      run(...queue("tbf", "rate", `${rate}kbit`, "burst", "32kb", "latency", "200ms"));
      return "iptables and tbf";
    },
    cut: () => run("ip", "link", "set", DESK_END, "down"),
    mend: () => run("ip", "link", "set", DESK_END, "up"),
    remove() {
      for (const child of children) child.kill("SIGKILL");
      run("ip", "netns", "del", ROBOT);
    },
  };
}
