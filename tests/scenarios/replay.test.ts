// A ride on virtual time is recorded and fed back: supervisor and gate decide the same, and a forged decision is found.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { services } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { openRecorder } from "../../launch/scenarios/recorder.ts";
import { residentOf, WEAK } from "../../launch/scenarios/residents.ts";
import { confirmAndStart, openRide } from "../../launch/scenarios/ride.ts";
import { judge } from "../../robot/blackbox/judge.ts";
import { openRecording } from "../../robot/blackbox/read.ts";
import { REPLAYED } from "../../robot/decisions.ts";

test("a recorded ride with its acts, its task and a stop is decided the same again, bit for bit", async () => {
  const folder = mkdtempSync(join(tmpdir(), "replay-"));
  const path = join(folder, "ride.mcap");
  try {
    const recorder = openRecorder(path);
    const ride = await openRide(residentOf(1, WEAK, false), "truth", { note: recorder.note });
    confirmAndStart(ride);
    ride.standUp();
    ride.run.advance(seconds(3));
    ride.worker.stopping = true;
    ride.run.advance(seconds(1));
    await ride.run.stop();
    recorder.close();
    const told = judge([path], REPLAYED);
    expect(told).toMatchObject({ tampered: undefined, difference: undefined, unlinked: 0, ended: true });
    expect(told.turns["gate"]).toBeGreaterThan(600);
    expect(told.turns["safety_supervisor"]).toBeGreaterThan(300);
    const acts = [...openRecording(path).messages()].filter(
      ({ topic }) => topic === `${services.operatorAct.name}/request`,
    );
    expect(acts.map(({ read }) => read())).toMatchObject([
      { operator_name: "care_worker" },
      { operator_name: "care_worker" },
    ]);
    expect(() => openRecorder(path)).toThrow("this file exists");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
