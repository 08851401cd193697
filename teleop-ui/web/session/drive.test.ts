// Tests of teleop-ui/web/session/drive.ts.
import { expect, test } from "vitest";
import type { Lease, MotionRequest } from "../../../core/messages.ts";
import { seconds, type Seconds } from "../../../core/units.ts";
import { AT_REST, Driver, wanted } from "./drive.ts";

test("no hand drives faster than 0.25 m/s, and a hand that is no number does not drive", () => {
  for (const forward of [-9, -1, 0.5, 1, 9])
    for (const left of [-9, 0, 1]) {
      const { speed, turn } = wanted({ forward, left });
      expect(Math.hypot(speed / 0.25, turn / 0.5)).toBeLessThanOrEqual(1 + 1e-9);
    }
  expect(wanted({ forward: NaN, left: Infinity })).toEqual({ speed: 0, turn: 0 });
});

const aLease = { epoch: 3, nonce: 77 } as Lease;

function wheelAt(now: () => Seconds | undefined) {
  const sent: MotionRequest[] = [];
  const driver = new Driver({
    robotNow: now,
    source: () => "page",
    lease: () => aLease,
    send: (request) => {
      sent.push(request);
      return true;
    },
  });
  return { driver, sent };
}

test("requests count up, also over a reload of the page, and carry the robot's time and the lease", () => {
  const first = wheelAt(() => seconds(12.5));
  first.driver.drive({ forward: 1, left: 0 });
  first.driver.drive(AT_REST);
  const reloaded = wheelAt(() => seconds(14));
  reloaded.driver.drive(AT_REST);
  const [a, b] = first.sent;
  expect(a).toMatchObject({
    kind: 1,
    header: { stamp: { sec: 12, nanosec: 5e8 } },
    time_to_live: 0.2,
    epoch: 3,
    nonce: 77,
  });
  expect(a?.drive.linear.x).toBe(0.25);
  expect(b?.drive.linear.x).toBe(0);
  expect(b?.sequence).toBe((a?.sequence ?? 0) + 1);
  expect(reloaded.sent[0]?.sequence).toBeGreaterThan(b?.sequence ?? 0);
});

test("without the robot's time nothing is sent", () => {
  const { driver, sent } = wheelAt(() => undefined);
  expect(driver.drive(AT_REST)).toBe(false);
  expect(sent).toEqual([]);
});
