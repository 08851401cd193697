// `npm start` as its user meets it: the address line, the page behind it, clear errors, and an end that leaves nothing.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { startRide, type StartedRide } from "../../scripts/started-ride.ts";

const running: StartedRide[] = [];
afterEach(async () => {
  for (const ride of running.splice(0)) await ride.stop();
});
const start = async (...words: string[]) => {
  const ride = await startRide(words);
  running.push(ride);
  return ride;
};
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test.each(["SIGINT", "SIGTERM"] as const)(
  "it tells its address, serves the page and what the page asks for, and %s ends it cleanly",
  async (signal) => {
    const ride = await start("--port", "0", "--seed", "3");
    expect(await (await fetch(ride.address)).text()).toContain("<title>");
    const session = (await (await fetch(`${ride.address}/session.json`)).json()) as { lane_port: number };
    expect(session.lane_port).toBeGreaterThan(0);
    const scene = (await (await fetch(`${ride.address}/visuals.json`)).json()) as {
      models: { name: string }[];
    };
    expect(scene.models.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["resident", "transfer_robot"]),
    );
    expect(await ride.stop(signal)).toBe(0);
    expect(ride.said()).toBe("");
    expect(isAlive(ride.pid)).toBe(false);
  },
);

test("a port in use is one clear error, and nothing is left running", async () => {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  await expect(start("--port", String(port))).rejects.toThrow(
    new RegExp(`^dolbom: port ${port} on 127\\.0\\.0\\.1 is in use: .*npm start -- --port \\d+$`),
  );
  server.close();
});

test("a broken world is one clear error that names the file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dolbom-world-"));
  const file = join(folder, "broken.sdf");
  writeFileSync(file, '<sdf version="1.9"><world name="x"><model');
  await expect(start("--world", file)).rejects.toThrow(/^dolbom: \S+broken\.sdf:1: broken XML[^\n]*$/);
  rmSync(file);
  await expect(start("--world", file)).rejects.toThrow(/^dolbom: cannot read the SDF file \S+broken\.sdf$/);
  rmSync(folder, { recursive: true });
});

test("an unknown word and a port that is none are each one clear error", async () => {
  await expect(start("--fast")).rejects.toThrow(/^dolbom: Unknown option '--fast'[^\n]*$/);
  await expect(start("--port", "eighty")).rejects.toThrow(
    "dolbom: --port eighty: expected a whole number from 0 to 65534",
  );
});
