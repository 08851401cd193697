// The contract of a runner, asked of ROS 2: each group a process, joined by DDS. Skipped, with a word, where ROS 2 is not sourced.
import { test } from "vitest";
import { contractOf } from "../contracts/contract.ts";
import { openRos, whyNoRos } from "./harness.ts";

/** An action of ROS has no word for why a goal is refused, and its result and its feedback go separate ways. */
const limits = { tellsWhy: false, waitsForFeedback: false } as const;
if (whyNoRos === undefined) contractOf({ name: "ROS 2", open: openRos, parallel: true, ...limits });
else test.skip(`ROS 2: ${whyNoRos}`, () => {});
