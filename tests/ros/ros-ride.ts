// `npm run ros` as its user starts it, in its own process, on a free port.
import { spawn } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { NODE, ROOT } from "../../scripts/machine.js";

export interface RosRide {
  /** name:port of its page */
  readonly host: string;
  /** The process of a group, once it is up. */
  pid(group: string): number;
  /** All it has said. */
  readonly said: () => string;
  stop(): Promise<void>;
  /** Ends every process of it at once and for good, as a power cut would. */
  crash(): Promise<void>;
}

/** Two ports in a row, the page's and the lane's, that nobody has now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

export async function startRosRide(words: readonly string[] = ["--seed", "3"]): Promise<RosRide> {
  const port = await freePort();
  const child = spawn(NODE, ["launch/ros.ts", "--port", String(port), ...words], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const hear = (text: Buffer) => void (said += String(text));
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const groups = () => new Set([...said.matchAll(/group (\w+) is up/g)].map(([, group = ""]) => group));
  const pid = (group: string): number => {
    const [, id] = [...said.matchAll(new RegExp(`group ${group} is up as process (\\d+)`, "g"))].at(-1) ?? [];
    if (id === undefined) throw new Error(`no group ${group}: ${said}`);
    return Number(id);
  };
  return {
    host: `127.0.0.1:${port}`,
    pid,
    said: () => said,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
    async crash() {
      child.kill("SIGKILL"); // first: it would start the others anew
      await ended;
      for (const group of groups()) process.kill(pid(group), "SIGKILL");
    },
  };
}
