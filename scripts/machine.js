// What this machine has: programs, versions, cameras. Plain JavaScript, so that it works before anything is installed.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

export const ROOT = join(import.meta.dirname, "..");
/** The Node 24 that the project brings as a package. */
export const NODE = join(ROOT, "node_modules", "node", "bin", "node");

/**
 * The path of the first of these programs on this machine, or undefined.
 * @param {...string} names
 */
export function findProgram(...names) {
  for (const name of names)
    for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        continue; // not in this folder
      }
    }
  return undefined;
}

/** A Chromium for the page's tests and pictures, or undefined. */
export const findChromium = () =>
  findProgram("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

/**
 * The first line a program prints, or undefined when it does not run.
 * @param {string | undefined} path
 * @param {...string} args
 */
export function firstLine(path, ...args) {
  if (path === undefined) return undefined;
  const { status, stdout } = spawnSync(path, args, { encoding: "utf8" });
  return status === 0 ? stdout.split("\n")[0]?.trim() : undefined;
}

/** Gazebo Transport's command-line peer, with which the link to Gazebo is tested, or undefined. */
export function findGazeboPeer() {
  const folder = "/usr/libexec/ignition";
  if (existsSync(folder))
    for (const name of readdirSync(folder)) {
      const path = join(folder, name, "ign-transport-topic");
      if (existsSync(path)) return path;
    }
  return undefined;
}

/** Video devices of this machine. */
export const cameras = () =>
  existsSync("/dev") ? readdirSync("/dev").filter((name) => /^video\d+$/.test(name)) : [];

/**
 * Installs Debian packages, showing what apt says. Throws, saying what to type, when it may not or cannot.
 * @param {...string} packages
 */
export function aptInstall(...packages) {
  const apt = findProgram("apt-get");
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const byHand = `sudo apt-get install -y ${packages.join(" ")}`;
  if (apt === undefined)
    throw new Error(`${packages.join(", ")} is missing and this machine has no apt; install it by hand`);
  for (const args of [
    ["update", "-q"],
    ["install", "-y", "-q", ...packages],
  ]) {
    const [program = apt, ...rest] = [...sudo, apt, ...args];
    console.error(`  ${[...sudo, "apt-get", ...args].join(" ")}`);
    const { status } = spawnSync(program, rest, {
      stdio: ["ignore", 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (status !== 0) throw new Error(`apt-get could not install ${packages.join(", ")}; type: ${byHand}`);
  }
}
