// Hooks by which panels look at the session: the last message of a topic, its age, the links, the machine.
import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { Topic } from "../../../core/topics.ts";
import type { Seconds } from "../../../core/units.ts";
import type { Room } from "./room.ts";
import { ageOfSeen } from "../link/ages.ts";
import type { Seen } from "../link/graph.ts";

export const RoomContext = createContext<Room | undefined>(undefined);

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error("a panel is outside the room: wrap it in RoomContext");
  return room;
}

/** The last message of a topic; the panel is drawn anew with each. */
export function useSeen<M>(topic: Topic<M>): Seen<M> | undefined {
  const { graph } = useRoom();
  const subscribe = useCallback((changed: () => void) => graph.watch(topic, changed), [graph, topic]);
  return useSyncExternalStore(subscribe, () => graph.latest(topic));
}

const TICK = 250; // ms: ages are read to a tenth of a second at most

/** Draws the panel anew four times a second: whatever shows an age needs it. */
export function useTicking() {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), TICK);
    return () => clearInterval(timer);
  }, []);
}

/** The last message with its age now; ages also while nothing arrives. */
export function useAged<M>(topic: Topic<M>): { readonly message: M | undefined; readonly age: Seconds } {
  useTicking();
  const { clock } = useRoom();
  const seen = useSeen(topic);
  return { message: seen?.message, age: ageOfSeen(seen, clock) };
}

export function useLinks() {
  const { graph, lane } = useRoom();
  const connected = useSyncExternalStore(graph.subscribe, graph.connected);
  const view = useSyncExternalStore(lane.subscribe, lane.view);
  return { graph: connected, lane: view };
}

/** Who is at this page, and whether beside the resident. */
export function useOperator() {
  const room = useRoom();
  return useSyncExternalStore(room.onOperator, () => room.operator);
}

/** What is held down now. */
export function useHold(): "released" | "driving" | "lowering" {
  const { machine } = useRoom();
  const subscribe = useCallback(
    (changed: () => void) => {
      const subscription = machine.subscribe(changed);
      return () => subscription.unsubscribe();
    },
    [machine],
  );
  return useSyncExternalStore(subscribe, () => machine.getSnapshot().value.hold);
}
