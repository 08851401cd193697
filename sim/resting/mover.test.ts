// Who moves in bed does it by muscles alone: they roll onto either side and back, sit up on either edge, and who is too weak stays on the back.
import { beforeAll, describe, expect, test } from "vitest";
import { loadEngine, type Engine } from "../mujoco/engine.ts";
import { DEFAULT_RESIDENT, type ResidentParameters } from "../resident/parameters.ts";
import { compose, invert, rotate } from "../sdf/pose.ts";
import { poseOfBody } from "../sensors/placed.ts";
import { createBedroom, SLEEPER, type Bedroom } from "./bedroom.ts";
import type { BedMove } from "./mover.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});
const who = (legStrength: number): ResidentParameters => ({ ...DEFAULT_RESIDENT, legStrength });

/** In the bed's own frame, x to its foot end. */
const poseOf = ({ sim, bed }: Bedroom, link: string) =>
  compose(invert(bed), poseOfBody(sim, sim.index("mjOBJ_BODY", `${SLEEPER}/${link}`)));
/** How far pelvis and trunk are turned from the back to the left, rad. */
const turned = (room: Bedroom) =>
  ["pelvis", "thorax"].map((link) => {
    const [, y, z] = rotate(poseOf(room, link).rotation, [1, 0, 0]);
    return Math.atan2(y, z);
  });
function go(room: Bedroom, what: BedMove, side: "left" | "right", until: number): void {
  room.mover.move(what, side);
  while (room.time() < until) room.tick();
}

describe.each([
  ["left", 1],
  ["right", -1],
] as const)("to the %s", (side, sign) => {
  test("who is strong enough rolls onto that side, lies still there, asleep, and rolls back", () => {
    const room = createBedroom(engine, who(1));
    go(room, "roll", side, 5);
    expect(room.mover.doing).toBe("resting");
    for (const angle of turned(room)) expect(sign * angle).toBeGreaterThan(1);
    for (const angle of turned(room)) expect(sign * angle).toBeLessThan(2);
    const { qvel } = room.sim.views();
    expect(Math.max(...qvel.map(Math.abs))).toBeLessThan(0.05);
    go(room, "roll_back", side, 10);
    expect(room.mover.doing).toBe("resting");
    for (const angle of turned(room)) expect(Math.abs(angle)).toBeLessThan(0.3);
    room.delete();
  });
  test("with a third of the strength they try in vain and lie on the back", () => {
    const room = createBedroom(engine, who(0.33));
    go(room, "roll", side, 5);
    expect(room.mover.doing).toBe("gave_up");
    for (const angle of turned(room)) expect(Math.abs(angle)).toBeLessThan(0.3);
    room.delete();
  });
  test("who is healthy sits up to that edge, faces outward, feet on the floor, stays there, and rises from it", () => {
    const room = createBedroom(engine, who(1.5), { open: side, aside: 0.12 * sign });
    go(room, "sit_up", side, 7);
    expect(room.mover.doing).toBe("sits");
    const pose = (link: string) => poseOf(room, link);
    expect(rotate(pose("thorax").rotation, [0, 0, 1])[2]).toBeGreaterThan(0.95);
    expect(sign * rotate(pose("pelvis").rotation, [1, 0, 0])[1]).toBeGreaterThan(0.8);
    expect(sign * pose("pelvis").position[1]).toBeGreaterThan(0.2);
    expect(sign * pose("pelvis").position[1]).toBeLessThan(0.45);
    for (const foot of ["left_foot", "right_foot"]) {
      expect(sign * pose(foot).position[1]).toBeGreaterThan(0.45);
      expect(pose(foot).position[2]).toBeLessThan(0.15);
    }
    expect(Math.max(...room.sim.views().qvel.map(Math.abs))).toBeLessThan(0.1);
    const person = room.sitting();
    person.rise();
    while (room.time() < 12) room.tick();
    expect(person.doing).toBe("standing");
    expect(pose("pelvis").position[2]).toBeGreaterThan(0.93 * 0.53 * room.resident.stature);
    room.delete();
  });
  test("with a third of the strength they try to sit up in vain, and lie in bed", () => {
    const room = createBedroom(engine, who(0.33), { open: side, aside: 0.12 * sign });
    go(room, "sit_up", side, 7);
    expect(room.mover.doing).toBe("gave_up");
    expect(poseOf(room, "pelvis").position[2]).toBeGreaterThan(0.45);
    expect(() => room.sitting()).toThrow("expected somebody who sits, not gave_up");
    room.delete();
  });
});
