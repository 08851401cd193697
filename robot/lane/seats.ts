// Who sits at the stop lane: every session may stop, one is in command, and a seat whose holder went silent is free again.
import type { LaneHello } from "../../core/lane-protocol.ts";
import { seconds, type Seconds } from "../../core/units.ts";

/** DOMAIN §1.5: two seconds of silence, and the operator is gone. */
const SEAT_FREED = seconds(2);

interface Session {
  readonly operator: string;
  readonly onSite: boolean;
  readonly heardAt: Seconds;
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

/** A session says who it is. It gets the seat when it asks for it and it is free; when it only watches, it gives it up. */
export function hello(seats: Seats, id: string, said: LaneHello, now: Seconds): Seats {
  const { operator, on_site: onSite } = said;
  const sequence = seats.sessions.get(id)?.sequence ?? -1;
  const sessions = changed(seats, id, { operator, onSite, heardAt: now, sequence });
  const holder = seats.commander ?? (said.role === "command" ? id : undefined);
  return { sessions, commander: holder === id && said.role === "watch" ? undefined : holder };
}

/** A sign of life. Undefined when the session never said hello, or the beat does not count up: then nothing changed. */
export function beat(seats: Seats, id: string, sequence: number, now: Seconds): Seats | undefined {
  const session = seats.sessions.get(id);
  if (session === undefined || !(sequence > session.sequence)) return undefined;
  return { ...seats, sessions: changed(seats, id, { ...session, heardAt: now, sequence }) };
}

/** A session went away. */
export function leave(seats: Seats, id: string): Seats {
  const sessions = new Map(seats.sessions);
  sessions.delete(id);
  return { sessions, commander: seats.commander === id ? undefined : seats.commander };
}

/** Frees the seat of a commander that has been silent too long. It may ask again. */
export function freeSilent(seats: Seats, now: Seconds): Seats {
  const holder = seats.commander === undefined ? undefined : seats.sessions.get(seats.commander);
  if (holder === undefined || now - holder.heardAt <= SEAT_FREED) return seats;
  return { ...seats, commander: undefined };
}
