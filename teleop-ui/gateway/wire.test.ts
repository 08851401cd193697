// Tests of teleop-ui/gateway/wire.ts.
import { expect, test } from "vitest";
import { readMessage, textOf } from "./wire.ts";

const request = {
  header: { stamp: { sec: 1, nanosec: 2 }, frame_id: "base_link" },
  kind: 1,
  source: "operator",
  epoch: 1,
  nonce: 7,
  sequence: 7,
  time_to_live: 0.2,
  drive: { linear: { x: 0.1, y: 0, z: 0 }, angular: { x: 0, y: 0, z: 0 } },
  joint_names: [],
  joint_velocities: [],
};
const TYPE = "care_interfaces/msg/MotionRequest";
const whyNot = (value: unknown) => {
  const read = readMessage(TYPE, value);
  return read.ok ? "it was taken" : read.why;
};

test("a whole message is taken as it is", () => {
  expect(readMessage(TYPE, request)).toEqual({ ok: true, message: request });
});

test("an unknown field, a missing field and a wrong type are each named by their path", () => {
  expect(whyNot({ ...request, speed: 9 })).toContain(
    "speed: care_interfaces/msg/MotionRequest has no such field",
  );
  const { sequence: _, ...without } = request;
  expect(whyNot(without)).toBe("sequence: expected a whole number of uint32, got nothing");
  expect(whyNot({ ...request, drive: { ...request.drive, linear: { x: "fast", y: 0, z: 0 } } })).toBe(
    'drive.linear.x: expected a number, got "fast"',
  );
  expect(whyNot({ ...request, joint_names: ["a", 2] })).toBe("joint_names[1]: expected a string, got 2");
  expect(whyNot({ ...request, kind: 256 })).toContain("kind: expected a whole number of uint8");
  expect(whyNot({ ...request, sequence: -1 })).toContain("sequence: expected a whole number");
  expect(whyNot(null)).toContain("message: expected an object");
  expect(whyNot([])).toContain("message: expected an object");
});

test("a list of fixed length must have that length", () => {
  const read = readMessage("geometry_msgs/msg/PoseWithCovariance", {
    pose: { position: { x: 0, y: 0, z: 0 }, orientation: { x: 0, y: 0, z: 0, w: 1 } },
    covariance: [1, 2],
  });
  expect(read).toMatchObject({ ok: false, why: expect.stringContaining("36 items") });
});

test("what is no number goes out as null and comes in as NaN", () => {
  expect(textOf({ a: NaN, b: Infinity, c: Float64Array.of(1, NaN) })).toBe(
    '{"a":null,"b":null,"c":[1,null]}',
  );
  const read = readMessage(TYPE, { ...request, time_to_live: null });
  expect(read.ok && read.message.time_to_live).toBeNaN();
});

test("bytes travel as base64 both ways", () => {
  const data = Uint8Array.of(0, 127, 255);
  const picture = { header: request.header, format: "jpeg", data };
  const text = textOf(picture);
  expect(text).toContain('"data":"AH//"');
  expect(readMessage("sensor_msgs/msg/CompressedImage", JSON.parse(text))).toEqual({
    ok: true,
    message: picture,
  });
});
