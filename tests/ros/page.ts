// A person at the page without its pictures: the page's own lane and the real roslib, as an operator on site would use them.
import {
  OperatorAct_Request,
  Person,
  SafetyState,
  type OperatorAct_Response,
  type StandUp_Result,
  TaskState,
} from "../../core/messages.ts";
import { actions, services, topics, type Topic } from "../../core/topics.ts";
import { RobotClock } from "../../teleop-ui/web/link/clock.ts";
import { Lane } from "../../teleop-ui/web/link/lane.ts";
import { Action, Ros, RosTopic, Service } from "../contracts/gateway-roslib.ts";

/** ms */
const LOOK = 50;
/** ms: a ride takes two minutes of its own time, which passes slower on a busy machine. */
const LONG = 600_000;
const { RESET, CONFIRM_ON_SITE, START } = OperatorAct_Request;
/** ms */
const ASKED_EVERY = 1000;
/** Presses of a button that is refused. */
const MOST_TRIES = 40;
export const NAME = "이수진";

export interface PageSide {
  readonly lane: Lane;
  readonly state: () => SafetyState | undefined;
  on<M>(topic: Topic<M>, heard: (message: M) => void): void;
  /** Presses reset, confirmation and start as the robot asks for them, until it may move. */
  makeReady(): Promise<void>;
  /** From now on presses them after every stop too, as somebody beside would; returns what each stop was for. */
  keepReady(): readonly string[];
  /** Has the resident helped up once the eyes see them sit; resolves with how it ended. */
  standUp(): Promise<StandUp_Result>;
  /** Makes it ready and keeps it so, and from now on asks for the task whenever none is at work, as somebody would who wants it done. */
  keepGoing(): Promise<void>;
  untilState(wanted: (state: SafetyState) => boolean): Promise<SafetyState>;
  untilPhase(phase: number): Promise<void>;
  leave(): void;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves with what `look` finds; rejects with `what` there was instead when it never does. */
export async function eventually<T>(look: () => T | undefined, what: () => unknown): Promise<T> {
  for (const end = performance.now() + LONG; performance.now() < end; await pause(LOOK)) {
    const found = look();
    if (found !== undefined) return found;
  }
  throw new Error(`still ${JSON.stringify(what())}`);
}

async function lanePort(host: string): Promise<number> {
  for (const end = performance.now() + LONG; performance.now() < end; await pause(LOOK))
    try {
      return ((await (await fetch(`http://${host}/session.json`)).json()) as { lane_port: number }).lane_port;
    } catch {
      continue; // nobody serves yet
    }
  throw new Error(`nobody serves at ${host}`);
}

/** Sits down at `host` (name:port) as soon as somebody serves there; `bridge` answers roslib, the gateway where it is left out. */
export async function sitDown(host: string, bridge: string = host): Promise<PageSide> {
  const port = await lanePort(host);
  const clock = new RobotClock(() => performance.now() / 1000);
  const lane = new Lane(`ws://${host.replace(/:\d+$/, "")}:${port}`, clock, { name: NAME, onSite: true });
  const ros = new Ros();
  await ros.connect(`ws://${bridge}`);
  const on = <M>({ name, type }: Topic<M>, heard: (message: M) => void) =>
    new RosTopic({ ros, name, messageType: type, reconnect_on_close: false }).subscribe(heard as never);
  let state: SafetyState | undefined;
  let task: TaskState | undefined;
  on(topics.safetyState, (message) => {
    state = message;
    pressAgain(message);
  });
  on(topics.taskState, (message) => (task = message));
  let person: Person | undefined;
  on(topics.person, (message) => (person = message));

  const { name, type } = services.operatorAct;
  const acts = new Service<OperatorAct_Request, OperatorAct_Response>({ ros, name, serviceType: type });
  const act = (wanted: number) =>
    new Promise<OperatorAct_Response>((resolve, reject) =>
      acts.callService({ act: wanted, operator_name: NAME, on_site: true }, resolve, (why) =>
        reject(new Error(why)),
      ),
    );
  const press = async ({
    needs_reset: reset,
    needs_confirmation: confirm,
    needs_start: start,
  }: SafetyState) => {
    const next = reset ? RESET : confirm ? CONFIRM_ON_SITE : start ? START : undefined;
    if (next !== undefined) await act(next);
  };
  const sendGoal = () =>
    new Promise<StandUp_Result>((resolve, reject) => {
      const { name: action, type: actionType } = actions.standUp;
      new Action<object, object, StandUp_Result>({ ros, name: action, actionType }).sendGoal(
        { rise_time: 0 },
        resolve,
        () => {},
        (why) => reject(new Error(why)),
      );
    });
  const leaving: (() => void)[] = [];
  let [keeps, pressing] = [false, false];
  const stops: string[] = [];
  const pressAgain = (now: SafetyState) => {
    if (!keeps || pressing || !now.needs_start) return;
    pressing = true;
    if (now.needs_reset) stops.push(now.reasons.join(" "));
    void press(now)
      .catch(() => undefined) // asked again
      .then(() => pause(LOOK))
      .then(() => (pressing = false));
  };
  const untilState: PageSide["untilState"] = (wanted) =>
    eventually(
      () => (state !== undefined && wanted(state) ? state : undefined),
      () => state,
    );
  const makeReady = async () => {
    for (;;) {
      const now = await untilState(() => lane.view().inCommand);
      if (now.motion === SafetyState.READY) return;
      await press(now);
      await pause(LOOK);
    }
  };
  const keepReady = () => {
    keeps = true;
    return stops;
  };
  return {
    lane,
    state: () => state,
    on,
    untilState,
    makeReady,
    keepReady,
    async standUp() {
      const refused: string[] = [];
      for (;;) {
        await eventually(
          () => (person?.posture === Person.POSTURE_SITTING ? person : undefined),
          () => person?.posture,
        );
        const ended = await sendGoal().catch((why: Error) => why);
        if (!(ended instanceof Error)) return ended;
        // the task's own eyes and state may be a moment older than what was heard here: a person presses again
        if (refused.push(ended.message) > MOST_TRIES) throw ended;
        await pause(LOOK);
      }
    },
    async keepGoing() {
      await makeReady();
      keepReady();
      const asking = setInterval(() => {
        const idle = task?.phase === TaskState.IDLE && state?.motion === SafetyState.READY;
        if (idle) void sendGoal().catch(() => undefined); // asked again
      }, ASKED_EVERY);
      leaving.push(() => clearInterval(asking));
    },
    untilPhase: async (phase) =>
      void (await eventually(
        () => (task?.phase === phase ? task : undefined),
        () => ({ task, state }),
      )),
    leave() {
      leaving.forEach((end) => end());
      lane.close();
      ros.close();
    },
  };
}
