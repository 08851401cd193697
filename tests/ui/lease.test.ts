// What the page shows of who commands and what each axis may do, and what people settle by it, in a real Chromium.
import { expect, test } from "vitest";
import { OperatorAct_Request as Act } from "../../core/messages.ts";
import { openBedside } from "./bedside.ts";
import { at, until, useChromium } from "./chromium.ts";

const visit = useChromium();

test("each axis is told with what it may do and every reason why not more, in both languages", async () => {
  const { address, robot } = await openBedside();
  const axis = { drive: false, task: true, lower: true, reasons: ["reason.person_in_arms"] };
  robot.safety = { load: 2, axes: [{ ...axis, axis: "base_x" }] };
  const { page, errors } = await visit(address);
  await at(page, "axes").locator("summary").click();
  await until(async () => expect(await at(page, "axes").textContent()).toContain("돌봄 동작 · 앉혀 드리기"));
  expect(await at(page, "axes").textContent()).toContain("안고 있는 동안에는 직접 운전할 수 없습니다");
  await at(page, "language").click();
  await until(async () => expect(await at(page, "axes").textContent()).toContain("care task · lowering"));
  expect(errors).toEqual([]);
});

test("what the gate does not let through is told, in both languages, and no more when it is over", async () => {
  const { address, robot } = await openBedside();
  robot.gate = { reject_reasons: ["stale", "not_neutral"], reject_counts: [9, 1] };
  const { page, errors } = await visit(address);
  await until(async () => expect(await at(page, "state-word").textContent()).toBe("움직일 수 있음"));
  expect(await at(page, "gate").count()).toBe(0);
  robot.gate = { ...robot.gate, limiting: ["base_x.speed", "near.stop"] };
  await until(async () =>
    expect(await at(page, "gate").textContent()).toContain("다른 쪽으로는 갈 수 있습니다"),
  );
  await at(page, "language").click();
  await until(async () => expect(await at(page, "gate").textContent()).toContain("every other way is free"));
  robot.gate = { reject_reasons: ["stale", "not_neutral"], reject_counts: [9, 2] };
  await until(async () => expect(await at(page, "gate").textContent()).toContain("Let go once first"));
  await until(async () => expect(await at(page, "gate").count()).toBe(0));
  expect(errors).toEqual([]);
});

test("who asks for the command is named, and is given it by a press", async () => {
  const { address, robot } = await openBedside();
  robot.lease = { asked_by: "Lee" };
  const { page } = await visit(address);
  await until(async () => expect(await at(page, "grant").textContent()).toContain("Lee"));
  await at(page, "grant").click();
  await until(() => expect(robot.acts.map(({ act }) => act)).toContain(Act.GRANT));
});

test("consent and the seat are asked for only beside the resident, and said by a press", async () => {
  const { address, robot } = await openBedside();
  robot.safety = { load: 2, possible: ["may.consent", "may.bring_seat"] };
  const { page } = await visit(address);
  await until(async () => expect(await at(page, "lease").count()).toBe(1));
  expect([await at(page, "consent").count(), await at(page, "seat-back").count()]).toEqual([0, 0]);
  await at(page, "on-site").check();
  await at(page, "consent").click();
  await at(page, "seat-back").click();
  await until(() => expect(robot.acts.map(({ act }) => act)).toEqual([Act.CONSENT, Act.SEAT_BACK]));
  expect(robot.acts.every(({ on_site }) => on_site)).toBe(true);
});
