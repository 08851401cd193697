// Services and goals through the gateway as roslib sees them: answers, feedback, cancel, refusals.
import { expect, test, vi } from "vitest";
import type { StandUp_Feedback, StandUp_Goal, StandUp_Result } from "../../core/messages.ts";
import { actions, services } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { Action, actOf, call, graph, type Client } from "./gateway-roslib.ts";

test("a service answers; one that is not on the list does not, nor one asked wrongly", async () => {
  const { ros, refusals } = await graph();
  const act = { act: 0, operator_name: "kim", on_site: true };
  expect(await call(actOf(ros), act)).toEqual({ refused: false, reason: "" });
  expect(await call(actOf(ros), { ...act, act: 2 })).toEqual({ refused: true, reason: "reason.reset_first" });
  expect(await call(actOf(ros), { ...act, act: "start" })).toMatchObject({
    failed: expect.stringContaining("act:"),
  });
  expect(await call(actOf(ros, "/rosapi/topics"), {})).toMatchObject({
    failed: expect.stringContaining("not allowed"),
  });
  expect(await call(actOf(ros, services.resetWorld.name), {})).toMatchObject({ failed: expect.anything() });
  expect(refusals).toHaveLength(3);
});

function goalOf(ros: Client, rise_time: number) {
  const action = new Action<StandUp_Goal, StandUp_Feedback, StandUp_Result>({
    ros,
    name: actions.standUp.name,
    actionType: actions.standUp.type,
  });
  const heard = { feedback: [] as StandUp_Feedback[], result: undefined as unknown, failed: "" };
  const id = action.sendGoal(
    { rise_time: seconds(rise_time) },
    (result) => (heard.result = result),
    (feedback) => heard.feedback.push(feedback),
    (why) => (heard.failed = why),
  );
  return { heard, cancel: () => action.cancelGoal(id ?? ""), cancelAll: () => action.cancelAllGoals() };
}

test("a goal gives feedback and its result", async () => {
  const { ros } = await graph();
  const { heard } = goalOf(ros, 10);
  await vi.waitFor(() => expect(heard.result).toMatchObject({ code: 0 }));
  expect(heard.feedback.length).toBeGreaterThan(5);
  expect(heard.feedback[0]).toMatchObject({ phase: 5 });
});

test("a goal is cancelled by who sent it, and by a page that comes later", async () => {
  const { ros, join: another } = await graph();
  const first = goalOf(ros, 10);
  await vi.waitFor(() => expect(first.heard.feedback).not.toEqual([]));
  first.cancel();
  await vi.waitFor(() => expect(first.heard.failed).toContain("canceled"));
  const second = goalOf(ros, 10);
  await vi.waitFor(() => expect(second.heard.feedback).not.toEqual([]));
  const { ros: later } = await another();
  expect(await call(actOf(later, `${actions.standUp.name}/_action/cancel_goal`), {})).toMatchObject({
    return_code: 0,
  });
  await vi.waitFor(() => expect(second.heard.failed).toContain("canceled"));
});

test("a goal out of range, and a second one, are refused with the reason", async () => {
  const { ros } = await graph();
  const wrong = goalOf(ros, 99);
  await vi.waitFor(() => expect(wrong.heard.failed).toContain("expected 8 to 20 s"));
  const first = goalOf(ros, 10);
  const second = goalOf(ros, 10);
  await vi.waitFor(() => expect(second.heard.failed).toContain("busy"));
  await vi.waitFor(() => expect(first.heard.result).toMatchObject({ code: 0 }));
});
