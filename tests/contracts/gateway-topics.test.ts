// Topics through the gateway as roslib sees them: latched, events, pictures, a slow neighbour, requests for motion.
import { expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import type { CompressedImage } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { aDrive, aResident, aSafetyState, aTaskState, anImage, someLinkPoses } from "../ui/messages.ts";
import { actOf, call, graph, open, subscribed, topicOf } from "./gateway-roslib.ts";

test("a latched topic is heard at once, and by who comes late", async () => {
  const { run, ros, join: another } = await graph();
  const said = aSafetyState({ reasons: ["reason.needs_start"] });
  run.publish(topics.safetyState, said);
  for (const { ros: reader } of [{ ros }, await another()]) {
    const heard: unknown[] = [];
    topicOf(reader, topics.safetyState).subscribe((message) => heard.push(message));
    await vi.waitFor(() => expect(heard).toEqual([said]));
  }
});

test("the newest of a stream is heard by who comes late while simulated time stands, and a picture only with consent", async () => {
  const { run, ros } = await graph();
  const heard: string[] = [];
  run.publish(topics.simTime, {
    header: aSafetyState().header,
    paused: true,
    speed: 1,
    world_time: seconds(1),
    pace: 1,
    restored: 1,
    moment: "",
    reason: "",
  });
  run.publish(topics.linkPoses, someLinkPoses());
  run.publish(topics.compressedImage, {
    header: aSafetyState().header,
    format: "jpeg",
    data: new Uint8Array(1),
  });
  await subscribed(ros);
  topicOf(ros, topics.compressedImage).subscribe(() => heard.push("picture"));
  topicOf(ros, topics.linkPoses).subscribe(() => heard.push("poses"));
  await vi.waitFor(() => expect(heard).toEqual(["poses"]));
});

test("every event arrives once and in order, however fast they come", async () => {
  const { run, ros } = await graph();
  const heard: string[] = [];
  topicOf(ros, topics.said).subscribe(({ key }) => heard.push(key));
  const keys = Array.from({ length: 50 }, (_, n) => `say.${n}`);
  await subscribed(ros);
  for (const key of keys)
    run.publish(topics.said, { header: aSafetyState().header, key, resident: "김순자" });
  await vi.waitFor(() => expect(heard).toEqual(keys));
});

test("a topic that is no longer read is not sent", async () => {
  const { run, ros } = await graph();
  const heard: unknown[] = [];
  const topic = topicOf(ros, topics.taskState);
  topic.subscribe((message) => heard.push(message));
  await vi.waitFor(() => {
    run.publish(topics.taskState, aTaskState());
    expect(heard.length).toBeGreaterThan(0);
  });
  topic.unsubscribe();
  await subscribed(ros);
  const before = heard.length;
  const others: unknown[] = [];
  topicOf(ros, topics.safetyState).subscribe((message) => others.push(message));
  run.publish(topics.taskState, aTaskState());
  run.publish(topics.safetyState, aSafetyState());
  await vi.waitFor(() => expect(others).toHaveLength(1));
  expect(heard).toHaveLength(before);
});

test("a request for motion passes unchanged, its stamp too", async () => {
  const { ros, heard, refusals } = await graph();
  const wanted = aDrive({ sequence: 41 });
  topicOf(ros, topics.operatorMotion).publish(wanted);
  await vi.waitFor(() => expect(heard).toEqual([wanted]));
  expect(refusals).toEqual([]);
});

test("what is not a request for motion is refused with one status error, and nothing else happens", async () => {
  const { ros, heard, refusals, door } = await graph();
  const motion = topicOf<unknown>(ros, topics.operatorMotion);
  motion.publish({ ...aDrive(), speed: 9 });
  motion.publish({ ...aDrive(), sequence: "one" });
  topicOf<unknown>(ros, topics.hardwareCommand).publish({});
  topicOf<unknown>(ros, { ...topics.said, name: "/nobody" }).subscribe(() => {});
  await vi.waitFor(() => expect(refusals).toHaveLength(5)); // publishing /hardware/command also advertises it
  expect(refusals.join("\n")).toContain("speed: care_interfaces/msg/MotionRequest has no such field");
  expect(refusals.join("\n")).toContain("publishing /hardware/command is not allowed");
  expect(refusals.join("\n")).toContain("no topic /nobody here");
  expect(heard).toEqual([]);
  expect(door.refusals).toBe(5);
});

test("pictures go out as JPEG with the stamp of their taking, only with consent, and none after it is withdrawn", async () => {
  const { ros, run, door } = await graph();
  const pictures: CompressedImage[] = [];
  topicOf(ros, topics.compressedImage).subscribe((picture) => pictures.push(picture));
  topicOf(ros, topics.image).subscribe(() => pictures.push({} as CompressedImage));
  await subscribed(ros);
  expect([...door.clients][0]?.wants("compressedImage")).toBe(true);
  run.publish(topics.image, anImage());
  run.publish(topics.resident, aResident({ picture_refused: true }));
  run.publish(topics.image, anImage());
  await subscribed(ros);
  expect(pictures).toEqual([]);
  run.publish(topics.resident, aResident());
  const image = anImage();
  run.publish(topics.image, image);
  await vi.waitFor(() => expect(pictures.some((p) => p.format === "jpeg")).toBe(true));
  const jpeg = pictures.find((p) => p.format === "jpeg");
  expect(jpeg?.header).toEqual(image.header);
  expect(String(jpeg?.data)).toMatch(/^\/9j\//); // FF D8 FF, a JPEG, in base64
  run.publish(topics.resident, aResident({ picture_refused: true }));
  const shown = pictures.length;
  run.publish(topics.image, anImage());
  await subscribed(ros);
  expect(pictures).toHaveLength(shown);
});

test("a page that reads nothing costs its neighbour nothing", async () => {
  const { ros, run, address, door } = await graph();
  const stalled = new WebSocket(`ws://${address}`);
  open.push({ stop: () => stalled.terminate() });
  await new Promise((opened) => stalled.once("open", opened));
  stalled.send(JSON.stringify({ op: "subscribe", topic: topics.linkPoses.name }));
  await vi.waitFor(() => expect([...door.clients].filter((c) => c.wants("linkPoses"))).toHaveLength(1));
  stalled.pause();
  const big = someLinkPoses({ names: Array.from({ length: 20_000 }, (_, n) => `robot/link_${n}`) });
  const lazy = [...door.clients].find((c) => c.wants("linkPoses"));
  await vi.waitFor(
    () => {
      run.publish(topics.linkPoses, big);
      expect(lazy?.replaced).toBeGreaterThan(20);
    },
    { timeout: 20_000, interval: 5 },
  );
  expect(await call(actOf(ros), { act: 0, operator_name: "kim", on_site: true })).toMatchObject({
    refused: false,
  });
});
