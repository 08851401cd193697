// The transfer robot on the floor: its outline, the zones around it, where the lidar sits, and the corridor in which it docks.
import { CAPS } from "./limits.ts";
import { grown, polygon } from "./polygon.ts";
import { reachOf } from "./separation.ts";
import { metres, metresPerSecond } from "../units.ts";

/** sim/models/transfer-robot.sdf: rear caster, tips of the legs, outer and inner sides of the front casters, front of the shin rest. m */
const [REAR, TIP, OUTER, INNER, FRONT] = [-0.275, 0.795, 0.395, 0.325, 0.1];

/** The body and the two legs around a gap that is open to the front. A test holds it together with the model. */
export const FOOTPRINT = polygon(
  [REAR, -OUTER],
  [TIP, -OUTER],
  [TIP, -INNER],
  [FRONT, -INNER],
  [FRONT, INNER],
  [TIP, INNER],
  [TIP, OUTER],
  [REAR, OUTER],
);

/** The robot goes on for 18 mm while the lidar turns and for 8 mm while it brakes from the speed that contact permits. */
const STOP_MARGIN = metres(0.05);
/** Where nothing may come nearer. */
export const STOP_ZONE = grown(FOOTPRINT, STOP_MARGIN);
/** Past this nothing slows the fastest drive. */
export const REACH = reachOf(metresPerSecond(CAPS.drive.up[0] ?? 0));
const HULL = polygon([REAR, -OUTER], [TIP, -OUTER], [TIP, OUTER], [REAR, OUTER]);
/** Where what is near slows the robot at all. */
export const SLOW_ZONE = grown(HULL, REACH);

/** Beyond the tips stand the chair and the knees of who is helped: a seat of 0.5 m and a hand on each side, two steps deep. m */
const [SEAT_SIDE, SEAT_DEPTH] = [0.5, 1.7];
/**
 * A task docks here, guided by its eyes, by touch and at the speed that contact permits: the person in care and their chair
 * are no bystanders (DOMAIN §1.4). For an operator who drives there is no such place.
 */
export const DOCK = polygon(
  [FRONT, -INNER],
  [TIP, -INNER],
  [TIP, -SEAT_SIDE],
  [SEAT_DEPTH, -SEAT_SIDE],
  [SEAT_DEPTH, SEAT_SIDE],
  [TIP, SEAT_SIDE],
  [TIP, INNER],
  [FRONT, INNER],
);

/** The lidar in base_link (sim/models/transfer-robot.sdf), turned as the robot is. m */
export const LIDAR = { x: metres(0.13), y: metres(0) } as const;
/** What of a cloud can be met: above the floor's roughness, below the top of the column and a head that leans over it. m */
export const BAND = { lower: metres(0.03), upper: metres(2) } as const;
