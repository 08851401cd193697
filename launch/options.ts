// What a ride is started with: read from the command line, checked once, each mistake named.
import { createServer } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readMomentFile } from "../sim/moments/shelf.ts";
import { SPEEDS } from "../sim/time-control.ts";
import type { FirstTime } from "./threads/time-memory.ts";

export interface RideOptions {
  /** Port of the page; the stop lane has the next one. */
  readonly port: number;
  readonly lanePort: number;
  /** Address both listen on; 127.0.0.1 keeps the robot to this machine. */
  readonly host: string;
  /** Opens no browser. */
  readonly headless: boolean;
  /** Of everything random in the world. */
  readonly seed: number;
  /** SDF file of the world; undefined takes the ward. */
  readonly world: string | undefined;
  /** The ward runs in a Gazebo, not in our own physics. */
  readonly gazebo: boolean;
  /** A robot's own drivers speak on ROS in place of all that is simulated. */
  readonly hardware: boolean;
  /** Those drives are led by ros2_control, which our own driver speaks to. */
  readonly ros2Control: boolean;
  /** Nav2 runs beside it, and is asked to drive the base. */
  readonly nav2: boolean;
  /** How time begins; not turned where the ward runs in a Gazebo or the robot is one. */
  readonly time: FirstTime;
  /** File of the moment at which the world begins; undefined takes its own beginning. */
  readonly from: string | undefined;
  /** Folder of the black box's files. */
  readonly blackBox: string;
  /** Names this ride's files: when it was started, by the wall clock, the same in all its processes. */
  readonly session: string;
}

export const DEFAULT_PORT = 8420;
/** `--world gazebo`: no file, but a Gazebo that runs. */
const GAZEBO = "gazebo";
/** Where `npm start` records, and `npm run replay` looks when it is told no file. */
export const RECORDINGS = join(import.meta.dirname, "../out/blackbox");

/** Where `npm start` and the scenarios keep moments. */
export const MOMENTS = join(import.meta.dirname, "../out/moments");

/** Sorts by time and is a file name everywhere: 2026-11-22T10-15-00Z, and the process, for two may start at once. */
const sessionNow = () =>
  `${new Date()
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(":", "-")}-${process.pid}`;

/** Throws on what cannot be the beginning of a file's name. */
function sessionOf(text: string): string {
  if (!/^[\w.-]+$/.test(text))
    throw new Error(`--session ${text}: expected letters, digits, "-", "_" and "."`);
  return text;
}

/** A whole number within bounds; throws, naming the option. */
export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Error(`--${name} ${text}: expected a whole number from ${least} to ${most}`);
  return value;
}

/** Reads the words after `npm start --`. `claim` makes of a port that is asked for one that is free. Throws one clear error on an unknown word, a bad value or a port in use. */
export async function readRideOptions(
  words: readonly string[],
  claim: typeof freePort = freePort,
): Promise<RideOptions> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      port: { type: "string", default: String(DEFAULT_PORT) },
      host: { type: "string", default: "127.0.0.1" },
      headless: { type: "boolean", default: false },
      seed: { type: "string", default: "1" },
      world: { type: "string" },
      blackbox: { type: "string", default: RECORDINGS },
      session: { type: "string", default: sessionNow() },
      paused: { type: "boolean", default: false },
      speed: { type: "string" },
      from: { type: "string" },
      hardware: { type: "boolean", default: false },
      "ros2-control": { type: "boolean", default: false },
      nav2: { type: "boolean", default: false },
    },
  });
  const asked = wholeNumber("port", values.port, 0, 65534);
  const port = await claim(asked, values.host);
  const lanePort = await claim(asked === 0 ? 0 : asked + 1, values.host);
  const seed = wholeNumber("seed", values.seed, 0, 2 ** 31 - 1);
  const { host, headless, blackbox: blackBox } = values;
  const gazebo = values.world === GAZEBO;
  const { from, paused, nav2, "ros2-control": ros2Control } = values;
  const hardware = values.hardware || ros2Control;
  checkWorlds(gazebo, hardware, from !== undefined || paused || values.speed !== undefined);
  if (from !== undefined) readMomentFile(from); // a broken one is told before anything runs
  const time = { paused: paused || from !== undefined, speed: speedOf(values.speed ?? "1") };
  const world = gazebo ? undefined : values.world;
  const session = sessionOf(values.session);
  const where = { port, lanePort, host, headless };
  return { ...where, seed, world, gazebo, hardware, ros2Control, nav2, time, from, blackBox, session };
}

function checkWorlds(gazebo: boolean, hardware: boolean, turnsTime: boolean): void {
  if (gazebo && hardware) throw new Error("--hardware and --world gazebo: a robot has one world");
  if ((gazebo || hardware) && turnsTime)
    throw new Error(
      "--paused, --speed and --from turn our own world; a Gazebo and a robot have their own time",
    );
}

function speedOf(text: string): number {
  const speed = Number(text);
  if (!(speed >= SPEEDS.least && speed <= SPEEDS.most))
    throw new Error(`--speed ${text}: expected a number from ${SPEEDS.least} to ${SPEEDS.most}`);
  return speed;
}

/** The port, or any free one for 0. Throws when something else listens on it. */
export function freePort(port: number, host: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer();
  server.once("error", (error: NodeJS.ErrnoException) =>
    reject(
      error.code === "EADDRINUSE"
        ? new Error(
            `port ${port} on ${host} is in use: stop what listens there, or type: npm start -- --port ${port + 10}`,
          )
        : new Error(`cannot listen on ${host}:${port}: ${error.message}`),
    ),
  );
  server.listen({ port, host }, () => {
    const address = server.address();
    const taken = typeof address === "object" && address !== null ? address.port : port;
    server.close(() => resolve(taken));
  });
  return promise;
}
