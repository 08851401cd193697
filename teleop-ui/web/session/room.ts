// Everything a panel needs of this page's session: both links, the clock, the machine, and the acts of a person.
import { createActor, type Actor } from "xstate";
import { OperatorAct_Request } from "../../../core/messages.ts";
import { actions, services, topics } from "../../../core/topics.ts";
import { seconds } from "../../../core/units.ts";
import { RobotClock } from "../link/clock.ts";
import { every } from "../link/every.ts";
import { Graph, type Reading, type Reply } from "../link/graph.ts";
import { Lane, type Operator } from "../link/lane.ts";
import { AT_REST, Driver, DRIVE_PERIOD, type Hand } from "./drive.ts";
import { sessionMachine } from "./session.machine.ts";

/** What the gateway says of itself at /session.json. */
export interface ServedSession {
  readonly version: string;
  readonly lane_port: number;
  readonly simulated: boolean;
}

/** ms between two messages of a topic, as a person can use them. */
const READINGS: readonly Reading[] = [
  { topic: topics.safetyState, every: 100 },
  { topic: topics.lease, every: 0 },
  { topic: topics.taskState, every: 100 },
  { topic: topics.battery, every: 500 },
  { topic: topics.alarms, every: 0 },
  { topic: topics.gateReport, every: 500 },
  { topic: topics.person, every: 100 },
  { topic: topics.compressedImage, every: 66 },
  { topic: topics.resident, every: 0 },
  { topic: topics.said, every: 0 },
  { topic: topics.heard, every: 0 },
  { topic: topics.scan, every: 200 },
  { topic: topics.odometry, every: 100 },
  { topic: topics.linkPoses, every: 100 },
  { topic: topics.truePerson, every: 100 },
  { topic: topics.worldTruth, every: 200 },
  { topic: topics.activeFaults, every: 0 },
  { topic: topics.simTime, every: 50 },
];

/** ms the control group has to confirm a stop before it is sent the second way too. */
const STOP_PATIENCE = 300;

export class Room {
  readonly clock = new RobotClock(() => performance.now() / 1000);
  readonly graph: Graph;
  readonly lane: Lane;
  readonly machine: Actor<typeof sessionMachine>;
  readonly served: ServedSession;
  operator: Operator;
  readonly #driver: Driver;
  readonly #endDriving: () => void;
  #hand = AT_REST;
  #drove = false;
  readonly #operatorListeners = new Set<() => void>();

  constructor(host: string, served: ServedSession, operator: Operator) {
    this.served = served;
    this.operator = operator;
    this.machine = createActor(sessionMachine).start();
    this.graph = new Graph(`ws://${host}`, READINGS);
    this.lane = new Lane(`ws://${host.replace(/:\d+$/, "")}:${served.lane_port}`, this.clock, operator);
    this.#driver = new Driver({
      robotNow: () => this.clock.stampNow(),
      robotTold: () => this.clock.told(),
      send: (request) => this.graph.publish(topics.operatorMotion, request),
      source: () => this.operator.name,
      lease: () => this.graph.latest(topics.lease)?.message,
    });
    this.graph.subscribe(() => {
      const connected = this.graph.connected();
      this.machine.send({ type: connected ? "GRAPH_UP" : "GRAPH_DOWN" });
      // the next robot's time may be real
      if (!connected) this.clock.setRate(1);
    });
    this.graph.watch(topics.simTime, ({ paused, speed }) => this.clock.setRate(paused ? 0 : speed));
    this.lane.subscribe(() => {
      const { open, inCommand } = this.lane.view();
      this.machine.send({ type: !open ? "LANE_DOWN" : inCommand ? "SEAT_TAKEN" : "SEAT_WATCHED" });
    });
    this.machine.subscribe(() => this.#obey());
    this.#endDriving = every(this.clock, DRIVE_PERIOD * 1000, () => this.#drive());
  }

  /** Begins to hold; false when this page may not. */
  hold(what: "drive" | "lower"): boolean {
    this.machine.send({ type: what === "drive" ? "HOLD_DRIVE" : "HOLD_LOWER" });
    const holds = this.machine.getSnapshot().matches({ hold: what === "drive" ? "driving" : "lowering" });
    if (holds && what === "drive") this.#drove = this.#driver.begin() || this.#drove;
    return holds;
  }

  steer(hand: Hand) {
    this.#hand = hand;
  }

  release = () => this.machine.send({ type: "RELEASE" });

  /** Protective stop: by the lane, and by the gateway too when the lane does not confirm at once. */
  async stop(): Promise<boolean> {
    this.release();
    const late = new Promise<boolean>((done) => setTimeout(() => done(false), STOP_PATIENCE));
    if (await Promise.race([this.lane.stop(), late])) return true;
    return (await this.act(OperatorAct_Request.STOP)).ok;
  }

  act(act: number): Promise<Reply<{ readonly refused: boolean; readonly reason: string }>> {
    const { name, onSite } = this.operator;
    return this.graph.call(services.operatorAct, { act, operator_name: name, on_site: onSite });
  }

  /** Acknowledges an alarm, or pauses the sound of all, in this operator's name. */
  actOnAlarm(
    act: number,
    alarm: string,
  ): Promise<Reply<{ readonly refused: boolean; readonly reason: string }>> {
    return this.graph.call(services.alarmAct, { act, alarm, operator_name: this.operator.name });
  }

  /** Introduces who is at the page and asks for the seat. */
  sitDown(operator: Operator) {
    this.operator = operator;
    this.lane.hello(operator);
    for (const listener of this.#operatorListeners) listener();
  }

  onOperator = (listener: () => void) => {
    this.#operatorListeners.add(listener);
    return () => void this.#operatorListeners.delete(listener);
  };

  standUp(ended: (why: string) => void): boolean {
    return this.graph.send(
      actions.standUp,
      { rise_time: seconds(0) },
      { feedback: () => {}, ended: (_, why) => ended(why) },
    );
  }

  cancelStandUp = () => this.graph.cancel(actions.standUp);

  close() {
    this.#endDriving();
    this.machine.stop();
    this.graph.close();
    this.lane.close();
  }

  #obey() {
    const state = this.machine.getSnapshot();
    this.lane.hold = !state.matches({ hold: "released" });
    if (!state.matches({ hold: "driving" })) this.#rest();
  }

  #drive() {
    if (!this.machine.getSnapshot().matches({ hold: "driving" })) return;
    this.#drove = this.#driver.drive(this.#hand) || this.#drove;
  }

  /** One zero after the last request, so that the robot need not wait for its age. */
  #rest() {
    this.#hand = AT_REST;
    if (this.#drove) this.#driver.drive(AT_REST);
    this.#drove = false;
  }
}
