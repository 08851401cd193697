// A ride whose time begins standing: it lets everybody speak once, or begins at a moment that was kept.
import { SimTime_Request, type SimTime, type SimTime_Response } from "../core/messages.ts";
import { services, topics } from "../core/topics.ts";
import { seconds } from "../core/units.ts";
import { momentName } from "../sim/moments/shelf.ts";
import type { Hub } from "./hub.ts";

/** Every sensor has spoken, and has been believed: a rule that silence broke clears after half a second (LIMITS.clearAfter). */
const GLANCE = seconds(1);
const NOTHING = { duration: seconds(0), speed: 1, name: "" };

/** Resolves when the world is there and stands; rejects with why the moment cannot be begun with. */
export async function beginPaused(hub: Hub, from: string | undefined): Promise<void> {
  if (from === undefined) {
    await turnTime(hub, { ...NOTHING, command: SimTime_Request.STEP, duration: GLANCE });
    return;
  }
  const name = momentName(from);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const unsubscribe = hub.subscribe(topics.simTime, (message) => {
    const { restored, moment, reason } = message as SimTime;
    if (reason !== "") reject(new Error(reason));
    else if (restored === 1 && moment === name) resolve();
  });
  await turnTime(hub, { ...NOTHING, command: SimTime_Request.RESTORE, name });
  await promise.finally(unsubscribe);
}

/** Rejects with the reason when it is refused. */
function turnTime(hub: Hub, request: SimTime_Request): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  hub.ask(services.simTime.name, request, (reply) => {
    if (reply.kind !== "end") return;
    const { refused, reason } = (reply.payload ?? {
      refused: true,
      reason: reply.detail,
    }) as SimTime_Response;
    if (refused) reject(new Error(reason));
    else resolve();
  });
  return promise;
}
