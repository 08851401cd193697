// What ros2_control's manager is asked, in which order, and what is made of its answers: brakes never wait, and nothing is taken for done.
import { describe, expect, test } from "vitest";
import { seconds } from "../../core/units.ts";
import {
  actCame,
  areActive,
  idleOf,
  isPowered,
  listCame,
  MOVERS,
  next,
  UNKNOWN,
  want,
  type Act,
  type Manager,
} from "./manager.ts";

const COMPONENTS = ["base", "lift"];
/** A manager that is asked every 10 ms; `answer` says what is wrong with an act, empty for nothing, undefined for no answer. */
function play(components: readonly string[], answer: (act: Act) => string | undefined, obeys = true) {
  let manager: Manager = UNKNOWN;
  const states = Object.fromEntries(MOVERS.map((name) => [name, "inactive"]));
  const hardware = Object.fromEntries(components.map((name) => [name, "inactive"]));
  const acts: string[] = [];
  let time = 1;
  const listing = () => ({
    controllers: { ...states, joint_state_broadcaster: "active" },
    hardware: { ...hardware, sensors: "active" },
  });
  const done = (act: Act) => {
    const trouble = answer(act);
    if (trouble === undefined) return;
    if (trouble === "" && obeys) {
      const state = act.on ? "active" : "inactive";
      if (act.kind === "power") hardware[act.component] = state;
      else for (const name of act.controllers) states[name] = state;
    }
    manager = actCame(seconds(time), manager, act, trouble);
  };
  return {
    want: (braked: boolean) => void (manager = want(seconds(time), manager, braked)),
    pass(lasting: number) {
      for (const end = time + lasting; time < end; time += 0.01) {
        const asked = next(seconds(time), manager, components);
        manager = asked.manager;
        if (asked.act !== undefined) {
          const { kind, on } = asked.act;
          acts.push(`${kind} ${on ? "on" : "off"} ${kind === "power" ? asked.act.component : ""}`.trim());
          done(asked.act);
        }
        if (asked.list) manager = listCame(manager, listing());
      }
      return acts.splice(0);
    },
    states,
    hardware,
    manager: () => manager,
    isActive: () => areActive(seconds(time), manager),
    isPowered: () => isPowered(seconds(time), manager),
  };
}

describe("drives that are made ready", () => {
  test("get their power first, then their controllers, once", () => {
    const one = play(COMPONENTS, () => "");
    one.want(false);
    expect(one.pass(3)).toEqual(["power on base", "power on lift", "switch on"]);
    expect([one.manager().phase, one.isActive()]).toEqual(["open", true]);
  });
  test("and are not, are asked for again for a second, and then left alone", () => {
    const one = play([], () => "busy");
    one.want(false);
    const acts = one.pass(1.2);
    expect(acts.length).toBeGreaterThan(3);
    expect(acts.length).toBeLessThan(8);
    expect(one.pass(2)).toEqual([]);
    expect([one.manager().phase, one.isPowered(), one.manager().trouble]).toEqual(["open", false, "busy"]);
  });
  test("whose manager says yes and lists no are not ready, and it is asked again in time", () => {
    const one = play([], () => "", false);
    one.want(false);
    const acts = one.pass(2);
    expect(acts.length).toBeGreaterThan(3);
    expect(acts.length).toBeLessThan(8);
    expect([one.manager().phase, one.isPowered()]).toEqual(["open", false]);
  });
  test("that somebody stops later are not started behind their back", () => {
    const one = play([], () => "");
    one.want(false);
    one.pass(1);
    one.states["joint_controller"] = "inactive";
    expect(one.pass(3)).toEqual([]);
    expect(one.isPowered()).toBe(false);
  });
});

describe("SR-57 drives whose hardware somebody else leads", () => {
  const ready = () => {
    const one = play(COMPONENTS, () => "");
    one.want(false);
    one.pass(1);
    expect([one.isPowered(), idleOf(one.manager())]).toEqual([true, []]);
    return one;
  };
  test.each(["inactive", "unconfigured", "finalized"])(
    "to %s have no power, whatever controllers say",
    (state) => {
      const one = ready();
      one.hardware["lift"] = state;
      expect(one.pass(3)).toEqual([]);
      expect([one.isPowered(), idleOf(one.manager())]).toEqual([false, ["lift"]]);
    },
  );
  test("to active while they are braked lose their power again", () => {
    const one = ready();
    one.want(true);
    one.pass(1);
    one.hardware["base"] = "active";
    expect(one.pass(1)).toEqual(["power off base"]);
  });
  test("are asked for again where the manager says that it has led them and lists that it has not", () => {
    const one = play(COMPONENTS, () => "", false);
    one.want(true);
    one.hardware["base"] = "active";
    const acts = one.pass(3);
    expect(acts.filter((act) => act === "power off base").length).toBeGreaterThan(5);
    expect(acts.length).toBeLessThan(20);
  });
  test("are not known to be braked where the manager does not know them", () => {
    const one = play(["wheelz"], (act) => (act.kind === "power" ? "unknown" : ""));
    delete one.hardware["wheelz"];
    one.want(true);
    expect(one.pass(2).filter((act) => act === "power off wheelz").length).toBeGreaterThan(3);
    expect(one.manager().trouble).toBe("unknown");
  });
});

describe("SR-57 drives that are braked", () => {
  test("lose their controllers first, then their power", () => {
    const one = play(COMPONENTS, () => "");
    one.want(false);
    one.pass(1);
    one.want(true);
    expect(one.pass(2)).toEqual(["switch off", "power off base", "power off lift"]);
    expect(Object.values(one.states)).toEqual(["inactive", "inactive"]);
  });
  test("lose their power where the controllers cannot be switched off, and are asked for until they are", () => {
    const one = play(COMPONENTS, (act) => (act.kind === "switch" && !act.on ? "stuck" : ""));
    one.want(false);
    one.pass(1);
    one.want(true);
    const acts = one.pass(5);
    expect(acts).toEqual(expect.arrayContaining(["power off base", "power off lift"]));
    expect(acts.filter((act) => act === "switch off").length).toBeGreaterThan(5);
  });
  test("do not wait for an answer to what made them ready", () => {
    const one = play([], (act) => (act.on ? undefined : ""));
    one.want(false);
    expect(one.pass(0.05)).toEqual(["switch on"]);
    one.want(true);
    expect(one.pass(0.02)).toEqual(["switch off"]);
  });
  test("an answer that comes late counts for nothing", () => {
    const first: Act[] = [];
    const one = play([], (act) => (act.on ? void first.push(act) : ""));
    one.want(false);
    one.pass(0.05);
    one.want(true);
    const [late] = first;
    const after = late && actCame(seconds(2), one.manager(), late, "");
    expect(after).toMatchObject({ phase: "braking", switchedAt: -Infinity });
  });
});

test("a list that is old says nothing, and one that never comes is asked for again", () => {
  let manager = listCame(next(seconds(1), UNKNOWN, []).manager, {
    controllers: Object.fromEntries(MOVERS.map((name) => [name, "active"])),
    hardware: {},
  });
  expect([areActive(seconds(1.9), manager), areActive(seconds(2.1), manager)]).toEqual([true, false]);
  let lists = 0;
  for (let time = 3; time < 6; time += 0.01) {
    const asked = next(seconds(time), manager, []);
    manager = asked.manager;
    if (asked.list) lists += 1;
  }
  expect(lists).toBe(3);
});
