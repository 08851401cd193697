// Hands what a process has said to the recorder's process on the same machine: in batches over a local socket, bounded, never waited for.
import { createServer, type Socket } from "node:net";
import { deserialize, serialize } from "node:v8";
import { listenAt, reachAt } from "../../robot/local-socket.ts";
import type { Batch, Notes } from "../threads/notes.ts";

/** [ms] between two tries to reach the recorder. */
const AGAIN = 200;
/** [bytes] of a batch's length, before it: uint32, little endian. */
const HEAD = 4;
/** [bytes] [D] ten times what a full heap of the busiest group takes: who says more is none of ours. */
const MOST = 1 << 28;
/** The recorder's answer to a batch. */
const TAKEN = Buffer.of(1);
export interface NoteLane {
  /** All that waits goes now, and nothing after it. */
  end(): void;
}

/** Gives the notes to whoever takes them at `path`, now or later, again and again. */
export function giveNotes(path: string, notes: Notes): NoteLane {
  let gone = () => {};
  const line = reachAt(path, AGAIN, {
    reached(socket) {
      gone = notes.give((batch) => socket.write(framed(batch)));
      socket.on("data", (answers: Buffer) => answers.forEach(() => notes.taken()));
    },
    closed() {
      gone();
      gone = () => {};
    },
  });
  return {
    end() {
      line.over();
      notes.drain();
      line.socket().end();
    },
  };
}

export interface NoteDoor {
  /** Resolves when nobody is there any more who might still say something, at the latest after so many ms. */
  quiet(patience: number): Promise<void>;
  close(): void;
}

/** Takes the notes of all who come to `path`. Rejects with one clear error when that cannot be listened at. */
export async function takeNotes(path: string, take: (batch: Batch) => void): Promise<NoteDoor> {
  const there = new Set<Socket>();
  let gone = () => {};
  const server = createServer((socket) => {
    there.add(socket);
    const read = batches((batch) => {
      take(batch);
      socket.write(TAKEN);
    });
    socket.on("data", (bytes: Buffer) => {
      if (!read(bytes)) socket.destroy();
    });
    socket.on("error", () => {}); // it closes
    socket.once("close", () => {
      there.delete(socket);
      if (there.size === 0) gone();
    });
  });
  await listenAt(path, server);
  return {
    quiet: (patience) =>
      new Promise((resolve) => {
        if (there.size === 0) return resolve();
        gone = resolve;
        setTimeout(resolve, patience);
      }),
    close() {
      server.close();
      for (const socket of there) socket.destroy();
    },
  };
}

function framed(batch: Batch): Buffer {
  const content = serialize(batch);
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(content.length);
  return Buffer.concat([head, content]);
}

/** Returns what is given the bytes of a connection as they come; false when they are no batches. */
function batches(read: (batch: Batch) => void): (bytes: Buffer) => boolean {
  let [pieces, have, need]: [Buffer[], number, number] = [[], 0, HEAD];
  let isHead = true;
  return (bytes) => {
    pieces.push(bytes);
    have += bytes.length;
    while (have >= need) {
      const all = Buffer.concat(pieces);
      const [piece, rest] = [all.subarray(0, need), all.subarray(need)];
      [pieces, have] = [[rest], rest.length];
      need = isHead ? piece.readUInt32LE() : HEAD;
      if (need > MOST) return false;
      if (!isHead && !readable(piece, read)) return false;
      isHead = !isHead;
    }
    return true;
  };
}

function readable(piece: Buffer, read: (batch: Batch) => void): boolean {
  let batch: Batch;
  try {
    batch = deserialize(piece) as Batch;
  } catch {
    return false;
  }
  read(batch);
  return true;
}
