// The errors of the sensors that walker, patrol robot and room have beside the transfer robot's, from data sheets. [D] is our choice.
import type { Bumper, RadarPresence } from "../../core/messages.ts";
import { degrees, milliseconds, newtons, seconds } from "../../core/units.ts";
import { pressedBy } from "./bumper.ts";
import { imperfectionsOf } from "./data-sheets.ts";
import type { Alter, Errors, Imperfection } from "./imperfection.ts";

const none = { chance: 0, lasts: seconds(0) };
const errors = (noise: number, bias: number, broken: Errors["broken"]): Errors => ({
  noise,
  bias,
  drift: 0,
  broken,
});
const known = imperfectionsOf("typical");

interface OutfitImperfections {
  readonly bumper: Imperfection<"force">;
  readonly handle: Imperfection<"force" | "torque">;
  readonly user_scan: Imperfection<"range">;
  readonly radar: Imperfection<"range" | "bearing">;
}
export const OUTFIT: OutfitImperfections = {
  /** A safety edge switches; what force it would tell is rough, and its relay takes 10 ms [D]. Biased it is pressed by nothing. */
  bumper: {
    rate: 50,
    latency: milliseconds(10),
    dropOut: 0,
    freeze: none,
    errors: { force: errors(0.5, 0.5, { noise: 20, bias: 30 }) },
  },
  /** The same cells as in the arms, of 1 kN and class 0.2. */
  handle: known.left_wrench,
  /** A scanner as the transfer robot's. It turns twice as often: its last ray is 50 ms old. */
  user_scan: { ...known.scan, rate: 20, latency: milliseconds(50) },
  /** Bins of 37.5 mm are in the reading itself; four receivers side by side tell a bearing to 15° / √SNR, some 3° [D]. */
  radar: {
    rate: 10,
    latency: milliseconds(100),
    dropOut: 0.01,
    freeze: none,
    errors: {
      range: errors(0.02, 0.02, { noise: 0.5, bias: 1 }),
      bearing: errors(degrees(3), degrees(2), { noise: 0.3, bias: 0.5 }),
    },
  },
};

export const alteredBumper = (message: Bumper, alter: Alter<"force">): Bumper =>
  pressedBy({ ...message, force: newtons(Math.max(0, alter("force", 0, message.force))) });

/** One error for all who are seen: it is the radar that errs. */
export const alteredRadar = (message: RadarPresence, alter: Alter<"range" | "bearing">): RadarPresence => ({
  ...message,
  ranges: message.ranges.map((range) => alter("range", 0, range) as typeof range),
  bearings: message.bearings.map((bearing) => alter("bearing", 0, bearing) as typeof bearing),
});
