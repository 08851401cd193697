// What breaks in the middle of a rise, and what is mended ten seconds later.
import { OperatorAct_Request as Act } from "../../core/messages.ts";
import { services } from "../../core/topics.ts";
import type { VirtualRun } from "../virtual/run.ts";
import type { Ride } from "../scenarios/ride.ts";
import type { Cause } from "./story.ts";

interface Break {
  begin(ride: Ride): void;
  mend(ride: Ride): void;
}

const nothing = () => undefined;
const fault = (run: VirtualRun, name: string, on: boolean) =>
  void run.call(services.injectFault, { fault: name, on });
const given = (name: string, comesBack: boolean): Break => ({
  begin: ({ run }) => fault(run, name, true),
  mend: comesBack ? ({ run }) => fault(run, name, false) : nothing,
});
const death = (node: string): Break => ({
  begin: ({ run }) => void (run.has(node) && run.kill(node)),
  mend: nothing,
});

export const BREAKS: Readonly<Record<Cause, Break>> = {
  operator_stop: { begin: ({ worker }) => void (worker.stopping = true), mend: nothing },
  link_lost: {
    begin: ({ worker }) => void (worker.linkCut = true),
    mend: ({ worker }) => void (worker.linkCut = false),
  },
  eyes_lost: death("person"),
  task_dead: death("stand_up"),
  supply_failing: given("supply", false),
  drives_without_power: given("power", true),
  seat_pulled_away: {
    ...given("seat", true),
    mend(ride) {
      fault(ride.run, "seat", false);
      ride.tryAct(Act.SEAT_BACK);
    },
  },
};

/** What of it happens to somebody without a robot, from `run`'s world alone. */
export const WITHOUT_ROBOT: Readonly<Partial<Record<Cause, (run: VirtualRun, on: boolean) => void>>> = {
  seat_pulled_away: (run, on) => fault(run, "seat", on),
};
