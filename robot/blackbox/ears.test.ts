// What drivers say is noted once each, with the time at which it was heard.
import { expect, test } from "vitest";
import { topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { earsNode } from "./ears.node.ts";
import type { Noted } from "./noted.ts";
import { sampleOf } from "./sample.ts";

test("each message of a stream and of an event is noted once, in order and when it came", () => {
  const noted: Noted[] = [];
  const run = new VirtualRun([]);
  run.add(earsNode({ note: (one) => void noted.push(one) }, { scan: topics.scan, heard: topics.heard }));
  const say = (topic: typeof topics.scan | typeof topics.heard) =>
    run.publish<unknown>(topic, sampleOf(topic.type));
  run.advance(seconds(0.5));
  for (let turn = 0; turn < 3; turn += 1) {
    say(topics.scan);
    run.advance(milliseconds(10));
  }
  say(topics.heard);
  say(topics.heard);
  run.advance(seconds(3));
  expect(noted.map(({ topic }) => topic)).toEqual([
    ...[topics.scan, topics.scan, topics.scan, topics.heard, topics.heard].map(({ name }) => name),
  ]);
  expect(noted.map(({ at }) => Number(at.toFixed(2)))).toEqual([0.5, 0.51, 0.52, 0.53, 0.53]);
  expect(noted[0]?.message).toEqual(sampleOf(topics.scan.type));
});
