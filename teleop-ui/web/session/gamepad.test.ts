// Tests of teleop-ui/web/session/gamepad.ts.
import { expect, test } from "vitest";
import { handOf } from "./gamepad.ts";

const pad = (differs: { held?: boolean; axes?: number[]; mapping?: string; connected?: boolean }) =>
  ({
    mapping: differs.mapping ?? "standard",
    connected: differs.connected ?? true,
    axes: differs.axes ?? [0, 0],
    buttons: Array.from({ length: 17 }, (_, i) => ({ pressed: i === 5 && differs.held === true })),
  }) as unknown as Gamepad;

test("the stick drives only while the right shoulder button is held", () => {
  expect(handOf([pad({ axes: [0, -1] })])).toBeUndefined();
  expect(handOf([null, pad({ axes: [0, -1], held: true })])).toEqual({ forward: 1, left: -0 });
  expect(handOf([pad({ axes: [-0.5, 0], held: true })])).toMatchObject({ left: 0.5 });
});

test("a stick that does not come quite back to its middle is at rest", () => {
  expect(handOf([pad({ axes: [0.08, -0.1], held: true })])).toEqual({ forward: 0, left: 0 });
});

test("a pad whose layout is unknown, or that is gone, is not listened to", () => {
  expect(handOf([pad({ held: true, mapping: "" })])).toBeUndefined();
  expect(handOf([pad({ held: true, connected: false })])).toBeUndefined();
  expect(handOf([])).toBeUndefined();
});
