// What the controllers of ros2_control are told, command by command: never silence, and nothing but zero for what is not sure.
import { describe, expect, test } from "vitest";
import type { HardwareCommand } from "../../core/messages.ts";
import { AT_REST, JOINTS } from "../../core/motion/limits.ts";
import { stampOf } from "../../core/time.ts";
import { seconds } from "../../core/units.ts";
import { follower } from "./follow.ts";
import { actCame, listCame, MOVERS, next, UNKNOWN, type Manager } from "./manager.ts";
import { targetsOf } from "./targets.ts";

const STILL = { x: 0, y: 0, z: 0 };
function said(sequence: number, at: number, change: Partial<HardwareCommand> = {}): HardwareCommand {
  return {
    header: { stamp: stampOf(seconds(at)), frame_id: "base_link" },
    sequence,
    drive: { linear: STILL, angular: STILL },
    joint_names: JOINTS,
    joint_velocities: JOINTS.map(() => 0),
    set_brakes: false,
    ...change,
  };
}
const LIFTS = { joint_velocities: [0.05, 0, 0] };
const listing = (state: string) => ({
  controllers: Object.fromEntries(MOVERS.map((name) => [name, state])),
  hardware: {},
});

/** A driver whose manager does at once what it is asked, unless `state` says what it lists instead. */
function driver(state?: string) {
  const follow = follower(seconds(0));
  let manager: Manager = UNKNOWN;
  let lists = state ?? "active";
  return {
    told(at: number, heard: HardwareCommand | undefined) {
      const now = seconds(at);
      const followed = follow(now, heard, manager);
      manager = followed.manager;
      for (let round = 0; round < 4; round += 1) {
        const asked = next(seconds(at + round / 1000), manager, []);
        manager = asked.manager;
        if (asked.act !== undefined) {
          manager = actCame(seconds(at + round / 1000), manager, asked.act, "");
          lists = state ?? (asked.act.on ? "active" : "inactive");
        }
        if (asked.list) manager = listCame(manager, listing(lists));
      }
      return followed;
    },
    lists: (now: string) => void (lists = now),
    phase: () => manager.phase,
  };
}

describe("a command", () => {
  test("that can be read gives one velocity for each axis, and zero for a joint that is not named", () => {
    const drive = { linear: { ...STILL, x: 0.1 }, angular: { ...STILL, z: -0.2 } };
    const command = said(1, 1, { drive, joint_names: ["right_arm_joint"], joint_velocities: [0.03] });
    expect(targetsOf(command)).toEqual([0.1, -0.2, 0, 0, 0.03]);
  });
  test.each([
    ["not_finite", { joint_velocities: [NaN, 0, 0] }],
    ["not_finite", { drive: { linear: { ...STILL, x: Infinity }, angular: STILL } }],
    ["malformed", { joint_velocities: [0] }],
    ["malformed", { joint_names: ["lift_joint", "lift_joint"], joint_velocities: [0, 0.1] }],
    ["wrong_frame", { header: { stamp: stampOf(seconds(1)), frame_id: "odom" } }],
    ["unknown_axis", { drive: { linear: { ...STILL, y: 0.1 }, angular: STILL } }],
    ["unknown_joint", { joint_names: ["left_wheel_joint"], joint_velocities: [0] }],
  ] as const)("with a mistake is none: %s", (mistake, change) => {
    expect(targetsOf(said(1, 1, change))).toBe(mistake);
    const one = driver();
    one.told(1, said(1, 1));
    expect(one.told(1.01, said(2, 1.01, LIFTS)).velocities).toEqual([0, 0, 0.05, 0, 0]);
    expect(
      one.told(1.02, { ...said(3, 1.02, change), header: { ...said(3, 1.02).header, ...frameOf(change) } }),
    ).toMatchObject({
      mistake,
      velocities: AT_REST,
    });
  });
});
const frameOf = (change: object) => ("header" in change ? { frame_id: "odom" } : {});

describe("the drives", () => {
  test("SR-42 are told zero 100 ms after the last command, and go on being told", () => {
    const one = driver();
    one.told(1, said(1, 1));
    const last = said(2, 1.01, LIFTS);
    expect(one.told(1.01, last)).toMatchObject({ velocities: [0, 0, 0.05, 0, 0], saidAt: 1.01 });
    expect(one.told(1.1, last).velocities).toEqual([0, 0, 0.05, 0, 0]);
    for (const at of [1.11, 1.5, 9])
      expect(one.told(at, last)).toMatchObject({ velocities: AT_REST, saidAt: at });
  });
  test("are told nothing but zero by a driver that has just begun, until rest was commanded", () => {
    const one = driver();
    expect(one.told(1, undefined).velocities).toEqual(AT_REST);
    for (let i = 1; i <= 50; i += 1)
      expect(one.told(1 + i / 100, said(i, 1 + i / 100, LIFTS)).velocities).toEqual(AT_REST);
    one.told(1.52, said(52, 1.52));
    expect(one.told(1.53, said(53, 1.53, LIFTS)).velocities).toEqual([0, 0, 0.05, 0, 0]);
  });
  test("SR-46 are told zero where a controller is not active, and when it is again, until rest was commanded", () => {
    const one = driver();
    one.told(1, said(1, 1));
    one.told(1.01, said(2, 1.01, LIFTS));
    one.lists("inactive");
    one.told(1.22, said(3, 1.22));
    expect(one.told(1.23, said(4, 1.23, LIFTS)).velocities).toEqual(AT_REST);
    one.lists("active");
    one.told(1.45, said(5, 1.45, LIFTS));
    expect(one.told(1.46, said(6, 1.46, LIFTS)).velocities).toEqual(AT_REST);
    one.told(1.47, said(7, 1.47));
    expect(one.told(1.48, said(8, 1.48, LIFTS)).velocities).toEqual([0, 0, 0.05, 0, 0]);
    expect(one.phase()).toBe("open"); // nobody switched it back but who had switched it off
  });
  test("SR-46 are told zero where the manager does not answer", () => {
    const one = driver();
    one.told(1, said(1, 1));
    const follow = follower(seconds(0));
    const mute = (at: number, command: HardwareCommand, manager: Manager) =>
      follow(seconds(at), command, manager);
    const open = mute(1, said(1, 1), UNKNOWN).manager;
    expect(mute(1.01, said(2, 1.01, LIFTS), open).velocities).toEqual(AT_REST);
    const late = next(seconds(3), open, []).manager;
    expect(mute(3, said(9, 3, LIFTS), late).velocities).toEqual(AT_REST);
  });
  test("SR-57 are braked while a command asks for it, and made ready by the first command of rest that does not", () => {
    const one = driver();
    one.told(1, said(1, 1));
    one.told(1.01, said(2, 1.01, LIFTS));
    const braked = one.told(1.02, said(3, 1.02, { ...LIFTS, set_brakes: true }));
    expect([braked.velocities, one.phase()]).toEqual([AT_REST, "braking"]);
    one.told(5, undefined);
    one.told(5.01, said(4, 5.01, LIFTS));
    expect(one.phase()).toBe("braking");
    one.told(5.02, said(5, 5.02));
    expect(one.phase()).toBe("open");
    expect(one.told(5.03, said(6, 5.03, LIFTS)).velocities).toEqual([0, 0, 0.05, 0, 0]);
  });
  test("an order of brakes that is older than a command may be sets none", () => {
    const one = driver();
    one.told(1, said(1, 1));
    const old = said(2, 1.01, { set_brakes: true });
    one.told(1.2, old);
    expect(one.phase()).toBe("open");
    one.lists("inactive");
    one.told(1.5, old);
    one.told(1.8, { ...old, sequence: 3 });
    expect(one.phase()).toBe("open");
    one.told(1.9, said(4, 1.9, { set_brakes: true }));
    expect(one.phase()).toBe("braking");
  });
});
