// The task's requests: when they ask for motion, and that a rest which was lost on its way is asked again.
import { expect, test } from "vitest";
import { Lease, MotionRequest, type GateReport } from "../../core/messages.ts";
import { seconds } from "../../core/units.ts";
import { STILL, type Velocities } from "./moves.ts";
import { asker } from "./request.ts";

const NOW = seconds(3);
const WANTED: Velocities = { ...STILL, linear: 0.1 };
const HEADER = { stamp: { sec: 3, nanosec: 0 }, frame_id: "base_link" };

const lease = (epoch: number, change: Partial<Lease> = {}): Lease => ({
  header: HEADER,
  epoch,
  nonce: 7,
  kind: Lease.TASK,
  holder: "planner",
  operator_name: "Kim",
  session: "lane-1",
  on_site: true,
  consent: false,
  asked_by: "",
  expires: seconds(5),
  ...change,
});
const unrested = (count: number): GateReport => ({
  header: HEADER,
  source: "",
  limiting: [],
  reject_reasons: ["stale", "not_neutral"],
  reject_counts: [4, count],
  no_way_back: true,
  lowered: false,
});
const speed = ({ drive }: MotionRequest) => drive.linear.x;

test("a task rests once under each new lease, and then asks for what it wants", () => {
  const ask = asker();
  const asked = [1, 1, 1, 2, 2].map((epoch) => ask(NOW, WANTED, { lease: lease(epoch), report: undefined }));
  expect(asked.map(speed)).toEqual([0, 0.1, 0.1, 0, 0.1]);
  expect(asked.map(({ epoch, nonce, sequence }) => [epoch, nonce, sequence])).toEqual([
    [1, 7, 1],
    [1, 7, 2],
    [1, 7, 3],
    [2, 7, 4],
    [2, 7, 5],
  ]);
});

test("a task that leads somebody back asks for the way back", () => {
  const ask = asker();
  const asked = [STILL, { ...STILL, back: true }].map((wanted) =>
    ask(NOW, wanted, { lease: lease(1), report: undefined }),
  );
  expect(asked.map(({ kind }) => kind)).toEqual([MotionRequest.TASK, MotionRequest.LOWER]);
});

test("a task whose rest the gate has not heard rests again, once for each report of it", () => {
  const ask = asker();
  const asked = [0, 0, 3, 3, 9, 9].map((count) =>
    ask(NOW, WANTED, { lease: lease(1), report: unrested(count) }),
  );
  expect(asked.map(speed)).toEqual([0, 0.1, 0, 0.1, 0, 0.1]);
});

test.each([
  ["without a lease", undefined, WANTED],
  ["under a lease of another's", lease(1, { kind: Lease.ON_SITE, holder: "Kim" }), WANTED],
  ["with a velocity that is not a number", lease(1), { ...WANTED, lift: NaN }],
])("a task rests %s", (_, held, wanted) => {
  const ask = asker();
  const asked = [1, 2, 3].map(() => ask(NOW, wanted, { lease: held, report: undefined }));
  expect(asked.map(speed)).toEqual([0, 0, 0]);
  expect(asked.every(({ joint_velocities: rates }) => rates.every((rate) => rate === 0))).toBe(true);
});
