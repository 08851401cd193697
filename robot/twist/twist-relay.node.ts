// /cmd_vel of ROS (teleop_twist, a controller of Nav2, what twist_mux chose) as the person in command's requests to drive.
import { DiagnosticStatus, type MotionRequest } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { rosTopics, topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { HANDS, relay, TWIST_STATUS, UNHEARD } from "./relay.ts";

/** As diagnostic_updater: 1 Hz. */
const TOLD_EVERY = seconds(1);
/** Nothing is wanted of it, or it drives. */
const CALM: ReadonlySet<string> = new Set(["", "silent", HANDS.nobody]);
/** Of its own requests, which come back by the topic, as many as can be on their way. */
const MINE = 64;

const markOf = ({ header: { stamp }, sequence, drive }: MotionRequest) =>
  [stamp.sec, stamp.nanosec, sequence, drive.linear.x, drive.angular.z].join();

/** Asks in the name of `operator` while that person is in command at a page, and is silent otherwise. */
export const twistRelayNode = defineNode({
  name: "twist_relay",
  period: milliseconds(20),
  wakes: ["twist", "operator"],
  parameters: {
    operator: {
      default: "",
      about:
        "whose hand /cmd_vel is: the person who is in command at a page under this name; nobody's when empty",
    },
  },
  subscribes: { twist: rosTopics.cmdVel, operator: topics.operatorMotion, lease: topics.lease },
  publishes: { motion: topics.operatorMotion, diagnostics: topics.diagnostics },
  start({ now, latest, publish, parameters }) {
    let state = UNHEARD;
    let lookedAt: MotionRequest | undefined;
    const mine = new Set<string>();
    let told = { at: seconds(-Infinity), why: "" };

    const isOther = (request: MotionRequest | undefined): boolean => {
      if (request === undefined || request === lookedAt) return false;
      lookedAt = request;
      return !mine.has(markOf(request));
    };
    const ask = (request: MotionRequest) => {
      mine.add(markOf(request));
      const [oldest] = mine;
      if (mine.size > MINE && oldest !== undefined) mine.delete(oldest);
      publish.motion(request);
    };
    const tell = (why: string) => {
      const at = now();
      if (why === told.why && at - told.at < TOLD_EVERY) return;
      told = { at, why };
      const level = CALM.has(why) ? DiagnosticStatus.OK : DiagnosticStatus.WARN;
      const message = why === "" ? "drives" : why;
      const status = { level, name: TWIST_STATUS, message, hardware_id: "", values: [] };
      publish.diagnostics({ header: { stamp: stampOf(at), frame_id: "" }, status: [status] });
    };
    return {
      step() {
        const other = isOther(latest.operator?.message);
        const heard = {
          twist: latest.twist,
          lease: latest.lease?.message,
          other,
          operator: parameters.operator,
        };
        const next = relay(now(), state, heard);
        state = next.relay;
        if (next.request !== undefined) ask(next.request);
        tell(state.waiting ?? "");
      },
    };
  },
});
