// Two nodes of ours that say and hear the messages of the bench: the whole way of a message from one step to another.
import { defineNode } from "../../../core/node.ts";
import { topics } from "../../../core/topics.ts";
import { seconds } from "../../../core/units.ts";
import type { Hearer } from "./hear.ts";
import type { Acts, Load } from "./orders.ts";
import { sayer } from "./say.ts";

/** They step when they are woken, and as good as never else. */
const NEVER = seconds(3600);
const CARRIED = { wrench: topics.leftWrench, safety: topics.safetyState, image: topics.image };

/** Publishes in a step that it asks for, as a node does whose outside world has spoken. */
export const sourceNode = (begin: (acts: Acts) => void, fresh: boolean) =>
  defineNode({
    name: "bench_source",
    period: NEVER,
    publishes: CARRIED,
    start(io) {
      const waiting: { readonly load: Load; readonly message: unknown }[] = [];
      begin(
        sayer((load, message) => {
          waiting.push({ load, message });
          io.wake();
        }, fresh),
      );
      return {
        step: () => waiting.splice(0).forEach(({ load, message }) => io.publish[load](message as never)),
      };
    },
  });

/** Reads in the step that a message woke it for. */
export const sinkNode = ({ heard }: Hearer) =>
  defineNode({
    name: "bench_sink",
    period: NEVER,
    subscribes: CARRIED,
    wakes: ["wrench", "safety", "image"],
    start(io) {
      const seen = new Map<Load, unknown>();
      const look = (load: Load) => {
        const message = io.latest[load]?.message;
        if (message === undefined || message === seen.get(load)) return;
        seen.set(load, message);
        heard(load, message);
      };
      return {
        step() {
          look("wrench");
          look("safety");
          look("image");
        },
      };
    },
  });
