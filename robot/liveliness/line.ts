// The line that a group holds to the control group: the kernel cuts it in the moment the group dies, however that comes.
import { reachAt } from "../local-socket.ts";
import { BYE, END } from "./words.ts";

/** [ms] between two tries to reach a control group that is not there, or starts anew. */
const AGAIN = 100;

export interface Line {
  /** The group ends in order: nobody misses it. */
  letGo(): void;
  /** The group has failed, and is missed before its process or thread has ended. */
  cut(): void;
}

/** Holds a line for `group` to whoever looks after `path`, now or later, again and again. It keeps no process alive. */
export function holdLine(path: string, group: string): Line {
  const line = reachAt(path, AGAIN, {
    reached(socket) {
      socket.unref();
      socket.write(group + END);
    },
  });
  return {
    letGo() {
      line.over();
      line.socket().end(BYE + END);
    },
    cut() {
      line.over();
      line.socket().destroy();
    },
  };
}
