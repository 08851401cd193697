// SR-57: what is told to stand and moves all the same is noticed; what coasts to its rest, gives, or creeps as sensors shake is not.
import { expect, test } from "vitest";
import type { HardwareCommand, JointState, Odometry } from "../core/messages.ts";
import { JOINTS } from "../core/motion/limits.ts";
import { seconds } from "../core/units.ts";
import { answersSeen, hearAnswers, NO_ANSWERS } from "./answers.ts";
import { said } from "./heard.ts";

const STILL = { x: 0, y: 0, z: 0 };
const ORIGIN = { base: 0, yaw: 0, lift: 0, arm: 0 };
type Place = Partial<typeof ORIGIN>;

/** The worst that is seen within `lasting` s, while the drives are told `speed` of the base until `until` and then to stand. */
function unrest(
  where: (time: number) => Place,
  { lasting = 1, until = 0, speed = 0.25, seen = [] as number[] } = {},
): number {
  let answers = NO_ANSWERS;
  for (let time = 0; time < lasting; time += 0.02) {
    const { base, yaw, lift, arm } = { ...ORIGIN, ...where(time) };
    const now = 1 + time;
    const linear = { ...STILL, x: time < until ? speed : 0 };
    const pose = {
      position: { ...STILL, x: base },
      orientation: { ...STILL, z: Math.sin(yaw / 2), w: Math.cos(yaw / 2) },
    };
    answers = hearAnswers(
      seconds(now),
      answers,
      {
        drives: said<HardwareCommand>(
          { drive: { linear, angular: STILL }, joint_names: [], joint_velocities: [] },
          now,
        ),
        joints: said<JointState>({ name: JOINTS, position: [lift, arm, arm], velocity: [0, 0, 0] }, now),
        odometry: said<Odometry>({ pose: { pose } }, now),
        leftWrench: undefined,
        rightWrench: undefined,
        imu: undefined,
      },
      false,
    );
    seen.push(answersSeen(answers).unrest);
  }
  return Math.max(...seen);
}

test("SR-57 a lift, a base that moves or turns, however slowly, is noticed once it has gone a centimetre or two from where it settled", () => {
  const moves: readonly (readonly [most: number, move: (way: number) => Place])[] = [
    [0.01, (way) => ({ lift: -way })],
    [0.02, (way) => ({ base: way })],
    [0.02, (way) => ({ yaw: -way })],
  ];
  for (const [most, move] of moves)
    for (const speed of [0.005, 0.04]) {
      const gone = (share: number) => ({ lasting: 0.5 + (share * most) / speed });
      expect(unrest((time) => move(speed * time), gone(1.2))).toBeGreaterThan(1);
      expect(unrest((time) => move(speed * time), gone(0.8))).toBeLessThan(1);
    }
});
test("SR-57 what has strayed and stands again is still, from where it is then", () => {
  const seen: number[] = [];
  unrest((time) => ({ lift: -0.05 * Math.min(1, time) }), { lasting: 3, seen });
  expect(Math.max(...seen)).toBeGreaterThan(1);
  expect(Math.max(...seen.slice(-90))).toBeLessThan(1);
});
test("SR-57 arms give to who leans on them, and a shaking sensor is no motion", () => {
  expect(unrest((time) => ({ arm: 0.2 * time }))).toBe(0);
  expect(
    unrest((time) => ({ base: 0.002 * Math.sin(97 * time), lift: 0.001 * Math.sin(89 * time) })),
  ).toBeLessThan(0.5);
});
test("SR-57 a base that coasts to its rest as sound drives do does not stray", () => {
  const LAG = 0.05;
  const coasting = (time: number) => ({
    base: time < 0.5 ? 0.25 * time : 0.125 + 0.25 * LAG * (1 - Math.exp((0.5 - time) / LAG)),
  });
  expect(unrest(coasting, { until: 0.5 })).toBeLessThan(0.5);
});
test("SR-57 a place that leaps, as when a moment of the simulator is put back, is none to stray from", () =>
  expect(unrest((time) => ({ lift: time < 0.5 ? 0 : 0.3, base: time < 0.5 ? 0 : 1 }))).toBe(0));
