// Draws an incident out of a recording: what was allowed and why, who acted, and the forces and speeds around it.
import type {
  BodyContacts,
  GateReport,
  HardwareCommand,
  JointState,
  Odometry,
  OperatorAct_Request,
  OperatorAct_Response,
  OperatorSignal,
  SafetyState,
  Spoken,
  TaskState,
  WrenchStamped,
} from "../../core/messages.ts";
import type { AllowedSpan, Incident, IncidentEvent, Timeline } from "../../core/incident.ts";
import { services, topics, type Topic } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { CurveDrawer } from "./curves.ts";
import type { Recorded, Span } from "./read.ts";

/** Before and after: long enough for what led to a stop and for the three acts that follow. */
const BEFORE = seconds(-30);
const AFTER = seconds(30);
const NANO = 1e9;
const LIFT = "lift";

type Read = (message: never, t: number, into: Drawing) => void;
interface Drawing {
  readonly curves: CurveDrawer;
  readonly spans: AllowedSpan[];
  readonly events: IncidentEvent[];
  /** The last of what is told only when it changes. */
  readonly last: Map<string, string>;
}

const magnitude = ({ wrench: { force } }: WrenchStamped) => Math.hypot(force.x, force.y, force.z);
const lift = (names: readonly string[], values: readonly number[]) =>
  values[names.findIndex((name) => name.includes(LIFT))];
const event = (
  t: number,
  kind: IncidentEvent["kind"],
  key: string,
  by = "",
  refused = "",
): IncidentEvent => ({
  t,
  kind,
  key,
  by,
  refused,
});

/** Tells something only when it differs from what it was last. */
function changed({ last }: Drawing, what: string, value: unknown): boolean {
  const text = JSON.stringify(value);
  const differs = last.get(what) !== text;
  last.set(what, text);
  return differs;
}

const on = <M>({ name }: Topic<M>, read: (message: M, t: number, into: Drawing) => void): [string, Read] => [
  name,
  read,
];

const READS: ReadonlyMap<string, Read> = new Map<string, Read>([
  on<WrenchStamped>(topics.leftWrench, (wrench, t, { curves }) =>
    curves.add("force_left", t, magnitude(wrench)),
  ),
  on<WrenchStamped>(topics.rightWrench, (wrench, t, { curves }) =>
    curves.add("force_right", t, magnitude(wrench)),
  ),
  on<BodyContacts>(topics.bodyContacts, ({ contacts }, t, { curves }) =>
    curves.add("contact", t, Math.max(0, ...contacts.filter((c) => c.unintended).map((c) => c.force))),
  ),
  on<HardwareCommand>(topics.hardwareCommand, ({ drive, joint_names, joint_velocities }, t, { curves }) => {
    curves.add("drive_command", t, drive.linear.x);
    curves.add("lift_command", t, lift(joint_names, joint_velocities));
  }),
  on<JointState>(topics.jointStates, ({ name, velocity }, t, { curves }) =>
    curves.add("lift_speed", t, lift(name, velocity)),
  ),
  on<Odometry>(topics.odometry, ({ twist }, t, { curves }) =>
    curves.add("drive_speed", t, twist.twist.linear.x),
  ),
  on<SafetyState>(topics.safetyState, (state, t, into) => {
    const { motion, demand, load, reasons, broken_requirements: requirements } = state;
    const span = { motion, demand, load, reasons, requirements };
    if (changed(into, "state", span)) into.spans.push({ t, ...span });
  }),
  on<GateReport>(topics.gateReport, ({ source }, t, into) => {
    if (changed(into, "gate", source)) into.events.push(event(t, "gate", source));
  }),
  on<TaskState>(topics.taskState, ({ phase, reason }, t, into) => {
    if (changed(into, "task", [phase, reason]))
      into.events.push(event(t, "task", `phase.${phase}`, "", reason));
  }),
  on<Spoken>(topics.said, ({ key, resident }, t, { events }) => events.push(event(t, "said", key, resident))),
  on<Spoken>(topics.heard, ({ key, resident }, t, { events }) =>
    events.push(event(t, "heard", key, resident)),
  ),
  on<OperatorSignal>(
    topics.operatorSignal,
    ({ stop_pressed: pressed, operator_name: operator }, t, { events }) => {
      if (pressed) events.push(event(t, "stop", "stop.name", operator));
    },
  ),
  [
    `${services.operatorAct.name}/request`,
    ({ act, operator_name: operator }: OperatorAct_Request, t: number, { events }: Drawing) =>
      events.push(event(t, "act", `incident.act.${act}`, operator)),
  ],
  [
    `${services.operatorAct.name}/response`,
    ({ refused, reason }: OperatorAct_Response, _: number, { events }: Drawing) => {
      const asked = events.findLastIndex(({ kind }) => kind === "act");
      const act = events[asked];
      if (refused && act !== undefined) events[asked] = { ...act, refused: reason };
    },
  ],
]);

/** What of a recording is needed, a little more than is shown. */
export const spanOf = ({ at }: Incident): Span => ({
  from: BigInt(Math.floor((at + BEFORE - 1) * NANO)),
  until: BigInt(Math.ceil((at + AFTER) * NANO)),
});

/** The time line of an incident, from the messages of its part and those beside it, in order. */
export function timelineOf(incident: Incident, messages: Iterable<Recorded>): Timeline {
  const curves = new CurveDrawer(BEFORE, AFTER);
  const drawing: Drawing = { curves, spans: [], events: [], last: new Map() };
  for (const recorded of messages) {
    const t = Number(recorded.logTime) / NANO - incident.at;
    if (t > AFTER) continue;
    const read = READS.get(recorded.topic);
    if (read === undefined || (t < BEFORE && recorded.topic !== topics.safetyState.name)) continue;
    read(recorded.read() as never, t, drawing);
  }
  return {
    incident,
    spans: within(drawing.spans),
    events: drawing.events,
    curves: curves.drawn(),
  };
}

/** What held at the beginning holds from there on. */
function within(spans: readonly AllowedSpan[]): AllowedSpan[] {
  const first = spans.findLast(({ t }) => t <= BEFORE);
  const rest = spans.filter(({ t }) => t > BEFORE);
  return first === undefined ? rest : [{ ...first, t: BEFORE }, ...rest];
}
