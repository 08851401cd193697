// Whether what is told to move moves, and what must change changes: drives that do not follow, and sensors that repeat themselves.
import { describe, expect, test } from "vitest";
import type { HardwareCommand, Imu, JointState, Odometry, WrenchStamped } from "../core/messages.ts";
import { AXES, JOINTS } from "../core/motion/limits.ts";
import { seconds } from "../core/units.ts";
import { answersSeen, hearAnswers, NO_ANSWERS } from "./answers.ts";
import type { Told } from "./readings.ts";
import { said } from "./heard.ts";

type Name = (typeof AXES)[number] | "left" | "right" | "imu";
/** s between two looks, as the supervisor's */
const LOOK = 0.02;
const THE_LIFT = 2;
const each = (velocity: number) => AXES.map(() => velocity);

/** All sensors change with every message unless they are frozen. */
const ORDINARY = {
  /** m/s, rad/s: what each of `AXES` is told */
  told: each(0),
  /** [1] of it that each does */
  share: 1,
  /** reads the same all the time */
  frozen: [] as readonly Name[],
  loaded: false,
  /** s */
  lasts: 0.6,
  /** s between two messages of the joints, wheels and senses */
  every: LOOK,
  /** the heading of the base at the beginning */
  yaw: 0,
  /** s by which the drives' command is older than it should be */
  old: 0,
};
type Story = typeof ORDINARY;
const still = { x: 0, y: 0, z: 0 };

function heardAt(time: number, { told, share, frozen, yaw, old }: Story): Told {
  const [x = 0, turn = 0, ...velocities] = told;
  const at = (name: Name) => (frozen.includes(name) ? 0 : time);
  const wrench = (name: Name) =>
    said<WrenchStamped>({ wrench: { force: { ...still, z: at(name) }, torque: still } }, time);
  const heading = yaw + share * turn * at("base_yaw");
  const way = share * x * at("base_x");
  const pose = {
    position: { x: way * Math.cos(heading), y: way * Math.sin(heading), z: 0 },
    orientation: { ...still, z: Math.sin(heading / 2), w: Math.cos(heading / 2) },
  };
  const drive = { linear: { ...still, x }, angular: { ...still, z: turn } };
  const position = JOINTS.map((joint, place) => share * (velocities[place] ?? 0) * at(joint));
  const turned = { ...still, y: at("imu") };
  return {
    drives: said<HardwareCommand>({ drive, joint_names: JOINTS, joint_velocities: velocities }, time - old),
    joints: said<JointState>({ name: JOINTS, position, velocity: JOINTS.map(() => 0) }, time),
    odometry: said<Odometry>({ pose: { pose } }, time),
    leftWrench: wrench("left"),
    rightWrench: wrench("right"),
    imu: said<Imu>(
      { orientation: { ...still, w: 1 }, angular_velocity: turned, linear_acceleration: still },
      time,
    ),
  };
}

/** What is seen at the end of a story. */
function seen(change: Partial<Story>) {
  const story = { ...ORDINARY, ...change };
  let answers = NO_ANSWERS;
  for (let look = 0; look * LOOK <= story.lasts + 1e-9; look += 1) {
    const now = seconds(1 + look * LOOK);
    const spokenAt = Math.floor((now + 1e-9) / story.every) * story.every;
    answers = hearAnswers(now, answers, heardAt(spokenAt, story), story.loaded);
  }
  return answersSeen(answers);
}
const CALM = { deviation: 0, unrest: 0, motionFrozen: 0, senseFrozen: 0 };

describe("a robot that goes where it is told", () => {
  test.each(AXES.map((name, axis) => [name, axis] as const))("deviates nowhere: %s", (_, axis) => {
    for (const speed of [0.05, -0.05]) {
      const { deviation, unrest, ...frozen } = seen({ told: each(0).with(axis, speed) });
      expect(deviation + unrest).toBeCloseTo(0, 9);
      expect(frozen).toMatchObject({ senseFrozen: 0 });
    }
  });
  test("may turn through the back of the compass", () => {
    const { deviation } = seen({ told: [0, 0.3, 0, 0, 0], yaw: Math.PI - 0.4 });
    expect(deviation).toBeCloseTo(0, 9);
  });
  test("may drive along any heading, and backward", () => {
    for (const yaw of [0, 1, 2, 3, -2])
      expect(seen({ told: [-0.2, 0, 0, 0, 0], yaw }).deviation).toBeCloseTo(0, 9);
  });
});

describe("drives that lag behind, as sound ones do", () => {
  test.each([1, -1])("deviate little while the base speeds up to 0.25 m/s: %d", (direction) => {
    let [answers, speed, x] = [NO_ANSWERS, 0, 0];
    for (let time = 1; time < 2.5; time += 0.01) {
      const told = direction * Math.min(0.25, 0.5 * (time - 1));
      speed += (told - speed) * (1 - Math.exp(-0.01 / 0.054));
      x += speed * 0.01;
      const pose = { position: { ...still, x }, orientation: { ...still, w: 1 } };
      const odometry = said<Odometry>({ pose: { pose } }, time);
      const heard = heardAt(time, { ...ORDINARY, told: [told, 0, 0, 0, 0] });
      answers = hearAnswers(seconds(time), answers, { ...heard, odometry }, false);
      expect(answersSeen(answers).deviation).toBeLessThan(0.25);
    }
  });
});

describe("what is told to move and does not", () => {
  test.each(AXES.slice(0, 3).map((name, axis) => [name, axis] as const))(
    "deviates by what it was told: %s",
    (name, axis) => {
      const told = each(0).with(axis, 0.05);
      const limit = name === "base_yaw" ? 0.0075 : 0.006;
      // told for T s at v, forgotten within 0.3 s: v 0.3 (1 - e^(-T/0.3))
      const expected = (0.05 * 0.3 * (1 - Math.exp(-0.3 / 0.3))) / limit;
      expect(seen({ told, share: 0, lasts: 0.3 }).deviation).toBeGreaterThan(0.95 * expected);
      expect(seen({ told, share: 0, lasts: 0.3 }).deviation).toBeLessThan(1.06 * expected);
      expect(seen({ told, share: 2, lasts: 0.3 }).deviation).toBeGreaterThan(0.95 * expected);
      expect(seen({ told, share: -1, lasts: 0.3 }).deviation).toBeGreaterThan(1.9 * expected);
    },
  );
  test("is noticed within 0.3 s at the speed at which somebody is lifted or lowered", () => {
    for (const speed of [0.04, -0.04])
      expect(
        seen({ told: each(0).with(THE_LIFT, speed), frozen: ["lift_joint"], lasts: 0.3 }).deviation,
      ).toBeGreaterThan(1);
  });
  test("is no deviation of the arms, which give to who leans on them", () =>
    expect(seen({ told: [0, 0, 0, 0.05, -0.05], share: 0 }).deviation).toBe(0));
  test("may be a lift that sinks under its load, while it is told to rest", () => {
    const story = { told: [0, 0, 1e-9, 0, 0], share: -4e7 }; // 0.04 m/s
    expect(seen({ ...story, lasts: 0.3 }).deviation).toBeGreaterThan(1);
    const leap = { told: [0, 0, 1e-9, 0, 0], share: 2e9 }; // 2 m/s: another moment of the simulator
    expect(seen({ ...leap, lasts: 0.3 }).deviation).toBe(0);
  });
  test("is forgotten when it is told to rest, and what gives at rest under a load is no deviation", () => {
    expect(seen({ told: each(0.001).with(THE_LIFT, 0), share: 90 }).deviation).toBe(0);
    expect(seen({ told: each(0.05), share: 0, old: 0.2 }).deviation).toBe(0); // no drive follows what is too old
  });
  test("is nothing that silence could look like: it begins anew after a gap", () => {
    expect(seen({ told: each(0.05), share: 0, every: 0.12, lasts: 0.6 })).toEqual(CALM);
  });
  test("is measured by when readings came, not by how often they were looked at", () => {
    const once = seen({ told: each(0.05), share: 0, every: 0.02, lasts: 0.4 }).deviation;
    expect(seen({ told: each(0.05), share: 0, every: 0.08, lasts: 0.4 }).deviation).toBeCloseTo(once, 0);
  });
});

describe("a reading that is the same to the last bit", () => {
  test.each(["base_yaw", ...JOINTS] as const)("counts while it is told to move: %s", (name) => {
    const told = each(0).with(AXES.indexOf(name), 0.004);
    const { motionFrozen, senseFrozen } = seen({ told, frozen: [name, "base_x"] });
    expect(motionFrozen).toBeCloseTo(0.6, 6);
    expect(senseFrozen).toBe(0);
  });
  test("counts of the base when it drives", () => {
    const story = { told: [0.004, 0, 0, 0, 0], frozen: ["base_x"] as const };
    expect(seen(story).motionFrozen).toBeCloseTo(0.6, 6);
  });
  test("counts not of what rests or creeps, nor of what moves", () => {
    expect(seen({ frozen: AXES }).motionFrozen).toBe(0);
    expect(seen({ told: each(0.0019), frozen: AXES }).motionFrozen).toBe(0);
    expect(seen({ told: each(0.05) }).motionFrozen).toBe(0);
  });
  test.each(["left", "right", "imu"] as const)(
    "counts of a sense while somebody is in the arms: %s",
    (name) => {
      expect(seen({ frozen: [name], loaded: true }).senseFrozen).toBeCloseTo(0.6, 6);
      expect(seen({ frozen: [name], told: each(0.05) }).senseFrozen).toBeCloseTo(0.6, 6);
      expect(seen({ frozen: [name] }).senseFrozen).toBe(0);
      expect(seen({ loaded: true })).toEqual(CALM);
    },
  );
  test("counts not while nothing new is said, for that is silence, and ages judge it", () => {
    expect(seen({ frozen: ["left", "imu"], loaded: true, every: 9 }).senseFrozen).toBe(0);
    expect(seen({ frozen: AXES, told: each(0.05), every: 9 })).toEqual(CALM);
  });
});

test("what was never heard, and what is not a number, is for its age to judge", () => {
  const nothing: Told = {
    drives: undefined,
    joints: undefined,
    odometry: undefined,
    leftWrench: undefined,
    rightWrench: undefined,
    imu: undefined,
  };
  const nan = { x: NaN, y: 0, z: 0 };
  let answers = NO_ANSWERS;
  for (let look = 0; look < 50; look += 1) {
    const time = seconds(look * LOOK);
    const leftWrench = said<WrenchStamped>({ wrench: { force: nan, torque: nan } }, time);
    answers = hearAnswers(time, answers, look % 2 === 0 ? nothing : { ...nothing, leftWrench }, true);
    expect(answersSeen(answers)).toEqual(CALM);
  }
});
