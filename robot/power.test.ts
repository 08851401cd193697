// What the rules are shown of the battery: how full it is, that it fails, and that nothing is known of it.
import { describe, expect, test } from "vitest";
import { BatteryState } from "../core/messages.ts";
import { NOW, said, SILENCE } from "./heard.ts";
import { NOTHING_YET, observe } from "./observe.ts";

const { POWER_SUPPLY_HEALTH_GOOD: GOOD } = BatteryState;
const seen = (change: object | undefined, at: number = NOW) => {
  const battery =
    change &&
    said<BatteryState>({ present: true, percentage: 0.8, power_supply_health: GOOD, ...change }, at);
  const { charge, supplyFails, powerAge, clockWrong } = observe(NOW, NOTHING_YET, { ...SILENCE, battery })
    .wishes.seen;
  return { charge, supplyFails, powerAge, clockWrong };
};

describe("SR-46 a battery", () => {
  test("that is well is as full as it says", () =>
    expect(seen({})).toEqual({ charge: 0.8, supplyFails: false, powerAge: 0, clockWrong: false }));
  test("that never spoke is silent, and does not fail", () =>
    expect(seen(undefined)).toMatchObject({ charge: NaN, supplyFails: false, powerAge: Infinity }));
  test("fails when it is gone, dead, gives too much, or has 5 % left", () => {
    expect(seen({ percentage: 0.051 }).supplyFails).toBe(false);
    expect(seen({ percentage: 0.05 }).supplyFails).toBe(true);
    expect(seen({ power_supply_health: BatteryState.POWER_SUPPLY_HEALTH_DEAD }).supplyFails).toBe(true);
    expect(seen({ power_supply_health: BatteryState.POWER_SUPPLY_HEALTH_OVERVOLTAGE }).supplyFails).toBe(
      true,
    );
    expect(seen({ power_supply_health: BatteryState.POWER_SUPPLY_HEALTH_COLD }).supplyFails).toBe(false);
    expect(seen({ present: false, percentage: NaN })).toMatchObject({ supplyFails: true, powerAge: 0 });
  });
  test("that failed and then fell silent has failed", () =>
    expect(seen({ percentage: 0.01 }, NOW - 5)).toMatchObject({ supplyFails: true, powerAge: 5 }));
  test("that cannot say how full it is is not known", () => {
    for (const percentage of [NaN, Infinity, -Infinity]) expect(seen({ percentage }).powerAge).toBe(Infinity);
  });
  test("that speaks from the future is a clock nobody can trust", () =>
    expect(seen({}, NOW + 1)).toMatchObject({ clockWrong: true, powerAge: Infinity }));
});
