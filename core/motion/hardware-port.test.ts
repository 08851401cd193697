// Tests of the robot's own port: commands die of age, a repeated one is none, and a new control group is heard only after a silence.
import { expect, test } from "vitest";
import type { HardwareCommand } from "../messages.ts";
import { stampOf } from "../time.ts";
import { seconds } from "../units.ts";
import { hardwarePort } from "./hardware-port.ts";

const STILL = { x: 0, y: 0, z: 0 };
const said = (sequence: number, at: number): HardwareCommand => ({
  header: { stamp: stampOf(seconds(at)), frame_id: "base_link" },
  sequence,
  drive: { linear: STILL, angular: STILL },
  joint_names: [],
  joint_velocities: [],
  set_brakes: false,
});
const isObeyed = (answer: ReturnType<ReturnType<typeof hardwarePort>>) =>
  answer !== undefined && answer !== "braked";
/** Whether each command is obeyed, heard in this order at these times. */
const obeyed = (...heard: readonly (readonly [command: HardwareCommand, now: number])[]) => {
  const port = hardwarePort();
  return heard.map(([command, now]) => isObeyed(port(command, seconds(now))));
};

test("each command counts once, from the moment at which it was said", () => {
  const port = hardwarePort();
  const command = said(1, 1);
  expect(port(command, seconds(1.02))).toEqual({ command, saidAt: 1 });
  expect(port(command, seconds(1.03))).toBeUndefined();
});
test("a repeated or a lower sequence is ignored while the group speaks", () =>
  expect(
    obeyed([said(7, 1), 1], [said(7, 1.05), 1.05], [said(6, 1.06), 1.06], [said(8, 1.07), 1.07]),
  ).toEqual([true, false, false, true]));
test("SR-42 a command that waited for 100 ms on its way is dead, and so is one from the future or of no time", () => {
  expect(obeyed([said(1, 1), 1.1], [said(2, 2), 1.1], [said(3, 1.05), 1.1])).toEqual([false, false, true]);
  const timeless = { ...said(1, 1), header: { stamp: { sec: NaN, nanosec: 0 }, frame_id: "base_link" } };
  expect(obeyed([timeless, 1], [{ ...said(1, 1), sequence: NaN }, 1])).toEqual([false, false]);
});
test("a control group that begins anew is heard after 100 ms of silence, and no old command revives with it", () =>
  expect(
    obeyed(
      [said(900, 1), 1],
      [said(1, 1.05), 1.05],
      [said(2, 1.16), 1.16],
      [said(900, 1.15), 1.17],
      [said(3, 1.17), 1.17],
    ),
  ).toEqual([true, false, true, false, true]));
test("a counter that is stuck while its stamps go on never moves the robot again", () => {
  const stuck = Array.from({ length: 50 }, (_, place) => [said(7, 1 + place / 50), 1 + place / 50] as const);
  expect(obeyed(...stuck).filter(Boolean)).toHaveLength(1);
});
test("SR-46 without power nothing is obeyed, nor when it is back before rest was commanded", () => {
  const port = hardwarePort();
  const lowering = (sequence: number, at: number): HardwareCommand => ({
    ...said(sequence, at),
    joint_names: ["lift_joint"],
    joint_velocities: [-0.05],
  });
  const heard = (command: HardwareCommand, now: number, powered: boolean) =>
    isObeyed(port(command, seconds(now), powered));
  expect(heard(lowering(1, 1), 1, true)).toBe(true);
  expect([heard(lowering(2, 1.01), 1.01, false), heard(said(3, 1.02), 1.02, false)]).toEqual([false, false]);
  expect([heard(lowering(4, 1.03), 1.03, true), heard(lowering(5, 1.5), 1.5, true)]).toEqual([false, false]);
  const nonsense = { ...said(6, 1.51), joint_velocities: [NaN] };
  expect(heard(nonsense, 1.51, true)).toBe(false);
  expect([heard(said(7, 1.52), 1.52, true), heard(lowering(8, 1.53), 1.53, true)]).toEqual([true, true]);
});
test("SR-57 brakes that are asked for stay in, in silence too, until rest is commanded that does not ask for them", () => {
  const port = hardwarePort();
  const braked = (sequence: number, at: number) => ({ ...said(sequence, at), set_brakes: true });
  const moving = (sequence: number, at: number) => ({
    ...said(sequence, at),
    drive: { linear: { ...STILL, x: 0.1 }, angular: STILL },
  });
  expect(isObeyed(port(moving(1, 1), seconds(1)))).toBe(true);
  expect(port(braked(2, 1.01), seconds(1.01))).toBe("braked");
  expect(port(undefined, seconds(1.5))).toBe("braked");
  expect(port(moving(3, 1.51), seconds(1.51))).toBe("braked");
  expect(port({ ...moving(4, 1.52), set_brakes: true }, seconds(1.52))).toBe("braked");
  expect(isObeyed(port(said(5, 1.53), seconds(1.53)))).toBe(true);
  expect(isObeyed(port(moving(6, 1.54), seconds(1.54)))).toBe(true);
});
