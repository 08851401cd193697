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

function wheelAt(now: () => Seconds | undefined, told = now) {
  const sent: MotionRequest[] = [];
  const driver = new Driver({
    robotNow: now,
    robotTold: told,
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
  let now = 12.25;
  const first = wheelAt(() => seconds(now));
  first.driver.begin();
  now = 12.5;
  first.driver.drive({ forward: 1, left: 0 });
  first.driver.drive(AT_REST);
  const reloaded = wheelAt(() => seconds(14));
  reloaded.driver.drive(AT_REST);
  const [, a, b] = first.sent;
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

test("a hold begins at rest until the robot said that its time went on by 100 ms, however long that takes", () => {
  let guessed = 10;
  let told: number | undefined;
  const { driver, sent } = wheelAt(
    () => seconds(guessed),
    () => (told === undefined ? undefined : seconds(told)),
  );
  const speeds = () => sent.splice(0).map(({ drive }) => drive.linear.x);
  const ahead = { forward: 1, left: 0 };
  driver.begin();
  driver.drive(ahead); // it said nothing yet
  told = 9.9;
  for (let i = 0; i < 20; i += 1) {
    guessed += 0.05; // simulated time is held: we guess that it goes, it does not
    driver.drive(ahead);
  }
  told = 9.98;
  driver.drive(ahead);
  told = NaN;
  driver.drive(ahead);
  expect(speeds()).toEqual(Array<number>(24).fill(0));
  told = 10.01;
  driver.drive(ahead);
  told = undefined; // what was shown is shown: within one hold it never rests by itself again
  driver.drive(ahead);
  expect(speeds()).toEqual([0.25, 0.25]);
  driver.begin();
  driver.drive(ahead);
  expect(speeds()).toEqual([0, 0]);
});

test("without the robot's time nothing is sent", () => {
  const { driver, sent } = wheelAt(() => undefined);
  expect(driver.drive(AT_REST)).toBe(false);
  expect(sent).toEqual([]);
});
