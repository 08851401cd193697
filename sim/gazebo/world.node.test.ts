// The node of the world on a stand-in for Gazebo: what it tells the house, what it tells Gazebo, and what it does when one is silent.
import { afterEach, beforeAll, expect, test } from "vitest";
import { WELL } from "../../core/body/condition.ts";
import type { HardwareCommand, JointState } from "../../core/messages.ts";
import { secondsOf } from "../../core/time.ts";
import { seconds } from "../../core/units.ts";
import { loadEngine, type Engine } from "../mujoco/engine.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import { ownPartition, until } from "./debian-peer.ts";
import { awaitGazebo, gazeboLink } from "./link.ts";
import { standIn } from "./stand-in.ts";
import { openTransport } from "./transport/transport.ts";
import { gazeboWorldNode } from "./world.node.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

type Spec = ReturnType<typeof gazeboWorldNode>;
type Io = Parameters<Spec["start"]>[0];
/** Everything the node has published, newest last, by the names of its wiring. */
type Said = { readonly [K in keyof Io["publish"]]: Parameters<Io["publish"][K]>[0][] };

/** The node on a clock that begins at 1 s, stepped each 10 ms as a runner does. */
async function begin() {
  const options = ownPartition();
  const gazebo = await standIn(options);
  closing.push(() => gazebo.close());
  const transport = await openTransport(options, () => {});
  const link = gazeboLink(transport, "ward");
  await awaitGazebo(link, "ward");
  const spec = gazeboWorldNode(engine, link, DEFAULT_RESIDENT);
  const start = performance.now();
  const now = () => seconds(1 + (performance.now() - start) / 1000);
  const said = Object.fromEntries(Object.keys(spec.publishes).map((key) => [key, []])) as unknown as Said;
  const command: { current: HardwareCommand | undefined } = { current: undefined };
  const io = {
    now,
    parameters: { picture_refused: false, sensors: "perfect" },
    latest: {
      get command() {
        return command.current && { message: command.current, receivedAt: now() };
      },
    },
    take: { said: () => [] },
    publish: Object.fromEntries(
      Object.entries(said).map(([key, list]) => [key, (message: never) => list.push(message)]),
    ),
  } as unknown as Io;
  const node = spec.start(io);
  const timer = setInterval(() => node.step(), 10);
  closing.push(async () => {
    clearInterval(timer);
    await node.stop?.();
  });
  return { gazebo, transport, node, said, now, command };
}

test("what Gazebo's sensors say reaches the house, stamped by the house's clock and never from the future", async () => {
  const { gazebo, said, now } = await begin();
  expect(said.resident).toHaveLength(1);
  expect(gazebo.asked[0]).toMatchObject({ pause: false });
  gazebo.run();
  await until("all is told", () =>
    [said.joints, said.odometry, said.imu, said.left, said.right, said.scan, said.truth].every(
      (one) => one.length > 3,
    ),
  );
  const joints = said.joints.at(-1) as JointState;
  expect(joints.position[joints.name.indexOf("lift_joint")]).toBe(0.25);
  expect(said.odometry.at(-1)?.pose.pose.position.x).toBe(-0.4);
  expect(said.left.at(-1)?.wrench.force.z).toBe(-39.24);
  const links = said.linkPoses.at(-1);
  expect(links?.poses[links.names.indexOf("transfer_robot/lift_link")]?.position).toMatchObject({
    x: 0.55,
    z: 0.95,
  });
  expect(said.scan.at(-1)?.ranges.some(Number.isFinite)).toBe(true);
  const stamps = said.joints.map(({ header }) => secondsOf(header.stamp));
  expect(stamps.every((stamp, i) => stamp >= (stamps[i - 1] ?? 0))).toBe(true);
  expect(stamps.every((stamp) => stamp >= 0 && stamp <= now())).toBe(true);
});

test("a contact of unknown force is told as one, and is over when Gazebo no longer tells it", async () => {
  const { gazebo, said } = await begin();
  gazebo.run();
  gazebo.touching = true;
  await until("it is felt", () => (said.contacts.at(-1)?.contacts.length ?? 0) > 0);
  const [contact] = said.contacts.at(-1)?.contacts ?? [];
  expect(contact).toMatchObject({ link: "left_arm", force: NaN, unintended: false });
  gazebo.touching = false;
  await until("it is over", () => said.contacts.at(-1)?.contacts.length === 0);
});

test("Gazebo is driven as commanded, and is told to rest when the command grows old", async () => {
  const { gazebo, now, command } = await begin();
  gazebo.run();
  let sequence = 0;
  await until("Gazebo moves", () => {
    const time = now();
    const stamp = { sec: Math.floor(time), nanosec: Math.floor((time % 1) * 1e9) };
    command.current = {
      header: { stamp, frame_id: "base_link" },
      sequence: sequence++,
      drive: { linear: { x: 0.2, y: 0, z: 0 }, angular: { x: 0, y: 0, z: -0.1 } },
      joint_names: ["lift_joint"],
      joint_velocities: [0.05],
      set_brakes: false,
    };
    return gazebo.commanded.forward === 0.2 && gazebo.commanded.lift === 0.05;
  });
  expect(gazebo.commanded.turn).toBe(-0.1);
  await until("Gazebo rests", () => gazebo.commanded.forward === 0 && gazebo.commanded.lift === 0);
});

test("a Gazebo that stands still is silence to the house, rubbish is counted, and it is heard again, also from its beginning", async () => {
  const { gazebo, said, transport } = await begin();
  gazebo.run();
  await until("it is heard", () => said.joints.length > 10);
  gazebo.halt();
  gazebo.rubbish();
  await until("the rubbish is counted", () => transport.troubles.message >= 8);
  const before = said.joints.length;
  const estops = said.estop.length;
  await until("the node went on by itself", () => said.estop.length > estops + 20);
  expect(said.joints.length).toBeLessThanOrEqual(before + 1);
  gazebo.rewind();
  gazebo.run();
  await until("it is heard again", () => said.joints.length > before + 10);
});

test("without power nothing moves and the e-stop's button is told; a reset is refused with a word", async () => {
  const { gazebo, said, node } = await begin();
  gazebo.run();
  expect(node.serve?.fault({ fault: "estop", on: true })).toEqual({ refused: false, reason: "" });
  expect(node.serve?.fault({ fault: "none such", on: true }).refused).toBe(true);
  await until("it is told", () => said.estop.at(-1)?.pressed === true);
  const anyone = {
    seed: 1,
    sex: 0,
    stature: 1.6,
    body_mass: 60,
    leg_strength: 0.5,
    condition: WELL,
    tries_alone: false,
  };
  expect(node.serve?.reset(anyone as Parameters<NonNullable<typeof node.serve>["reset"]>[0]).reason).toMatch(
    /anew/,
  );
});

test("where no Gazebo is, one error says what was looked for, where, and what to start", async () => {
  const options = ownPartition();
  const transport = await openTransport(options, () => {});
  closing.push(() => transport.close());
  const waiting = awaitGazebo(gazeboLink(transport, "ward"), "ward", seconds(0.3));
  await expect(waiting).rejects.toThrow(
    new RegExp(`no Gazebo answers: .*"ward" in partition "${options.partition}".*127.0.0.1.*npm run gazebo`),
  );
});
