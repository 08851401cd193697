// A driven robot on real threads for the isolation tests: what everybody said, with its stamps, and what a test orders and waits for.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, vi } from "vitest";
import {
  OperatorAct_Request as Act,
  SafetyState,
  type HardwareCommand,
  type Lease,
  type Odometry,
  type OperatorSignal,
  type Spoken,
} from "../../core/messages.ts";
import { secondsOf } from "../../core/time.ts";
import { services, topics, type Topic } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { openGraph, type EmbeddedGraph, type GroupDeclaration } from "../../launch/threads/graph.ts";
import { linesIn, type IsolationGroup, type IsolationOptions } from "./isolation-groups.ts";
import { spoken } from "./nodes.ts";

/** [m/s] backwards, away from the chair. */
export const SPEED = -0.1;
/** [m/s] that wheel odometry tells of a robot that stands */
export const STILL = 0.002;
/** World and control go before others, as in a ride: then the machine's other work is not what is tested. */
const RANK = -10;
const PATIENCE_MS = 30_000;
/** commands: half a second of them */
const FIFTY = 50;

interface Stamped {
  readonly header: { readonly stamp: { readonly sec: number; readonly nanosec: number } };
}
export const at = ({ header }: Stamped): number => secondsOf(header.stamp);
/** Those whose stamps lie within, both ends left out. */
export const between = <M extends Stamped>(said: readonly M[], from: number, till: number): M[] =>
  said.filter((message) => at(message) > from && at(message) < till);
export const isZero = ({ drive, joint_velocities }: HardwareCommand): boolean =>
  [drive.linear.x, drive.angular.z, ...joint_velocities].every((velocity) => velocity === 0);

/** Waits for what must come true; how long is no measure, only when a test counts as hung. */
export const until = <T>(holds: () => T | Promise<T>) =>
  vi.waitFor(holds, { timeout: PATIENCE_MS, interval: 10 });

export class IsolatedRide {
  readonly commands: HardwareCommand[] = [];
  readonly states: SafetyState[] = [];
  readonly odometry: Odometry[] = [];
  readonly leases: Lease[] = [];
  readonly beats: OperatorSignal[] = [];
  /** as told: "group NAME: why" */
  readonly died: string[];
  readonly graph: EmbeddedGraph;
  readonly #folder: string;
  readonly #told: Spoken[] = [];

  /** Opens the groups and waits until all have spoken; the world's time is the machine's, or simulated. */
  static async open(time: "real" | "simulated" = "real"): Promise<IsolatedRide> {
    const folder = mkdtempSync(join(tmpdir(), "isolation-"));
    const died: string[] = [];
    const module = new URL("isolation-groups.ts", import.meta.url).href;
    const declare = (group: IsolationGroup, niceness: number): GroupDeclaration => ({
      name: group,
      module,
      options: { group, folder } satisfies IsolationOptions,
      onDeath: "again",
      niceness,
      ...(group === "control" ? {} : { lines: linesIn(folder) }),
    });
    const governed = time === "real" ? {} : { governsTime: { paused: false, speed: 1 } };
    const groups = [
      { ...declare("world", RANK), ...governed },
      declare("control", RANK),
      declare("operator", 0),
      declare("page", 0),
    ];
    const graph = await openGraph(groups, { died: (group, why) => died.push(`group ${group}: ${why}`) });
    const ride = new IsolatedRide(graph, folder, died);
    await until(() =>
      expect(ride.odometry.length * ride.states.length * ride.beats.length).toBeGreaterThan(0),
    );
    return ride;
  }

  private constructor(graph: EmbeddedGraph, folder: string, died: string[]) {
    this.graph = graph;
    this.#folder = folder;
    this.died = died;
    const keep = <M>(topic: Topic<M>, kept: M[]) =>
      graph.hub.subscribe(topic, (said) => kept.push(said as M));
    keep(topics.hardwareCommand, this.commands);
    keep(topics.safetyState, this.states);
    keep(topics.odometry, this.odometry);
    keep(topics.lease, this.leases);
    keep(topics.operatorSignal, this.beats);
    keep(topics.said, this.#told);
  }

  async close(): Promise<void> {
    await this.graph.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get state(): SafetyState | undefined {
    return this.states.at(-1);
  }
  get speed(): number {
    return this.odometry.at(-1)?.twist.twist.linear.x ?? NaN;
  }

  /** Orders "GROUP WORD NUMBER"; answers when that group says that it began, and that it ended. */
  async order(words: string): Promise<{ readonly began: number; readonly ended: number }> {
    const [group] = words.split(" ");
    const before = this.#told.length;
    this.graph.hub.publish(topics.said, spoken(words, this.graph.now()));
    const told = (key: string) =>
      until(() => {
        const word = this.#told.slice(before).find((said) => said.key === `${group} ${key}`);
        if (word === undefined) throw new Error(`${words}: ${group} never said ${key}`);
        return at(word);
      });
    return { began: await told("begins"), ended: await told("ends") };
  }

  /** One act of Kim, on site; why it was refused, or nothing. */
  async act(what: number): Promise<string> {
    const { promise, resolve } = Promise.withResolvers<string>();
    const request = { act: what, operator_name: "Kim", on_site: true };
    this.graph.hub.ask(services.operatorAct.name, request, (reply) => {
      if (reply.kind !== "end") return;
      const answer = reply.payload as { readonly reason: string } | undefined;
      resolve(answer === undefined ? reply.detail : answer.reason);
    });
    return promise;
  }

  /** Resets, confirms and starts, as far as each is asked for, until the robot is free to move. */
  async free(): Promise<void> {
    const free: readonly number[] = [SafetyState.READY, SafetyState.MOVING];
    await until(async () => {
      const { state } = this;
      if (state?.needs_reset) await this.act(Act.RESET);
      else if (state?.needs_confirmation) await this.act(Act.CONFIRM_ON_SITE);
      else if (state?.needs_start) await this.act(Act.START);
      expect(free).toContain(this.state?.motion);
    });
  }
  /** Frees the robot, lets go, and drives, until it moves as it is told; where it held in between, all over again, as a person would. */
  async drive(): Promise<void> {
    await until(async () => {
      await this.free();
      await this.order("operator drive 0");
      await this.afterStates(20);
      await this.order(`operator drive ${SPEED}`);
      await this.afterStates(60);
      expect(Math.abs(this.speed - SPEED)).toBeLessThan(-SPEED / 10);
    });
  }
  /** Lets the supervisor look so many times more. */
  async afterStates(count: number): Promise<void> {
    const before = this.states.length;
    await until(() => expect(this.states.length).toBeGreaterThanOrEqual(before + count));
  }
  /** Fifty commands that were given after this moment. */
  async commandsAfter(from: number): Promise<readonly HardwareCommand[]> {
    return until(() => {
      const said = between(this.commands, from, Infinity);
      expect(said.length).toBeGreaterThanOrEqual(FIFTY);
      return said;
    });
  }
  get now(): number {
    return seconds(this.graph.now());
  }
}
