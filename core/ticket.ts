// What a request for motion carries of the lease under which it is asked: the gate follows no other.
import { Lease, type MotionRequest } from "./messages.ts";

type Ticket = Pick<MotionRequest, "epoch" | "nonce">;

/** Of a lease that was never heard: one that is never given. */
const NONE: Ticket = { epoch: 0, nonce: 0 };

export const ticketOf = (lease: Lease | undefined): Ticket =>
  lease === undefined ? NONE : { epoch: lease.epoch, nonce: lease.nonce };

/** Whether a task of this name may ask for motion: without the lease it asks to stand still, so that it is followed when it gets it. */
export const isTaskLease = (lease: Lease | undefined, task: string): boolean =>
  lease?.kind === Lease.TASK && lease.holder === task;
