// The control group's end of the lines: who holds one, and whose was cut.
import { createServer, type Socket } from "node:net";
import { listenAt } from "../local-socket.ts";
import { BYE, END, LONGEST, NAME } from "./words.ts";

export interface Living {
  /** Hold a line, by name. */
  readonly alive: readonly string[];
  /** Their line was cut, and nobody of that name has come since. */
  readonly lost: readonly string[];
}

export interface Lines {
  readonly living: () => Living;
  /** Calls `changed` from now on, in the turn of the event loop in which a line is taken up or cut. */
  listen(changed: () => void): void;
  close(): void;
}

/** More than all groups of a robot: further connections are turned away. */
const MOST = 64;

/** Takes the lines of all who come to `path`. Rejects with one clear error when that cannot be listened at. */
export async function takeLines(path: string): Promise<Lines> {
  const book = new Book();
  const server = createServer((socket) => book.open(socket));
  await listenAt(path, server);
  return {
    living: () => book.living(),
    listen: (changed) => (book.changed = changed),
    close() {
      server.close();
      book.close();
    },
  };
}

/** Whose each connection is. */
class Book {
  readonly #held = new Map<Socket, string | undefined>();
  readonly #lost = new Set<string>();
  changed = () => {};

  open(socket: Socket): void {
    if (this.#held.size >= MOST) return void socket.destroy();
    this.#held.set(socket, undefined);
    const hear = words((word) => this.#read(socket, word));
    socket.setEncoding("utf8").on("data", (text: string) => {
      if (!hear(text)) socket.destroy();
    });
    socket.on("error", () => {}); // it closes
    socket.once("close", () => this.#cut(socket));
  }

  living(): Living {
    return { alive: [...new Set(this.#names())].toSorted(), lost: [...this.#lost].toSorted() };
  }

  close(): void {
    for (const socket of this.#held.keys()) socket.destroy();
  }

  #names(): string[] {
    return [...this.#held.values()].filter((name) => name !== undefined);
  }

  #read(socket: Socket, word: string): void {
    if (word === BYE) this.#held.set(socket, undefined);
    else if (this.#held.get(socket) === undefined && NAME.test(word)) {
      this.#held.set(socket, word);
      this.#lost.delete(word);
      this.changed();
    } else socket.destroy(); // none of ours
  }

  #cut(socket: Socket): void {
    const name = this.#held.get(socket);
    this.#held.delete(socket);
    // not one that was started anew before its end was seen
    if (name !== undefined && !this.#names().includes(name)) this.#lost.add(name);
    this.changed();
  }
}

/** Returns what is given the text of a connection as it comes; false when it says what is no word. */
function words(read: (word: string) => void): (text: string) => boolean {
  let rest = "";
  return (text) => {
    const pieces = (rest + text).split(END);
    rest = pieces.pop() ?? "";
    pieces.forEach(read);
    return rest.length <= LONGEST;
  };
}
