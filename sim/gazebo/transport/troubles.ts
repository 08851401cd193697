// What went wrong on the link to Gazebo: counted each time, said the first time. Nothing of it ends the link.

/** packet: discovery that is none. message: a topic's frames or bytes. service: a request or answer. refused: by a password. handler: our own code threw. */
const KINDS = ["packet", "message", "service", "refused", "handler"] as const;
export type Trouble = (typeof KINDS)[number];

export interface Troubles {
  count(kind: Trouble, about: string): void;
  readonly counted: Readonly<Record<Trouble, number>>;
}

/** `say` hears of each kind and subject once. */
export function troubles(say: (text: string) => void): Troubles {
  const counted = { packet: 0, message: 0, service: 0, refused: 0, handler: 0 };
  const said = new Set<string>();
  return {
    counted,
    count(kind, about) {
      counted[kind] += 1;
      if (said.has(`${kind} ${about}`) || said.size >= MOST_SAID) return;
      said.add(`${kind} ${about}`);
      say(`gazebo link: ${kind}: ${about}`);
    },
  };
}

/** A peer that invents new names must not fill the log. */
const MOST_SAID = 100;
