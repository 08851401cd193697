// The whole ride under a real page, by clicks alone: started, stopped, made ready again, put back to its beginning.
import { expect, test } from "vitest";
import { TaskState } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { at, until, useChromium } from "./chromium.ts";
import { LONG, makeReady, openRide, untilPhase } from "./ride.ts";

const visit = useChromium();

test(
  "the ride is started, stopped and made ready again, and put back to its beginning, all by clicks",
  async () => {
    const { address, run } = await openRide();
    const base = () => run.latest(topics.odometry)?.pose.pose.position.x ?? NaN;
    base();
    const { page, errors } = await visit(address);
    await until(async () => expect(await at(page, "posture").textContent()).toBe("앉아 계심"), LONG);
    await at(page, "on-site").check();
    await makeReady(page);

    const home = base();
    await at(page, "stand-up").click();
    await untilPhase(page, TaskState.APPROACH);
    await until(() => expect(Math.abs(base() - home)).toBeGreaterThan(0.05), LONG); // m: it has set out
    await page.keyboard.press("Space");
    await until(async () => expect(await at(page, "state-word").textContent()).toBe("정지"), LONG);
    expect(await at(page, "reasons").textContent()).toContain("정지 버튼으로 멈췄습니다");
    await untilPhase(page, TaskState.PAUSED);

    const stopped = { at: base(), since: run.now() };
    await at(page, "reset").click();
    await until(() => expect(run.now()).toBeGreaterThan(stopped.since + 2), LONG);
    expect(Math.abs(base() - stopped.at)).toBeLessThan(0.02); // m: reset moves nothing, braking has ended
    await at(page, "cancel").click();
    await untilPhase(page, TaskState.FAILED);
    expect(await at(page, "task-answer").textContent()).toBe("그만두었습니다");

    await at(page, "simulator").click();
    await at(page, "sim-seed").fill("7");
    await at(page, "reset-world").click();
    await until(() => expect(Math.abs(base())).toBeLessThan(0.01), LONG);
    await makeReady(page);
    expect(errors).toEqual([]);
  },
  LONG,
);
