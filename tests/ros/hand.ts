// A hand at the page that drives, as the page's own code has it: it rests first, then holds until it lets go.
import { topics } from "../../core/topics.ts";
import { secondsOf } from "../../core/time.ts";
import type { Lease, MotionRequest } from "../../core/messages.ts";
import { DRIVE_PERIOD, Driver, type Hand } from "../../teleop-ui/web/session/drive.ts";
import { Ros, RosTopic } from "../contracts/gateway-roslib.ts";
import { NAME, type PageSide } from "./page.ts";

/** ms */
const PRESSED_EVERY = 1000;

/** Holds `hand` for who sits at `page`, served at `host`; resolves with how to let go. */
export async function holdHand(host: string, page: PageSide, hand: Hand): Promise<() => void> {
  const ros = new Ros();
  await ros.connect(`ws://${host}`);
  let lease: Lease | undefined;
  page.on(topics.lease, (told) => (lease = told));
  const { name, type } = topics.operatorMotion;
  const asks = new RosTopic<MotionRequest>({ ros, name, messageType: type });
  const robotTold = () => {
    const state = page.state();
    return state === undefined ? undefined : secondsOf(state.header.stamp);
  };
  const driver = new Driver({
    robotTold,
    robotNow: robotTold,
    send: (request) => (asks.publish(request), true),
    source: () => NAME,
    lease: () => lease,
  });
  let [refused, pressed] = [0, -Infinity];
  page.on(topics.gateReport, ({ reject_reasons: reasons, reject_counts: counts }) => {
    const told = counts[reasons.indexOf("not_neutral")] ?? 0;
    // on a busy machine a wish came late: the page asks that the hand let go once and press anew
    if (told > refused && performance.now() - pressed > PRESSED_EVERY) press();
    refused = told;
  });
  const press = () => {
    pressed = performance.now();
    driver.begin();
  };
  press();
  const holding = setInterval(() => driver.drive(hand), DRIVE_PERIOD * 1000);
  return () => {
    clearInterval(holding);
    ros.close();
  };
}
