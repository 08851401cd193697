// The guard at our publishers' door: answers ZeroMQ's question (ZAP, RFC 27) whether a user name and password are right.
import { timingSafeEqual } from "node:crypto";
import { Reply, type Context } from "zeromq";
import { readAll } from "./loop.ts";
import type { Troubles } from "./troubles.ts";

const DOOR = "inproc://zeromq.zap.01";
const VERSION = "1.0";
const FRAMES = 8;

interface User {
  readonly name: string;
  readonly password: string;
}

/** Guards every publisher of the context from now on. There is one guard a context. */
export async function openGuard(
  context: Context,
  user: User,
  troubles: Troubles,
): Promise<{ close(): Promise<void> }> {
  const socket = new Reply({ context, linger: 0 });
  await socket.bind(DOOR);
  const judge = async (frames: readonly Buffer[]) => {
    const [version, sequence = "", , address, , mechanism, name, password] = frames;
    const right =
      frames.length === FRAMES &&
      String(version) === VERSION &&
      String(mechanism) === "PLAIN" &&
      same(String(name), user.name) &&
      same(String(password), user.password);
    if (!right) troubles.count("refused", `${String(address)} came with a wrong user name or password`);
    const verdict = right ? ["200", "OK", "anonymous", ""] : ["400", "Invalid username or password", "", ""];
    await socket.send([VERSION, sequence, ...verdict]);
  };
  const over = readAll(socket, troubles, "refused", judge);
  return {
    async close() {
      socket.close();
      await over;
    },
  };
}

/** Takes the same time however much of it is right. */
function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
