// `npm run sim -- pause | run | step S | speed X | save NAME | restore NAME | reset [--condition NAME]`: turns the world of a running `npm start`, over its gateway.
import { parseArgs } from "node:util";
import { CONDITIONS, type ConditionName } from "../core/body/condition.ts";
import { Resident, SimTime_Request, type ResetWorld_Request, type SimTime } from "../core/messages.ts";
import { services, topics, type Service } from "../core/topics.ts";
import { seconds } from "../core/units.ts";
import { DEFAULT_RESIDENT } from "../sim/resident/parameters.ts";
import { DEFAULT_PORT, wholeNumber } from "./options.ts";

interface Order {
  readonly service: Service;
  readonly request: unknown;
  /** Whether the world has come to where it was told to go. */
  readonly isDone: (time: SimTime) => boolean;
}
/** What the gateway says that is listened to (rosbridge). */
interface Frame {
  readonly op: string;
  readonly values?: { readonly refused: boolean; readonly reason: string } | string;
  readonly result?: boolean;
  readonly msg?: SimTime;
}

const { PAUSE, RUN, STEP, SPEED, SAVE, RESTORE } = SimTime_Request;
const turn = (differs: Partial<SimTime_Request>, isDone: Order["isDone"] = () => true): Order => ({
  service: services.simTime,
  request: { command: PAUSE, duration: seconds(0), speed: 1, name: "", ...differs },
  isDone,
});
const stands = ({ paused }: SimTime) => paused;

/** What each word asks for, given the one after it. */
const ORDERS: Readonly<Record<string, (word: string, seed: number, condition: ConditionName) => Order>> = {
  pause: () => turn({ command: PAUSE }, stands),
  run: () => turn({ command: RUN }),
  step: (word) => turn({ command: STEP, duration: seconds(Number(word)) }, stands),
  speed: (word) => turn({ command: SPEED, speed: Number(word) }),
  save: (name) => turn({ command: SAVE, name }),
  restore: (name) => turn({ command: RESTORE, name }, ({ restored }) => restored === 1),
  reset: (_, seed, condition) => ({
    service: services.resetWorld,
    request: residentOf(seed, condition),
    isDone: () => true,
  }),
};
const WITHOUT_MORE: ReadonlySet<string> = new Set(["pause", "run", "reset"]);

const residentOf = (seed: number, condition: ConditionName): ResetWorld_Request => ({
  seed,
  sex: DEFAULT_RESIDENT.sex === "female" ? Resident.FEMALE : Resident.MALE,
  stature: DEFAULT_RESIDENT.stature,
  body_mass: DEFAULT_RESIDENT.bodyMass,
  leg_strength: DEFAULT_RESIDENT.legStrength,
  condition: CONDITIONS[condition],
  tries_alone: false,
});

function words() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: "string", default: String(DEFAULT_PORT) },
      host: { type: "string", default: "127.0.0.1" },
      seed: { type: "string", default: "1" },
      condition: { type: "string", default: "well" },
    },
  });
  const [name = "", word] = positionals;
  const order = ORDERS[name];
  if (order === undefined || positionals.length > 2 || (word === undefined) !== WITHOUT_MORE.has(name))
    throw new Error(
      `sim "${positionals.join(" ")}": expected pause, run, step S, speed X, save NAME, restore NAME or reset`,
    );
  const conditions = Object.keys(CONDITIONS) as ConditionName[];
  const condition = conditions.find((one) => one === values.condition);
  if (condition === undefined)
    throw new Error(`--condition ${values.condition}: expected one of ${conditions.join(", ")}`);
  const seed = wholeNumber("seed", values.seed, 0, 2 ** 31 - 1);
  const port = wholeNumber("port", values.port, 1, 65535);
  return { address: `${values.host}:${port}`, order: order(word ?? "", seed, condition) };
}

/** Sends one order; resolves with how time goes once it is done. Rejects when it is refused or nobody is there. */
function send(address: string, { service, request, isDone }: Order): Promise<SimTime> {
  const { promise, resolve, reject } = Promise.withResolvers<SimTime>();
  const socket = new WebSocket(`ws://${address}`);
  const say = (frame: unknown) => socket.send(JSON.stringify(frame));
  const hearAnswer = ({ values, result }: Frame) => {
    if (result !== true || typeof values !== "object")
      return reject(new Error(`${service.name}: ${JSON.stringify(values)}`));
    if (values.refused) return reject(new Error(values.reason));
    // latched, and told before the answer was given
    return say({ op: "subscribe", topic: topics.simTime.name, type: topics.simTime.type });
  };
  const hearTime = (time: SimTime) => {
    if (time.restored < 1 || !isDone(time)) return;
    if (time.reason !== "") reject(new Error(time.reason));
    else resolve(time);
  };
  socket.addEventListener("open", () =>
    say({ op: "call_service", id: "sim", service: service.name, type: service.type, args: request }),
  );
  socket.addEventListener("message", ({ data }) => {
    const frame = JSON.parse(String(data)) as Frame;
    if (frame.op === "service_response") hearAnswer(frame);
    else if (frame.op === "publish" && frame.msg !== undefined) hearTime(frame.msg);
  });
  socket.addEventListener("error", () =>
    reject(new Error(`nobody answers at ${address}: is npm start running?`)),
  );
  socket.addEventListener("close", () => reject(new Error(`${address} closed the connection`)));
  return promise.finally(() => socket.close());
}

try {
  const { address, order } = words();
  const { paused, speed, world_time: at, moment } = await send(address, order);
  const kept = moment === "" ? "" : `, moment ${moment}`;
  console.log(`time ${paused ? "stands" : "goes"} at ${at.toFixed(2)} s of the world, speed ${speed}${kept}`);
} catch (error) {
  console.error(`dolbom: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
