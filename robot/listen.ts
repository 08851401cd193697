// Listens to one source of motion: keeps its living request, and whether it has been neutral since it last lost the robot.
import type { Stamped } from "../core/node.ts";
import type { MotionRequest } from "../core/messages.ts";
import {
  isAlive,
  isNeutral,
  lastHeard,
  isUnder,
  mayMove,
  refuse,
  type Admission,
  type LastHeard,
  type Rejection,
} from "./admit.ts";

/** What the gate remembers of one source. */
export interface Ear {
  /** the message looked at last, heard or refused: each is judged once */
  readonly judged: MotionRequest | undefined;
  readonly last: LastHeard | undefined;
  /** the request that is alive */
  readonly request: Stamped<MotionRequest> | undefined;
  /**
   * May be followed. Lost when a source that wants motion is held, stopped, overruled or falls silent; regained by a
   * neutral request. So nothing that was pressed all the while moves the robot when the way is free again.
   */
  readonly armed: boolean;
  /** what was heard last asked for motion */
  readonly wanted: boolean;
}

export interface Listened {
  readonly ear: Ear;
  /** a request has just been heard */
  readonly fresh: boolean;
  readonly rejected: Rejection | undefined;
}

export const UNHEARD: Ear = {
  judged: undefined,
  last: undefined,
  request: undefined,
  armed: false,
  wanted: false,
};

/** Looks at what is newest from a source, and forgets what has died. */
export function listen(
  before: Ear,
  newest: Stamped<MotionRequest> | undefined,
  admission: Admission,
): Listened {
  const ear = forget(before, admission);
  if (newest === undefined || newest.message === before.judged)
    return { ear, fresh: false, rejected: undefined };
  const rejected = refuse(newest, admission);
  const judged = newest.message;
  if (rejected === undefined) {
    const wanted = !isNeutral(judged);
    // what another asked for arms nobody else
    const armed = !wanted || (ear.armed && ear.last?.source === judged.source);
    return {
      ear: { judged, last: lastHeard(newest), request: newest, armed, wanted },
      fresh: true,
      rejected,
    };
  }
  return { ear: afterRefusal(ear, judged, rejected), fresh: false, rejected };
}

function afterRefusal(ear: Ear, judged: MotionRequest, rejected: Rejection): Ear {
  // a source that sends no numbers cannot be trusted to still want its last ones
  const request = rejected === "not_finite" ? undefined : ear.request;
  // who wants motion without the lease must be neutral before it moves under one
  const isWithout = rejected === "not_holder" || (rejected === "no_lease" && !isNeutral(judged));
  const armed = ear.armed && !(isWithout && judged.source === ear.last?.source);
  return { ...ear, judged, request, armed };
}

/**
 * A request dies of age, and with the lease under which it was asked. Who may ask under the new lease too keeps their arm:
 * a hand that takes the lease from a task need not let go once more.
 */
function forget(ear: Ear, { now, from, lease }: Admission): Ear {
  if (ear.request === undefined) return ear;
  const { message } = ear.request;
  const mayAsk = lease !== undefined && mayMove(message.source, from, lease);
  const isAged = !isAlive(ear.request, now);
  if (mayAsk && !isAged && isUnder(message, lease)) return ear;
  const keeps = isNeutral(message) || (mayAsk && !isAged && message.nonce === lease.nonce);
  return { ...ear, request: undefined, armed: ear.armed && keeps };
}

/** Whether the source wants motion now. */
export const wantsMotion = (ear: Ear): boolean =>
  ear.request !== undefined && !isNeutral(ear.request.message);

/** Nobody is followed now: who asked for motion last must be neutral first, though that request may have died with its lease. */
export const lock = (ear: Ear): Ear => (ear.wanted ? { ...ear, armed: false } : ear);

/** The source is not followed now: if it wants motion it must be neutral first. */
export const disarm = (ear: Ear): Ear => (wantsMotion(ear) ? { ...ear, armed: false } : ear);
