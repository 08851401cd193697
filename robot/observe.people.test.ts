// What the rules are shown of people: who is seen, who commands, who holds, and who says stop.
import { expect, test } from "vitest";
import type { OperatorSignal, Person } from "../core/messages.ts";
import type { Stamped } from "../core/node.ts";
import { command, NO_COMMAND } from "./command.ts";
import { NOW, said, SILENCE } from "./heard.ts";
import { NOTHING_YET, observe, type Heard, type Memory } from "./observe.ts";

const look = (heard: Partial<Heard>, before: Memory = NOTHING_YET) =>
  observe(NOW, before, { ...SILENCE, ...heard });
const seen = (heard: Partial<Heard>) => look(heard).wishes.seen;
const signal = (change: Partial<OperatorSignal>, at: number = NOW) =>
  said<OperatorSignal>(
    {
      operator: "Kim",
      session: "lane-1",
      on_site: true,
      wants_command: true,
      stop_pressed: false,
      hold_pressed: false,
      round_trip: 0.02,
      ...change,
    },
    at,
  );
/** What the supervisor knows of those who command, after these signals. */
const commanded = (...signals: readonly Stamped<OperatorSignal>[]) => ({
  command: command(NOW, NO_COMMAND, {
    signals,
    task: undefined,
    operator: undefined,
    acts: [],
    loaded: true,
    stopped: false,
  }),
});
const person = (change: Partial<Person>, at: number = NOW) =>
  said<Person>({ seen: true, confidence: 0.9, trunk_tilt: 0.1, ...change }, at);

test("the person was last seen when they were last seen well", () => {
  const first = look({ person: person({}, 9.8) });
  const { wishes } = look({ person: person({ confidence: 0.59, trunk_tilt: 9 as never }) }, first.memory);
  expect(wishes.seen.personAge).toBeCloseTo(0.2, 9);
  expect(wishes.seen.trunkTilt).toBe(0.1);
  expect(look({ person: person({ seen: false }) }).wishes.seen.personAge).toBe(Infinity);
});
test("a stop among several signals is no heartbeat", () => {
  const both = commanded(
    signal({ stop_pressed: true, session: "lane-2" }),
    signal({ hold_pressed: true }, 9.9),
  );
  expect(look(both).wishes.held).toBe(true);
  expect(seen(both).linkAge).toBeCloseTo(0.1, 9);
  expect(seen(commanded(signal({ stop_pressed: true }))).linkAge).toBe(Infinity);
  expect(seen({ stopPressed: true }).operatorStopped).toBe(true);
});
test("a press is a release when it is older than 200 ms", () =>
  expect(look(commanded(signal({ hold_pressed: true }, 9.79))).wishes.held).toBe(false));
test("SR-35 from elsewhere nobody holds to lower, and beside the resident anybody does", () => {
  const remote = signal({ on_site: false, hold_pressed: true });
  expect(look(commanded(remote)).wishes).toMatchObject({ held: false, seen: { unansweredOnSite: true } });
  const beside = signal({
    session: "lane-2",
    operator_name: "Lee",
    wants_command: false,
    hold_pressed: true,
  });
  const both = look(commanded(signal({ on_site: false }), beside));
  expect(both.wishes).toMatchObject({ held: true, seen: { unansweredOnSite: true } });
});
test("the resident's stop is heard", () => {
  const heard = (key: string) => seen({ spoken: [said({ key, resident: "" })] }).residentStopped;
  expect([heard("heard.stop"), heard("heard.yes")]).toEqual([true, false]);
});
