// The real supervisor and gate, journalled in a scripted ride, decide the same again; and a changed decision is found.
import { deserialize, serialize } from "node:v8";
import { expect, test } from "vitest";
import { NodeTurn, OperatorAct_Request, type WrenchStamped } from "../../core/messages.ts";
import { defineNode, type AnyNode } from "../../core/node.ts";
import { recordTopics, services, topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { hostNode } from "../../launch/host.ts";
import { Hub } from "../../launch/hub.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { decidingNodes, REPLAYED } from "../decisions.ts";
import { journalled, type Turn } from "./journal.ts";
import { NodeReplay, type Replayed } from "./replay.ts";
import { sampleOf } from "./sample.ts";

/** Turns of supervisor and gate while sensors speak, somebody acts and somebody stops. */
function turns(): NodeTurn[] {
  const told: NodeTurn[] = [];
  const run = new VirtualRun([]);
  run.on(recordTopics.nodeTurn, (turn) => told.push(turn));
  for (const node of decidingNodes()) run.add(node);
  const act = (what: number) =>
    run.call(services.operatorAct, {
      ...sampleOf("care_interfaces/srv/OperatorAct_Request"),
      act: what,
      operator_name: "Kim",
      on_site: true,
    });
  for (let step = 0; step < 50; step += 1) {
    for (const topic of [topics.estop, topics.jointStates, topics.scan, topics.imu, topics.operatorSignal])
      run.publish<unknown>(topic, sampleOf(topic.type));
    if (step === 10) act(OperatorAct_Request.CONFIRM_ON_SITE);
    if (step === 20) act(OperatorAct_Request.STOP);
    run.advance(milliseconds(10));
  }
  return told;
}

function replay(told: readonly NodeTurn[], makers = REPLAYED): Replayed[] {
  const nodes = new Map(Object.entries(makers).map(([name, make]) => [name, new NodeReplay(make)]));
  return told.flatMap((turn) => nodes.get(turn.node)?.take(turn) ?? []);
}
const changed = (turn: NodeTurn, change: (content: Turn) => Turn): NodeTurn => ({
  ...turn,
  content: serialize(change(deserialize(turn.content) as Turn)),
});

test("supervisor and gate decide the same again, bit for bit, turn by turn", () => {
  const told = turns();
  expect(new Set(told.map(({ kind }) => kind))).toEqual(
    new Set([NodeTurn.START, NodeTurn.STEP, NodeTurn.SERVE]),
  );
  expect(told.length).toBeGreaterThan(80);
  const all = replay(told);
  expect(all).toHaveLength(told.length);
  expect(all.filter(({ same }) => !same)).toEqual([]);
});

test("a decision that differs is told by its place, with what it was and what it is", () => {
  const told = turns();
  const place = told.findLastIndex(({ node, kind }) => node === "gate" && kind === NodeTurn.STEP);
  const before = told[place];
  if (before === undefined) throw new Error("the gate had no turn");
  told[place] = changed(before, (turn) => ({
    ...turn,
    said: turn.said.map(([key, message]) => [
      key,
      key === "command" ? { ...(message as object), sequence: -0 } : message,
    ]),
  }));
  expect(replay(told).filter(({ same }) => !same)).toMatchObject([
    { where: expect.stringMatching(/^said\[\d\]\[1\]\.sequence$/), then: "-0" },
  ]);
});

test("a supervisor that hears one thing more decides otherwise, and is found out", () => {
  const told = turns();
  const place = told.findIndex(({ node, sequence }) => node === "safety_supervisor" && sequence === 12);
  const before = told[place];
  if (before === undefined) throw new Error("the supervisor had no such turn");
  told[place] = changed(before, (turn) => ({ ...turn, clock: turn.clock.map((time) => time + 10) }));
  expect(replay(told).find(({ same }) => !same)).toBeDefined();
});

test("turns that were lost are named, not passed over", () => {
  const told = turns().filter(({ node, sequence }) => !(node === "gate" && sequence === 5));
  expect(() => replay(told)).toThrow("turn 5 of gate is missing: the recording goes on with turn 6");
});

test("a node that throws is replayed with its error", () => {
  const bad = defineNode({
    name: "bad",
    period: seconds(1),
    subscribes: { state: topics.safetyState },
    start: (io) => ({
      step() {
        if (io.latest.state !== undefined) throw new Error(`at ${io.now()}`);
      },
    }),
  }) as unknown as AnyNode;
  const told: NodeTurn[] = [];
  const run = new VirtualRun([]);
  run.on(recordTopics.nodeTurn, (turn) => told.push(turn));
  run.add(journalled(bad));
  run.advance(seconds(1));
  run.publish(topics.safetyState, sampleOf("care_interfaces/msg/SafetyState") as never);
  expect(() => run.advance(seconds(5))).toThrow("node bad: at 2");
  expect(replay(told, { bad: () => bad }).every(({ same }) => same)).toBe(true);
  expect((deserialize(told.at(-1)?.content ?? Buffer.of()) as Turn).threw).toBe("at 2");
});

test("a parameter that was set while the node ran is set in its replay too", () => {
  const limited = defineNode({
    name: "limited",
    period: seconds(1),
    parameters: { limit: { default: 1, about: "what it says" } },
    publishes: { lift: topics.leftWrench },
    start: (io) => ({
      step: () =>
        io.publish.lift({
          ...(sampleOf("geometry_msgs/msg/WrenchStamped") as unknown as WrenchStamped),
          header: { stamp: { sec: io.parameters.limit, nanosec: 0 }, frame_id: "" },
        }),
    }),
  }) as unknown as AnyNode;
  const told: NodeTurn[] = [];
  const hub = new Hub();
  hub.subscribe(recordTopics.nodeTurn, (turn) => void told.push(turn as NodeTurn));
  const hosted = hostNode(journalled(limited), hub, { now: () => seconds(0), wake: () => {} });
  hosted.step();
  hosted.setParameters({ limit: 2 });
  hosted.step();
  hosted.step();
  expect(told.map(({ content }) => (deserialize(content) as Turn).parameters)).toEqual([
    { limit: 1 },
    undefined,
    { limit: 2 },
    undefined,
  ]);
  expect(replay(told, { limited: () => limited }).filter(({ same }) => !same)).toEqual([]);
});

test("a node that calls others cannot be journalled", () => {
  const caller = defineNode({
    name: "caller",
    period: seconds(1),
    calls: { act: services.operatorAct },
    start: () => ({ step() {} }),
  }) as unknown as AnyNode;
  expect(() => journalled(caller)).toThrow("node caller cannot be journalled: it calls or offers act");
});
