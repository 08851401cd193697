// Tests of a person alone in the ward: small pushes are stood, large ones are not, and they fall where they are pushed.
import { beforeAll, expect, test } from "vitest";
import { createAlone, type Alone } from "./alone.ts";
import { loadEngine, type Engine } from "./mujoco/engine.ts";
import { DEFAULT_RESIDENT } from "./resident/parameters.ts";
import { kinematics, type Sample } from "./sensors/kinematics.ts";
import { TICK } from "./world.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});
const strong = { ...DEFAULT_RESIDENT, legStrength: 1.3 };
const standing = () => createAlone(engine, strong, { on: "floor", speed: 0 });

function watch(alone: Alone, duration: number): Sample[] {
  const look = kinematics(alone, TICK);
  return Array.from({ length: Math.round(duration / TICK) }, () => {
    alone.tick();
    return look();
  });
}
/** Where the chest is, m. */
function chest({ sim }: Alone): readonly [x: number, y: number] {
  const id = sim.index("mjOBJ_BODY", "resident/thorax");
  const { xpos } = sim.views();
  return [xpos[3 * id] ?? NaN, xpos[3 * id + 1] ?? NaN];
}
/** A push of 0.2 s that gives the whole body this velocity, m/s, and 4 s afterwards. */
function pushed(x: number, y: number) {
  const alone = standing();
  const [fromX, fromY] = chest(alone);
  alone.push([(strong.bodyMass * x) / 0.2, (strong.bodyMass * y) / 0.2, 0]);
  watch(alone, 0.2);
  alone.push([0, 0, 0]);
  const last = watch(alone, 4).at(-1);
  const [toX, toY] = chest(alone);
  const { doing } = alone.person;
  alone.delete();
  return { doing, stance: last?.stance ?? NaN, x: toX - fromX, y: toY - fromY };
}

test("who stands on the open floor goes on standing, balanced over the feet", () => {
  const alone = standing();
  const samples = watch(alone, 5);
  expect(alone.person.doing).toBe("standing");
  expect(Math.min(...samples.map(({ stance }) => stance))).toBeGreaterThan(0.97);
  expect(Math.min(...samples.map(({ margin }) => margin))).toBeGreaterThan(0.03);
  alone.delete();
});

test.each([
  ["forward", 0.15, 0],
  ["backward", -0.1, 0],
  ["left", 0, 0.15],
])("a small push %s is stood", (_, x, y) => {
  const { doing, stance } = pushed(x, y);
  expect(doing).toBe("standing");
  expect(stance).toBeGreaterThan(0.97);
});

test.each([
  ["forward", 1, 0],
  ["backward", -0.8, 0],
  ["left", 0, 0.9],
  ["right", 0, -0.9],
])("a large push %s throws them to the floor on that side", (_, x, y) => {
  const end = pushed(x, y);
  expect(end.doing).toBe("lying");
  expect(end.stance).toBeLessThan(0.5);
  expect(Math.sign(x) * end.x + Math.sign(y) * end.y).toBeGreaterThan(0.3);
});

test("who has risen alone sits down again on the same seat, and does not drop onto it", () => {
  const alone = createAlone(engine, strong, { on: "chair" });
  const seat = watch(alone, 0.5).at(-1)?.stance ?? NaN;
  alone.person.rise();
  expect(watch(alone, 4).at(-1)?.stance).toBeGreaterThan(0.97);
  alone.person.sitDown();
  const down = watch(alone, 5);
  expect(alone.person.doing).toBe("sitting");
  expect(down.at(-1)?.stance).toBeCloseTo(seat, 1);
  expect(Math.min(...down.map(({ pelvisUp }) => pelvisUp))).toBeGreaterThan(-0.8);
  alone.delete();
});

test("who faints keeps no posture: the hips sink before anything has pushed", () => {
  const alone = standing();
  watch(alone, 0.5);
  alone.person.faint();
  const samples = watch(alone, 4);
  expect(samples.at(-1)?.stance).toBeLessThan(0.5);
  expect(samples.at(-1)?.down.length).toBeGreaterThan(0);
  alone.delete();
});
