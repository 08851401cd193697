// The least controller that lets a walker be pushed: a damped mass that follows the handles' forces. Not the walker's own.
import type { WalkingWorld } from "../../../sim/walking/world.ts";

/** Mass, kg, and damping, N·s/m, ahead; inertia, kg·m², and damping, N·m·s/rad, in turning: DOMAIN §2.4. */
const AHEAD = { mass: 20, damping: 50, least: -0.05, most: 0.8 } as const;
const TURN = { inertia: 3, damping: 15, most: 0.5 } as const;
/** From the middle to each handle, m: sim/generator/dimensions.ts. */
const ARM = 0.23;

/** Commands the walker once a tick. */
export function follower(world: WalkingWorld, period: number): () => void {
  let [forward, turn] = [0, 0];
  return () => {
    if (world.walker === undefined) return;
    const [left, right] = world.walker.wrenches();
    const push = left.force[0] + right.force[0];
    const twist = ARM * (right.force[0] - left.force[0]);
    forward += (period * (push - AHEAD.damping * forward)) / AHEAD.mass;
    forward = Math.max(AHEAD.least, Math.min(AHEAD.most, forward));
    turn += (period * (twist - TURN.damping * turn)) / TURN.inertia;
    turn = Math.max(-TURN.most, Math.min(TURN.most, turn));
    world.command(forward, turn);
  };
}
