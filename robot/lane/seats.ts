// Who sits at the stop lane: every session may stop, and the one in command is whom the lease names.
import type { LaneHello } from "../../core/lane-protocol.ts";
import type { Lease } from "../../core/messages.ts";

interface Session {
  readonly operator: string;
  readonly onSite: boolean;
  readonly wantsCommand: boolean;
  /** of the last beat; a beat that does not count up is not a sign of life */
  readonly sequence: number;
}

export interface Seats {
  readonly sessions: ReadonlyMap<string, Session>;
  /** the session in command; undefined when nobody is */
  readonly commander: string | undefined;
}
export const NO_SEATS: Seats = { sessions: new Map(), commander: undefined };

const changed = (seats: Seats, id: string, session: Session): ReadonlyMap<string, Session> =>
  new Map(seats.sessions).set(id, session);

/** Name of the operator in command; empty when nobody is. */
export const heldBy = ({ sessions, commander }: Seats): string =>
  commander === undefined ? "" : (sessions.get(commander)?.operator ?? "");

/** A session says who it is, and whether it wants the lease: the supervisor gives it. */
export function hello(seats: Seats, id: string, said: LaneHello): Seats {
  const { operator, on_site: onSite } = said;
  const sequence = seats.sessions.get(id)?.sequence ?? -1;
  const session = { operator, onSite, wantsCommand: said.role === "command", sequence };
  return { ...seats, sessions: changed(seats, id, session) };
}

/** A sign of life. Undefined when the session never said hello, or the beat does not count up: then nothing changed. */
export function beat(seats: Seats, id: string, sequence: number): Seats | undefined {
  const session = seats.sessions.get(id);
  if (session === undefined || !(sequence > session.sequence)) return undefined;
  return { ...seats, sessions: changed(seats, id, { ...session, sequence }) };
}

/** A session went away. */
export function leave(seats: Seats, id: string): Seats {
  const sessions = new Map(seats.sessions);
  sessions.delete(id);
  return { sessions, commander: seats.commander === id ? undefined : seats.commander };
}

/** The one in command is whom the lease names, where that session is still here. */
export const obeyLease = (seats: Seats, lease: Lease | undefined): Seats => {
  const session = lease?.session ?? "";
  return { ...seats, commander: seats.sessions.has(session) ? session : undefined };
};
