// Tests of the stand-up machine: its story, its pauses, and that every phase can be reached and left.
import { expect, test } from "vitest";
import { createActor, SimulatedClock } from "xstate";
import { getShortestPaths } from "xstate/graph";
import { NOTHING, type Facts } from "./facts.ts";
import { standUpMachine, type StandUpEvent } from "./machine.ts";
import { TIMINGS } from "./timings.ts";

function start() {
  const clock = new SimulatedClock();
  const actor = createActor(standUpMachine, { clock }).start();
  const tell = (change: Partial<Facts>) => actor.send({ type: "FACTS", facts: { ...NOTHING, ...change } });
  const at = () => {
    const { value } = actor.getSnapshot();
    return typeof value === "string" ? value : value.working;
  };
  return { clock, actor, tell, at };
}
const YES: StandUpEvent = { type: "HEARD", key: "heard.yes" };

function upTo(phase: "ask" | "contact" | "lean" | "lift" | "stabilise" | "release") {
  const task = start();
  const steps = [
    () => task.tell({ docked: true }),
    () => task.actor.send(YES),
    () => task.tell({ touching: true }),
    () => task.tell({ leaned: true }),
    () => task.tell({ risen: true }),
    () => task.tell({ steady: true }),
  ];
  for (const step of steps) if (task.at() !== phase) step();
  expect(task.at()).toBe(phase);
  return task;
}

test("a resident who agrees is helped up and let go", () => {
  const task = upTo("release");
  task.tell({ clear: true });
  expect(task.at()).toBe("stood");
});

test("without a yes the robot never touches: no, silence and any other word make it withdraw", () => {
  for (const refuse of [
    (task: ReturnType<typeof upTo>) => task.actor.send({ type: "HEARD", key: "heard.no" }),
    (task: ReturnType<typeof upTo>) => task.actor.send({ type: "HEARD", key: "heard.what" }),
    (task: ReturnType<typeof upTo>) => task.clock.increment(TIMINGS.answerLimit * 1000),
  ]) {
    const task = upTo("ask");
    refuse(task);
    expect(task.at()).toBe("withdraw");
    task.tell({ clear: true });
    expect(task.at()).toBe("refused");
  }
});

test("held mid-lift it is paused, and goes on with the lift when it may", () => {
  const task = upTo("lift");
  task.tell({ held: true });
  expect(task.at()).toBe("paused");
  task.tell({ risen: true, held: true });
  expect(task.at()).toBe("paused");
  task.tell({});
  expect(task.at()).toBe("lift");
});

test("lowered while paused it waits until it may move, lets go, and does not lift again", () => {
  const task = upTo("lift");
  task.tell({ held: true });
  task.tell({ held: true, seatedAgain: true });
  expect(task.at()).toBe("paused");
  task.tell({ seatedAgain: true });
  expect(task.at()).toBe("let_go");
  task.tell({ clear: true });
  expect(task.at()).toBe("lowered");
});

test("cancelled before the lean it withdraws; cancelled with the person in the arms it ends and asks for no motion", () => {
  const early = upTo("contact");
  early.actor.send({ type: "CANCEL" });
  expect(early.at()).toBe("withdraw");
  const late = upTo("lift");
  late.actor.send({ type: "CANCEL" });
  expect(late.at()).toBe("canceled");
});

test("a dock that is never reached and pads that find nobody end the try", () => {
  const lost = start();
  lost.clock.increment(TIMINGS.approachLimit * 1000);
  expect(lost.at()).toBe("not_ready");
  const missed = upTo("contact");
  missed.clock.increment(TIMINGS.contactLimit * 1000);
  expect(missed.at()).toBe("withdraw");
});

test("from every reachable state there is a way to an end", () => {
  const facts = (change: Partial<Facts>): StandUpEvent => ({
    type: "FACTS",
    facts: { ...NOTHING, ...change },
  });
  const events: StandUpEvent[] = [
    YES,
    { type: "HEARD", key: "heard.no" },
    { type: "CANCEL" },
    ...Object.keys(NOTHING).map((key) => facts({ [key]: true })),
    facts({ held: true, seatedAgain: true }),
  ];
  const paths = getShortestPaths(standUpMachine, { events });
  expect(paths.length).toBeGreaterThan(12);
  for (const { state } of paths) {
    if (state.status === "done") continue;
    const ways = getShortestPaths(standUpMachine, {
      events,
      fromState: state,
      toState: (s) => s.status === "done",
    });
    expect(ways.length, JSON.stringify(state.value)).toBeGreaterThan(0);
  }
});
