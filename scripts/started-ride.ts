// A ride started as a person starts it: its own process, the address it tells, and an end by signal.
import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { NODE, ROOT } from "./machine.js";

export interface StartedRide {
  /** As printed: http://host:port */
  readonly address: string;
  readonly pid: number;
  /** Everything it has said on stderr so far. */
  said(): string;
  /** Asks it to end and resolves with its exit status; null when a signal had to end it. */
  stop(signal?: "SIGINT" | "SIGTERM"): Promise<number | null>;
}

const ADDRESS = /running at (http:\/\/\S+)/;

/** Starts a ride with these words of `npm start --`. Rejects with what it said when it ends before it runs. */
export async function startRide(words: readonly string[] = ["--port", "0"]): Promise<StartedRide> {
  const child = spawn(NODE, ["launch/start.ts", "--headless", ...words], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = exitOf(child);
  const address = await Promise.race([addressOf(child), ended.then(() => undefined)]);
  if (address === undefined) throw new Error(said.trim());
  return {
    address,
    pid: child.pid ?? NaN,
    said: () => said,
    stop: (signal = "SIGTERM") => {
      child.kill(signal);
      return ended;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string | undefined> {
  if (child.stdout === null) return undefined;
  const lines = createInterface({ input: child.stdout });
  const { promise, resolve } = Promise.withResolvers<string>();
  lines.on("line", (line) => {
    const address = ADDRESS.exec(line)?.[1];
    if (address !== undefined) resolve(address);
  });
  return promise;
}

function exitOf(child: ChildProcess): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.once("close", resolve); // after its last words
  return promise;
}
