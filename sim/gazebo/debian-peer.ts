// The real peer of the tests: Gazebo Transport's own programs as Debian ships them, each in its own process and partition.
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { TransportOptions } from "./transport/environment.ts";

const FOLDER = "/usr/libexec/ignition/transport11";
export const HAS_PEER = existsSync(`${FOLDER}/ign-transport-topic`);
const LACKING = "skipped: no Gazebo peer; type: sudo apt-get install -y ignition-transport-cli";
/** What a suite that needs the peer is called; where there is none it is said, for reporters do not name what they skip. */
export function withPeer(title: string): string {
  if (HAS_PEER) return title;
  console.warn(`${title}: ${LACKING}`);
  return `${title} (${LACKING})`;
}

const LOOPBACK = "127.0.0.1";
/** [ms] On a loaded machine anything may take long; only that it comes true is asked. A suite gives its tests `PATIENT`. */
const PATIENCE = 90_000;
export const PATIENT = { timeout: 3 * PATIENCE };
/**
 * Debian's publisher says its one message and leaves, mostly before its socket has sent it: of single ones 0 to 5 in 10
 * are heard [measured].
 */
const AT_ONCE = 6;

let count = 0;
/** A partition that nobody else is in, on this machine only. */
export const ownPartition = (more: Partial<TransportOptions> = {}): TransportOptions => ({
  partition: `dolbom-test-${process.pid}-${count++}`,
  address: LOOPBACK,
  interfaces: [LOOPBACK],
  relays: [],
  group: "239.255.0.7",
  messagePort: 10317,
  servicePort: 10318,
  user: undefined,
  prefix: "ignition",
  ...more,
});

/** Waits until it is true, and throws, naming what was waited for, when it is not within `PATIENCE`. */
export async function until(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`waited ${PATIENCE / 1000} s in vain until ${what}`);
    await pause(20);
  }
}

interface Said {
  readonly output: string;
  readonly code: number | null;
}
export interface Peer {
  /** All it has printed so far. */
  output(): string;
  kill(signal?: NodeJS.Signals): Promise<void>;
  readonly ended: Promise<Said>;
}

function start(
  program: string,
  { partition, user }: TransportOptions,
  env: Readonly<Record<string, string>>,
  words: readonly string[],
): Peer {
  const child: ChildProcess = spawn(`${FOLDER}/${program}`, [...words], {
    env: {
      ...process.env,
      IGN_PARTITION: partition,
      IGN_IP: LOOPBACK,
      ...(user && { IGN_TRANSPORT_USERNAME: user.name, IGN_TRANSPORT_PASSWORD: user.password }),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (data: Buffer) => (output += data.toString()));
  const ended = new Promise<Said>((done) => child.on("close", (code) => done({ output, code })));
  return {
    output: () => output,
    ended,
    kill: async (signal = "SIGTERM") => {
      child.kill(signal);
      await ended;
    },
  };
}

type Env = Readonly<Record<string, string>>;

/** Prints each message of a topic, in protobuf's text form, until it is killed. */
export const echo = (options: TransportOptions, topic: string, env: Env = {}): Peer =>
  start("ign-transport-topic", options, env, ["-e", "-t", topic]);

/** Has peers publish one message each, given in protobuf's text form, several at once and again until one is heard. */
export const publishUntil = (
  options: TransportOptions,
  [topic, type, text]: readonly [topic: string, type: string, text: string],
  isHeard: () => boolean,
  env: Env = {},
): Promise<void> =>
  until(`${text} is heard`, async () => {
    const words = ["-t", topic, "-m", `ignition.msgs.${type}`, "-p", text];
    const peers = Array.from({ length: AT_ONCE }, () => start("ign-transport-topic", options, env, words));
    await Promise.all(peers.map(({ ended }) => ended));
    return isHeard();
  });

/** Asks a service once, for at most ten seconds, and leaves. */
export const askOnce = (
  options: TransportOptions,
  name: string,
  types: readonly [request: string, response: string],
  text: string,
): Promise<Said> => {
  const [request, response] = types.map((type) => `ignition.msgs.${type}`) as [string, string];
  const typed = ["--reqtype", request, "--reptype", response, "--timeout", "10000"];
  return start("ign-transport-service", options, {}, ["-s", name, ...typed, "--req", text]).ended;
};

/** The names that a peer of this partition sees, one a line. */
export const list = (options: TransportOptions, what: "topic" | "service"): Promise<Said> =>
  start(`ign-transport-${what}`, options, {}, ["-l"]).ended;
