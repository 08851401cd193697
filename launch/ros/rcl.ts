// The only door to rclnodejs: it opens where ROS 2 is sourced and our interfaces are built, and says what is missing where not.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { checkInterfaces } from "./interfaces.ts";

/** The part of rclnodejs 2.2 that we use; its own types need a sourced ROS to mean anything. */
export interface Rcl {
  init(context?: undefined, argv?: readonly string[]): Promise<void>;
  shutdown(): void;
  removeSignalHandlers(): void;
  spin(node: RosNode): void;
  createLifecycleNode(name: string, namespace?: string, context?: undefined, options?: object): LifecycleNode;
  readonly QoS: QoSClass;
  readonly ActionServer: new (
    node: RosNode,
    type: string,
    name: string,
    execute: (goal: GoalHandle) => Promise<object>,
    goal: (goal: object) => number,
    accepted: (goal: GoalHandle) => void,
    cancel: (goal: GoalHandle) => number,
  ) => Destroyable;
  readonly ActionClient: new (node: RosNode, type: string, name: string) => ActionClient;
  readonly GoalResponse: { readonly ACCEPT: number; readonly REJECT: number };
  readonly CancelResponse: { readonly ACCEPT: number; readonly REJECT: number };
  readonly lifecycle: {
    readonly CallbackReturnCode: {
      readonly SUCCESS: number;
      readonly FAILURE: number;
      readonly ERROR: number;
    };
  };
  readonly Parameter: new (name: string, type: number, value: unknown) => Parameter;
  readonly ParameterType: Readonly<
    Record<"PARAMETER_BOOL" | "PARAMETER_DOUBLE" | "PARAMETER_STRING", number>
  >;
  readonly ParameterDescriptor: new (name: string, type: number, description: string) => object;
}
interface Destroyable {
  destroy(): void;
}
export interface QoSClass {
  new (history: number, depth: number, reliability: number, durability: number): object;
  readonly HistoryPolicy: Readonly<Record<string, number>>;
  readonly ReliabilityPolicy: Readonly<Record<string, number>>;
  readonly DurabilityPolicy: Readonly<Record<string, number>>;
}
export interface Parameter {
  readonly name: string;
  readonly value: unknown;
}
export interface RosPublisher {
  publish(message: Buffer): void;
}
/** A client of a service. */
export interface RosClient {
  isServiceServerAvailable(): boolean;
  sendRequest(request: object, answered: (response: object) => void): void;
}
export interface GoalHandle {
  readonly isCancelRequested: boolean;
  succeed(): void;
  abort(): void;
  canceled(): void;
  publishFeedback(feedback: object): void;
}
export interface SentGoal {
  isAccepted(): boolean;
  isSucceeded(): boolean;
  isCanceled(): boolean;
  cancelGoal(): Promise<unknown>;
  getResult(): Promise<object>;
}
export interface ActionClient extends Destroyable {
  isActionServerAvailable(): boolean;
  sendGoal(goal: object, feedback: (feedback: object) => void): Promise<SentGoal>;
}
export interface RosNode {
  createPublisher(type: string, topic: string, options: object): RosPublisher;
  createSubscription(type: string, topic: string, options: object, heard: (message: Buffer) => void): object;
  createService(
    type: string,
    name: string,
    options: object,
    asked: (request: object, response: { send(answer: object): void }) => void,
  ): object;
  createClient(type: string, name: string, options: object): RosClient;
  /** `called` ends the round of the executor that follows a trigger. */
  createGuardCondition(called: () => void): { trigger(): void };
  destroyPublisher(publisher: object): void;
  destroySubscription(subscription: object): void;
  destroyService(service: object): void;
  destroyClient(client: object): void;
  declareParameter(parameter: Parameter, descriptor: object): Parameter;
  getParameter(name: string): { readonly value: unknown };
  addOnSetParametersCallback(
    wanted: (parameters: readonly Parameter[]) => { successful: boolean; reason: string },
  ): void;
  getClock(): { now(): { readonly nanoseconds: bigint } };
  getLogger(): Record<"info" | "warn" | "error", (text: string) => void>;
  destroy(): void;
}
export interface LifecycleNode extends RosNode {
  readonly currentState: { readonly id: number; readonly label: string };
  registerOnConfigure(act: () => number): void;
  registerOnActivate(act: () => number): void;
  registerOnDeactivate(act: () => number): void;
  registerOnCleanup(act: () => number): void;
  registerOnShutdown(act: () => number): void;
  registerOnError(act: () => number): void;
  configure(): unknown;
  activate(): unknown;
  deactivate(): unknown;
  shutdown(): unknown;
  /** Ends the thread in which it waits for news. */
  stop(): void;
}

/**
 * Loads rclnodejs. Throws one clear error, with the command that helps, where ROS 2 is not sourced, where the package or its
 * addon is missing, or where the messages that ROS knows are not ours. Its import deletes its own build in a shell without
 * ROS, so everything is looked at before.
 */
export async function openRcl(environment: NodeJS.ProcessEnv = process.env): Promise<Rcl> {
  const prefixes = environment["AMENT_PREFIX_PATH"]?.split(":").filter((path) => path !== "") ?? [];
  if (prefixes.length === 0)
    throw new Error("ROS 2 is not sourced: type `source /opt/ros/jazzy/setup.bash`, then start again");
  const home = homeOf("rclnodejs");
  if (home === undefined)
    throw new Error(
      "rclnodejs is not installed: type `npm install` where ROS 2 is sourced, then start again",
    );
  if (!hasAddon(home, environment["ROS_DISTRO"] ?? ""))
    throw new Error(`rclnodejs has no addon for this system: type \`${REBUILD}\` where ROS 2 is sourced`);
  checkInterfaces(prefixes, home);
  const { default: rcl } = (await import("rclnodejs")) as { readonly default: Rcl };
  rcl.removeSignalHandlers(); // its own takes publishers down under those who still speak, and the process dies of it
  return rcl;
}

/** npm runs no install script that nobody allowed, so its addon is built when somebody asks. */
const REBUILD = "npm rebuild rclnodejs --ignore-scripts=false";

/** It was built here, or came with the package for this distribution of ROS on this release of Ubuntu. */
function hasAddon(home: string, distribution: string): boolean {
  if (existsSync(join(home, "build/Release/rclnodejs.node"))) return true;
  if (!existsSync("/etc/os-release")) return false;
  const [, codename = ""] = /^VERSION_CODENAME=(.*)$/m.exec(readFileSync("/etc/os-release", "utf8")) ?? [];
  const { platform, arch } = process;
  const name = `${distribution}-${codename.trim()}-${arch}-node-rclnodejs.node`;
  return existsSync(join(home, "prebuilds", `${platform}-${arch}`, name));
}

/** The folder of an installed package, found without running anything of it. */
function homeOf(name: string): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}
