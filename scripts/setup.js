// Every command's way in: installs what is missing, says so, then runs the command on the project's own Node.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { aptInstall, findChromium, findGazeboPeer, findProgram, NODE, ROOT } from "./machine.js";

/** What each command needs before it runs, and the program that is the command. */
const COMMANDS = {
  start: { needs: ["packages", "model", "page"], program: "launch/start.ts" },
  test: {
    needs: ["packages", "model", "page", "chromium", "ffmpeg", "gazeboPeer"],
    program: "scripts/test.ts",
  },
  check: { needs: ["packages"], program: "scripts/check.ts" },
  doctor: { needs: [], program: "scripts/doctor.js" },
  scenario: { needs: ["packages", "model"], program: "launch/scenario.ts" },
  carebench: { needs: ["packages"], program: "launch/carebench.ts" },
  bench: { needs: ["packages"], program: "launch/bench.ts" },
  gazebo: { needs: ["packages"], program: "launch/gazebo.ts" },
  replay: { needs: ["packages"], program: "launch/replay.ts" },
  sim: { needs: ["packages"], program: "launch/sim.ts" },
  ros: { needs: ["packages", "model", "page"], program: "launch/ros.ts" },
  "test:ros": { needs: ["packages", "model", "page"], program: "scripts/test-ros.ts" },
  verify: { needs: ["packages"], program: "launch/verify.ts" },
  mutate: { needs: ["packages"], program: "scripts/mutate.ts" },
  urdf: { needs: ["packages"], program: "launch/urdf.ts" },
  perceive: { needs: ["packages", "model"], program: "launch/perceive.ts" },
  picture: { needs: ["packages", "model", "page", "chromium"], program: "scripts/picture.ts" },
};
/** What one of a command's programs needs beyond that, by its name. */
const ALSO = /** @type {Record<string, Record<string, string[]>>} */ ({
  bench: { stop: ["model", "page", "chromium"] },
});
/** [ms] between two looks whether npm is still there. */
const PARENT_CHECK_MS = 500;
const STAMP = join(ROOT, "node_modules", ".installed");

/** @type {Record<string, () => void>} */
const PREPARE = {
  packages() {
    const lock = createHash("sha256")
      .update(readFileSync(join(ROOT, "package-lock.json")))
      .digest("hex");
    if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === lock && existsSync(NODE)) return;
    say("installing the packages of package-lock.json (about a minute, once)");
    run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
    if (!existsSync(NODE)) run("npm", "rebuild", "node", "--ignore-scripts=false");
    if (!existsSync(NODE))
      throw new Error(
        "the package `node` did not bring its program; type: npm rebuild node --ignore-scripts=false",
      );
    writeFileSync(STAMP, lock);
  },
  model: () => run(NODE, "scripts/prepare.ts", "model"),
  page: () => run(NODE, "scripts/prepare.ts", "page"),
  chromium() {
    if (findChromium() !== undefined) return;
    say("installing Chromium, in which the page is looked at");
    aptInstall("chromium");
  },
  ffmpeg() {
    if (findProgram("ffmpeg") !== undefined) return;
    say("installing ffmpeg for the video tests");
    aptInstall("ffmpeg");
  },
  gazeboPeer() {
    if (findGazeboPeer() !== undefined) return;
    say("installing Gazebo Transport's own peer, against which the link to Gazebo is tested");
    try {
      aptInstall("ignition-transport-cli");
    } catch (error) {
      // later Debians and Ubuntus name it otherwise: the tests that need it say that they are skipped
      say(
        `no peer for the tests of the Gazebo link: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  },
};

/** @param {string} text */
const say = (text) => console.error(`dolbom: ${text}`);

/**
 * Runs a step of the set-up, its output shown on stderr so that stdout stays the command's own.
 * @param {string} program
 * @param {...string} args
 */
function run(program, ...args) {
  const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: ["ignore", 2, 2] });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}`);
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function become(program, args) {
  const node = existsSync(NODE) ? NODE : process.execPath;
  const env = { ...process.env, PATH: `${join(ROOT, "node_modules", ".bin")}:${process.env["PATH"] ?? ""}` };
  const child = spawn(node, [join(ROOT, program), ...args], { stdio: "inherit", env });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
    process.on(signal, () => child.kill(signal));
  // npm's shell passes no signal on: when it is gone, so is whoever started this.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill("SIGTERM"), PARENT_CHECK_MS).unref();
  child.on("exit", (code, signal) => (process.exitCode = code ?? (signal === null ? 1 : 128)));
}

const [name = "", ...args] = process.argv.slice(2);
const command = Object.entries(COMMANDS).find(([known]) => known === name)?.[1];
try {
  if (command === undefined)
    throw new Error(`no command "${name}"; expected one of ${Object.keys(COMMANDS).join(", ")}`);
  const also = args.flatMap((arg) => ALSO[name]?.[arg] ?? []);
  for (const need of [...command.needs, ...also]) PREPARE[need]?.();
  become(command.program, args);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
